"""The limit to the findings of one rule, where everything meets everything.

A thousand sessions at once in one room are half a million pairs: nobody reads those, and they take
the time and memory of a much larger programme.
"""

from collections.abc import Callable, Iterable
from itertools import islice
from typing import TypeVar

from tui_planner.programme.problem import Problem, Rule, Severity
from tui_planner.support.i18n import _

from .context import Context, Findings

MOST_SHOWN = 1_000
"""Findings of one rule; of more, the first of each session comes before the others."""
_MOST_PAIRS = 100_000
"""Pairs that are looked at for one rule; beyond, only a few of each session are."""
_FEW_PAIRS = 5

T = TypeVar("T")


def limit_findings(
    context: Context,
    rule: Rule,
    pairs_of_each: Iterable[Iterable[T]],
    find: Callable[[T], Problem | None],
) -> Findings:
    """Find what breaks a rule about pairs of things, and say so where that may not be all.

    Args:
        context: The programme.
        rule: The rule.
        pairs_of_each: For one thing after another, the pairs that it makes with those before it.
        find: Gives the finding that a pair is, if it is one.
    """
    firsts: list[Problem] = []
    others: list[Problem] = []
    left = _MOST_PAIRS
    is_cut = False
    for pairs_of_one in pairs_of_each:
        pairs = iter(pairs_of_one)
        is_first = True
        for pair in islice(pairs, max(left, _FEW_PAIRS)):
            left -= 1
            if problem := find(pair):
                (firsts if is_first else others).append(problem)
                is_first = False
                if len(firsts) + len(others) >= MOST_SHOWN:
                    break
        if not is_cut and (len(firsts) + len(others) >= MOST_SHOWN or left <= 0):
            is_cut = next(pairs, None) is not None
    is_cut = is_cut or len(firsts) + len(others) > MOST_SHOWN
    yield from firsts
    yield from others[: max(0, MOST_SHOWN - is_cut - len(firsts))]
    if is_cut:
        message = _(
            "There may be more findings of {rule}: beyond {n}, only the first of each session is "
            "told."
        )
        yield Problem(
            rule,
            Severity.INFO,
            message.format(rule=rule.code, n=MOST_SHOWN),
            context.reading.text_name,
            hint=_("Mend these first, and check again."),
        )
