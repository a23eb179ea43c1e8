"""Hostile files in a real pseudo-terminal: the commands, and a walk through the app."""

from collections.abc import Callable, Iterator
from pathlib import Path

import ptyprocess
import pytest
import tomli
import tomli_w

from tests.helpers import DATA, SHIPPED
from tests.hostile.files import ITINERARY, mild_programme, programmes
from tests.hostile.test_commands import READING
from tests.hostile.texts import EVIL, MILD, harm_by_app, harm_on_terminal
from tests.pseudo_terminal import COMMAND, Terminal
from tui_planner.settings.settings_file import SettingsFile

pytestmark = pytest.mark.slow

HOSTILE_NAME = "d\x1b]0;PWNED\x07\u202e\udc9b.toml"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A programme, an itinerary and settings, all as hostile as they may be without a fault."""
    (tmp_path / HOSTILE_NAME).write_bytes(mild_programme())
    programme = tomli.loads(mild_programme().decode())["programme"]["id"]
    itinerary = {**ITINERARY, "programme": programme, "delegate": EVIL}
    choices = [
        {**choice, "title": f"Was {EVIL}", "room": EVIL, "status": EVIL, "speakers": [EVIL]}
        for choice in ITINERARY["choices"]
    ]
    choices.append({"session": f"one{MILD}", "title": EVIL * 500, "note": f"a note {MILD}"})
    (tmp_path / "i.toml").write_text(
        tomli_w.dumps({**itinerary, "choices": choices}), encoding="utf-8"
    )
    path = SettingsFile.of_user().path
    path.parent.mkdir(parents=True)
    path.write_text(tomli_w.dumps({"theme": EVIL, "keys": {EVIL: "x"}}), encoding="utf-8")
    return tmp_path


def on_terminal(*argv: str, cwd: Path) -> str:
    """What a command writes to a terminal."""
    process = ptyprocess.PtyProcess.spawn([COMMAND, *argv], dimensions=(24, 80), cwd=str(cwd))
    written = b""
    try:
        while True:
            written += process.read(65536)
    except EOFError:
        process.wait()
    assert process.exitstatus in {0, 1, 2}
    return written.decode("utf-8", "surrogateescape")


@pytest.mark.parametrize("argv", [*READING, ["where"], ["import"], ["choose", "one"]], ids=" ".join)
def test_commands(files: Path, argv: list[str]) -> None:
    written = on_terminal(*argv, "-p", HOSTILE_NAME, "--itinerary", "i.toml", cwd=files)
    assert len(written) > 10
    assert not harm_on_terminal(written)


def test_faults_of_a_file(tmp_path: Path) -> None:
    for name, data in [*programmes(EVIL)][::20]:
        (tmp_path / "day.toml").write_bytes(data)
        assert not harm_on_terminal(on_terminal("check", "day.toml", cwd=tmp_path)), name


@pytest.fixture
def opened() -> Iterator[Callable[..., Terminal]]:
    """Opens the app, and ends what still runs."""
    all_opened: list[Terminal] = []

    def run(cwd: Path, *argv: str) -> Terminal:
        terminal = Terminal([COMMAND, "open", *argv], 100, 30, cwd)
        all_opened.append(terminal)
        return terminal

    yield run
    for terminal in all_opened:
        terminal.process.close(force=True)


def press(terminal: Terminal, *keys: str) -> None:
    """Press keys, each when what came of the one before is drawn."""
    for key in keys:
        terminal.press(key)
        terminal.when_quiet(0.3 if key == ESCAPE else 0.1)  # which could begin a sequence


ENTER, ESCAPE = "\r", "\x1b"


def test_what_was_last_seen(tmp_path: Path, opened: Callable[..., Terminal]) -> None:
    (tmp_path / "i.toml").write_bytes((DATA / "hostile_itinerary.toml").read_bytes())
    terminal = opened(tmp_path, "-p", str(SHIPPED), "--itinerary", "i.toml")
    terminal.wait_for("of your choices have changed")
    press(terminal, ESCAPE, "c", ENTER, ESCAPE, "m", "U", ESCAPE, "j", " ")
    press(terminal, ESCAPE, "q")
    assert terminal.wait_for_end() == 0
    assert not harm_by_app(terminal.written)
    assert "PWNED" in terminal.written  # as words
    for argv in (["mine"], ["show", "--mine"], ["mine", "--history"], ["choose", "gone-session"]):
        command = (*argv, "-p", str(SHIPPED), "--itinerary", "i.toml")
        assert not harm_on_terminal(on_terminal(*command, cwd=tmp_path))


def test_a_walk_through_the_app(files: Path, opened: Callable[..., Terminal]) -> None:
    terminal = opened(files, "-p", HOSTILE_NAME, "--itinerary", "i.toml")
    terminal.wait_for("mild")
    seen = [terminal.text]
    for keys in (
        ["g", ENTER],
        ["A", "j", "j"],
        ["m"],
        ["f", "j"],
        ["/", "mild", "\t"],
        [":", "the"],
        ["?"],
        ["e"],
        ["c"],
        ["U"],
        ["r", "M"],
        ["s"],
        ["n", "o"],
        ["l", " ", "p", "x"],
        ["a"],
    ):
        press(terminal, *keys)
        seen.append(terminal.text)
        press(terminal, ESCAPE, ESCAPE)
    broken = next(data for name, data in programmes(EVIL) if name == "sessions.title str")
    (files / HOSTILE_NAME).write_bytes(broken)
    terminal.wait_for("old programme")
    press(terminal, "f", ENTER)
    terminal.wait_for("control characters")
    press(terminal, ESCAPE, ESCAPE, ESCAPE, "q")
    assert terminal.wait_for_end() == 0
    assert not harm_by_app(terminal.written)
    text = "".join(seen)
    assert text.count("mild") > 20
    assert "Was " in text  # what was last seen of a session is told too
