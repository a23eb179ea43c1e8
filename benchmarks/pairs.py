"""A case beside its yardstick: run in turn, and shown as medians, their ratio and its spread."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from statistics import median, quantiles

Sample = Mapping[str, float]
"""The measures of one run, by the name of the quantity."""

UNITS = {
    "time": "ms",
    "start": "ms",
    "key": "ms",
    "scroll": "ms",
    "leave": "ms",
    "bytes": "B",
    "memory": "MiB",
}


@dataclass(frozen=True)
class Case:
    """A case to measure, with its yardstick.

    Attributes:
        title: What is measured, and its yardstick.
        ours: Runs the program once.
        yardstick: Runs what it is held against once.
        bars: The most that the ratio may be, by the name of the quantity.
    """

    title: str
    ours: Callable[[], Sample]
    yardstick: Callable[[], Sample]
    bars: Mapping[str, float] = field(default_factory=dict)


def measure(case: Case, pairs: int) -> Iterator[str]:
    """Run a case and its yardstick in turn, and yield a line for each quantity."""
    _pair(case, turned=False)  # the first run fills the caches of the system
    samples = [_pair(case, turned=number % 2 == 1) for number in range(pairs)]
    yield case.title
    for name in samples[0][0]:
        yield _line(name, [(ours[name], theirs[name]) for ours, theirs in samples], case)


def _pair(case: Case, *, turned: bool) -> tuple[Sample, Sample]:
    """Take a sample of each; `turned` where the yardstick runs first."""
    if turned:
        theirs = case.yardstick()
        return case.ours(), theirs
    return case.ours(), case.yardstick()


def _line(name: str, samples: list[tuple[float, float]], case: Case) -> str:
    ours, theirs = (median(side) for side in zip(*samples, strict=True))
    ratios = [mine / other for mine, other in samples]
    low, _middle, high = quantiles(ratios, n=4) if len(ratios) > 1 else ratios * 3
    unit = UNITS[name]
    text = (
        f"  {name:<8} {ours:8.1f} {unit:<4} against {theirs:8.1f} {unit:<4}"
        f"  ratio {median(ratios):5.2f}  (half of them {low:.2f} to {high:.2f})"
    )
    bar = case.bars.get(name)
    if bar is None:
        return text
    return f"{text}  bar {bar:.2f}: {'met' if median(ratios) <= bar else 'NOT MET'}"
