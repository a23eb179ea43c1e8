"""Explanations of why a suggestion adds a session, or drops one."""

from collections.abc import Iterator, Sequence
from itertools import chain

from tui_planner.clashes.judge import Attendable, Verdict, judge
from tui_planner.clashes.meals import takes_meal_time
from tui_planner.itinerary.notices import Notice, NoticeKind, describe_notice_for, name_thing
from tui_planner.itinerary.presence import say_missed
from tui_planner.itinerary.resolved import ResolvedItinerary, ScheduledAppointment
from tui_planner.programme.model import BlockKind, Session, Status
from tui_planner.programme.time_text import join_words
from tui_planner.support.i18n import _

from .candidates import is_outside_presence
from .exclusivity import fills_round, find_containers, find_rival_keys, is_of_round
from .interests import Interests, describe_match


def explain_addition(
    session: Session, interests: Interests, after: ResolvedItinerary, found: Sequence[Notice]
) -> tuple[str, ...]:
    """Explain what a session is good for, and what it may clash with in the plan `after`."""
    return (*_explain_merits(session, interests, after), *_explain_drawbacks(session, after, found))


def explain_drop(
    session: Session, after: ResolvedItinerary, staying: Sequence[Attendable]
) -> tuple[str, ...]:
    """Explain what a session had to give way to in the plan `after`; `staying` could not change."""
    others: list[Attendable] = [chosen_session.session for chosen_session in after.chosen_sessions]
    others += [thing for thing in staying if thing not in others]
    reasons = (
        *_explain_absence(session, after),
        *(reason for other in others for reason in _explain_exclusion(session, other, after)),
    )
    return (
        reasons[:2]
        or (*_explain_doubts(session, others, after), *_explain_meals(session, after))[:2]
    )


def explain_omission(
    session: Session, after: ResolvedItinerary, others: Sequence[Attendable]
) -> str:
    """Explain in a few words why a session is not proposed beside `others`; empty where it may be.

    What it is by itself comes first: full, or while the delegate is away.
    """
    match session.status:
        case Status.FULL:
            return _("full")
        case Status.CANCELLED:
            return _("cancelled")
        case Status.INVITATION:
            return _("by invitation")
        case _:
            pass
    if is_outside_presence(session, after):
        return _("not while you are there")
    reasons = (reason for other in others for reason in _explain_exclusion(session, other, after))
    milder = chain(
        _explain_doubts(session, others, after),
        _explain_meals(session, after),
        _explain_whole(session, after),
    )
    return next(chain(reasons, milder), "")


def _explain_merits(
    session: Session, interests: Interests, plan: ResolvedItinerary
) -> Iterator[str]:
    programme = plan.programme
    if is_of_round(session, programme):
        block = programme.block_by_id[str(session.block)]
        yield _("fills {round}").format(round=block.title)
    if matches := interests.find_matches(session):
        words = join_words([describe_match(like, match) for like, match in matches.items()])
        yield _("you like {words}").format(words=words)


def _explain_drawbacks(
    session: Session, plan: ResolvedItinerary, found: Sequence[Notice]
) -> Iterator[str]:
    of_it = [notice for notice in found if session.id in notice.things]
    clashes = [notice for notice in of_it if notice.kind is not NoticeKind.MEAL]
    for notice in clashes:
        yield describe_notice_for(notice, session.id, plan)
    if not clashes:
        yield _("clashes with nothing")
    for notice in of_it:
        if notice.kind is NoticeKind.MEAL:
            yield notice.message.rstrip(".")


def _explain_absence(session: Session, plan: ResolvedItinerary) -> Iterator[str]:
    if is_outside_presence(session, plan):
        yield say_missed(plan, session.timing) or _("not while you are there")


def _explain_exclusion(
    session: Session, other: Attendable, plan: ResolvedItinerary
) -> Iterator[str]:
    """Yield the first reason why a session and another thing cannot both be attended, if any."""
    programme = plan.programme
    clash = judge(session, other, programme)
    if clash and clash.verdict is Verdict.CERTAIN:
        text = _("is at the same time as {title}")
        if isinstance(other, ScheduledAppointment):
            text = _("is at the same time as your appointment {title}")
        yield text.format(title=name_thing(other))
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


def _explain_doubts(
    session: Session, others: Sequence[Attendable], plan: ResolvedItinerary
) -> Iterator[str]:
    for other in others:
        clash = judge(session, other, plan.programme)
        if clash and clash.verdict is Verdict.POSSIBLE:
            yield _("may be at the same time as {title}").format(title=name_thing(other))
        elif clash:
            yield _("leaves too little time for the way to or from {title}").format(
                title=name_thing(other)
            )


def _explain_whole(session: Session, plan: ResolvedItinerary) -> Iterator[str]:
    programme = plan.programme
    if is_of_round(session, programme) and not fills_round(session, programme):
        yield _("is only a part of {title}").format(
            title=programme.session_by_id[str(session.part_of)].title
        )


def _explain_meals(session: Session, plan: ResolvedItinerary) -> Iterator[str]:
    for meal in plan.programme.blocks:
        if meal.kind is BlockKind.MEAL and takes_meal_time(session, meal):
            yield _("takes of the time for {meal}").format(meal=meal.title)
