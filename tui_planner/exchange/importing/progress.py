"""Reports of how far an import is."""

from collections.abc import Callable

Progress = Callable[[float], None]
"""A function that is called with how much of the work is done, from 0 to 1."""


def report_share(progress: Progress, begin: float, end: float) -> Progress:
    """Make the report of one step, whose 0 to 1 are `begin` to `end` of the whole."""
    return lambda part: progress(begin + part * (end - begin))
