"""Why a suggestion takes a session, or drops one, in words."""

from collections.abc import Iterator, Sequence

from tui_planner.clashes.judge import Attendable, Verdict, judge
from tui_planner.clashes.meals import takes_meal_time
from tui_planner.itinerary.notices import Notice, NoticeKind, name_of, turn_clash
from tui_planner.itinerary.presence import say_missed
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.programme.model import BlockKind, Session
from tui_planner.programme.time_text import join_words
from tui_planner.support.i18n import _

from .candidates import list_absent
from .exclusivity import find_containers, find_rival_keys, is_of_round
from .interests import Interests


def explain_addition(
    session: Session, liking: Interests, after: ResolvedItinerary, found: Sequence[Notice]
) -> tuple[str, ...]:
    """What a session is good for, and what it may clash with in the plan `after`."""
    return (*_good_for(session, liking, after), *_bad_for(session, after, found))


def explain_drop(
    session: Session, after: ResolvedItinerary, staying: Sequence[Attendable]
) -> tuple[str, ...]:
    """What a session had to make room for in the plan `after`; `staying` could not be moved."""
    others: list[Attendable] = [chosen_session.session for chosen_session in after.chosen_sessions]
    others += [thing for thing in staying if thing not in others]
    reasons = (
        *_away(session, after),
        *(reason for other in others for reason in _excluding(session, other, after)),
    )
    return reasons[:2] or (*_in_doubt(session, others, after), *_meals_taken(session, after))[:2]


def _good_for(session: Session, liking: Interests, plan: ResolvedItinerary) -> Iterator[str]:
    programme = plan.programme
    if is_of_round(session, programme):
        block = programme.block_by_id[str(session.block)]
        yield _("fills {round}").format(round=block.title)
    if likes := liking.points(session):
        words = join_words([_('"{word}"').format(word=word) for word in likes])
        yield _("you like {words}").format(words=words)


def _bad_for(session: Session, plan: ResolvedItinerary, found: Sequence[Notice]) -> Iterator[str]:
    of_it = [notice for notice in found if session.id in notice.things]
    clashes = [notice for notice in of_it if notice.kind is not NoticeKind.MEAL]
    for notice in clashes:
        yield turn_clash(notice, session.id, plan)
    if not clashes:
        yield _("clashes with nothing")
    for notice in of_it:
        if notice.kind is NoticeKind.MEAL:
            yield notice.message.rstrip(".")


def _away(session: Session, plan: ResolvedItinerary) -> Iterator[str]:
    if list_absent(session, plan):
        yield say_missed(plan, session.timing) or _("not while you are there")


def _excluding(session: Session, other: Attendable, plan: ResolvedItinerary) -> Iterator[str]:
    """Why a session and another thing cannot both be attended: the first reason that there is."""
    programme = plan.programme
    clash = judge(session, other, programme)
    if clash and clash.verdict is Verdict.CERTAIN:
        yield _("is at the same time as {title}").format(title=name_of(other))
        return
    if not isinstance(other, Session):
        return
    shared = {
        kind
        for kind, _id in find_rival_keys(session, programme) & find_rival_keys(other, programme)
    }
    if "runs" in shared:
        yield _("{title} is another run of it").format(title=other.title)
    elif shared:
        yield _("{title} is taken instead").format(title=other.title)
    elif other.id in find_containers(session, programme):
        yield _("is part of {title}").format(title=other.title)
    elif session.id in find_containers(other, programme):
        yield _("{title} is part of it").format(title=other.title)


def _in_doubt(
    session: Session, others: Sequence[Attendable], plan: ResolvedItinerary
) -> Iterator[str]:
    for other in others:
        clash = judge(session, other, plan.programme)
        if clash and clash.verdict is Verdict.POSSIBLE:
            yield _("may be at the same time as {title}").format(title=name_of(other))
        elif clash:
            yield _("leaves too little time for the way to or from {title}").format(
                title=name_of(other)
            )


def _meals_taken(session: Session, plan: ResolvedItinerary) -> Iterator[str]:
    for meal in plan.programme.blocks:
        if meal.kind is BlockKind.MEAL and takes_meal_time(session, meal):
            yield _("takes of the time for {meal}").format(meal=meal.title)
