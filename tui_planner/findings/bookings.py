"""One room, speaker or host in two sessions at once: C103 to C106.

That two sessions are alternatives for a delegate excuses nothing here: a room of one round of
choices still holds only one of them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from ..i18n import _, ngettext
from ..judgement.clash import Clash, Verdict, judge, reach
from ..judgement.sweep import meeting_pairs
from ..programme.model import BlockKind
from ..programme.problem import Rule, Severity
from ..programme.timing import Interval
from ..wording import joined
from . import clash_rules as rules
from .context import Booked, Context, Findings


class _Booking(NamedTuple):
    """A session or plenary that books a room or person, by a name that stands in its table."""

    thing: Booked
    name: str
    path: tuple[str | int, ...]


_Bookings = Iterable[Sequence[_Booking]]
"""Those of each room or person that has more than one."""


def rooms(context: Context) -> Findings:
    """C103: two sessions, or a session and a plenary, in one room."""
    message = _("The room {name} is booked twice, for {first} and {second}: {when}.")
    yield from _double(context, rules.ROOM, _of_rooms(context), message)


def speakers(context: Context) -> Findings:
    """C104: one speaker in two places."""
    message = _("{name} speaks in two places, {first} and {second}: {when}.")
    yield from _double(context, rules.SPEAKER, _of_people(context, "speakers"), message)


def hosts(context: Context) -> Findings:
    """C105: one host in two places."""
    message = _("{name} hosts in two places, {first} and {second}: {when}.")
    yield from _double(context, rules.HOST, _of_people(context, "hosts"), message)


def changeovers(context: Context) -> Findings:
    """C106: speakers or hosts with too few minutes between two rooms; one for each pair."""
    programme = context.programme
    if not programme.longest_way:
        return
    tight: dict[tuple[str, str], tuple[Clash, list[_Booking]]] = {}
    for key in ("speakers", "hosts"):
        groups = _of_people(context, key)
        for booking, clash in _clashes(context, groups, lambda thing: reach(thing, programme)):
            if clash.verdict is Verdict.TIGHT:
                pair = clash.first.id, clash.second.id
                tight.setdefault(pair, (clash, []))[1].append(booking)
    for clash, bookings in tight.values():
        bookings.sort(key=lambda booking: (booking.path[0] == "hosts", booking.path))
        names = {_folded(booking.name): booking.name for booking in bookings}
        message = ngettext(
            "{names} has {minutes} of the {needed} minutes that the way from {first} to {second} "
            "needs.",
            "{names} have {minutes} of the {needed} minutes that the way from {first} to {second} "
            "needs.",
            len(names),
        )
        yield context.finding(
            rules.CHANGEOVER,
            clash,
            context.place(bookings[0].thing, *bookings[0].path),
            message.format(
                names=joined(list(names.values())),
                minutes=clash.minutes,
                needed=clash.needed,
                first=clash.first.id,
                second=clash.second.id,
            ),
            _("Move one of them, or put both in one room."),
        )


def _bookable(context: Context) -> Iterator[Booked]:
    yield from context.programme.sessions
    for block in context.programme.blocks:
        if block.kind is BlockKind.PLENARY:
            yield block


def _of_rooms(context: Context) -> _Bookings:
    groups: dict[str, list[_Booking]] = defaultdict(list)
    for thing in _bookable(context):
        if thing.room:
            name = context.programme.room_name(thing.room)
            groups[thing.room].append(_Booking(thing, name, ("room",)))
    return (group for group in groups.values() if len(group) > 1)


def _of_people(context: Context, key: str) -> _Bookings:
    groups: dict[str, list[_Booking]] = defaultdict(list)
    for thing in _bookable(context):
        for index, name in enumerate(getattr(thing, key, ())):
            group = groups[_folded(name)]
            if not group or group[-1].thing is not thing:  # twice in one thing is one person
                group.append(_Booking(thing, name, (key, index)))
    return (group for group in groups.values() if len(group) > 1)


def _folded(name: str) -> str:
    """A name as one knows it, however it is written."""
    return " ".join(name.split()).casefold()


def _double(context: Context, rule: Rule, groups: _Bookings, message: str) -> Findings:
    """The findings of a rule: as severe as it says where that is certain, else a warning."""
    for booking, clash in _clashes(context, groups, context.reach):
        if clash.verdict is Verdict.TIGHT:
            continue
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


def _clashes(
    context: Context, groups: _Bookings, reach_of: Callable[[Booked], Interval]
) -> Iterator[tuple[_Booking, Clash]]:
    """The clashes within each group, each with the booking of the later of the two."""
    for group in groups:
        for one, other in meeting_pairs([reach_of(booking.thing) for booking in group]):
            a, b = group[one], group[other]
            if clash := judge(a.thing, b.thing, context.programme):
                yield (a if clash.second is a.thing else b), clash
