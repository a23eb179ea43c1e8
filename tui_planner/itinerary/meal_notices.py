"""The notices that too little is left of a meal."""

from collections.abc import Iterable, Iterator

from tui_planner.clashes.judge import Attendable
from tui_planner.clashes.meals import MealNotice, judge_meal, provides_meal, takes_meal_time
from tui_planner.programme.model import Block, BlockKind
from tui_planner.programme.time_text import format_span, join_words
from tui_planner.support.i18n import _

from .chosen_clashes import list_attended, list_plenaries
from .notice import Notice, NoticeKind
from .resolved import ResolvedItinerary


def find_meal_notices(plan: ResolvedItinerary) -> Iterator[Notice]:
    """Find the meals of which what is chosen, with the plenaries, leaves too little."""
    things = list_at_meals(plan)
    for meal in list_meals(plan):
        if found := judge_meal_among(meal, things):
            taking = [thing for thing in things if takes_meal_time(thing, meal)]
            yield _make_meal_notice(found, taking, plan)


def list_meals(plan: ResolvedItinerary) -> list[Block]:
    """List the meals of the programme."""
    return [block for block in plan.programme.blocks if block.kind is BlockKind.MEAL]


def list_at_meals(plan: ResolvedItinerary) -> list[Attendable]:
    """List what may take time of a meal, or serve it; not a plenary that the delegate misses."""
    plenaries = (one for one in list_plenaries(plan) if not plan.misses(one.timing))
    return [*list_attended(plan), *plenaries]


def judge_meal_among(meal: Block, things: Iterable[Attendable]) -> MealNotice | None:
    """Judge a meal among all that is attended; None where one eats in a session, or enough is left.

    A meal of which nothing is taken, however short, is the organiser's affair.
    """
    things = list(things)
    taken = [thing.timing.planned for thing in things if takes_meal_time(thing, meal)]
    if not taken or any(provides_meal(thing, meal) for thing in things):
        return None
    return judge_meal(meal, taken)


def _make_meal_notice(
    notice: MealNotice, taking: Iterable[Attendable], plan: ResolvedItinerary
) -> Notice:
    meal: Block = notice.meal
    left = join_words([format_span(stretch, plan.programme.zone) for stretch in notice.free])
    match len(notice.free):
        case 0:
            text = _("Nothing is left of {meal}: you need {needed} minutes.")
        case 1:
            text = _("{left} is left of {meal}: {minutes} of the {needed} minutes you need.")
        case _:
            text = _(
                "{left} are left of {meal}: at most {minutes} in one stretch, of the {needed} "
                "minutes you need."
            )
    message = text.format(
        left=left, meal=meal.title, minutes=notice.minutes, needed=meal.minutes_needed
    )
    things = (meal.id, *(thing.id for thing in taking))
    return Notice(NoticeKind.MEAL, things, meal.timing.planned, notice.minutes, message)
