"""`share`: one's own choices as a file for a colleague."""

from tui_planner.cli.parser import Arguments, Parser, Subcommand
from tui_planner.support.i18n import _


def run(args: Arguments) -> int:
    """Write the file, or print it."""
    from tui_planner.cli.actions.planning.share import share_choices

    return share_choices(args)


def _add_arguments(parser: Parser) -> None:
    parser.add_argument("target", metavar=_("FILE"), help=_("the file; - is standard output"))
    parser.add_argument("--name", metavar=_("NAME"), help=_("who you are; it is kept"))


COMMAND = Subcommand(
    "share", _("write your choices to a file for a colleague"), run, _add_arguments, order=120
)
