"""The design's words about a pair, minute by minute: sets of whole numbers, nothing else.

It shares nothing with the package but the names of verdicts and reasons, so that the two can only
agree where both follow the design.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tui_planner.clashes.judge import Clash, Reason, Verdict
from tui_planner.programme.timing import Timing

ZERO = datetime(2025, 2, 13, tzinfo=UTC)
_OFTEN_ENOUGH = 24 * 60


@dataclass(frozen=True)
class Raw:
    """One thing in minutes from `ZERO`. `end` None is not stated; `assumed` then stands for it.

    It is `guessed` where no block says it either.
    """

    start: int
    end: int | None
    assumed: int
    overrun: int | None = None
    around: int = 0
    guessed: bool = False

    @property
    def planned_end(self) -> int:
        return self.assumed if self.end is None else self.end

    @property
    def sure_end(self) -> int:
        return self.start + self.around + 1 if self.end is None else self.end

    @property
    def last_end(self) -> int:
        return max(self.planned_end, -_OFTEN_ENOUGH if self.overrun is None else self.overrun)

    def planned(self) -> set[int]:
        return set(range(self.start, self.planned_end))

    def sure(self) -> set[int]:
        late = self.start + self.around
        return {late, *range(late, self.sure_end)}

    def may(self) -> set[int]:
        return set(range(self.start - self.around, self.last_end))

    def timing(self) -> Timing:
        """The same for the package."""
        return Timing(
            at(self.start),
            at(self.planned_end),
            self.end is not None,
            None if self.overrun is None else at(self.overrun),
            self.around,
            self.guessed,
        )


@dataclass(frozen=True)
class Expected:
    """What the design says of a pair; `when` is None where it says nothing of it."""

    verdict: Verdict | None
    minutes: int = 0
    when: tuple[int, int] | None = None
    needed: int = 0
    reasons: frozenset[Reason] = frozenset()


def at(minute: int) -> datetime:
    return ZERO + timedelta(minutes=minute)


def minute_of(instant: datetime) -> int:
    return round((instant - ZERO).total_seconds() / 60)


def expected(a: Raw, b: Raw, needed: int) -> Expected:
    """The verdict of the design, with all that is reported of it."""
    if a.sure() & b.sure():
        # Where the planned times do not meet (one is over before its latest start), the sure ones.
        if met := a.planned() & b.planned():
            rests = any(raw.guessed and raw.sure_end < max(met) + 1 for raw in (a, b))
            reasons = frozenset({Reason.END_NOT_STATED} if rests else ())
            return Expected(Verdict.CERTAIN, len(met), _ends(met), reasons=reasons)
        met = a.sure() & b.sure()
        return Expected(Verdict.CERTAIN, len(met), _ends(met))
    if met := a.may() & b.may():
        reasons = _reasons(a, b, met)
        return Expected(Verdict.POSSIBLE, len(met), _ends(met), reasons=reasons)
    gap, start, end = max(
        (b.start - a.planned_end, a.planned_end, b.start),
        (a.start - b.planned_end, b.planned_end, a.start),
    )
    if gap >= needed or needed == 0:
        return Expected(None)
    when = (start, end) if gap >= 0 else None
    return Expected(Verdict.TIGHT, max(gap, 0), when, needed)


def agrees(clash: Clash | None, wanted: Expected) -> bool:
    """Whether a judgement says what the design says."""
    if clash is None:
        return wanted.verdict is None
    when = minute_of(clash.interval.start), minute_of(clash.interval.end)
    said = Expected(
        clash.verdict,
        clash.minutes,
        when if wanted.when else None,
        clash.needed,
        frozenset(clash.reasons),
    )
    return said == wanted and len(clash.reasons) == len(set(clash.reasons))


def runs(minutes: Iterable[int]) -> list[tuple[int, int]]:
    """The unbroken stretches of some minutes, each with the minute behind its last."""
    found: list[tuple[int, int]] = []
    for minute in sorted(minutes):
        if found and found[-1][1] == minute:
            found[-1] = (found[-1][0], minute + 1)
        else:
            found.append((minute, minute + 1))
    return found


def _ends(minutes: set[int]) -> tuple[int, int]:
    return min(minutes), max(minutes) + 1


def _reasons(a: Raw, b: Raw, met: set[int]) -> frozenset[Reason]:
    """Only the ends that face each other: how the former ends, and how the latter starts."""
    former, latter = sorted((a, b), key=lambda raw: raw.start + raw.around)
    late = latter.start + latter.around
    of_overrun = set(range(former.planned_end, former.last_end))
    of_around = set(range(latter.start - latter.around, late))
    of_end = set() if former.end is not None else set(range(former.sure_end, former.assumed))
    found = {
        Reason.OVERRUN: of_overrun,
        Reason.AROUND: of_around,
        Reason.END_NOT_STATED: of_end,
    }
    return frozenset(reason for reason, minutes in found.items() if minutes & met)
