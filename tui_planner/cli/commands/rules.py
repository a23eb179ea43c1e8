"""`rules`: what the check looks for, as a table or as a page for each rule."""

from collections.abc import Iterator

from tui_planner.checks.registered_rule import RegisteredRule
from tui_planner.checks.registry import REGISTRY
from tui_planner.checks.rule_page import show_acceptance
from tui_planner.checks.selection import UnknownRuleError, match_rules
from tui_planner.cli.formats.problem_text import StyledLine, name_severity, style_severity
from tui_planner.cli.output import Exit, Failure, say, say_styled, table
from tui_planner.cli.parser import Arguments
from tui_planner.support.i18n import _


def run(args: Arguments) -> Exit:
    """Print the page of a rule, of several that begin so, or the table of all."""
    if args.rule is None:
        width = max(len(entry.rule.name) for entry in REGISTRY.values())
        table((code, _in_brief(entry, width)) for code, entry in REGISTRY.items())
        return Exit.OK
    try:
        codes = match_rules(args.rule)
    except UnknownRuleError as error:
        raise Failure(str(error)) from error
    for number, code in enumerate(codes):
        if number:
            say()
        say_styled(_page(REGISTRY[code]))
    return Exit.OK


def _in_brief(entry: RegisteredRule, width: int) -> str:
    rule = entry.rule
    return f"{name_severity(rule.severity):<8} {rule.name:<{width}}  {entry.page.finds}"


def _page(entry: RegisteredRule) -> Iterator[StyledLine]:
    rule, page = entry.rule, entry.page
    yield [
        (rule.code, style_severity(rule.severity)),
        (f" {rule.name}", "bold"),
        (f" ({name_severity(rule.severity)})", "dim"),
    ]
    yield [("", "")]
    yield [(page.finds, "")]
    yield from _section(_("This breaks it:"), page.breaks)
    yield from _section(_("Mended:"), page.mended)
    if page.accepts:
        heading = _("Or accepted, with your reason:")
        yield from _section(heading, show_acceptance(rule.code, page))
    else:
        yield [("", "")]
        yield [(_("It cannot be accepted with [[accepted]]."), "bold")]


def _section(heading: str, example: str) -> Iterator[StyledLine]:
    yield [("", "")]
    yield [(heading, "bold")]
    yield [("", "")]
    for line in example.splitlines():
        yield [(f"    {line}".rstrip(), "")]
