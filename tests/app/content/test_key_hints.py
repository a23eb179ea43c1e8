"""Where a sentence names a key, it is the user's: every command has another one here."""

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import get_args

import pytest

from tests.app.conftest import MakePlanner
from tests.app.looks import text_of
from tests.helpers import ROOT, programme_of
from tui_planner.app.commands.command import Command
from tui_planner.app.commands.keymap import rebind
from tui_planner.app.commands.registry import COMMAND_BY_ID, COMMANDS
from tui_planner.app.content.help_text import list_help, render_help
from tui_planner.app.content.key_hints import NamedCommand, format_key
from tui_planner.layout.text.glyphs import UNICODE
from tui_planner.settings.settings_file import SettingsFile

OTHER_KEYS: Mapping[str, str] = {
    command.id: chr(ord("а") + number) for number, command in enumerate(COMMANDS)
}
"""A letter of another alphabet for each command, which no sentence has by chance."""

BODY = """
[[rooms]]
id = "attic"
name = "ATTIC"
[[rooms]]
id = "cellar"
name = "CELLAR"
[[sessions]]
id = "one"
title = "ONE"
room = "attic"
start = "10:00"
end = "11:00"
[[sessions]]
id = "two"
title = "TWO"
room = "cellar"
start = "10:30"
end = "11:30"
[[sessions]]
id = "three"
title = "THREE"
room = "cellar"
start = "10:40"
end = "11:40"
[[sessions]]
id = "full"
title = "FULL"
room = "cellar"
start = "12:40"
end = "13:40"
status = "full"
"""

# For each sentence: the sessions that are chosen, the one under the cursor, the commands that are
# run, a word of the sentence, and the commands whose keys it names.
SENTENCES = [
    ("", "one", "choose choose", "Dropped", "undo"),
    ("", "one", "priority", "matters", "priority"),
    ("", "one", "edit", "note", "edit"),
    ("", "one", "ways", "clashes here", "next-clash"),
    ("two", "one", "choose", "at the same time", "way-1 way-2"),
    ("two", "one", "choose", "all ", "ways dismiss"),
    ("two three", "one", "choose", "shows the next", "next-clash"),
    ("two", "one", "choose way-1", "takes it back", "undo"),
    ("", "full", "choose", "all the same", "confirm dismiss"),
    ("", "one", "hide-room", "lists all rooms", "rooms"),
    ("", "one", "pin-room", "lets it go", "pin-room"),
    ("one", "one", "my-rooms", "shows all", "my-rooms"),
]


def give_other_keys(keys: Mapping[str, str] = OTHER_KEYS) -> None:
    """Let the user's settings give commands other keys."""
    path = SettingsFile.of_user().path
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [f'{id_} = "{key}"' for id_, key in keys.items()]
    path.write_text("\n".join(["[keys]", *lines, ""]), "utf-8")


def stale(text: str) -> list[str]:
    """The keys of before that a text names: the letters that are no article, and those in words."""
    shown = {key for command in COMMANDS for key in command.shown.split()}
    letters = {key for key in shown if len(key) == 1 and key.isalpha()} - {"a", "A"}
    keys = letters | {key for key in shown if "ctrl" in key} | {"esc", "enter", "space"}
    return [word for word in re.findall(r"[^\s:,.;()·]+", text) if word in keys]


@pytest.mark.parametrize(("chosen", "at", "run", "word", "named"), SENTENCES)
async def test_a_sentence_names_the_keys_of_the_user(
    planner: MakePlanner, chosen: str, at: str, run: str, word: str, named: str
) -> None:
    give_other_keys()
    app = planner(*chosen.split(), programme=programme_of(BODY))
    async with app.run_test(size=(90, 40)) as pilot:
        app.planner.go_to(at)
        for command in run.split():
            await pilot.press(OTHER_KEYS[command])
            await pilot.pause()
        assert word in " ".join(app.status.split())
        for command in named.split():
            assert OTHER_KEYS[command] in words_of(app.status)
        assert stale(app.status) == []


def words_of(text: str) -> list[str]:
    """The words of a text, without what is between them."""
    return re.findall(r"\w+", text)


async def test_so_do_the_key_line_the_help_and_the_list_of_commands(planner: MakePlanner) -> None:
    give_other_keys()
    app = planner(programme=programme_of(BODY))
    async with app.run_test(size=(100, 120)) as pilot:
        assert stale(text_of(app).splitlines()[-1]) == []
        titles = [one.title for one in app.get_system_commands(app.screen)]
        assert f"Next day ({OTHER_KEYS['next-day']})" in titles
        assert stale(" ".join(titles)) == []
        await pilot.press(OTHER_KEYS["help"])
        await pilot.pause()
        keys, signs = text_of(app).split("Signs")
        assert f"{OTHER_KEYS['rooms']} shows it again" in keys
        assert stale(keys.replace("ctrl+z", "")) == []
        assert "ctrl+z" in keys
        assert "chosen" in signs


async def test_so_does_what_is_told_of_a_programme_that_has_changed(planner: MakePlanner) -> None:
    give_other_keys()
    app = planner("one", "two", programme=programme_of(BODY))
    async with app.run_test(size=(160, 40)) as pilot:
        app.planner.take_programme(programme_of(BODY.replace('end = "11:00"', 'end = "10:45"')))
        assert app.planner._live_reload.tell_of_changes()
        assert f"{OTHER_KEYS['changes']} shows what" in app.status
        await pilot.press(OTHER_KEYS["changes"])
        await pilot.pause()
        assert stale(app.status) == []


def test_ctrl_z_is_no_way_to_the_shell_where_a_command_has_it() -> None:
    commands = rebind(COMMANDS, {"now": "ctrl+z"})
    assert "Back to the shell" not in help_of(commands)
    assert "Back to the shell" in help_of(COMMANDS)


def help_of(commands: Sequence[Command]) -> str:
    """The whole help, with these keys."""
    return str(render_help(list_help(commands, UNICODE), 100))


def test_what_has_lost_its_key_is_found_in_the_list_of_commands() -> None:
    lost = rebind(COMMANDS, {"choose": "u", "now": "1"})
    assert format_key(lost, "undo") == ": Undo"
    assert format_key(lost, "way-1") == ""
    assert format_key(rebind(lost, {"palette": "z"}), "undo") == "z Undo"
    assert format_key(rebind(lost, {"now": "colon,ctrl+p"}), "undo") == "ctrl+\\ Undo"


async def test_a_way_out_that_has_lost_its_key_can_be_clicked(planner: MakePlanner) -> None:
    give_other_keys({"now": "1", "first": "escape"})
    app = planner("two", programme=programme_of(BODY))
    async with app.run_test(size=(90, 40)) as pilot:
        app.planner.go_to("one")
        await pilot.press("space")
        await pilot.pause()
        ways = app.status.splitlines()[-1]
        assert "1" not in words_of(ways)
        assert "2" in words_of(ways)
        assert "esc" not in words_of(ways)
        assert "leave it so" in ways


def test_every_command_that_a_sentence_names_is_there() -> None:
    assert set(get_args(NamedCommand)) <= COMMAND_BY_ID.keys()


def test_no_text_has_a_key_of_a_command_in_itself() -> None:
    """Of those of the main screen: the keys of the lists and forms over it are their own."""
    folders = ("actions", "commands", "content", "controllers", "widgets")
    files = (file for one in folders for file in (ROOT / "tui_planner/app" / one).glob("*.py"))
    texts = {re.sub(r"\{\w*\}|/", "", text) for file in files for text in texts_of(file)}
    # Of a list, of a command, and how keys are written in the settings.
    own = re.compile(r"(enter|space)$|Write it like ")
    assert [text for text in texts if stale(text) and not own.match(text)] == []


def texts_of(file: Path) -> Iterator[str]:
    """What a module hands to the functions of gettext."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        match node:
            case ast.Call(func=ast.Name("_" | "ngettext"), args=args):
                constants = (one.value for one in args if isinstance(one, ast.Constant))
                yield from (text for text in constants if isinstance(text, str))
