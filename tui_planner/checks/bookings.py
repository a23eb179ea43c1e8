"""One room, speaker or host in two sessions at once: C103 to C106.

That two sessions are alternatives for a delegate excuses nothing here: a room of one round of
choices still holds only one of them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import Any, NamedTuple

from tui_planner.clashes.judge import Clash, Verdict, judge
from tui_planner.clashes.sweep import Running
from tui_planner.programme.problem import Problem, Rule, Severity
from tui_planner.programme.time_text import join_words
from tui_planner.programme.timing import MINUTE
from tui_planner.programme.toml.toml_positions import KeyPath
from tui_planner.support.i18n import _, ngettext

from . import clash_rules as rules
from .context import Booked, Context, Findings
from .telling import limit_findings


class _Booking(NamedTuple):
    """A session or plenary that books a room or person, by a name that stands in its table."""

    thing: Booked
    path: KeyPath


class _Twice(NamedTuple):
    """Two bookings of one name."""

    one: _Booking
    other: _Booking

    def judged(self, context: Context) -> tuple[Clash, _Booking, _Booking] | None:
        """The clash of the two, with the booking of the former and that of the later."""
        clash = judge(self.one.thing, self.other.thing, context.programme)
        if clash is None:
            return None
        is_later = clash.second is self.other.thing
        return (clash, self.one, self.other) if is_later else (clash, self.other, self.one)


_Names = Callable[[Booked], Mapping[Any, KeyPath]]
"""What a session or plenary books, by names under which others book the same, and where."""

_NO_WAY = timedelta()


def find_room_bookings(context: Context) -> Findings:
    """C103: two sessions, or a session and a plenary, in one room."""
    message = _("The room {name} is booked twice, for {first} and {second}: {when}.")
    return _double(context, rules.ROOM, _room, message)


def find_speaker_bookings(context: Context) -> Findings:
    """C104: one speaker in two places."""
    message = _("{name} speaks in two places, {first} and {second}: {when}.")
    return _double(context, rules.SPEAKER, partial(_people, "speakers"), message)


def find_host_bookings(context: Context) -> Findings:
    """C105: one host in two places."""
    message = _("{name} hosts in two places, {first} and {second}: {when}.")
    return _double(context, rules.HOST, partial(_people, "hosts"), message)


def find_changeovers(context: Context) -> Findings:
    """C106: speakers or hosts with too few minutes between two rooms; one for each pair."""
    longest = context.programme.longest_changeover
    if not longest:
        return iter(())
    seen: set[tuple[str, str]] = set()

    def find(twice: _Twice) -> Problem | None:
        match twice.judged(context):
            case (clash, former, later) if clash.verdict is Verdict.TIGHT:
                ids = clash.first.id, clash.second.id
                if ids not in seen:
                    seen.add(ids)
                    return _changeover(context, clash, former.thing, later.thing)
        return None

    return limit_findings(
        context, rules.CHANGEOVER, _twice(context, _anybody, longest * MINUTE), find
    )


def _changeover(context: Context, clash: Clash, former: Booked, later: Booked) -> Problem:
    """The finding for all whom two things share."""
    before = _anybody(former)
    people: dict[str, _Booking] = {}
    for key_and_name, path in _anybody(later).items():
        if key_and_name in before:
            people.setdefault(key_and_name[1], _Booking(later, path))
    bookings = [*people.values()]
    message = ngettext(
        "{names} has {minutes} of the {needed} minutes that the way from {first} to {second} "
        "needs.",
        "{names} have {minutes} of the {needed} minutes that the way from {first} to {second} "
        "needs.",
        len(bookings),
    )
    return context.finding(
        rules.CHANGEOVER,
        clash,
        context.place(later, *bookings[0].path),
        message.format(
            names=join_words([_name(context, booking) for booking in bookings]),
            minutes=clash.minutes,
            needed=clash.needed,
            first=clash.first.id,
            second=clash.second.id,
        ),
        _("Move one of them, or put both in one room."),
    )


def _double(context: Context, rule: Rule, names: _Names, message: str) -> Findings:
    """The findings of a rule: as severe as it says where they are certain, else warnings."""

    def find(twice: _Twice) -> Problem | None:
        judged = twice.judged(context)
        if judged is None or judged[0].verdict is Verdict.TIGHT:
            return None
        clash, _former, later = judged
        text = message.format(
            name=_name(context, later),
            first=clash.first.id,
            second=clash.second.id,
            when=context.met(clash),
        )
        severity = rule.severity if clash.verdict is Verdict.CERTAIN else Severity.WARNING
        place = context.place(later.thing, *later.path)
        hint = _("Move one of them, or accept it with [[accepted]].")
        return context.finding(rule, clash, place, text, hint, severity)

    return limit_findings(context, rule, _twice(context, names), find)


def _name(context: Context, booking: _Booking) -> str:
    """What is booked, as its table names it."""
    match booking.path:
        case (str(key), int(index)):
            name: str = getattr(booking.thing, key)[index]
            return name
        case _:
            return context.programme.get_room_name(booking.thing.room)


def _room(thing: Booked) -> Mapping[str, KeyPath]:
    return {thing.room: ("room",)} if thing.room else {}


def _people(key: str, thing: Booked) -> Mapping[str, KeyPath]:
    """The people whom a thing names in `key`, each once however often: where first."""
    names: Sequence[str] = getattr(thing, key, ())
    found: dict[str, KeyPath] = {}
    for number, name in enumerate(names):
        found.setdefault(_folded(name), (key, number))
    return found


def _anybody(thing: Booked) -> Mapping[tuple[str, str], KeyPath]:
    """The people whom a thing names, by the key in which it does and their names."""
    return {
        (key, name): path
        for key in ("speakers", "hosts")
        for name, path in _people(key, thing).items()
    }


def _folded(name: str) -> str:
    """A name as one knows it, however it is written."""
    return " ".join(name.split()).casefold()


def _twice(context: Context, names: _Names, way: timedelta = _NO_WAY) -> Iterator[Iterator[_Twice]]:
    """For each that books something, those before it that book the same, also `way` apart.

    One sweep over all starts serves every name, for few things of one name run at once.
    """
    running: dict[Any, Running[_Booking]] = defaultdict(Running)
    for (start, end), thing in context.bookable:
        since = start - way
        booked = names(thing)
        known = [name for name in booked if name in running]
        if known:
            yield (
                _Twice(other, _Booking(thing, booked[name]))
                for name in known
                for other in running[name].at(since)
            )
        for name, path in booked.items():
            running[name].begin(since, end, _Booking(thing, path))
