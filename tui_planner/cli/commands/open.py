"""`open`: the app."""

from tui_planner.cli.arguments import add_ascii, add_file
from tui_planner.cli.parser import Arguments, Parser, Subcommand
from tui_planner.support.i18n import _


def run(args: Arguments) -> int:
    """Open the app."""
    from tui_planner.cli.actions.open import open_app

    return open_app(args)


def _add_arguments(parser: Parser) -> None:
    add_file(parser)
    add_ascii(parser)


COMMAND = Subcommand("open", _("open the app on a programme"), run, _add_arguments, order=10)
