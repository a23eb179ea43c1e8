"""How many findings of a rule are told where everything meets everything.

A thousand sessions at once in one room are half a million pairs: nobody reads those, and they take
the time and memory of a much larger programme.
"""

from collections.abc import Callable, Iterable
from itertools import islice
from typing import TypeVar

from tui_planner.programme.problem import Problem, Rule, Severity
from tui_planner.support.i18n import _

from .context import Context, Findings

MOST_IN_FULL = 1_000
"""Findings of one rule; beyond, only the first of each session is told."""
_MOST_PAIRS = 100_000
"""Pairs that are looked at for one rule; beyond, only a few of each session are."""
_FEW_PAIRS = 5

T = TypeVar("T")


def limit_findings(
    context: Context,
    rule: Rule,
    met: Iterable[Iterable[T]],
    find: Callable[[T], Problem | None],
) -> Findings:
    """The findings of a rule about pairs of things, and whether these are not all.

    Args:
        context: The programme.
        rule: The rule.
        met: For one thing after another, the pairs that it makes with those before it.
        find: Gives the finding that a pair is, if it is one.
    """
    number = 0
    left = _MOST_PAIRS
    is_cut = False
    for of_one in met:
        pairs = iter(of_one)
        for pair in islice(pairs, max(left, _FEW_PAIRS)):
            left -= 1
            if problem := find(pair):
                yield problem
                number += 1
                if number >= MOST_IN_FULL:
                    break
        if not is_cut and (number >= MOST_IN_FULL or left <= 0):
            is_cut = next(pairs, None) is not None
    if is_cut:
        message = _(
            "There may be more findings of {rule}: beyond {n}, only the first of each session is "
            "told."
        )
        yield Problem(
            rule,
            Severity.INFO,
            message.format(rule=rule.code, n=MOST_IN_FULL),
            context.reading.name,
            hint=_("Mend these first, and check again."),
        )
