"""Every command with its arguments; its module is imported only when it runs."""

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Sequence

from tui_planner.support.i18n import _

from .formats.plain_lines import parse_width
from .parser import Parser, Subcommand, add_command

_MINUTES_OF_A_WEEK = 7 * 24 * 60


def list_commands() -> Sequence[Subcommand]:
    """All commands, in the order in which the help lists them."""
    return (
        Subcommand("open", _("open the app on a programme"), _of_open),
        Subcommand("check", _("find what is wrong with a programme"), _of_check),
        Subcommand("rules", _("explain what check looks for"), _of_rules),
        Subcommand("show", _("print the day"), _of_show),
        Subcommand("choose", _("choose sessions"), _of_choose, function="choose"),
        Subcommand("drop", _("drop sessions"), _of_drop, module="choose", function="drop"),
        Subcommand("mine", _("print the itinerary and its clashes"), _of_mine),
        Subcommand("suggest", _("propose the best day, and say why"), _of_suggest),
        Subcommand("note", _("write a note with a chosen session"), _of_note),
        Subcommand("attend", _("say when you arrive and leave"), _of_attend),
        Subcommand("appointment", _("keep time for something of your own"), _of_appointment),
        Subcommand("share", _("write your choices to a file for a colleague"), _of_share),
        Subcommand("merge", _("show a colleague's choices beside yours"), _of_merge),
        Subcommand(
            "import", _("make a programme of what others publish"), _of_import, module="import_"
        ),
        Subcommand(
            "export", _("write what others read: a calendar, a page, a schedule"), _of_export
        ),
        Subcommand("schema", _("print the JSON Schema of the programme file, for editors")),
        Subcommand("where", _("print the paths in use")),
    )


def _of_open(parser: Parser) -> None:
    _add_file(parser)
    _add_ascii(parser)


def _of_check(parser: Parser) -> None:
    parser.add_argument(
        "files", nargs="*", metavar=_("FILE"), help=_("programmes; - is standard input")
    )
    _add_formats(parser, "text", "json", "github", "sarif")
    parser.add_argument("--watch", action="store_true", help=_("stay, and check at every save"))
    for option, help_ in (
        ("--select", _("only these rules, such as C,A204; all where none is named")),
        ("--ignore", _("not these rules, such as A or C102")),
    ):
        parser.add_argument(option, action="append", default=[], metavar=_("RULES"), help=help_)


def _of_rules(parser: Parser) -> None:
    parser.add_argument(
        "rule", nargs="?", metavar=_("RULE"), help=_("a rule, such as C101 or overlap")
    )


def _of_show(parser: Parser) -> None:
    _add_file(parser)
    _add_day(parser)
    _add_formats(parser, "grid", "agenda", "json")
    parser.add_argument("--mine", action="store_true", help=_("only what is chosen"))
    _add_width(parser)
    _add_ascii(parser)


def _of_choose(parser: Parser) -> None:
    parser.add_argument("ids", nargs="+", metavar="ID")
    parser.add_argument(
        "--priority", choices=("must", "want", "maybe"), help=_("how much it matters")
    )


def _of_drop(parser: Parser) -> None:
    parser.add_argument("ids", nargs="+", metavar="ID")


def _of_mine(parser: Parser) -> None:
    _add_file(parser)
    _add_formats(parser, "text", "json")
    _add_width(parser)
    parser.add_argument("--history", action="store_true", help=_("what was changed, and when"))
    parser.add_argument(
        "--restore", type=int, metavar=_("N"), help=_("have it as it was before change N")
    )
    parser.add_argument("--seen", action="store_true", help=_("mark what has changed as seen"))
    parser.add_argument(
        "--follow",
        action="append",
        default=[],
        metavar="ID",
        help=_("take what is offered for a session that is gone, by its old id"),
    )


def _of_suggest(parser: Parser) -> None:
    _add_file(parser)
    _add_day(parser)
    parser.add_argument(
        "--whole-day", action="store_true", help=_("let what is chosen compete, by its priority")
    )
    parser.add_argument(
        "--like", action="append", default=[], metavar=_("WORD"), help=_("a word or track you like")
    )
    parser.add_argument(
        "--take", action="store_true", help=_("choose and drop so, and keep what you like")
    )
    _add_formats(parser, "text", "json")


def _of_note(parser: Parser) -> None:
    parser.add_argument("id", metavar="ID")
    parser.add_argument(
        "text", nargs="*", metavar=_("TEXT"), help=_('the note; "" removes it, none prints it')
    )


def _of_attend(parser: Parser) -> None:
    for option, dest, help_ in (
        ("--from", "arrives", _("when you arrive, such as 09:30")),
        ("--until", "leaves", _("when you leave")),
    ):
        parser.add_argument(option, dest=dest, metavar=_("TIME"), help=help_)
    parser.add_argument("--clear", action="store_true", help=_("attend the whole event"))


def _of_appointment(parser: Parser) -> None:
    among = parser.add_subparsers(dest="action", metavar=_("ACTION"), required=True)
    for name, help_, add_arguments, function in (
        ("add", _("add an appointment"), _of_adding, "add"),
        ("list", _("print the appointments, numbered"), None, "list_"),
        ("edit", _("change an appointment"), _of_editing, "edit"),
        ("drop", _("take an appointment out"), _add_which, "drop"),
    ):
        add_command(Subcommand(name, help_, add_arguments, "appointment", function), among)


def _of_adding(parser: Parser) -> None:
    for name, metavar in (("title", _("TITLE")), ("start", _("START")), ("end", _("END"))):
        parser.add_argument(name, metavar=metavar)
    parser.add_argument("--note", default="", metavar=_("TEXT"))
    _add_day(parser)


def _of_editing(parser: Parser) -> None:
    for option, metavar in (
        ("--title", _("TITLE")),
        ("--start", _("TIME")),
        ("--end", _("TIME")),
        ("--note", _("TEXT")),
    ):
        parser.add_argument(option, metavar=metavar)
    _add_day(parser)
    _add_which(parser)


def _of_share(parser: Parser) -> None:
    parser.add_argument("target", metavar=_("FILE"), help=_("the file; - is standard output"))
    parser.add_argument("--name", metavar=_("NAME"), help=_("who you are; it is kept"))


def _of_merge(parser: Parser) -> None:
    one = parser.add_mutually_exclusive_group(required=True)
    one.add_argument(
        "source", nargs="?", metavar=_("FILE"), help=_("what they shared; - is standard input")
    )
    one.add_argument("--drop", metavar=_("NAME"), help=_("take a colleague's choices out again"))
    parser.add_argument("--name", metavar=_("NAME"), help=_("who they are, if the file is silent"))


def _of_import(parser: Parser) -> None:
    parser.add_argument(
        "source",
        nargs="?",
        metavar=_("FILE"),
        help=_("schedule.xml, schedule.json or iCalendar; - is standard input"),
    )
    parser.add_argument("-o", "--output", metavar=_("FILE"), help=_("where to write it"))
    parser.add_argument("--force", action="store_true", help=_("replace a file that was edited"))
    parser.add_argument(
        "--timezone", metavar=_("ZONE"), help=_("where it is, such as Europe/Amsterdam")
    )


def _of_export(parser: Parser) -> None:
    _add_file(parser)
    parser.add_argument(
        "--format",
        required=True,
        choices=("ics", "html", "md", "svg", "json", "schedule-xml", "schedule-json"),
        help=_("what to write"),
    )
    parser.add_argument("--mine", action="store_true", help=_("only what is chosen"))
    _add_day(parser)
    parser.add_argument(
        "--alarm",
        type=_minutes,
        metavar=_("MINUTES"),
        help=_("in a calendar, remind so long before each start"),
    )
    parser.add_argument("-o", "--output", metavar=_("FILE"), help=_("where to write it"))
    parser.add_argument("--force", action="store_true", help=_("replace a file that was edited"))


def _minutes(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or int(text[:9]) > _MINUTES_OF_A_WEEK:
        told = _("{text} is no number of minutes; write one from 0 to {most}")
        raise ArgumentTypeError(told.format(text=repr(text), most=_MINUTES_OF_A_WEEK))
    return int(text)


def _add_width(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--width",
        type=parse_width,
        metavar=_("N"),
        help=_("how many columns wide; 40 fits a phone"),
    )


def _add_day(parser: ArgumentParser) -> None:
    parser.add_argument("--day", metavar=_("DAY"), help=_("a date, or a number from 1"))


def _add_which(parser: ArgumentParser) -> None:
    parser.add_argument("which", metavar=_("TITLE"), help=_("its title, or its number"))


def _add_ascii(parser: ArgumentParser) -> None:
    parser.add_argument("--ascii", action="store_true", help=_("draw with ASCII alone"))


def _add_file(parser: ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", metavar=_("FILE"), help=_("the programme"))


def _add_formats(parser: ArgumentParser, default: str, *others: str) -> None:
    """How a command may print, the first where the user does not say."""
    parser.add_argument(
        "--format", choices=(default, *others), default=default, help=_("how to print")
    )
