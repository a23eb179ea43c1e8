"""The notices for a delegate about their own plan: clashes, meals, full sessions, presence."""

from collections.abc import Callable, Iterable, Iterator
from zoneinfo import ZoneInfo

from tui_planner.clashes.judge import Attendable, Clash, Verdict
from tui_planner.clashes.reasons import explain_reasons, format_met
from tui_planner.programme.model import Status
from tui_planner.programme.time_text import format_minutes, format_span
from tui_planner.support.i18n import _

from .chosen_clashes import find_clashes
from .meal_notices import find_meal_notices
from .notice import Notice, NoticeKind, name_thing
from .presence_notices import find_presence_notices
from .programme_changes.last_seen import LastSeenClashes
from .resolved import ResolvedItinerary

__all__ = [
    "Notice",
    "NoticeKind",
    "describe_notice_for",
    "explain_clash",
    "find_gravest",
    "find_notices",
    "format_clash",
    "list_clash_remarks",
    "name_thing",
]


def find_notices(plan: ResolvedItinerary) -> tuple[Notice, ...]:
    """Find all notices about a plan, in the order of the day."""
    found = [
        *_find_clash_notices(plan),
        *_find_status_notices(plan),
        *find_presence_notices(plan),
        *find_meal_notices(plan),
    ]
    kinds = list(NoticeKind)
    return tuple(sorted(found, key=lambda n: (n.interval.start, kinds.index(n.kind), n.things)))


def _find_clash_notices(plan: ResolvedItinerary) -> Iterator[Notice]:
    """Find the clashes; those that a change of the programme made are named as such."""
    before = LastSeenClashes(plan)
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
    """Format a clash as one sentence: which two, when, for how long, and why."""
    zone = plan.programme.zone
    reasons = explain_reasons(clash, zone, name_thing)
    if reasons:
        text = _("{first} and {second} may be at the same time, {span}: {minutes} ({reasons}).")
        if clash.verdict is Verdict.CERTAIN:
            text = _("{first} and {second} are at the same time, {span}: {minutes} ({reasons}).")
        return _fill_in(text, clash, zone, name_thing, reasons)
    return explain_clash(clash, zone)


def explain_clash(
    clash: Clash, zone: ZoneInfo, name: Callable[[Attendable], str] = name_thing
) -> str:
    """Explain a clash in one sentence, without the reasons; `name` gives the name of a thing."""
    match clash.verdict:
        case Verdict.CERTAIN:
            text = _("{first} and {second} are at the same time, {span}: {minutes}.")
        case Verdict.POSSIBLE:
            text = _("{first} and {second} may be at the same time, {span}: {minutes}.")
        case Verdict.TIGHT:
            text = _("Between {first} and {second}: {minutes}; the way needs {needed}.")
    return _fill_in(text, clash, zone, name)


def _fill_in(
    text: str,
    clash: Clash,
    zone: ZoneInfo,
    name: Callable[[Attendable], str],
    reasons: str = "",
) -> str:
    """Fill a sentence in with the two of a clash; of a tight one, what ends first stands first."""
    former, latter = clash.first, clash.second
    if clash.verdict is Verdict.TIGHT and latter.timing.end < former.timing.end:
        former, latter = latter, former
    return text.format(
        first=name(former),
        second=name(latter),
        span=format_span(clash.interval, zone),
        minutes=format_met(clash),
        needed=format_minutes(clash.needed),
        reasons=reasons,
    )


def _find_status_notices(plan: ResolvedItinerary) -> Iterator[Notice]:
    words = {Status.FULL: _("{title} is full."), Status.CANCELLED: _("{title} is cancelled.")}
    for chosen_session in plan.chosen_sessions:
        session = chosen_session.session
        if session.status in words:
            message = words[session.status].format(title=session.title)
            things = (session.id,)
            yield Notice(NoticeKind.STATUS, things, session.timing.planned, None, message)


def find_gravest(found: Iterable[Notice]) -> dict[str, NoticeKind]:
    """Find the gravest kind of notice about each thing, by its id; meals do not count."""
    kinds = list(NoticeKind)
    by_id: dict[str, NoticeKind] = {}
    for notice in sorted(found, key=lambda notice: -kinds.index(notice.kind)):
        if notice.kind is not NoticeKind.MEAL:
            by_id.update(dict.fromkeys(notice.things, notice.kind))
    return by_id


def list_clash_remarks(found: Iterable[Notice]) -> dict[str, str]:
    """Describe each clash in a few words, by the id of each of the two: `40 min: IZA lunch`."""
    texts = {
        Verdict.CERTAIN: _("{minutes} min: {title}"),
        Verdict.POSSIBLE: _("maybe {minutes} min: {title}"),
        Verdict.TIGHT: _("{minutes} of {needed} min to change: {title}"),
    }
    remarks: dict[str, str] = {}
    for notice in sorted(found, key=lambda notice: list(NoticeKind).index(notice.kind)):
        if (clash := notice.pair) is None:
            continue
        for one, other in ((clash.first, clash.second), (clash.second, clash.first)):
            text = texts[clash.verdict].format(
                minutes=clash.minutes, needed=clash.needed, title=name_thing(other)
            )
            remarks.setdefault(one.id, text)
    return remarks


def describe_notice_for(notice: Notice, id_: str, plan: ResolvedItinerary) -> str:
    """Describe a notice under one of its two: `12:50–13:30, 40 minutes with IZA lunch`."""
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
    words = text.format(
        span=format_span(clash.interval, plan.programme.zone),
        minutes=format_met(clash),
        needed=format_minutes(clash.needed),
        other=name_thing(other),
        reasons=explain_reasons(clash, plan.programme.zone, name_thing),
    )
    if notice.by_change:
        words = _("{clash}, since the programme changed").format(clash=words)
    return words
