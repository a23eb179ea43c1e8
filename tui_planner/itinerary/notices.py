"""What the delegate is told of their own choice: clashes, meals, what is full, presence."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tui_planner.clashes.judge import Attendable, Clash, Reason, Verdict, needs_nobody
from tui_planner.clashes.meals import MealNotice, judge_meal, provides_meal, takes_meal_time
from tui_planner.clashes.reasons import explain_reasons
from tui_planner.programme.model import Block, BlockKind, Status
from tui_planner.programme.time_text import (
    format_beside,
    format_clock,
    format_minutes,
    format_span,
    join_words,
)
from tui_planner.programme.timing import Interval
from tui_planner.support.i18n import _

from .chosen_clashes import find_clashes, list_attended
from .programme_changes.last_seen import Before
from .resolved import ResolvedItinerary


class NoticeKind(StrEnum):
    """What a notice is about, gravest first."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    TIGHT = "tight"
    STATUS = "status"
    PRESENCE = "presence"
    MEAL = "meal"


class Notice(NamedTuple):
    """One thing that the delegate should know.

    Attributes:
        kind: What it is about.
        things: The ids of the sessions, blocks and appointments in it; of a meal, the block first.
        interval: When it is.
        minutes: How long two things meet; what there is between them; what is left of a meal.
        message: A sentence.
        reasons: Why a clash is only possible.
        pair: The clash, where there is one.
        by_change: Whether it is a clash only since the programme changed; until that is seen.
    """

    kind: NoticeKind
    things: tuple[str, ...]
    interval: Interval
    minutes: int | None
    message: str
    reasons: tuple[Reason, ...] = ()
    pair: Clash | None = None
    by_change: bool = False


def find_notices(plan: ResolvedItinerary) -> tuple[Notice, ...]:
    """Everything to tell about a plan, in the order of the day."""
    found = [*_clashes(plan), *_statuses(plan), *_presence(plan), *_meals(plan)]
    kinds = list(NoticeKind)
    return tuple(sorted(found, key=lambda n: (n.interval.start, kinds.index(n.kind), n.things)))


def name_of(thing: Attendable) -> str:
    """How a thing is called."""
    return str(getattr(thing, "title", thing.id))


def _clashes(plan: ResolvedItinerary) -> Iterator[Notice]:
    """The clashes, those that a change of the programme made named as such."""
    before = Before(plan)
    for clash in find_clashes(plan):
        message = format_clash(clash, plan)
        by_change = before.is_new(clash)
        if by_change:
            text = _("{message} A change of the programme made this clash.")
            message = text.format(message=message)
        yield Notice(
            NoticeKind(clash.verdict.value),
            (clash.first.id, clash.second.id),
            clash.interval,
            clash.minutes,
            message,
            clash.reasons,
            clash,
            by_change,
        )


def format_clash(clash: Clash, plan: ResolvedItinerary) -> str:
    """A clash as one sentence: which two, when, for how long, and why."""
    zone = plan.programme.zone
    reasons = explain_reasons(clash, zone, name_of)
    if clash.verdict is Verdict.POSSIBLE and reasons:
        text = _("{first} and {second} may be at the same time, {span}: {minutes} ({reasons}).")
        return _filled(text, clash, zone, name_of, reasons)
    return explain_clash(clash, zone)


def explain_clash(clash: Clash, zone: ZoneInfo, name: Callable[[Attendable], str] = name_of) -> str:
    """A clash as one sentence that does not say why; `name` is how a thing is called."""
    match clash.verdict:
        case Verdict.CERTAIN:
            text = _("{first} and {second} are at the same time, {span}: {minutes}.")
        case Verdict.POSSIBLE:
            text = _("{first} and {second} may be at the same time, {span}: {minutes}.")
        case Verdict.TIGHT:
            text = _("Between {first} and {second}: {minutes}; the way needs {needed}.")
    return _filled(text, clash, zone, name)


def _filled(
    text: str,
    clash: Clash,
    zone: ZoneInfo,
    name: Callable[[Attendable], str],
    reasons: str = "",
) -> str:
    """A sentence with what a clash is of; of a tight one, what ends first stands first."""
    former, latter = clash.first, clash.second
    if clash.verdict is Verdict.TIGHT and latter.timing.end < former.timing.end:
        former, latter = latter, former
    return text.format(
        first=name(former),
        second=name(latter),
        span=format_span(clash.interval, zone),
        minutes=format_minutes(clash.minutes),
        needed=format_minutes(clash.needed),
        reasons=reasons,
    )


def _statuses(plan: ResolvedItinerary) -> Iterator[Notice]:
    words = {Status.FULL: _("{title} is full."), Status.CANCELLED: _("{title} is cancelled.")}
    for chosen_session in plan.chosen_sessions:
        session = chosen_session.session
        if session.status in words:
            message = words[session.status].format(title=session.title)
            things = (session.id,)
            yield Notice(NoticeKind.STATUS, things, session.timing.planned, None, message)


def _presence(plan: ResolvedItinerary) -> Iterator[Notice]:
    for thing in list_attended(plan):
        if needs_nobody(thing):
            continue
        timing = thing.timing
        if plan.arrives is not None and timing.start < plan.arrives:
            missed = Interval(timing.start, max(timing.start, min(timing.end, plan.arrives)))
            text = _(
                "{title} starts at {start}, before you arrive at {arrives}: you miss {minutes}."
            )
            yield _missed(thing, missed, text, plan)
        if plan.leaves is None or timing.end <= plan.leaves:
            continue
        missed = Interval(max(timing.start, plan.leaves), timing.end)
        if timing.end_stated:
            text = _("{title} ends at {end}, after you leave at {leaves}: you miss {minutes}.")
            yield _missed(thing, missed, text, plan)
        elif timing.start >= plan.leaves:
            text = _("{title} starts at {start}, after you leave at {leaves}.")
            yield _missed(thing, missed, text, plan)


def _missed(thing: Attendable, missed: Interval, text: str, plan: ResolvedItinerary) -> Notice:
    zone = plan.programme.zone
    timing = thing.timing
    starts_on, ends_on = (at.astimezone(zone).date() for at in (timing.start, timing.end))
    message = text.format(
        title=name_of(thing),
        start=format_clock(timing.start, zone),
        end=format_clock(timing.end, zone),
        arrives=format_beside(plan.arrives, starts_on, zone) if plan.arrives else "",
        leaves=format_beside(plan.leaves, ends_on, zone) if plan.leaves else "",
        minutes=format_minutes(missed.minutes),
    )
    return Notice(NoticeKind.PRESENCE, (thing.id,), missed, missed.minutes, message)


def _meals(plan: ResolvedItinerary) -> Iterator[Notice]:
    own = list_attended(plan)
    for meal in plan.programme.blocks:
        if meal.kind is not BlockKind.MEAL:
            continue
        taking = [thing for thing in own if takes_meal_time(thing, meal)]
        if not taking or any(provides_meal(thing, meal) for thing in own):
            continue
        if notice := judge_meal(meal, [thing.timing.planned for thing in taking]):
            yield _of_meal(notice, taking, plan)


def _of_meal(notice: MealNotice, taking: Iterable[Attendable], plan: ResolvedItinerary) -> Notice:
    meal: Block = notice.meal
    zone = plan.programme.zone
    if notice.free:
        left = join_words([format_span(stretch, zone) for stretch in notice.free])
        text = (
            _("{left} are left of {meal}: {minutes} of the {needed} minutes you need.")
            if len(notice.free) > 1
            else _("{left} is left of {meal}: {minutes} of the {needed} minutes you need.")
        )
    else:
        left = ""
        text = _("Nothing is left of {meal}: you need {needed} minutes.")
    message = text.format(
        left=left, meal=meal.title, minutes=notice.minutes, needed=meal.minutes_needed
    )
    things = (meal.id, *(thing.id for thing in taking))
    return Notice(NoticeKind.MEAL, things, meal.timing.planned, notice.minutes, message)


def pick_gravest(found: Iterable[Notice]) -> dict[str, NoticeKind]:
    """The gravest kind of notice by the id of each thing that one is about, meals aside."""
    kinds = list(NoticeKind)
    by_id: dict[str, NoticeKind] = {}
    for notice in sorted(found, key=lambda notice: -kinds.index(notice.kind)):
        if notice.kind is not NoticeKind.MEAL:
            by_id.update(dict.fromkeys(notice.things, notice.kind))
    return by_id


def list_remarks_on(found: Iterable[Notice]) -> dict[str, str]:
    """What is said of a clash in few words, by the id of each of the two: `40 min: IZA lunch`."""
    texts = {
        Verdict.CERTAIN: _("{minutes} min: {title}"),
        Verdict.POSSIBLE: _("maybe {minutes} min: {title}"),
        Verdict.TIGHT: _("{minutes} of {needed} min to change: {title}"),
    }
    said: dict[str, str] = {}
    for notice in sorted(found, key=lambda notice: list(NoticeKind).index(notice.kind)):
        if (clash := notice.pair) is None:
            continue
        for one, other in ((clash.first, clash.second), (clash.second, clash.first)):
            text = texts[clash.verdict].format(
                minutes=clash.minutes, needed=clash.needed, title=name_of(other)
            )
            said.setdefault(one.id, text)
    return said


def turn_clash(notice: Notice, id_: str, plan: ResolvedItinerary) -> str:
    """A notice as it is told under one of the two: `12:50–13:30, 40 minutes with IZA lunch`."""
    clash = notice.pair
    if clash is None or id_ not in notice.things:
        return notice.message
    other = clash.first if clash.second.id == id_ else clash.second
    if clash.verdict is Verdict.TIGHT:
        text = _("{minutes} to change to or from {other}; the way needs {needed}")
    elif clash.verdict is Verdict.POSSIBLE:
        text = _("{span}, maybe {minutes} with {other} ({reasons})")
    else:
        text = _("{span}, {minutes} with {other}")
    told = text.format(
        span=format_span(clash.interval, plan.programme.zone),
        minutes=format_minutes(clash.minutes),
        needed=format_minutes(clash.needed),
        other=name_of(other),
        reasons=explain_reasons(clash, plan.programme.zone, name_of),
    )
    if notice.by_change:
        told = _("{clash}, since the programme changed").format(clash=told)
    return told
