"""The record of a rule: all that is known of it, in one place."""

from collections.abc import Callable
from typing import NamedTuple

from tui_planner.programme.problem import Rule

from .context import Context, Findings
from .rule_page import RulePage

RuleCheck = Callable[[Context], Findings]
"""A function that finds what breaks one rule in a sound programme."""


class RegisteredRule(NamedTuple):
    """A rule with its page, and with the function that looks for it where one does.

    Attributes:
        rule: Its number, name and usual severity.
        page: What a user reads of it.
        check: The function that finds it in a sound programme. None for the E rules, which are
            found while the file is read, and for A206, which is about what the others found.
        heading: The line above all its findings of one file, with `{name}` of the rule and their
            number `{n}`, where they have one cause: something is not filled in yet. Empty for
            other rules, whose findings are grouped by what they are about.
        related_key: The key at which the other sessions and blocks of a finding show what it is
            about; None where the finding has no others that can be shown.
    """

    rule: Rule
    page: RulePage
    check: RuleCheck | None = None
    heading: str = ""
    related_key: str | None = "start"

    @property
    def tells_clashes(self) -> bool:
        """Whether it is looked for in a file with faults too: these hide no clash."""
        return self.rule.code.startswith("C")
