"""People and rooms at a time when they are not available: C109."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tui_planner.checks.context import Booked, Context, Findings
from tui_planner.checks.registered_rule import RegisteredRule
from tui_planner.checks.rule_page import RulePage
from tui_planner.clashes.judge import needs_nobody
from tui_planner.programme.model import Person, Room
from tui_planner.programme.problem import Rule, Severity
from tui_planner.programme.text_rules import fold_name
from tui_planner.programme.time_text import format_span, join_words
from tui_planner.programme.timing import Interval, Timing
from tui_planner.programme.toml.toml_positions import KeyPath
from tui_planner.support.i18n import _

_PERSON = '[[people]]\nname = "Ann Ode"\navailable = [{ from = "09:00", until = "13:00" }]\n\n'
_TALK = (
    '[[sessions]]\nid = "talk"\ntitle = "Talk"\nstart = "12:30"\nend = "{}"\n'
    'speakers = ["Ann Ode"]\n'
)


def find_unavailable(context: Context) -> Findings:
    """Find sessions and blocks in a room, or with a person, that is not available then (C109)."""
    programme = context.programme
    rooms = {room.id: room for room in programme.rooms if room.available}
    people = {fold_name(person.name): person for person in programme.people if person.available}
    if not (rooms or people):
        return
    limited: tuple[Room | Person, ...] = (*rooms.values(), *people.values())
    times = {one: _join(one.available) for one in limited}
    things: tuple[Booked, ...] = (*programme.blocks, *programme.sessions)
    for thing in things:
        if needs_nobody(thing):
            continue
        for one, path in _needed(thing, rooms, people):
            severity = _judge(thing.timing, times[one])
            if severity is not None:
                place = context.locate(thing, *path)
                message = _("{name} is not available for {thing}, {when}.").format(
                    name=one.name,
                    thing=context.name_on_day(thing),
                    when=format_span(thing.timing.planned, programme.zone),
                )
                finding = context.make_finding(
                    UNAVAILABLE.rule, place, message, _hint(context, thing, times[one]), (thing.id,)
                )
                about = (one.name,) if isinstance(one, Person) else ()
                yield finding._replace(severity=severity, people=about)


UNAVAILABLE = RegisteredRule(
    Rule("C109", "unavailable", Severity.ERROR),
    RulePage(
        finds=_(
            "A person or a room at a time when it is not available; a warning where that is only "
            "possible, as information where only an end that is not stated makes it so."
        ),
        breaks=_PERSON + _TALK.format("13:30"),
        mended=_PERSON + _TALK.format("13:00"),
        accepts=("talk",),
    ),
    find_unavailable,
)


def _join(intervals: Iterable[Interval]) -> Sequence[Interval]:
    """Return the same time in order, without intervals that meet or touch."""
    joined: list[Interval] = []
    for start, end in sorted(intervals):
        if joined and start <= joined[-1].end:
            joined[-1] = Interval(joined[-1].start, max(end, joined[-1].end))
        else:
            joined.append(Interval(start, end))
    return joined


def _needed(
    thing: Booked, rooms: Mapping[str, Room], people: Mapping[str, Person]
) -> Iterator[tuple[Room | Person, KeyPath]]:
    """Yield each that a thing needs and that is not always available, and where it names it."""
    if thing.room is not None and thing.room in rooms:
        yield rooms[thing.room], ("room",)
    seen = set()
    for key in ("speakers", "hosts") if people else ():
        for number, name in enumerate(getattr(thing, key, ())):
            folded = fold_name(name)
            if folded in people and folded not in seen:
                seen.add(folded)
                yield people[folded], (key, number)


def _judge(timing: Timing, available: Sequence[Interval]) -> Severity | None:
    """Return how sure it is that a time is not one of those available; None where it is one.

    As for what is booked twice, what only an end that is not stated makes so is an information.
    """
    if not _holds(available, timing.sure):
        return Severity.ERROR
    stated_end = max(timing.sure.end, timing.overrun or timing.sure.end)
    if not _holds(available, Interval(timing.early, stated_end)):
        return Severity.WARNING
    return None if _holds(available, timing.may) else Severity.INFO


def _holds(available: Sequence[Interval], time: Interval) -> bool:
    number = bisect_right(available, time.start, key=lambda interval: interval.start)
    return number > 0 and time.end <= available[number - 1].end


def _hint(context: Context, thing: Booked, available: Sequence[Interval]) -> str:
    """Say when it is available on the day of a thing."""
    day = next(day for day in context.programme.days if day.date == thing.day)
    then = [on_day for one in available if (on_day := one.overlap(day.extent))]
    if not then:
        return _("Not available on that day: move it, or mend what is available.")
    spans = join_words([format_span(one, context.programme.zone) for one in then])
    return _("Available {spans}: move it, or mend what is available.").format(spans=spans)
