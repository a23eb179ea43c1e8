"""`new`: a programme to begin with."""

from tui_planner.cli.parser import Arguments, Parser, Subcommand
from tui_planner.support.i18n import _


def run(args: Arguments) -> int:
    """Write the programme, or print it."""
    from tui_planner.cli.actions.new import start_programme

    return start_programme(args)


def _add_arguments(parser: Parser) -> None:
    parser.add_argument(
        "target",
        nargs="?",
        metavar=_("FILE"),
        help=_("where to write it: programme.toml in this folder; - prints it"),
    )
    parser.add_argument("--force", action="store_true", help=_("replace a file that is there"))


COMMAND = Subcommand(
    "new",
    _("write a programme to begin with, which explains itself"),
    run,
    _add_arguments,
    order=15,
)
