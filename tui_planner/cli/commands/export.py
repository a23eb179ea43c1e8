"""`export`: the programme, or what is chosen of it, in the formats of others."""

from argparse import ArgumentTypeError

from tui_planner.cli.arguments import add_day, add_file
from tui_planner.cli.parser import Arguments, Parser, Subcommand
from tui_planner.exchange.exporting.registry import list_formats
from tui_planner.support.i18n import _

_MINUTES_OF_A_WEEK = 7 * 24 * 60


def run(args: Arguments) -> int:
    """Write it in one format, to a file or to standard output."""
    from tui_planner.cli.actions.export import export_plan

    return export_plan(args)


def _add_arguments(parser: Parser) -> None:
    add_file(parser)
    parser.add_argument(
        "--format",
        required=True,
        choices=tuple(list_formats()),
        help=_("what to write"),
    )
    parser.add_argument("--mine", action="store_true", help=_("only what is chosen"))
    add_day(parser)
    parser.add_argument(
        "--alarm",
        type=_parse_minutes,
        metavar=_("MINUTES"),
        help=_("in a calendar, remind so long before each start"),
    )
    parser.add_argument("-o", "--output", metavar=_("FILE"), help=_("where to write it"))
    parser.add_argument("--force", action="store_true", help=_("replace a file that was edited"))


def _parse_minutes(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or int(text[:9]) > _MINUTES_OF_A_WEEK:
        told = _("{text} is no number of minutes; write one from 0 to {most}")
        raise ArgumentTypeError(told.format(text=repr(text), most=_MINUTES_OF_A_WEEK))
    return int(text)


COMMAND = Subcommand(
    "export",
    _("write what others read: a calendar, a page, a schedule"),
    run,
    _add_arguments,
    order=150,
)
