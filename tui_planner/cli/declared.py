"""Every command with its arguments; its module is imported only when it runs."""

from argparse import ArgumentParser

from ..i18n import _
from .parser import NewCommand


def declare(command: NewCommand) -> None:
    """Declare all commands, in the order in which the help lists them."""
    _add_file(command("open", _("open the app on a programme")))
    _of_the_programme(command)
    _of_the_itinerary(command)
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


def _add_file(parser: ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", metavar=_("FILE"), help=_("the programme"))


def _add_formats(parser: ArgumentParser, default: str, *others: str) -> None:
    """How a command may print, the first where the user does not say."""
    parser.add_argument(
        "--format", choices=(default, *others), default=default, help=_("how to print")
    )
