"""[[accepted]]: which findings the organiser knows, and which of its entries silence none: A206."""

from collections.abc import Collection, Iterable

from tui_planner.programme.model import Accepted
from tui_planner.programme.problem import Problem
from tui_planner.programme.reading.problem_collector import suggest_similar
from tui_planner.support.i18n import _

from . import advice_rules as rules
from .context import Context, Findings

Key = tuple[str, frozenset[str]]


def accepted_keys(accepted: Iterable[Accepted]) -> frozenset[Key]:
    """What the organiser knows: rules with what they are about."""
    return frozenset(map(_key, accepted))


def is_known(problem: Problem, known: Collection[Key]) -> bool:
    """Whether a finding is among what the organiser knows."""
    return _key_of(problem) in known


def find_unused(
    context: Context, found: Iterable[Problem], checked: Collection[str], known: Collection[str]
) -> Findings:
    """A206: entries of [[accepted]] that silence none of all that was found.

    `checked` are the rules that looked, `known` those that can be accepted at all.
    """
    silenced = {_key_of(problem) for problem in found}
    for index, one in enumerate(context.programme.accepted):
        if one.rule in known and one.rule not in checked:
            continue
        if _key(one) in silenced:
            silenced.discard(_key(one))  # a second entry for the same silences nothing
            continue
        yield _finding(context, index, one, known)


def _finding(context: Context, index: int, one: Accepted, known: Collection[str]) -> Problem:
    message = _("This accepts a finding of {rule} that is not there.").format(rule=one.rule)
    hint = _("Remove it, or name the sessions and blocks as the finding names them.")
    if one.rule not in known:
        message = _("{rule} is no rule that can be accepted.").format(rule=one.rule)
        meant = suggest_similar(one.rule, sorted(known))
        hint = meant or _("The rules: tui-planner rules.")
    named = sorted(one.sessions)
    place = context.reading.positions.locate_value(("accepted", index, "rule"))
    rule = rules.UNUSED_ACCEPTED
    return Problem(rule, rule.severity, message, context.reading.name, place, hint, tuple(named))


def _key(one: Accepted) -> Key:
    return one.rule, one.sessions


def _key_of(problem: Problem) -> Key:
    return problem.rule.code, frozenset(problem.sessions)
