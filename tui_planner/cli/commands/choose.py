"""`choose`: sessions into the itinerary."""

from tui_planner.cli.parser import Arguments, Parser, Subcommand
from tui_planner.support.i18n import _


def run(args: Arguments) -> int:
    """Choose sessions by their ids."""
    from tui_planner.cli.actions.planning.choose import choose_sessions

    return choose_sessions(args)


def _add_arguments(parser: Parser) -> None:
    parser.add_argument("ids", nargs="+", metavar="ID")
    parser.add_argument(
        "--priority", choices=("must", "want", "maybe"), help=_("how much it matters")
    )
    parser.add_argument(
        "--join", metavar=_("TIME"), help=_("when you join it, where that is not as it starts")
    )
    parser.add_argument(
        "--leave", metavar=_("TIME"), help=_("when you leave it, where that is not as it ends")
    )


COMMAND = Subcommand("choose", _("choose sessions"), run, _add_arguments, order=50)
