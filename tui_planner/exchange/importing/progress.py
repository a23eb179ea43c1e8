"""How far an import is."""

from collections.abc import Callable

Progress = Callable[[float], None]
"""Is told how much of the work is done, from 0 to 1."""


def report_share(progress: Progress, begin: float, end: float) -> Progress:
    """The progress of one step, which leads the whole from one part to another."""
    return lambda part: progress(begin + part * (end - begin))
