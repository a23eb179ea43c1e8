"""`show`: the day, printed."""

from tui_planner.cli.arguments import add_ascii, add_day, add_file, add_formats, add_width
from tui_planner.cli.parser import Arguments, Parser, Subcommand
from tui_planner.support.i18n import _


def run(args: Arguments) -> int:
    """Print the day."""
    from tui_planner.cli.actions.show import show_days

    return show_days(args)


def _add_arguments(parser: Parser) -> None:
    add_file(parser)
    add_day(parser)
    add_formats(parser, "grid", "agenda", "json")
    parser.add_argument("--mine", action="store_true", help=_("only what is chosen"))
    add_width(parser)
    add_ascii(parser)


COMMAND = Subcommand("show", _("print the day"), run, _add_arguments, order=40)
