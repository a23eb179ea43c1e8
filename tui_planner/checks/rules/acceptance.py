"""Findings that an organiser accepts with [[accepted]], and entries that silence none: A206.

This rule is about what the other rules found, so it has no check that looks at a programme alone.
"""

from collections.abc import Collection, Iterable

from tui_planner.checks.context import Context, Findings
from tui_planner.checks.registered_rule import RegisteredRule
from tui_planner.checks.rule_page import RulePage
from tui_planner.programme.model import Accepted
from tui_planner.programme.problem import Problem, Rule, Severity
from tui_planner.programme.reading.problem_collector import suggest_similar
from tui_planner.support.i18n import _

AcceptedFinding = tuple[str, frozenset[str]]
"""The number of a rule, and the ids of the sessions and blocks of a finding."""

_TALK = '[[sessions]]\nid = "talk"\ntitle = "Talk"\nstart = "12:45"\nend = "13:45"\n'
_DESCRIPTION = 'description = "How warmth from water heats a town."\n'
_ACCEPTED = '\n[[accepted]]\nrule = "A201"\nsessions = ["talk"]\nreason = "It follows."\n'


def list_accepted(entries: Iterable[Accepted]) -> frozenset[AcceptedFinding]:
    """List the findings that the entries of [[accepted]] silence."""
    return frozenset(map(_accepted_by, entries))


def is_accepted(problem: Problem, accepted: Collection[AcceptedFinding]) -> bool:
    """Say whether a finding is among those accepted."""
    return _key_of(problem) in accepted


def find_unused(
    context: Context,
    found: Iterable[Problem],
    checked: Collection[str],
    acceptable: Collection[str],
) -> Findings:
    """Find entries of [[accepted]] that silence none of all that was found (A206).

    Args:
        context: The programme.
        found: What the rules found, that which is accepted too.
        checked: The numbers of the rules that looked at everything.
        acceptable: The numbers of the rules whose findings can be accepted at all.
    """
    silenced = {_key_of(problem) for problem in found}
    for index, entry in enumerate(context.programme.accepted):
        if entry.rule in acceptable and entry.rule not in checked:
            continue
        if _accepted_by(entry) in silenced:
            silenced.discard(_accepted_by(entry))  # a second entry for the same silences nothing
            continue
        yield _report_unused(context, index, entry, acceptable)


def _report_unused(
    context: Context, index: int, entry: Accepted, acceptable: Collection[str]
) -> Problem:
    message = _("This accepts a finding of {rule} that is not there.").format(rule=entry.rule)
    hint = _("Remove it, or name the sessions and blocks as the finding names them.")
    if entry.rule not in acceptable:
        message = _("{rule} is no rule that can be accepted.").format(rule=entry.rule)
        meant = suggest_similar(entry.rule, sorted(acceptable))
        hint = meant or _("The rules: tui-planner rules.")
    place = context.reading.positions.value(("accepted", index, "rule"))
    ids = tuple(sorted(entry.sessions))
    return context.make_finding(UNUSED_ACCEPTED.rule, place, message, hint, ids)


UNUSED_ACCEPTED = RegisteredRule(
    Rule("A206", "unused-accepted", Severity.WARNING),
    RulePage(
        finds=_(
            "An [[accepted]] that silences nothing: what it accepts is not found, or not any more."
        ),
        breaks=_TALK + _DESCRIPTION + _ACCEPTED,
        mended=_TALK + _ACCEPTED,
    ),
    related_key=None,
)


def _accepted_by(entry: Accepted) -> AcceptedFinding:
    return entry.rule, entry.sessions


def _key_of(problem: Problem) -> AcceptedFinding:
    return problem.rule.code, frozenset(problem.sessions)
