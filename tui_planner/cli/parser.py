"""The command line as it may be written."""

import argparse
import shlex
import sys
from collections.abc import Callable, Collection, Sequence
from importlib import import_module
from typing import NoReturn

from .. import __version__
from ..i18n import _
from .output import PROGRAM, Exit, end, tell

Arguments = argparse.Namespace
Command = Callable[[Arguments], Exit]


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Tell wrong use, and end with 2."""
        self.print_usage(sys.stderr)
        tell(_("{program}: error: {message}").format(program=self.prog, message=message))
        end(Exit.FAILED)


def parse(argv: Sequence[str]) -> Arguments:
    """The arguments, with the command to run in `run`; wrong use ends with 2."""
    shared = _Parser(add_help=False)
    _shared_options(shared, argparse.SUPPRESS)
    parser = _Parser(
        PROGRAM,
        description=_("Plan a conference day in the terminal, and see what cannot go together."),
        epilog=_("Without a command, the app opens."),
    )
    _shared_options(parser, None)
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    parser.set_defaults(run=_command("open", "run"), command="open", file=None)
    commands = parser.add_subparsers(dest="command", metavar=_("COMMAND"))

    def command(
        name: str, help_: str, module: str = "", function: str = "run"
    ) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=help_, description=help_, parents=[shared])
        sub.set_defaults(run=_command(module or name, function))
        return sub

    _add_file(command("open", _("open the app on a programme")))
    _add_check_options(command("check", _("find what is wrong with a programme")))
    rules = command("rules", _("explain what check looks for"))
    rules.add_argument(
        "rule", nargs="?", metavar=_("RULE"), help=_("a rule, such as C101 or overlap")
    )
    show = command("show", _("print the day"))
    _add_file(show)
    show.add_argument("--day", metavar=_("DAY"), help=_("a date, or a number from 1"))
    show.add_argument(
        "--format", choices=("grid", "agenda", "json"), default="grid", help=_("how to print")
    )
    show.add_argument("--mine", action="store_true", help=_("only what is chosen"))
    choose = command("choose", _("choose sessions"), function="choose")
    choose.add_argument("ids", nargs="+", metavar="ID")
    choose.add_argument(
        "--priority", choices=("must", "want", "maybe"), help=_("how much it matters")
    )
    drop = command("drop", _("drop sessions"), module="choose", function="drop")
    drop.add_argument("ids", nargs="+", metavar="ID")
    mine = command("mine", _("print the itinerary and its clashes"))
    _add_file(mine)
    mine.add_argument("--format", choices=("text", "json"), default="text", help=_("how to print"))
    command("schema", _("print the JSON Schema of the programme file, for editors"))
    command("where", _("print the paths in use"))
    _refuse_file_as_command(parser, commands.choices, argv)
    return parser.parse_args(argv)


def _shared_options(parser: argparse.ArgumentParser, default: str | None) -> None:
    parser.add_argument(
        "-p", "--programme", metavar=_("FILE"), default=default, help=_("the programme")
    )
    parser.add_argument(
        "--itinerary", metavar=_("FILE"), default=default, help=_("where your choices are kept")
    )


def _add_check_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="*", metavar=_("FILE"), help=_("programmes; - is standard input")
    )
    formats = ("text", "json", "github", "sarif")
    parser.add_argument("--format", choices=formats, default="text", help=_("how to print"))
    parser.add_argument("--watch", action="store_true", help=_("stay, and check at every save"))
    for option, help_ in (
        ("--select", _("only these rules, such as C,A204; all where none is named")),
        ("--ignore", _("not these rules, such as A or C102")),
    ):
        parser.add_argument(option, action="append", default=[], metavar=_("RULES"), help=help_)


def _add_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", metavar=_("FILE"), help=_("the programme"))


def _command(module: str, function: str) -> Command:
    """A command whose module is imported only when it runs."""

    def run(args: Arguments) -> Exit:
        code: Exit = getattr(import_module(f"{__package__}.{module}"), function)(args)
        return code

    return run


def _refuse_file_as_command(
    parser: argparse.ArgumentParser, commands: Collection[str], argv: Sequence[str]
) -> None:
    first = next((word for word in argv if not word.startswith("-")), None)
    is_value = first is not None and argv.index(first) > 0  # of an option before it
    if first is None or is_value or first in commands:
        return
    if "." in first or "/" in first or "\\" in first:
        text = _("did you mean: {program} open {file}")
        parser.error(text.format(program=PROGRAM, file=shlex.quote(first)))
