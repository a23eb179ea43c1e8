"""A programme with its file: where each thing stands, and how a finding is made of a clash."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import itemgetter

from ..judgement.clash import Clash, Verdict
from ..judgement.clash_words import reasons_in_words
from ..programme.model import Block, BlockKind, Programme, Session
from ..programme.positions import Path
from ..programme.problem import Place, Problem, Rule, Severity
from ..programme.reading import Reading
from ..programme.timing import Interval
from ..wording import minutes, span

Booked = Session | Block

Findings = Iterator[Problem]


class Context:
    """What the rules look at."""

    def __init__(self, reading: Reading, programme: Programme) -> None:
        self.reading = reading
        self.programme = programme

    @cached_property
    def bookable(self) -> Sequence[tuple[Interval, Booked]]:
        """What books rooms and people, with all the time in which it may clash, by its start."""
        plenaries = (b for b in self.programme.blocks if b.kind is BlockKind.PLENARY)
        things: list[Booked] = [*self.programme.sessions, *plenaries]
        return sorted(((t.timing.reach, t) for t in things), key=itemgetter(0))

    def place(self, thing: Booked, *keys: str | int) -> Place:
        """Where a value of a session or block stands; its table where the value is absent."""
        array = "blocks" if isinstance(thing, Block) else "sessions"
        path: Path = (array, thing.order, *keys)
        return self.reading.positions.value(path)

    def finding(
        self,
        rule: Rule,
        clash: Clash,
        place: Place,
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
        text = f"{span(clash.interval, zone)}, {minutes(clash.minutes)}"
        if clash.verdict is not Verdict.POSSIBLE:
            return text
        return f"{text} ({reasons_in_words(clash, zone, lambda thing: thing.id)})"
