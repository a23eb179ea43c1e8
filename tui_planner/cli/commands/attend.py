"""`attend`: from when until when the delegate is there."""

from tui_planner.cli.parser import Arguments, Parser, Subcommand
from tui_planner.support.i18n import _


def run(args: Arguments) -> int:
    """Keep the times, or print them."""
    from tui_planner.cli.actions.planning.attend import edit_presence

    return edit_presence(args)


def _add_arguments(parser: Parser) -> None:
    for option, dest, help_ in (
        ("--from", "arrives", _("when you arrive, such as 09:30")),
        ("--until", "leaves", _("when you leave")),
    ):
        parser.add_argument(option, dest=dest, metavar=_("TIME"), help=help_)
    parser.add_argument("--clear", action="store_true", help=_("attend the whole event"))


COMMAND = Subcommand("attend", _("say when you arrive and leave"), run, _add_arguments, order=100)
