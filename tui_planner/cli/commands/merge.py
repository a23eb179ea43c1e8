"""`merge`: a colleague's choices beside one's own."""

from tui_planner.cli.parser import Arguments, Parser, Subcommand
from tui_planner.support.i18n import _


def run(args: Arguments) -> int:
    """Take a colleague's choices in, or out again."""
    from tui_planner.cli.actions.planning.merge import merge_companion

    return merge_companion(args)


def _add_arguments(parser: Parser) -> None:
    one = parser.add_mutually_exclusive_group(required=True)
    one.add_argument(
        "source", nargs="?", metavar=_("FILE"), help=_("what they shared; - is standard input")
    )
    one.add_argument("--drop", metavar=_("NAME"), help=_("take a colleague's choices out again"))
    parser.add_argument("--name", metavar=_("NAME"), help=_("who they are, if the file is silent"))


COMMAND = Subcommand(
    "merge", _("show a colleague's choices beside yours"), run, _add_arguments, order=130
)
