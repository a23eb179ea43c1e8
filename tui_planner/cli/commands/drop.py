"""`drop`: sessions out of the itinerary."""

from tui_planner.cli.parser import Arguments, Parser, Subcommand
from tui_planner.support.i18n import _


def run(args: Arguments) -> int:
    """Drop sessions by their ids."""
    from tui_planner.cli.actions.planning.choose import drop_sessions

    return drop_sessions(args)


def _add_arguments(parser: Parser) -> None:
    parser.add_argument("ids", nargs="+", metavar="ID")


COMMAND = Subcommand("drop", _("drop sessions"), run, _add_arguments, order=60)
