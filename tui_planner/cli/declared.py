"""Every command with its arguments; its module is imported only when it runs."""

from argparse import ArgumentParser, ArgumentTypeError

from ..i18n import _
from .parser import NewCommand, Parser
from .plain_lines import width

_MINUTES_OF_A_WEEK = 7 * 24 * 60


def declare(command: NewCommand) -> None:
    """Declare all commands, in the order in which the help lists them."""
    open_ = command("open", _("open the app on a programme"))
    _add_file(open_)
    _add_ascii(open_)
    _of_the_programme(command)
    _of_the_itinerary(command)
    _of_what_is_yours(command)
    _of_colleagues(command)
    _of_other_formats(command)
    command("schema", _("print the JSON Schema of the programme file, for editors"))
    command("where", _("print the paths in use"))


def _of_the_programme(command: NewCommand) -> None:
    _add_check_options(command("check", _("find what is wrong with a programme")))
    rules = command("rules", _("explain what check looks for"))
    rules.add_argument(
        "rule", nargs="?", metavar=_("RULE"), help=_("a rule, such as C101 or overlap")
    )
    show = command("show", _("print the day"))
    _add_file(show)
    show.add_argument("--day", metavar=_("DAY"), help=_("a date, or a number from 1"))
    _add_formats(show, "grid", "agenda", "json")
    show.add_argument("--mine", action="store_true", help=_("only what is chosen"))
    _add_width(show)
    _add_ascii(show)


def _of_the_itinerary(command: NewCommand) -> None:
    choose = command("choose", _("choose sessions"), function="choose")
    choose.add_argument("ids", nargs="+", metavar="ID")
    choose.add_argument(
        "--priority", choices=("must", "want", "maybe"), help=_("how much it matters")
    )
    drop = command("drop", _("drop sessions"), module="choose", function="drop")
    drop.add_argument("ids", nargs="+", metavar="ID")
    mine = command("mine", _("print the itinerary and its clashes"))
    _add_file(mine)
    _add_formats(mine, "text", "json")
    _add_width(mine)
    mine.add_argument("--history", action="store_true", help=_("what was changed, and when"))
    mine.add_argument(
        "--restore", type=int, metavar=_("N"), help=_("have it as it was before change N")
    )
    mine.add_argument("--seen", action="store_true", help=_("mark what has changed as seen"))
    mine.add_argument(
        "--follow",
        action="append",
        default=[],
        metavar="ID",
        help=_("take what is offered for a session that is gone, by its old id"),
    )
    _add_suggest_options(command("suggest", _("propose the best day, and say why")))


def _add_suggest_options(parser: ArgumentParser) -> None:
    _add_file(parser)
    parser.add_argument("--day", metavar=_("DAY"), help=_("a date, or a number from 1"))
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


def _of_what_is_yours(command: NewCommand) -> None:
    note = command("note", _("write a note with a chosen session"))
    note.add_argument("id", metavar="ID")
    note.add_argument(
        "text", nargs="*", metavar=_("TEXT"), help=_('the note; "" removes it, none prints it')
    )
    attend = command("attend", _("say when you arrive and leave"))
    for option, dest, help_ in (
        ("--from", "arrives", _("when you arrive, such as 09:30")),
        ("--until", "leaves", _("when you leave")),
    ):
        attend.add_argument(option, dest=dest, metavar=_("TIME"), help=help_)
    attend.add_argument("--clear", action="store_true", help=_("attend the whole event"))
    _add_actions(command("appointment", _("keep time for something of your own")), command)


def _add_actions(appointment: Parser, command: NewCommand) -> None:
    among = appointment.add_subparsers(dest="action", metavar=_("ACTION"), required=True)

    def action(name: str, help_: str, function: str) -> Parser:
        return command(name, help_, "appointment", function, among)

    add = action("add", _("add an appointment"), "add")
    for name, metavar in (("title", _("TITLE")), ("start", _("START")), ("end", _("END"))):
        add.add_argument(name, metavar=metavar)
    add.add_argument("--note", default="", metavar=_("TEXT"))
    action("list", _("print the appointments, numbered"), "list_")
    edit = action("edit", _("change an appointment"), "edit")
    for option, metavar in (
        ("--title", _("TITLE")),
        ("--start", _("TIME")),
        ("--end", _("TIME")),
        ("--note", _("TEXT")),
    ):
        edit.add_argument(option, metavar=metavar)
    for parser in (add, edit):
        parser.add_argument("--day", metavar=_("DAY"), help=_("a date, or a number from 1"))
    for parser in (edit, action("drop", _("take an appointment out"), "drop")):
        parser.add_argument("which", metavar=_("TITLE"), help=_("its title, or its number"))


def _of_colleagues(command: NewCommand) -> None:
    share = command("share", _("write your choices to a file for a colleague"))
    share.add_argument("target", metavar=_("FILE"), help=_("the file; - is standard output"))
    share.add_argument("--name", metavar=_("NAME"), help=_("who you are; it is kept"))
    merge = command("merge", _("show a colleague's choices beside yours"))
    one = merge.add_mutually_exclusive_group(required=True)
    one.add_argument(
        "source", nargs="?", metavar=_("FILE"), help=_("what they shared; - is standard input")
    )
    one.add_argument("--drop", metavar=_("NAME"), help=_("take a colleague's choices out again"))
    merge.add_argument("--name", metavar=_("NAME"), help=_("who they are, if the file is silent"))


def _add_export_options(parser: ArgumentParser) -> None:
    _add_file(parser)
    parser.add_argument(
        "--format",
        required=True,
        choices=("ics", "html", "md", "svg", "json", "schedule-xml", "schedule-json"),
        help=_("what to write"),
    )
    parser.add_argument("--mine", action="store_true", help=_("only what is chosen"))
    parser.add_argument("--day", metavar=_("DAY"), help=_("a date, or a number from 1"))
    parser.add_argument(
        "--alarm",
        type=_minutes,
        metavar=_("MINUTES"),
        help=_("in a calendar, remind so long before each start"),
    )
    parser.add_argument("-o", "--output", metavar=_("FILE"), help=_("where to write it"))


def _minutes(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or int(text[:9]) > _MINUTES_OF_A_WEEK:
        told = _("{text} is no number of minutes; write one from 0 to {most}")
        raise ArgumentTypeError(told.format(text=repr(text), most=_MINUTES_OF_A_WEEK))
    return int(text)


def _add_check_options(parser: ArgumentParser) -> None:
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


def _of_other_formats(command: NewCommand) -> None:
    import_ = command("import", _("make a programme of what others publish"), module="import_")
    import_.add_argument(
        "source",
        nargs="?",
        metavar=_("FILE"),
        help=_("schedule.xml, schedule.json or iCalendar; - is standard input"),
    )
    import_.add_argument("-o", "--output", metavar=_("FILE"), help=_("where to write it"))
    import_.add_argument("--force", action="store_true", help=_("replace a file that was edited"))
    import_.add_argument(
        "--timezone", metavar=_("ZONE"), help=_("where it is, such as Europe/Amsterdam")
    )
    _add_export_options(
        command("export", _("write what others read: a calendar, a page, a schedule"))
    )


def _add_width(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--width", type=width, metavar=_("N"), help=_("how many columns wide; 40 fits a phone")
    )


def _add_ascii(parser: ArgumentParser) -> None:
    parser.add_argument("--ascii", action="store_true", help=_("draw with ASCII alone"))


def _add_file(parser: ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", metavar=_("FILE"), help=_("the programme"))


def _add_formats(parser: ArgumentParser, default: str, *others: str) -> None:
    """How a command may print, the first where the user does not say."""
    parser.add_argument(
        "--format", choices=(default, *others), default=default, help=_("how to print")
    )
