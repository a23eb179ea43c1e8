"""`refresh`: what is at an address, fetched again, and what has changed of one's choices."""

from tui_planner.cli.parser import Arguments, Parser, Subcommand
from tui_planner.support.i18n import _


def run(args: Arguments) -> int:
    """Fetch, and tell what has changed."""
    from tui_planner.cli.actions.refresh import refresh_programmes

    return refresh_programmes(args)


def _add_arguments(parser: Parser) -> None:
    parser.add_argument(
        "address",
        nargs="?",
        metavar=_("ADDRESS"),
        help=_("where the programme is; without one, all of which a copy is kept"),
    )


COMMAND = Subcommand(
    "refresh",
    _("fetch a programme again, and print what has changed of your choices"),
    run,
    _add_arguments,
    order=75,
)
