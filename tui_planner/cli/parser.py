"""The command line: what all commands share, and how wrong use is told."""

import argparse
import shlex
import sys
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple, NoReturn, TypeAlias

from tui_planner import __version__
from tui_planner.programme.addresses import hide_secrets
from tui_planner.programme.toml.source import STANDARD_INPUT
from tui_planner.support.i18n import _

from .output import PROGRAM, Exit, end, tell

Arguments = argparse.Namespace
Run = Callable[[Arguments], int]
"""Runs a command, and returns its exit code."""
Commands: TypeAlias = "argparse._SubParsersAction[Parser]"
"""Where a parser takes one of several commands."""

_AT_THE_END = 1_000


class Subcommand(NamedTuple):
    """A command of the program, or one of the commands of such a command.

    Attributes:
        name: The word for it.
        help: What it does.
        run: Runs it; imports what it needs only then. None where its own commands are run.
        add_arguments: Adds what it takes to its parser.
        order: The help lists the commands by this number, and by name where it is the same.
        about: A sentence more, for its own help.
    """

    name: str
    help: str
    run: Run | None
    add_arguments: Callable[["Parser"], object] | None = None
    order: int = _AT_THE_END
    about: str = ""


class Parser(argparse.ArgumentParser):
    """A parser that tells wrong use as all else is told."""

    def error(self, message: str) -> NoReturn:
        """Tell wrong use, and end with 2."""
        self.print_usage(sys.stderr)
        told = _("{program}: error: {message}").format(program=self.prog, message=message)
        tell(hide_secrets(told))
        end(Exit.FAILED)


def parse(argv: Sequence[str], commands: Sequence[Subcommand], default: Run) -> Arguments:
    """Parse a command line; the command to run is in `run`. Wrong use ends with 2.

    Args:
        argv: The words behind the name of the program.
        commands: Those that can be named, in the order in which the help lists them.
        default: Runs where none is named.
    """
    parser = Parser(
        PROGRAM,
        description=_("Plan a conference day in the terminal, and see what cannot go together."),
        epilog=_("Without a command, the app opens."),
    )
    _add_shared_options(parser, None)
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    parser.set_defaults(run=default, command="open", file=None, ascii=False)
    among = parser.add_subparsers(dest="command", metavar=_("COMMAND"))
    for command in commands:
        add_command(command, among)
    _refuse_file_as_command(parser, [command.name for command in commands], argv)
    return parser.parse_args(argv)


def list_argparse_texts() -> Sequence[str]:
    """List what argparse says by itself, so that the catalogues hold it; it asks gettext for it."""
    return (
        _("usage: "),
        _("positional arguments"),
        _("options"),
        _("show this help message and exit"),
        _("show program's version number and exit"),
        _("argument %(argument_name)s: %(message)s"),
        _("expected one argument"),
        _("expected at most one argument"),
        _("expected at least one argument"),
        _("the following arguments are required: %s"),
        _("one of the arguments %s is required"),
        _("not allowed with argument %s"),
        _("unrecognized arguments: %s"),
        _("invalid choice: %(value)r (choose from %(choices)s)"),
        _("ambiguous option: %(option)s could match %(matches)s"),
        _("ignored explicit argument %r"),
    )


def add_command(command: Subcommand, among: Commands) -> None:
    """Make the parser of a command, with what all commands take."""
    shared = Parser(add_help=False)
    _add_shared_options(shared, argparse.SUPPRESS)
    parser = among.add_parser(
        command.name,
        help=command.help,
        description=command.help,
        epilog=command.about,
        parents=[shared],
    )
    if command.run is not None:
        parser.set_defaults(run=command.run)
    if command.add_arguments is not None:
        command.add_arguments(parser)


def _add_shared_options(parser: argparse.ArgumentParser, default: str | None) -> None:
    parser.add_argument(
        "-p", "--programme", metavar=_("FILE"), default=default, help=_("the programme")
    )
    parser.add_argument(
        "--itinerary",
        type=_file_to_keep,
        metavar=_("FILE"),
        default=default,
        help=_("where your choices are kept"),
    )
    parser.add_argument(
        "--offline",
        action="store_true",
        default=False if default is None else default,
        help=_("ask nothing of the network; of an address, take the copy that is kept"),
    )


def _file_to_keep(name: str) -> str:
    if name in {"", STANDARD_INPUT}:
        raise argparse.ArgumentTypeError(_("choices are kept in a file; name one"))
    return name


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
