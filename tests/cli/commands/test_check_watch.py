"""`check --watch` stays, and tells at every save what is new and what is solved."""

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.support import Cli
from tests.helpers import HEAD, PATIENCE

TALK = '[[sessions]]\nid = "talk"\ntitle = "Talk"\nstart = "10:00"\nend = "{end}"\n'
GOOD = HEAD + TALK.format(end="11:00") + 'description = "A talk."\n'
BAD = HEAD + TALK.format(end="09:00") + 'description = "A talk."\n'


class Watched:
    """A running `check --watch`, and all that it has said."""

    def __init__(self, file: Path) -> None:
        self.said = ""
        self._process = subprocess.Popen(
            [sys.executable, "-u", "-m", "tui_planner", "check", "--watch", file.name],
            cwd=file.parent,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        threading.Thread(target=self._listen, daemon=True).start()

    def wait_for(self, words: str) -> str:
        """What has been said up to and with some words; they are taken out of it."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if words in self.said:
                before, _, self.said = self.said.partition(words)
                return before
            time.sleep(0.05)
        pytest.fail(f"not said: {words}\n{self.said}")

    def interrupt(self) -> int:
        """Press ctrl+c; returns the exit code."""
        self._process.send_signal(signal.SIGINT)
        return self._process.wait(PATIENCE)

    def kill(self) -> None:
        """End it, however it is."""
        self._process.kill()
        self._process.wait()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self.said += line


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "programme.toml"
    path.write_text(GOOD, encoding="utf-8")
    return path


def write(file: Path, text: str) -> None:
    """Save a file as editors do: whole."""
    other = file.with_name("other.toml")
    other.write_text(text, encoding="utf-8")
    other.replace(file)


@pytest.fixture
def watched(file: Path) -> Iterator[Watched]:
    process = Watched(file)
    yield process
    process.kill()


def test_each_save_is_told_with_what_is_new_and_solved(watched: Watched, file: Path) -> None:
    watched.wait_for("no problems")
    file.write_text(BAD, encoding="utf-8")
    watched.wait_for("changed: 1 new, 0 solved")
    watched.wait_for("E007")
    file.write_text("\n\n" + BAD, encoding="utf-8")
    watched.wait_for("changed: 0 new, 0 solved")
    file.write_text(GOOD, encoding="utf-8")
    watched.wait_for("changed: 0 new, 1 solved")
    watched.wait_for("no problems")


@pytest.mark.slow
def test_a_fault_solves_none_of_the_clashes_that_it_hides(watched: Watched, file: Path) -> None:
    watched.wait_for("no problems")
    talks = TALK.format(end="11:00") + 'room = "hall"\n'
    hall = '[[rooms]]\nid = "hall"\nname = "Hall"\n'
    at_once = HEAD + hall + talks + talks.replace("talk", "walk")
    write(file, at_once)
    watched.wait_for("changed: 3 new, 0 solved")
    write(file, at_once.replace('end = "11:00"', 'end = "eleven"', 1))
    watched.wait_for("changed: 1 new, 0 solved")
    watched.wait_for("not judged: 1 session, until the errors are mended (talk)")
    file.unlink()
    watched.wait_for("changed: 1 new, 0 solved")
    write(
        file, at_once.replace('start = "10:00"', 'start = "09:00"', 1).replace("11:00", "10:00", 1)
    )
    watched.wait_for("changed: 0 new, 3 solved")  # the clash, the time, and that it was absent


@pytest.mark.slow
def test_after_a_save_what_was_told_is_only_counted(watched: Watched, file: Path) -> None:
    watched.wait_for("no problems")
    write(file, BAD)
    watched.wait_for("E007")
    watched.wait_for("error: 1")
    write(file, BAD.replace("title", "titel", 1))
    watched.wait_for("changed: 1 new, 0 solved")
    told = watched.wait_for("error: 2")
    assert "E004" in told
    assert "E007" not in told
    write(file, BAD)
    watched.wait_for("changed: 0 new, 1 solved")
    told = watched.wait_for("error: 1")
    assert told.count("programme.toml: solved: E004") == 1
    assert "E007" not in told


@pytest.mark.slow
def test_it_survives_a_file_that_is_replaced_broken_and_absent(
    watched: Watched, file: Path
) -> None:
    watched.wait_for("no problems")
    file.write_bytes(b"\xff\xfe")
    watched.wait_for("E010")
    file.unlink()
    watched.wait_for("E010")
    other = file.with_name("other.toml")
    other.write_text(BAD, encoding="utf-8")
    other.replace(file)
    watched.wait_for("E007")


@pytest.mark.slow
def test_ctrl_c_ends_it_with_130(watched: Watched) -> None:
    watched.wait_for("no problems")
    assert watched.interrupt() == 130


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["p.toml", "--format", "json"], "--watch shows text: leave out --format json"),
        (["-"], "standard input is none: name a file."),
        (["p.toml", "--since", "HEAD"], "leave out --since"),
        (["p.toml", "--baseline", "a.json"], "leave out --baseline"),
    ],
)
def test_what_cannot_be_watched_is_refused(
    cli: Cli, file: Path, args: list[str], said: str
) -> None:
    outcome = cli("check", "--watch", *(str(file) if word == "p.toml" else word for word in args))
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err
