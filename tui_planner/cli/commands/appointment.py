"""`appointment`: what takes time besides the programme."""

from tui_planner.cli.arguments import add_day
from tui_planner.cli.parser import Arguments, Parser, Subcommand, add_command
from tui_planner.support.i18n import _


def _add_arguments(parser: Parser) -> None:
    among = parser.add_subparsers(dest="action", metavar=_("ACTION"), required=True)
    for command in (
        Subcommand("add", _("add an appointment"), _add, _add_new),
        Subcommand("list", _("print the appointments, numbered"), _list),
        Subcommand("edit", _("change an appointment"), _edit, _add_edited),
        Subcommand("drop", _("take an appointment out"), _drop, _add_which),
    ):
        add_command(command, among)


def _add_new(parser: Parser) -> None:
    for name, metavar in (("title", _("TITLE")), ("start", _("START")), ("end", _("END"))):
        parser.add_argument(name, metavar=metavar)
    parser.add_argument("--note", default="", metavar=_("TEXT"))
    add_day(parser)


def _add_edited(parser: Parser) -> None:
    for option, metavar in (
        ("--title", _("TITLE")),
        ("--start", _("TIME")),
        ("--end", _("TIME")),
        ("--note", _("TEXT")),
    ):
        parser.add_argument(option, metavar=metavar)
    add_day(parser)
    _add_which(parser)


def _add_which(parser: Parser) -> None:
    parser.add_argument("which", metavar=_("TITLE"), help=_("its title, or its number"))


def _add(args: Arguments) -> int:
    from tui_planner.cli.actions.planning.appointment import add_appointment

    return add_appointment(args)


def _list(args: Arguments) -> int:
    from tui_planner.cli.actions.planning.appointment import list_appointments

    return list_appointments(args)


def _edit(args: Arguments) -> int:
    from tui_planner.cli.actions.planning.appointment import edit_appointment

    return edit_appointment(args)


def _drop(args: Arguments) -> int:
    from tui_planner.cli.actions.planning.appointment import drop_appointment

    return drop_appointment(args)


COMMAND = Subcommand(
    "appointment", _("keep time for something of your own"), None, _add_arguments, order=110
)
