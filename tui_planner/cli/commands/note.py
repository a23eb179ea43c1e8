"""`note`: what the delegate writes of a chosen session."""

from tui_planner.cli.parser import Arguments, Parser, Subcommand
from tui_planner.support.i18n import _


def run(args: Arguments) -> int:
    """Keep a note, or print it."""
    from tui_planner.cli.actions.planning.note import edit_note

    return edit_note(args)


def _add_arguments(parser: Parser) -> None:
    parser.add_argument("id", metavar="ID")
    parser.add_argument(
        "text", nargs="*", metavar=_("TEXT"), help=_('the note; "" removes it, none prints it')
    )


COMMAND = Subcommand("note", _("write a note with a chosen session"), run, _add_arguments, order=90)
