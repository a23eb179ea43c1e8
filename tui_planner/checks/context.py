"""The programme with its file, at which the checks look and from which they make findings."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import itemgetter

from tui_planner.clashes.judge import Clash
from tui_planner.clashes.reasons import explain_reasons
from tui_planner.programme.model import Block, Programme, Session
from tui_planner.programme.problem import Location, Problem, Rule, Severity
from tui_planner.programme.reading.read_result import ReadResult
from tui_planner.programme.time_text import format_minutes, format_span
from tui_planner.programme.timing import Interval
from tui_planner.programme.toml.toml_positions import KeyPath

Booked = Session | Block
"""What can book a room or a person."""

Findings = Iterator[Problem]


class Context:
    """A programme that could be read, with the file that it stands in."""

    def __init__(self, reading: ReadResult, programme: Programme) -> None:
        self.reading = reading
        self.programme = programme

    @cached_property
    def bookable(self) -> Sequence[tuple[Interval, Booked]]:
        """Sessions and blocks, in order of start, with all the time in which each may clash."""
        things: list[Booked] = [*self.programme.sessions, *self.programme.blocks]
        return sorted(((t.timing.reach, t) for t in things), key=itemgetter(0))

    def locate(self, thing: Booked, *keys: str | int) -> Location:
        """Return where a value of a session or block stands; its table where it is absent."""
        array = "blocks" if isinstance(thing, Block) else "sessions"
        path: KeyPath = (array, thing.order, *keys)
        return self.reading.positions.locate_value(path)

    def make_finding(
        self, rule: Rule, place: Location, message: str, hint: str, ids: tuple[str, ...]
    ) -> Problem:
        """Make a finding, as severe as its rule, about the sessions and blocks `ids`."""
        return Problem(rule, rule.severity, message, self.reading.name, place, hint, ids)

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
            self.reading.name,
            place,
            hint,
            (clash.first.id, clash.second.id),
            clash.interval,
            clash.minutes,
        )

    def describe_meeting(self, clash: Clash) -> str:
        """Say when and how long two things meet, and why that is not certain where it is not."""
        zone = self.programme.zone
        text = f"{format_span(clash.interval, zone)}, {format_minutes(clash.minutes)}"
        if not clash.reasons:
            return text
        return f"{text} ({explain_reasons(clash, zone, lambda thing: thing.id)})"
