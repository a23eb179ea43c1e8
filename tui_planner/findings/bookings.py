"""One room, speaker or host in two sessions at once: C103 to C106.

That two sessions are alternatives for a delegate excuses nothing here: a room of one round of
choices still holds only one of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..i18n import _, ngettext
from ..judgement.clash import Clash, Verdict, judge, reach
from ..judgement.sweep import meeting_pairs
from ..programme.model import BlockKind
from ..programme.problem import Rule, Severity
from ..wording import joined
from . import clash_rules as rules
from .context import Booked, Context, Findings


@dataclass(frozen=True, slots=True)
class _Booking:
    """What is booked by a session or plenary, and where that stands in its table.

    Bookings of one `key` are of one room or person, however the name is written.
    """

    thing: Booked
    key: str
    name: str
    path: tuple[str | int, ...]


def rooms(context: Context) -> Findings:
    """C103: two sessions, or a session and a plenary, in one room."""
    bookings = (
        _Booking(thing, thing.room, context.programme.room_name(thing.room), ("room",))
        for thing in _bookable(context)
        if thing.room
    )
    by_room = _grouped(bookings)
    message = _("The room {name} is booked twice, for {first} and {second}: {when}.")
    yield from _double(context, rules.ROOM, by_room, message, Severity.WARNING)


def speakers(context: Context) -> Findings:
    """C104: one speaker in two places."""
    message = _("{name} speaks in two places, {first} and {second}: {when}.")
    by_speaker = _grouped(_named(context, "speakers"))
    yield from _double(context, rules.SPEAKER, by_speaker, message, Severity.WARNING)


def hosts(context: Context) -> Findings:
    """C105: one host in two places."""
    message = _("{name} hosts in two places, {first} and {second}: {when}.")
    by_host = _grouped(_named(context, "hosts"))
    yield from _double(context, rules.HOST, by_host, message, Severity.WARNING)


def changeovers(context: Context) -> Findings:
    """C106: speakers or hosts with too few minutes between two rooms; one for each pair."""
    if not context.programme.longest_way:
        return
    tight: dict[tuple[str, str], tuple[Clash, list[_Booking]]] = {}
    for key in ("speakers", "hosts"):
        for booking, clash in _clashes(context, _grouped(_named(context, key))):
            if clash.verdict is Verdict.TIGHT:
                pair = clash.first.id, clash.second.id
                tight.setdefault(pair, (clash, []))[1].append(booking)
    for clash, bookings in tight.values():
        bookings.sort(key=lambda booking: (booking.path[0] == "hosts", booking.path))
        names = {booking.key: booking.name for booking in bookings}
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


def _named(context: Context, key: str) -> Iterator[_Booking]:
    for thing in _bookable(context):
        seen: set[str] = set()
        for index, name in enumerate(getattr(thing, key, ())):
            if (folded := _folded(name)) not in seen:
                seen.add(folded)
                yield _Booking(thing, folded, name, (key, index))


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _grouped(bookings: Iterable[_Booking]) -> Iterator[Sequence[_Booking]]:
    """The bookings of each room or person that has more than one."""
    groups: dict[str, list[_Booking]] = defaultdict(list)
    for booking in bookings:
        groups[booking.key].append(booking)
    return (group for group in groups.values() if len(group) > 1)


def _double(
    context: Context,
    rule: Rule,
    groups: Iterable[Sequence[_Booking]],
    message: str,
    if_possible: Severity,
) -> Findings:
    for booking, clash in _clashes(context, groups):
        if clash.verdict is Verdict.TIGHT:
            continue
        text = message.format(
            name=booking.name,
            first=clash.first.id,
            second=clash.second.id,
            when=context.met(clash),
        )
        severity = rule.severity if clash.verdict is Verdict.CERTAIN else if_possible
        place = context.place(booking.thing, *booking.path)
        hint = _("Move one of them, or accept it with [[accepted]].")
        yield context.finding(rule, clash, place, text, hint, severity)


def _clashes(
    context: Context, groups: Iterable[Sequence[_Booking]]
) -> Iterator[tuple[_Booking, Clash]]:
    """The clashes within each group, each with the booking of the later of the two."""
    programme = context.programme
    for group in groups:
        for one, other in meeting_pairs([reach(booking.thing, programme) for booking in group]):
            a, b = group[one], group[other]
            if clash := judge(a.thing, b.thing, programme):
                yield (a if clash.second is a.thing else b), clash
