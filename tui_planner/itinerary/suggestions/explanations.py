"""Why a suggestion takes a session, or drops one, in words."""

from collections.abc import Iterator, Sequence

from tui_planner.clashes.judge import Attendable, Verdict, judge
from tui_planner.clashes.meals import takes
from tui_planner.itinerary.notices import Notice, NoticeKind, seen_from, title_of
from tui_planner.itinerary.presence import missed_words
from tui_planner.itinerary.resolved import Plan
from tui_planner.programme.model import BlockKind, Session
from tui_planner.programme.time_text import joined
from tui_planner.support.i18n import _

from .candidates import absent
from .exclusivity import containers, is_of_round, rival_keys
from .interests import Liking


def why_added(
    session: Session, liking: Liking, after: Plan, found: Sequence[Notice]
) -> tuple[str, ...]:
    """What a session is good for, and what it may clash with in the plan `after`."""
    return (*_good_for(session, liking, after), *_bad_for(session, after, found))


def why_dropped(session: Session, after: Plan, staying: Sequence[Attendable]) -> tuple[str, ...]:
    """What a session had to make room for in the plan `after`; `staying` could not be moved."""
    others: list[Attendable] = [pick.session for pick in after.picks]
    others += [thing for thing in staying if thing not in others]
    reasons = (
        *_away(session, after),
        *(reason for other in others for reason in _excluding(session, other, after)),
    )
    return reasons[:2] or (*_in_doubt(session, others, after), *_meals_taken(session, after))[:2]


def _good_for(session: Session, liking: Liking, plan: Plan) -> Iterator[str]:
    programme = plan.programme
    if is_of_round(session, programme):
        block = programme.block_by_id[str(session.block)]
        yield _("fills {round}").format(round=block.title)
    if likes := liking.points(session):
        words = joined([_('"{word}"').format(word=word) for word in likes])
        yield _("you like {words}").format(words=words)


def _bad_for(session: Session, plan: Plan, found: Sequence[Notice]) -> Iterator[str]:
    of_it = [notice for notice in found if session.id in notice.things]
    clashes = [notice for notice in of_it if notice.kind is not NoticeKind.MEAL]
    for notice in clashes:
        yield seen_from(notice, session.id, plan)
    if not clashes:
        yield _("clashes with nothing")
    for notice in of_it:
        if notice.kind is NoticeKind.MEAL:
            yield notice.message.rstrip(".")


def _away(session: Session, plan: Plan) -> Iterator[str]:
    if absent(session, plan):
        yield missed_words(plan, session.timing) or _("not while you are there")


def _excluding(session: Session, other: Attendable, plan: Plan) -> Iterator[str]:
    """Why a session and another thing cannot both be attended: the first reason that there is."""
    programme = plan.programme
    clash = judge(session, other, programme)
    if clash and clash.verdict is Verdict.CERTAIN:
        yield _("is at the same time as {title}").format(title=title_of(other))
        return
    if not isinstance(other, Session):
        return
    shared = {kind for kind, _id in rival_keys(session, programme) & rival_keys(other, programme)}
    if "runs" in shared:
        yield _("{title} is another run of it").format(title=other.title)
    elif shared:
        yield _("{title} is taken instead").format(title=other.title)
    elif other.id in containers(session, programme):
        yield _("is part of {title}").format(title=other.title)
    elif session.id in containers(other, programme):
        yield _("{title} is part of it").format(title=other.title)


def _in_doubt(session: Session, others: Sequence[Attendable], plan: Plan) -> Iterator[str]:
    for other in others:
        clash = judge(session, other, plan.programme)
        if clash and clash.verdict is Verdict.POSSIBLE:
            yield _("may be at the same time as {title}").format(title=title_of(other))
        elif clash:
            yield _("leaves too little time for the way to or from {title}").format(
                title=title_of(other)
            )


def _meals_taken(session: Session, plan: Plan) -> Iterator[str]:
    for meal in plan.programme.blocks:
        if meal.kind is BlockKind.MEAL and takes(session, meal):
            yield _("takes of the time for {meal}").format(meal=meal.title)
