"""`rules`: what the check looks for."""

from tui_planner.cli.parser import Arguments, Parser, Subcommand
from tui_planner.support.i18n import _


def run(args: Arguments) -> int:
    """Print the rules, or the page of one."""
    from tui_planner.cli.actions.rules import explain_rules

    return explain_rules(args)


def _add_arguments(parser: Parser) -> None:
    parser.add_argument(
        "rule", nargs="?", metavar=_("RULE"), help=_("a rule, such as C101 or overlap")
    )


COMMAND = Subcommand("rules", _("explain what check looks for"), run, _add_arguments, order=30)
