"""The programme with its file, at which the checks look and from which they make findings."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from operator import itemgetter

from tui_planner.clashes.judge import DEEPEST_PART, Attendable, Clash, judge, needs_nobody
from tui_planner.clashes.reasons import explain_reasons, format_met
from tui_planner.programme.model import Block, Programme, Session
from tui_planner.programme.problem import Location, Problem, Rule, Severity
from tui_planner.programme.reading.read_result import ReadResult
from tui_planner.programme.text_rules import shorten_title
from tui_planner.programme.time_text import format_short_date, format_span
from tui_planner.programme.timing import Interval
from tui_planner.programme.toml.toml_positions import KeyPath
from tui_planner.support.i18n import _

Booked = Session | Block
"""What can book a room or a person."""

LONGEST_TITLE = 40
"""Characters of a title; two of them, with their times, are read at a glance."""
_BRIEF = 24

Findings = Iterator[Problem]


class Context:
    """A programme that could be read, with the file that it stands in."""

    def __init__(
        self, reading: ReadResult, programme: Programme, *, tells_parts: bool = True
    ) -> None:
        """Look at a programme.

        Args:
            reading: The file.
            programme: What of it can be judged.
            tells_parts: Whether parts outside their whole are told as such (C108).
        """
        self.reading = reading
        self.programme = programme
        self._tells_parts = tells_parts
        self._written_ids = reading.judged.written_ids if reading.judged else {}
        self._has_several_days = len(programme.days) > 1

    @cached_property
    def bookable(self) -> Sequence[tuple[Interval, Booked]]:
        """Sessions and blocks, in order of start, with all the time in which each may clash."""
        things: list[Booked] = [*self.programme.sessions, *self.programme.blocks]
        return sorted(((t.timing.reach, t) for t in things), key=itemgetter(0))

    @cached_property
    def parts_outside(self) -> Mapping[str, Session]:
        """The parts that do not lie within the time of what they are part of, by their ids."""
        programme = self.programme
        return {
            part.id: part
            for part in programme.sessions
            if part.part_of is not None
            and not needs_nobody(part)
            and not needs_nobody(whole := programme.session_by_id[part.part_of])
            and not part.timing.lies_within(whole.timing)
        }

    def judge(self, one: Booked, other: Booked, *, loose_too: bool = False) -> Clash | None:
        """Return the clash of two things; None where it is told as a part outside its whole."""
        if self._tells_parts and self.parts_outside:
            ids = self._list_wholes(one, other.id), self._list_wholes(other, one.id)
            if any(not self.parts_outside.keys().isdisjoint(way) for way in ids):
                return None
        return judge(one, other, self.programme, loose_too=loose_too)

    def _list_wholes(self, part: Booked, whole: str) -> Sequence[str]:
        """List the ids from a part up to the one in a whole, or in the block of its whole.

        None where it is no part of that.
        """
        way: list[str] = []
        while isinstance(part, Session) and len(way) < DEEPEST_PART:
            if whole in {part.id, part.block}:
                return way
            if part.part_of is None:
                break
            way.append(part.id)
            part = self.programme.session_by_id[part.part_of]
        return ()

    def locate(self, thing: Booked, *keys: str | int) -> Location:
        """Return where a value of a session or block stands; its table where it is absent."""
        array = "blocks" if isinstance(thing, Block) else "sessions"
        path: KeyPath = (array, thing.order, *keys)
        return self.reading.positions.locate_value(path)

    def name(self, thing: Attendable, *more: str) -> str:
        """Name a session or block by its title, and the id by which it is accepted.

        Args:
            thing: The session or block.
            more: What else is said of it.
        """
        return f"{self._quote_title(thing)} ({', '.join((self._show_id(thing), *more))})"

    def name_on_day(self, thing: Attendable) -> str:
        """Name a session or block as `name` does, with its day where there are several."""
        if not self._has_several_days:
            return self.name(thing)
        return self.name(thing, format_short_date(self._find(thing).day))

    def name_in_room(self, thing: Attendable) -> str:
        """Name a session or block as `name_on_day` does, with the room that it is in."""
        room = self.programme.get_room_name(thing.room)
        return _("{thing} in {room}").format(thing=self.name_on_day(thing), room=room)

    def _quote_title(self, thing: Attendable, most: int = LONGEST_TITLE) -> str:
        """Quote the title of a session or block, cut to a length that one reads."""
        return f'"{shorten_title(self._find(thing).title or thing.id, most)}"'

    def _quote_briefly(self, thing: Attendable) -> str:
        """Quote enough of the title of what is named already to tell which is meant."""
        return self._quote_title(thing, _BRIEF)

    def _show_id(self, thing: Attendable) -> str:
        """Return the id as it is written, and the line where that is of others too or not there."""
        written = self._written_ids.get(thing.id)
        if written is None:
            return thing.id
        line = _("line {line}").format(line=self.locate(self._find(thing)).line)
        return ", ".join(filter(None, (written, line)))

    def _find(self, thing: Attendable) -> Booked:
        """Find the session or block that a thing of a clash is."""
        session = self.programme.session_by_id.get(thing.id)
        return session or self.programme.block_by_id[thing.id]

    def make_finding(
        self, rule: Rule, place: Location, message: str, hint: str, ids: tuple[str, ...]
    ) -> Problem:
        """Make a finding, as severe as its rule, about the sessions and blocks `ids`."""
        return Problem(rule, rule.severity, message, self.reading.text_name, place, hint, ids)

    def make_clash_finding(
        self,
        rule: Rule,
        clash: Clash,
        place: Location,
        message: str,
        hint: str,
        severity: Severity | None = None,
    ) -> Problem:
        """Make the finding that a clash is, as severe as its rule where nothing else is said."""
        return Problem(
            rule,
            severity or rule.severity,
            message,
            self.reading.text_name,
            place,
            hint,
            (clash.first.id, clash.second.id),
            clash.interval,
            clash.minutes,
        )

    def describe_meeting(self, clash: Clash) -> str:
        """Say when and how long two things meet, and why that is not certain where it is not."""
        zone = self.programme.zone
        span = format_span(clash.interval, zone)
        if self._has_several_days:
            span = f"{format_short_date(self._find(clash.second).day)} {span}"
        text = f"{span}, {format_met(clash)}"
        if not clash.reasons:
            return text
        return f"{text} ({explain_reasons(clash, zone, self._quote_briefly)})"
