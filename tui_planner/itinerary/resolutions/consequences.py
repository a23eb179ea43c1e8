"""What else a way out brings: other clashes, and meals for which too little time is left."""

from typing import NamedTuple

from tui_planner.clashes.judge import Attendable, Verdict, judge, reach_of
from tui_planner.clashes.meals import provides_meal, takes_meal_time
from tui_planner.itinerary.chosen_clashes import list_others
from tui_planner.itinerary.meal_notices import judge_meal_among, list_at_meals, list_meals
from tui_planner.itinerary.notices import name_thing
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.programme.model import Block, Session
from tui_planner.programme.time_text import join_words
from tui_planner.support.i18n import _

_GRAVEST_FIRST = tuple(Verdict)


class Consequences(NamedTuple):
    """What a way out brings.

    Attributes:
        clashes: The things with which what is attended instead possibly or tightly clashes.
        meals: The meals of which it leaves too little, or less than before.
    """

    clashes: tuple[Attendable, ...] = ()
    meals: tuple[Block, ...] = ()

    def add_to(self, message: str) -> str:
        """Name them behind a sentence."""
        if self.clashes:
            titles = join_words([name_thing(thing) for thing in self.clashes])
            message = _("{message} It may not quite fit with {titles}.").format(
                message=message, titles=titles
            )
        if self.meals:
            titles = join_words([meal.title for meal in self.meals])
            message = _("{message} It leaves too little time for {titles}.").format(
                message=message, titles=titles
            )
        return message


class Surroundings:
    """All else that is attended beside one thing, held against what may come in its place."""

    def __init__(self, lost: Attendable, plan: ResolvedItinerary) -> None:
        self._lost = lost
        self._programme = plan.programme
        self._rest = [(reach_of(one, plan.programme), one) for one in list_others(plan, lost.id)]
        self._at_meals = [thing for thing in list_at_meals(plan) if thing.id != lost.id]
        self._meals = list_meals(plan)

    def find_consequences(self, instead: Session | None) -> Consequences | None:
        """Find what attending something instead brings, or nothing for None.

        Returns None where it brings a certain clash: that is no way out.
        """
        clashes = self._find_clashes(instead) if instead is not None else ()
        return None if clashes is None else Consequences(clashes, self._find_lost_meals(instead))

    def keeps_meal(self, meal: Block, instead: Session | None) -> bool:
        """Whether enough is left of a meal with something in the place of the thing."""
        return judge_meal_among(meal, self._with(instead)) is None

    def _find_clashes(self, instead: Session) -> tuple[Attendable, ...] | None:
        """Find what newly clashes, or more gravely; None if one of it does so certainly."""
        reach = reach_of(instead, self._programme)
        is_same = instead.id == self._lost.id
        found = []
        for its_reach, thing in self._rest:
            if not its_reach.meets(reach):
                continue
            clash = judge(instead, thing, self._programme)
            before = judge(self._lost, thing, self._programme) if is_same and clash else None
            if clash is None or (
                before is not None and not _is_graver(clash.verdict, before.verdict)
            ):
                continue
            if clash.verdict is Verdict.CERTAIN:
                return None
            found.append(thing)
        return tuple(found)

    def _find_lost_meals(self, instead: Session | None) -> tuple[Block, ...]:
        return tuple(meal for meal in self._meals if self._loses(meal, instead))

    def _loses(self, meal: Block, instead: Session | None) -> bool:
        """Whether less is left of a meal than before, and too little."""
        if not any(_touches(thing, meal) for thing in (self._lost, instead) if thing is not None):
            return False
        after = judge_meal_among(meal, self._with(instead))
        if after is None:
            return False
        before = judge_meal_among(meal, [*self._at_meals, self._lost])
        return before is None or after.minutes < before.minutes

    def _with(self, instead: Session | None) -> list[Attendable]:
        return self._at_meals if instead is None else [*self._at_meals, instead]


def _is_graver(one: Verdict, other: Verdict) -> bool:
    return _GRAVEST_FIRST.index(one) < _GRAVEST_FIRST.index(other)


def _touches(thing: Attendable, meal: Block) -> bool:
    return takes_meal_time(thing, meal) or provides_meal(thing, meal)
