"""`check`: the problems of programme files, for their organisers."""

from tui_planner.cli.arguments import add_day, add_formats
from tui_planner.cli.parser import Arguments, Parser, Subcommand
from tui_planner.support.i18n import _


def run(args: Arguments) -> int:
    """Print what is found."""
    from tui_planner.cli.actions.check import check_programmes

    return check_programmes(args)


def _add_arguments(parser: Parser) -> None:
    parser.add_argument(
        "files", nargs="*", metavar=_("FILE"), help=_("programmes; - is standard input")
    )
    add_formats(parser, "text", "json", "github", "sarif")
    parser.add_argument(
        "--watch",
        action="store_true",
        help=_("stay, and at every save tell what is new and solved"),
    )
    parser.add_argument("--summary", action="store_true", help=_("only how many, and of what"))
    for option, help_ in (
        ("--select", _("only these rules, such as C,A204; all where none is named")),
        ("--ignore", _("not these rules, such as A or C102")),
    ):
        parser.add_argument(option, action="append", default=[], metavar=_("RULES"), help=help_)
    add_day(parser)
    parser.add_argument(
        "--room", metavar=_("ROOM"), help=_("only what is about a room, by its name or id")
    )
    parser.add_argument(
        "--person", metavar=_("NAME"), help=_("only what is about a speaker or host")
    )
    earlier = parser.add_mutually_exclusive_group()
    earlier.add_argument(
        "--baseline",
        metavar=_("JSON"),
        help=_("only what is new and solved since an earlier run, by the JSON that it wrote"),
    )
    earlier.add_argument(
        "--since",
        metavar=_("REVISION"),
        help=_("only what is new and solved since a revision of git"),
    )


COMMAND = Subcommand(
    "check", _("find what is wrong with a programme"), run, _add_arguments, order=20
)
