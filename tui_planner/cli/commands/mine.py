"""`mine`: the itinerary and its clashes."""

from argparse import ArgumentTypeError

from tui_planner.cli.arguments import add_file, add_formats, add_width
from tui_planner.cli.parser import Arguments, Parser, Subcommand
from tui_planner.support.i18n import _

_MOST_DIGITS = 9


def run(args: Arguments) -> int:
    """Print the itinerary."""
    from tui_planner.cli.actions.planning.mine import show_itinerary

    return show_itinerary(args)


def _add_arguments(parser: Parser) -> None:
    add_file(parser)
    add_formats(parser, "text", "json")
    add_width(parser)
    parser.add_argument("--history", action="store_true", help=_("what was changed, and when"))
    parser.add_argument(
        "--restore",
        type=_parse_change,
        metavar=_("N"),
        help=_("have it as it was before change N"),
    )
    parser.add_argument("--seen", action="store_true", help=_("mark what has changed as seen"))
    parser.add_argument(
        "--follow",
        action="append",
        default=[],
        metavar="ID",
        help=_("take what is offered for a session that is gone, by its old id"),
    )


def _parse_change(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or len(text) > _MOST_DIGITS:
        message = _("{text} is no change; mine --history lists them by their numbers")
        raise ArgumentTypeError(message.format(text=repr(text)))
    return int(text)


COMMAND = Subcommand(
    "mine", _("print the itinerary and its clashes"), run, _add_arguments, order=70
)
