"""`import`: what others publish as a programme of format 1."""

from tui_planner.cli.parser import Arguments, Parser, Subcommand
from tui_planner.support.i18n import _


def run(args: Arguments) -> int:
    """Write the programme, or print it."""
    from tui_planner.cli.actions.import_ import import_programme

    return import_programme(args)


def _add_arguments(parser: Parser) -> None:
    from tui_planner.exchange.importing.detect_format import list_format_names
    from tui_planner.programme.time_text import join_choices

    parser.add_argument(
        "source",
        nargs="?",
        metavar=_("FILE"),
        help=_("{formats}; - is standard input").format(formats=join_choices(list_format_names())),
    )
    parser.add_argument("-o", "--output", metavar=_("FILE"), help=_("where to write it"))
    parser.add_argument("--force", action="store_true", help=_("replace a file that was edited"))
    parser.add_argument(
        "--timezone",
        metavar=_("ZONE"),
        help=_(
            "the zone to show it in, and in which times without one are, such as Europe/Amsterdam"
        ),
    )
    parser.add_argument(
        "--columns",
        metavar=_("COLUMNS"),
        help=_("what the columns of a table are, such as title=Titel,start=Van"),
    )


COMMAND = Subcommand(
    "import", _("make a programme of what others publish"), run, _add_arguments, order=140
)
