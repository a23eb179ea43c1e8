"""`check`: the problems of programme files, for their organisers."""

from tui_planner.cli.arguments import add_formats
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
    parser.add_argument("--watch", action="store_true", help=_("stay, and check at every save"))
    for option, help_ in (
        ("--select", _("only these rules, such as C,A204; all where none is named")),
        ("--ignore", _("not these rules, such as A or C102")),
    ):
        parser.add_argument(option, action="append", default=[], metavar=_("RULES"), help=help_)


COMMAND = Subcommand(
    "check", _("find what is wrong with a programme"), run, _add_arguments, order=20
)
