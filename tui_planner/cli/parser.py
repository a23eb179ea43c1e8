"""The command line: what all commands share, and how wrong use is told."""

import argparse
import shlex
import sys
from collections.abc import Callable, Collection, Sequence
from importlib import import_module
from typing import NoReturn, Protocol, TypeAlias

from .. import __version__
from ..i18n import _
from .output import PROGRAM, Exit, end, tell

Arguments = argparse.Namespace
Command = Callable[[Arguments], Exit]
Commands: TypeAlias = "argparse._SubParsersAction[Parser]"


class NewCommand(Protocol):
    """Makes a command with its help; it is run by a function of a module of this package."""

    def __call__(
        self,
        name: str,
        help_: str,
        module: str = "",
        function: str = "run",
        among: "Commands | None" = None,
    ) -> "Parser":
        """The parser of the command, to which its arguments are added.

        It is one of the commands of the program, or of `among` those of another command.
        """


class Parser(argparse.ArgumentParser):
    """A parser that tells wrong use as all else is told."""

    def error(self, message: str) -> NoReturn:
        """Tell wrong use, and end with 2."""
        self.print_usage(sys.stderr)
        tell(_("{program}: error: {message}").format(program=self.prog, message=message))
        end(Exit.FAILED)


def parse(argv: Sequence[str], declare: Callable[["NewCommand"], None]) -> Arguments:
    """The arguments, with the command to run in `run`; wrong use ends with 2.

    Args:
        argv: The words behind the name of the program.
        declare: Declares every command by the function that it is given.
    """
    shared = Parser(add_help=False)
    _shared_options(shared, argparse.SUPPRESS)
    parser = Parser(
        PROGRAM,
        description=_("Plan a conference day in the terminal, and see what cannot go together."),
        epilog=_("Without a command, the app opens."),
    )
    _shared_options(parser, None)
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    parser.set_defaults(run=_command("open", "run"), command="open", file=None, ascii=False)
    commands = parser.add_subparsers(dest="command", metavar=_("COMMAND"))

    def command(
        name: str,
        help_: str,
        module: str = "",
        function: str = "run",
        among: "Commands | None" = None,
    ) -> Parser:
        siblings = commands if among is None else among
        sub = siblings.add_parser(name, help=help_, description=help_, parents=[shared])
        sub.set_defaults(run=_command(module or name, function))
        return sub

    declare(command)
    _refuse_file_as_command(parser, commands.choices, argv)
    return parser.parse_args(argv)


def _shared_options(parser: argparse.ArgumentParser, default: str | None) -> None:
    parser.add_argument(
        "-p", "--programme", metavar=_("FILE"), default=default, help=_("the programme")
    )
    parser.add_argument(
        "--itinerary", metavar=_("FILE"), default=default, help=_("where your choices are kept")
    )


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
