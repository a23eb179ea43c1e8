"""All rules: every record in the modules of `checks.rules`."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules

from . import rules
from .registered_rule import RegisteredRule

_FAMILIES = "ECA"
"""The first letters of the rules, in the order in which these are listed."""


def collect_rules() -> Iterator[RegisteredRule]:
    """Yield every record that a module of `checks.rules` holds, in no particular order."""
    for module in iter_modules(rules.__path__, f"{rules.__name__}."):
        for value in vars(import_module(module.name)).values():
            if isinstance(value, RegisteredRule):
                yield value


def _rank(entry: RegisteredRule) -> tuple[int, str]:
    """Return the place of a rule in the list; a family that is not named above comes last."""
    code = entry.rule.code
    return f"{_FAMILIES}{code[0]}".index(code[0]), code


REGISTRY: Mapping[str, RegisteredRule] = {
    entry.rule.code: entry for entry in sorted(collect_rules(), key=_rank)
}
"""Every rule by its number, in their order: faults (E), clashes (C), advice (A)."""

ACCEPTABLE = frozenset(code for code, entry in REGISTRY.items() if entry.check)
"""The rules whose findings can be accepted."""
