"""One room, speaker or host in two sessions at once: C103 to C106.

That two sessions are alternatives for a delegate excuses nothing here: a room of one round of
choices still holds only one of them.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any, NamedTuple

from tui_planner.checks.context import Booked, Context, Findings
from tui_planner.checks.example_pair import EXAMPLE_ROOMS, IN_ATTIC, IN_HALL, PAIR, write_pair
from tui_planner.checks.finding_limit import limit_findings
from tui_planner.checks.registered_rule import RegisteredRule
from tui_planner.checks.rule_page import EXAMPLE_HEAD, RulePage
from tui_planner.clashes.judge import Clash, Reason, Verdict
from tui_planner.clashes.sweep import Running
from tui_planner.programme.model import Block, BlockKind, Room
from tui_planner.programme.problem import Problem, Rule, Severity
from tui_planner.programme.text_rules import fold_name
from tui_planner.programme.time_text import join_words
from tui_planner.programme.timing import MINUTE, Interval
from tui_planner.programme.toml.toml_positions import KeyPath
from tui_planner.support.i18n import _, ngettext

_SPEAKER = 'speakers = ["Ann Ode"]'
_HOST = 'hosts = ["City group"]'


class _Booking(NamedTuple):
    """A session or block that books a room or person, by a name that stands in its table."""

    thing: Booked
    path: KeyPath


class _DoubleBooking(NamedTuple):
    """Two bookings of one name."""

    one: _Booking
    other: _Booking

    @property
    def is_in_one_room(self) -> bool:
        """Whether both are in one room that is known."""
        return self.one.thing.room is not None and self.one.thing.room == self.other.thing.room

    def find_clash(self, context: Context) -> tuple[Clash, _Booking, _Booking] | None:
        """Return the clash of the two, the booking that is first, and the later one."""
        clash = context.judge(self.one.thing, self.other.thing, loose_too=True)
        if clash is None:
            return None
        is_later = clash.second is self.other.thing
        return (clash, self.one, self.other) if is_later else (clash, self.other, self.one)


_Names = Callable[[Booked], Mapping[Any, KeyPath]]
"""What a session or block books, by names under which others book the same, and where."""

_IN_ROOM: KeyPath = ("room",)
_NO_WAY = timedelta()


def find_room_bookings(context: Context) -> Findings:
    """Find two sessions, or a session and a plenary, in one room that is not shared (C103)."""
    message = _("The room {name} is booked twice, for {first} and {second}: {when}.")
    names = partial(_room, context.programme.room_by_id)
    return _find_double_bookings(context, ROOM.rule, names, message)


ROOM = RegisteredRule(
    Rule("C103", "room-double-booked", Severity.ERROR),
    RulePage(
        finds=_(
            "One room holds two sessions at once, and is not shared; a warning where that is only "
            "possible, as information where only an end that is not stated makes it so."
        ),
        breaks=EXAMPLE_ROOMS + write_pair("13:15", "13:00", IN_HALL),
        mended=EXAMPLE_ROOMS + write_pair("13:15", "13:00", IN_HALL, IN_ATTIC),
        accepts=PAIR,
    ),
    find_room_bookings,
    related_key="room",
)


def find_speaker_bookings(context: Context) -> Findings:
    """Find speakers who are in two rooms at once (C104); within one, the room is booked twice."""
    message = _("{name} speaks in two places, {first} and {second}: {when}.")
    return _find_double_bookings(context, SPEAKER.rule, partial(_people, "speakers"), message)


SPEAKER = RegisteredRule(
    Rule("C104", "speaker-double-booked", Severity.ERROR),
    RulePage(
        finds=_(
            "One person speaks in two rooms at once; a warning where that is only possible, as "
            "information where only an end that is not stated makes it so."
        ),
        breaks=write_pair("13:15", "13:00", _SPEAKER),
        mended=write_pair("13:00", "13:00", _SPEAKER),
        accepts=PAIR,
    ),
    find_speaker_bookings,
    related_key="speakers",
)


def find_host_bookings(context: Context) -> Findings:
    """Find hosts who are in two rooms at once (C105)."""
    message = _("{name} hosts in two places, {first} and {second}: {when}.")
    return _find_double_bookings(context, HOST.rule, partial(_people, "hosts"), message)


HOST = RegisteredRule(
    Rule("C105", "host-double-booked", Severity.WARNING),
    RulePage(
        finds=_("One group hosts two sessions at once in two rooms."),
        breaks=write_pair("13:15", "13:00", _HOST),
        mended=write_pair("13:00", "13:00", _HOST),
        accepts=PAIR,
    ),
    find_host_bookings,
    related_key="hosts",
)


def find_changeovers(context: Context) -> Findings:
    """Find speakers or hosts with too few minutes between two rooms, once for each pair (C106)."""
    longest = context.programme.longest_changeover
    if not longest:
        return iter(())
    seen: set[tuple[str, str]] = set()

    def find(double: _DoubleBooking) -> Problem | None:
        match double.find_clash(context):
            case (clash, former, later) if clash.verdict is Verdict.TIGHT:
                ids = clash.first.id, clash.second.id
                if ids not in seen:
                    seen.add(ids)
                    return _make_changeover(context, clash, former.thing, later.thing)
        return None

    doubles = _pair_bookings(context, _anybody, longest * MINUTE)
    return limit_findings(context, CHANGEOVER.rule, doubles, find)


def _make_changeover(context: Context, clash: Clash, former: Booked, later: Booked) -> Problem:
    """Make the one finding for all whom two things share."""
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
    names = [_read_name(context, booking) for booking in bookings]
    finding = context.make_clash_finding(
        CHANGEOVER.rule,
        clash,
        context.locate(later, *bookings[0].path),
        message.format(
            names=join_words(names),
            minutes=clash.minutes,
            needed=clash.needed,
            first=context.name_in_room(former),
            second=context.name_in_room(later),
        ),
        _("Move one of them, or put both in one room."),
    )
    return finding._replace(people=tuple(names))


_WALKING = f"{EXAMPLE_HEAD}changeover = 10\n\n{EXAMPLE_ROOMS}"
_SPEAKS_IN = (f"{_SPEAKER}\n{IN_HALL}", f"{_SPEAKER}\n{IN_ATTIC}")

CHANGEOVER = RegisteredRule(
    Rule("C106", "changeover", Severity.WARNING),
    RulePage(
        finds=_("A speaker or host has too few minutes between two rooms."),
        breaks=_WALKING + write_pair("13:00", "13:05", *_SPEAKS_IN),
        mended=_WALKING + write_pair("13:00", "13:10", *_SPEAKS_IN),
        accepts=PAIR,
    ),
    find_changeovers,
)


def _find_double_bookings(context: Context, rule: Rule, names: _Names, message: str) -> Findings:
    """Find what is booked twice: as severe as the rule where that is certain, else warnings.

    Of an error that only an end that is not stated makes possible, each session is told once.
    """
    told: set[str] = set()  # the ids of those sessions

    def find(double: _DoubleBooking) -> Problem | None:
        if rule is not ROOM.rule and double.is_in_one_room:
            return None
        judged = double.find_clash(context)
        if judged is None or judged[0].verdict is Verdict.TIGHT:
            return None
        clash, _former, later = judged
        severity = rule.severity if clash.verdict is Verdict.CERTAIN else Severity.WARNING
        if rule.severity is Severity.ERROR and _is_assumed(clash):
            if clash.former.id in told:
                return None
            told.add(clash.former.id)
            severity = Severity.INFO
        text = message.format(
            name=_read_name(context, later),
            first=context.name(clash.first),
            second=context.name(clash.second),
            when=context.describe_meeting(clash),
        )
        place = context.locate(later.thing, *later.path)
        hint = _("Move one of them, or accept it with [[accepted]].")
        finding = context.make_clash_finding(rule, clash, place, text, hint, severity)
        is_of_people = later.path != _IN_ROOM
        return finding._replace(people=(_read_name(context, later),)) if is_of_people else finding

    return limit_findings(context, rule, _pair_bookings(context, names, told=told), find)


def _read_name(context: Context, booking: _Booking) -> str:
    """Return what is booked, as the table of the session or plenary names it."""
    match booking.path:
        case (str(key), int(index)):
            name: str = getattr(booking.thing, key)[index]
            return name
        case _:
            return context.programme.get_room_name(booking.thing.room)


def _is_assumed(clash: Clash) -> bool:
    """Whether a clash is possible for no other reason than an end that is not stated."""
    return clash.verdict is Verdict.POSSIBLE and clash.reasons == (Reason.END_NOT_STATED,)


def _is_exact_but_for_its_end(booking: _Booking) -> bool:
    """Whether nothing but an end that is not stated could make what starts later meet it."""
    timing = booking.thing.timing
    return not (timing.end_stated or timing.around or timing.overrun)


def _room(rooms: Mapping[str, Room], thing: Booked) -> Mapping[str, KeyPath]:
    """Return the room that a session or plenary has to itself."""
    if not thing.room or rooms[thing.room].shared:
        return {}
    if isinstance(thing, Block) and thing.kind is not BlockKind.PLENARY:
        return {}
    return {thing.room: _IN_ROOM}


def _people(key: str, thing: Booked) -> Mapping[str, KeyPath]:
    """Return the people whom a thing names in `key`, once however often, and where first."""
    names: Sequence[str] = getattr(thing, key, ())
    if not names:  # as most hosts
        return {}
    found: dict[str, KeyPath] = {}
    for number, name in enumerate(names):
        found.setdefault(fold_name(name), (key, number))
    return found


def _anybody(thing: Booked) -> Mapping[tuple[str, str], KeyPath]:
    """Return the people whom a thing names, by the key in which it does and their names."""
    return {
        (key, name): path
        for key in ("speakers", "hosts")
        for name, path in _people(key, thing).items()
    }


def _pair_bookings(
    context: Context,
    names: _Names,
    way: timedelta = _NO_WAY,
    told: Collection[str] = (),
) -> Iterator[Iterator[_DoubleBooking]]:
    """Pair each booking with those before it of the same name that last until `way` before it.

    One sweep over the starts of what meets anything serves every name, for few things of one name
    run at once. Yields the pairs of one thing after another. Of the sessions whose ids are `told`
    while they are looked at, all is told that an end that is not stated makes possible: they meet
    no more exact starts.
    """
    running: dict[Any, Running[_Booking]] = defaultdict(Running)
    done: dict[Any, Running[_Booking]] = defaultdict(Running)
    number = 0
    for (start, end), thing, booked in _find_meeting(context, names, way):
        since = start - way
        known = [name for name in booked if name in running]
        if known:
            yield (
                _DoubleBooking(other, _Booking(thing, booked[name]))
                for name in known
                for others in ((running, done) if thing.timing.around else (running,))
                for other in others[name].at(since)
            )
        if len(told) > number:
            number = len(told)
            for name in known:
                running[name].move(
                    done[name],
                    lambda one: one.thing.id in told and _is_exact_but_for_its_end(one),
                )
        for name, path in booked.items():
            running[name].begin(since, end, _Booking(thing, path))


def _find_meeting(
    context: Context, names: _Names, way: timedelta
) -> Sequence[tuple[Interval, Booked, dict[Any, KeyPath]]]:
    """Find what is on with another thing of a name of its own, or begins less than `way` after it.

    Returns each with its time and the names that meet, in order of start. Nearly all names of a
    programme book one thing at a time, and are left behind here.
    """
    last: dict[Any, tuple[datetime, int, KeyPath]] = {}  # by name, what is on longest until now
    meeting: dict[int, dict[Any, KeyPath]] = defaultdict(dict)
    for order, ((start, end), thing) in enumerate(context.bookable):
        since = start - way
        for name, path in names(thing).items():
            before = last.get(name)
            if before is not None and before[0] > since:
                meeting[before[1]][name] = before[2]
                meeting[order][name] = path
                if before[0] >= end:
                    continue
            last[name] = (end, order, path)
    things = context.bookable
    return [(*things[order], meeting[order]) for order in sorted(meeting)]
