"""Terminals that know few characters, and text that would do something to a terminal."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.support import TWO_DAYS, Cli, process
from tests.helpers import SHIPPED

pytestmark = pytest.mark.slow

ASCII = {"PYTHONIOENCODING": "ascii"}


@pytest.mark.parametrize("mine", [[], ["--mine"]])
@pytest.mark.parametrize("format_", ["grid", "agenda"])
def test_show_in_ascii(format_: str, mine: list[str]) -> None:
    outcome = process("show", str(SHIPPED), "--format", format_, *mine, env=ASCII)
    assert outcome.code == 0
    assert outcome.out.isascii()
    questions = re.sub(r"until \d\d:\d\d\?", "", outcome.out).replace("? Keuzesessies", "")
    assert "?" not in questions
    if not mine:
        assert "12:45-13:30" in outcome.out
        assert "financien" in outcome.out  # a letter without its dots, no question mark


def test_what_the_app_draws_is_as_wide_in_ascii() -> None:
    drawn = "a title that is cut… ╭─╮│╰╯ ▁▇█ ▏▌"
    code = f"from tui_planner.cli.output import prepare_streams as p; p(); print({drawn!r})"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env={**os.environ, **ASCII}, check=True
    )
    assert done.stdout.decode().strip() == "a title that is cut_ +-+|++ _## ||"


def test_the_bars_in_ascii() -> None:
    out = process("show", str(SHIPPED), env=ASCII).out
    assert "| Veiligheid" in out
    assert ": Strandwandeling" in out


def test_check_and_mine_in_ascii(own_folders: Path) -> None:
    found = process("check", str(SHIPPED), env=ASCII)
    assert "12:50-13:30, 40 minutes" in found.out
    assert "?" not in found.out
    done = process("choose", "iza-lunch", "strandwandeling", env=ASCII)
    assert "12:50-13:30: 40 minutes" in done.err
    mine = process("mine", env=ASCII)
    assert "12:50-13:30: 40 minutes" in mine.out
    assert "~12:50-(13:45)  ! Strandwandeling" in mine.out
    assert own_folders.exists()


def test_what_has_no_likeness_in_ascii_keeps_its_width(tmp_path: Path) -> None:
    file = tmp_path / "tokyo.toml"
    file.write_text(TWO_DAYS.replace("First", "東京 ½ ☃"), encoding="utf-8")
    out = process("show", str(file), "--format", "agenda", env=ASCII).out
    assert "???? 12 ?" in out.replace("1/2", "12")


def test_json_in_ascii() -> None:
    outcome = process("show", str(SHIPPED), "--format", "json", env=ASCII)
    assert outcome.out.isascii()
    titles = [session["title"] for session in json.loads(outcome.out)["sessions"]]
    assert "Gemeente financiën; actuele ontwikkelingen" in titles


EVIL = "\\u202Eevil\\u2066"  # the format refuses control characters, not all that turn a line


@pytest.mark.parametrize(
    "argv",
    [
        ["show"],
        ["show", "--format", "agenda"],
        ["show", "--format", "json"],
        ["show", "--mine"],
        ["mine"],
        ["mine", "--format", "json"],
        ["check"],
        ["check", "--format", "json"],
        ["choose", "one"],
        ["drop", "one"],
    ],
)
def test_nothing_in_a_programme_turns_a_line(cli: Cli, folder: Path, argv: list[str]) -> None:
    text = TWO_DAYS.replace("Two days", EVIL).replace("First", EVIL).replace("hall", EVIL)
    text = text.replace("A group", EVIL)
    text += '\n[[sessions]]\nid = "other"\ntitle = "Other"\nstart = "10:00"\nend = "10:30"\n'
    text += f'day = 2025-03-29\nroom = "{EVIL}"\nhosts = ["{EVIL}"]\n'
    (folder / "evil.toml").write_text(text)
    assert cli("choose", "one", "other", "-p", "evil.toml").code == 0
    outcome = cli(*argv, "-p", "evil.toml")
    assert outcome.code in {0, 1}
    assert not {"\u202e", "\u2066"} & set(outcome.out + outcome.err)


@pytest.mark.parametrize(
    "argv",
    [
        ["mine"],
        ["mine", "--format", "json"],
        ["drop", "gone"],
        ["show", "--mine"],
        ["choose", "gone"],
    ],
)
def test_escape_sequences_in_an_itinerary_stay_in_it(
    cli: Cli, folder: Path, argv: list[str]
) -> None:
    (folder / "days.toml").write_text(TWO_DAYS)
    evil = '"\\u001b]0;owned\\u0007\\u009b31m"'
    (folder / "i.toml").write_text(
        'format = 1\nprogramme = "two-days"\n'
        f'[[choices]]\nsession = "gone"\ntitle = {evil}\nroom = {evil}\nstatus = {evil}\n'
        f'[[choices]]\nsession = "one"\ntitle = {evil}\n'
    )
    outcome = cli(*argv, "-p", "days.toml", "--itinerary", "i.toml")
    assert not {"\x1b", "\x07", "\x9b"} & set(outcome.out + outcome.err)


@pytest.mark.parametrize(
    "argv",
    [
        ["\x1b[31mred"],
        ["show", "--\x1b[31mred"],
        ["show", "a", "\x1b[31mred"],
        ["show", "--day", "\x1b[31mred"],
        ["show", "\x1b[31mred"],
        ["choose", "\x1b[31mred"],
        ["mine", "--itinerary", "\x1b[31mred/\x9b"],
        ["where", "-p", "\x1b[31mred"],
        ["\x1b[31mred.toml"],
    ],
)
def test_escape_sequences_in_an_argument_are_not_echoed(cli: Cli, argv: list[str]) -> None:
    outcome = cli(*argv)
    assert not {"\x1b", "\x9b"} & set(outcome.out + outcome.err)


@pytest.mark.parametrize("format_", ["text", "json"])
def test_check_of_a_programme_with_raw_controls(cli: Cli, folder: Path, format_: str) -> None:
    (folder / "raw.toml").write_bytes(TWO_DAYS.replace("First", "\x1b[2J\x08").encode())
    outcome = cli("check", "raw.toml", "--format", format_)
    assert outcome.code == 1
    assert not {"\x1b", "\x08"} & set(outcome.out + outcome.err)
