"""Whatever file is named, in whatever argument: a sentence and exit code 2, soon, and no harm."""

import argparse
import os
import random
import socket
import stat
import sys
import threading
import time
from collections.abc import Callable, Iterator
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from tests.cli.support import NEEDED, Cli
from tests.exchange.importing.schedule.test_read_schedule_xml import FRAB
from tests.helpers import SHIPPED, soon
from tui_planner.cli.parser import Commands, Parser, add_command
from tui_planner.cli.registry import list_commands

pytestmark = pytest.mark.slow

JUNK = random.Random(1).randbytes(5_000)  # noqa: S311 - no secret


def folder_there(path: Path) -> None:
    path.mkdir()
    (path / "mine.toml").write_text("mine")


def socket_there(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(os.path.relpath(path))


def link_to_a_pipe(path: Path) -> None:
    os.mkfifo(path.with_name("pipe"))
    path.symlink_to("pipe")


MADE: dict[str, Callable[[Path], object]] = {
    "junk": lambda path: path.write_bytes(JUNK),
    "junk \udcff": lambda path: path.write_bytes(JUNK),
    "folder": folder_there,
    "pipe.toml": os.mkfifo,
    "linked pipe": link_to_a_pipe,
    "socket": socket_there,
    "link to itself": lambda path: path.symlink_to(path),
}
"""What is made, by its name; one is not UTF-8."""
NAMED = [
    "",
    "x" * 300,
    "x" * 5_000,
    "junk/below",
    "/dev/zero",
    "/dev/full",
    "/dev/null",
    "/dev/tty",
]
REST = {
    "add": ["Call", "9:00", "9:10"],
    "edit": ["1", "--note", "x"],
    "import": ["schedule.xml"],
    **{name: words for name, words in NEEDED.items() if name != "merge"},
}
"""What must follow a command besides its files, with the file that it must be given first."""


def arguments() -> Iterator[tuple[str, ...]]:
    """Every argument of every command that names a file: the words with "FILE" among them."""
    among = Parser(add_help=False).add_subparsers()
    for command in list_commands():
        add_command(command, among)
    yield from _of(among, ())


def _of(among: Commands, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for name, parser in among.choices.items():
        for action in parser._actions:
            if isinstance(action, argparse._SubParsersAction):
                yield from _of(action, (*words, name))
            elif action.metavar == "FILE":
                rest = REST.get(name, [])
                if action.option_strings:
                    yield (*words, name, action.option_strings[-1], "FILE", *rest)
                else:
                    yield (*words, name, "FILE", *rest[name in {"share", "import"} :])


def there(folder: Path) -> dict[str, object]:
    """What is in a folder and below, by its path: what files hold, and what kind all else is."""
    return {
        str(path.relative_to(folder)): (
            path.read_bytes() if stat.S_ISREG(kind := path.lstat().st_mode) else stat.S_IFMT(kind)
        )
        for path in folder.rglob("*")
    }


@pytest.mark.parametrize("odd", [*MADE, *NAMED], ids=lambda odd: ascii(odd[:20]))
@pytest.mark.parametrize("words", list(arguments()), ids=" ".join)
def test_any_file_in_any_argument(
    cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], odd: str
) -> None:
    (folder / "programme.toml").write_bytes(SHIPPED.read_bytes())
    (folder / "schedule.xml").write_text(FRAB)
    if make := MADE.get(odd):
        make(folder / odd)
    elif "/below" in odd:
        (folder / "junk").write_bytes(JUNK)
    before = there(folder)
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(b"")))
    with soon():
        outcome = cli(*(odd if word == "FILE" else word for word in words))
    told = outcome.out + outcome.err
    assert told
    assert "fault of its own" not in told
    assert "Traceback" not in told
    if outcome.code == 2 or words[0] == "where":
        assert there(folder) == before
    elif "set aside" in told:
        assert JUNK in there(folder).values()
        assert outcome.code == 0
    else:  # the command has no use for it
        at = words.index("FILE")
        assert outcome == cli(*words[: at - words[at - 1].startswith("-")], *words[at + 1 :])


@pytest.mark.parametrize("words", [["check"], ["merge"], ["import"]], ids=" ".join)
def test_a_pipe_is_read_while_somebody_writes_into_it(
    cli: Cli, folder: Path, words: list[str]
) -> None:
    """As `<(command)` of a shell."""
    (folder / "schedule.xml").write_text(FRAB)
    shared = 'format = 1\nprogramme = "bnd-g40-hoorn-2025"\ndelegate = "Ann"\n'
    data = {"check": SHIPPED.read_bytes(), "merge": shared.encode(), "import": FRAB.encode()}
    reading, writing = os.pipe()
    with soon():
        writer = threading.Thread(target=written_late, args=(writing, data[words[0]]))
        writer.start()
        outcome = cli(*words, f"/dev/fd/{reading}", "-p", str(SHIPPED))
        writer.join()
    os.close(reading)
    assert outcome.code == (1 if words == ["check"] else 0)


def written_late(descriptor: int, data: bytes) -> None:
    time.sleep(0.05)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)


@pytest.mark.parametrize("name", ["XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"])
@pytest.mark.parametrize("odd", [*MADE, *NAMED], ids=lambda odd: ascii(odd[:20]))
def test_any_file_in_the_place_of_a_folder_of_the_user(
    cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, odd: str
) -> None:
    if make := MADE.get(odd):
        make(folder / odd)
        odd = str(folder / odd)
    (folder / "junk").write_bytes(JUNK)
    monkeypatch.setenv(name, odd)
    with soon():
        outcome = cli("choose", "iza-lunch")
    assert "fault of its own" not in outcome.err
    assert outcome.code in {0, 2}
    if outcome.code == 2:
        assert name == "XDG_DATA_HOME"
        assert odd in outcome.err.replace("\ufffd", "\udcff")
    else:
        assert "iza-lunch" in cli("mine", "--format", "json").out


@pytest.mark.parametrize("make", MADE.values(), ids=map(ascii, MADE))
def test_any_file_in_the_place_of_the_settings(
    cli: Cli, folder: Path, tmp_path: Path, make: Callable[[Path], object]
) -> None:
    settings = tmp_path / "config" / "tui-planner" / "settings.toml"
    settings.parent.mkdir(parents=True)
    make(settings)
    with soon():
        outcome = cli("where")
    assert outcome.code == 0
    assert str(settings) in outcome.err
    assert "the default holds" in outcome.err
    assert folder.exists()
