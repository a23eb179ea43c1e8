"""A command is one file: the help lists it, it runs, and no other is imported for it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.adding import add_module
from tests.cli.support import Cli
from tui_planner.cli import commands
from tui_planner.cli.registry import find_needed, list_commands
from tui_planner.support.discovery import list_modules

GREETING = """\
from tui_planner.cli.output import Exit, say
from tui_planner.cli.parser import Arguments, Parser, Subcommand


def run(args: Arguments) -> int:
    say(f"Good morning, {args.name}")
    return Exit.FOUND


def _add_arguments(parser: Parser) -> None:
    parser.add_argument("name")


COMMAND = Subcommand("say-hello", "greet somebody", run, _add_arguments, order=45)
"""

Listed = Callable[[], list[str]]


@pytest.fixture
def listed(cli: Cli) -> Listed:
    """The names of the commands, as the help lists them."""

    def names() -> list[str]:
        lines = cli("--help").out.partition("COMMAND\n")[2].partition("\n\n")[0].splitlines()
        return [line.split()[0] for line in lines if line.startswith("    ") and line[4] != " "]

    return names


def test_a_file_more_is_a_command_more(
    cli: Cli, listed: Listed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = listed()
    assert cli("say-hello", "Ada").code == 2
    add_module(commands, "say_hello", GREETING, tmp_path, monkeypatch)
    place = before.index("show") + 1
    assert listed() == [*before[:place], "say-hello", *before[place:]]
    assert "greet somebody" in cli("--help").out
    outcome = cli("say-hello", "Ada")
    assert (outcome.code, outcome.out, outcome.err) == (1, "Good morning, Ada\n", "")
    assert "greet somebody" in cli("say-hello", "--help").out
    assert "say-hello" in cli("say-helo").err


def test_one_that_names_no_place_stands_at_the_end(
    listed: Listed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = listed()
    text = GREETING.replace(", order=45", "")
    add_module(commands, "say_hello", text, tmp_path, monkeypatch)
    assert listed() == [*before, "say-hello"]


def test_a_file_may_be_called_otherwise(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_module(commands, "greetings", GREETING, tmp_path, monkeypatch)
    assert cli("say-hello", "Ada").out == "Good morning, Ada\n"
    assert cli("greetings", "Ada").code == 2


@pytest.mark.parametrize("name", [command.name for command in list_commands()])
def test_a_line_that_begins_with_one_needs_no_other(name: str) -> None:
    assert [command.name for command in find_needed([name, "--help"])] == [name]


@pytest.mark.parametrize("word", ["__init__", "Show", "import_", "é", "x" * 5_000, "show.py"])
def test_a_word_that_is_none_is_wrong_use(cli: Cli, word: str) -> None:
    outcome = cli(word)
    assert (outcome.code, outcome.out) == (2, "")
    assert "tui-planner: error: " in outcome.err


def test_each_module_is_a_command() -> None:
    assert len(list_commands()) == len(list_modules(commands))
