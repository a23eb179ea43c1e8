"""One room, speaker or host in two sessions at once: C103 to C106.

That two sessions are alternatives for a delegate excuses nothing here: a room of one round of
choices still holds only one of them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import NamedTuple

from ..i18n import _, ngettext
from ..judgement.clash import Clash, Verdict, judge
from ..programme.problem import Rule, Severity
from ..programme.timing import MINUTE
from ..wording import joined
from . import clash_rules as rules
from .context import Booked, Context, Findings


class _Booking(NamedTuple):
    """A session or plenary that books a room or person, by a name that stands in its table."""

    thing: Booked
    name: str
    path: tuple[str | int, ...]


_Names = Callable[[Booked], Iterable[str]]
"""What a session or plenary books, by names under which others book the same."""

_NO_WAY = timedelta()


def rooms(context: Context) -> Findings:
    """C103: two sessions, or a session and a plenary, in one room."""
    message = _("The room {name} is booked twice, for {first} and {second}: {when}.")
    for room, later, clash in _clashes(context, _room):
        booking = _Booking(later, context.programme.room_name(room), ("room",))
        yield from _double(context, rules.ROOM, booking, clash, message)


def speakers(context: Context) -> Findings:
    """C104: one speaker in two places."""
    message = _("{name} speaks in two places, {first} and {second}: {when}.")
    return _double_people(context, rules.SPEAKER, "speakers", message)


def hosts(context: Context) -> Findings:
    """C105: one host in two places."""
    message = _("{name} hosts in two places, {first} and {second}: {when}.")
    return _double_people(context, rules.HOST, "hosts", message)


def changeovers(context: Context) -> Findings:
    """C106: speakers or hosts with too few minutes between two rooms; one for each pair."""
    longest = context.programme.longest_way
    if not longest:
        return
    tight: dict[tuple[str, str], tuple[Clash, dict[str, _Booking]]] = {}
    for key in ("speakers", "hosts"):
        names = partial(_people, key)
        for person, later, clash in _clashes(context, names, longest * MINUTE):
            if clash.verdict is Verdict.TIGHT:
                _clash, people = tight.setdefault((clash.first.id, clash.second.id), (clash, {}))
                people.setdefault(person, _first_naming(person, key, later))
    for clash, people in tight.values():
        bookings = sorted(people.values(), key=lambda one: (one.path[0] == "hosts", one.path))
        message = ngettext(
            "{names} has {minutes} of the {needed} minutes that the way from {first} to {second} "
            "needs.",
            "{names} have {minutes} of the {needed} minutes that the way from {first} to {second} "
            "needs.",
            len(bookings),
        )
        yield context.finding(
            rules.CHANGEOVER,
            clash,
            context.place(bookings[0].thing, *bookings[0].path),
            message.format(
                names=joined([booking.name for booking in bookings]),
                minutes=clash.minutes,
                needed=clash.needed,
                first=clash.first.id,
                second=clash.second.id,
            ),
            _("Move one of them, or put both in one room."),
        )


def _double_people(context: Context, rule: Rule, key: str, message: str) -> Findings:
    for person, later, clash in _clashes(context, partial(_people, key)):
        booking = _first_naming(person, key, later)
        yield from _double(context, rule, booking, clash, message)


def _double(
    context: Context, rule: Rule, booking: _Booking, clash: Clash, message: str
) -> Findings:
    """The finding of a rule: as severe as it says where that is certain, else a warning."""
    if clash.verdict is Verdict.TIGHT:
        return
    text = message.format(
        name=booking.name,
        first=clash.first.id,
        second=clash.second.id,
        when=context.met(clash),
    )
    severity = rule.severity if clash.verdict is Verdict.CERTAIN else Severity.WARNING
    place = context.place(booking.thing, *booking.path)
    hint = _("Move one of them, or accept it with [[accepted]].")
    yield context.finding(rule, clash, place, text, hint, severity)


def _room(thing: Booked) -> Iterable[str]:
    return (thing.room,) if thing.room else ()


def _people(key: str, thing: Booked) -> Iterable[str]:
    """The people whom a thing names in `key`, each once however often."""
    names: Sequence[str] = getattr(thing, key, ())
    return dict.fromkeys(map(_folded, names)) if names else ()


def _first_naming(person: str, key: str, thing: Booked) -> _Booking:
    """How a thing names a person first."""
    names: Sequence[str] = getattr(thing, key)
    index = next(index for index, name in enumerate(names) if _folded(name) == person)
    return _Booking(thing, names[index], (key, index))


def _folded(name: str) -> str:
    """A name as one knows it, however it is written."""
    return " ".join(name.split()).casefold()


def _clashes(
    context: Context, names: _Names, way: timedelta = _NO_WAY
) -> Iterator[tuple[str, Booked, Clash]]:
    """The clashes of what books the same, also of things `way` apart: its name, and the later one.

    One sweep over all starts serves every name, for few things of one name run at once.
    """
    running: dict[str, list[tuple[datetime, Booked]]] = {}
    for (start, end), thing in context.bookable:
        since = start - way
        for name in names(thing):
            others = [other for other in running.get(name, ()) if other[0] > since]
            for _end, other in others:
                if clash := judge(other, thing, context.programme):
                    yield name, thing if clash.second is thing else other, clash
            others.append((end, thing))
            running[name] = others
