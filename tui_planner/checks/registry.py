"""All rules: every record in the modules of `checks.rules`."""

from collections.abc import Mapping

from tui_planner.support.discovery import collect_records

from . import rules
from .registered_rule import RegisteredRule

_FAMILIES = "ECA"
"""The first letters of the rules, in the order in which these are listed."""


def _rank(entry: RegisteredRule) -> tuple[int, str]:
    """Return the place of a rule in the list; a family that is not named above comes last."""
    code = entry.rule.code
    return f"{_FAMILIES}{code[0]}".index(code[0]), code


REGISTRY: Mapping[str, RegisteredRule] = {
    entry.rule.code: entry for entry in sorted(collect_records(rules, RegisteredRule), key=_rank)
}
"""Every rule by its number, in their order: faults (E), clashes (C), advice (A)."""

ACCEPTABLE = frozenset(code for code, entry in REGISTRY.items() if entry.check)
"""The rules whose findings can be accepted."""
