"""A programme with its file: where each thing stands, and how a finding is made of a clash."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import itemgetter

from tui_planner.clashes.judge import Clash, Verdict
from tui_planner.clashes.reasons import explain_reasons
from tui_planner.programme.model import Block, BlockKind, Programme, Session
from tui_planner.programme.problem import Location, Problem, Rule, Severity
from tui_planner.programme.reading.read_result import ReadResult
from tui_planner.programme.time_text import format_minutes, format_span
from tui_planner.programme.timing import Interval
from tui_planner.programme.toml.toml_positions import KeyPath

Booked = Session | Block

Findings = Iterator[Problem]


class Context:
    """What the rules look at."""

    def __init__(self, reading: ReadResult, programme: Programme) -> None:
        self.reading = reading
        self.programme = programme

    @cached_property
    def bookable(self) -> Sequence[tuple[Interval, Booked]]:
        """What books rooms and people, with all the time in which it may clash, by its start."""
        plenaries = (b for b in self.programme.blocks if b.kind is BlockKind.PLENARY)
        things: list[Booked] = [*self.programme.sessions, *plenaries]
        return sorted(((t.timing.reach, t) for t in things), key=itemgetter(0))

    def place(self, thing: Booked, *keys: str | int) -> Location:
        """Where a value of a session or block stands; its table where the value is absent."""
        array = "blocks" if isinstance(thing, Block) else "sessions"
        path: KeyPath = (array, thing.order, *keys)
        return self.reading.positions.locate_value(path)

    def finding(
        self,
        rule: Rule,
        clash: Clash,
        place: Location,
        message: str,
        hint: str,
        severity: Severity | None = None,
    ) -> Problem:
        """The finding that a clash is."""
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

    def met(self, clash: Clash) -> str:
        """When and how long two things meet, and why where that is not certain."""
        zone = self.programme.zone
        text = f"{format_span(clash.interval, zone)}, {format_minutes(clash.minutes)}"
        if clash.verdict is not Verdict.POSSIBLE:
            return text
        return f"{text} ({explain_reasons(clash, zone, lambda thing: thing.id)})"
