"""Terminals that can do less, or are not where one expects them."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.pseudo_terminal import COMMAND

from .watched import OPEN, Watch

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("kind", [None, "", "dumb", "unknown"])
def test_a_terminal_that_can_place_nothing_is_told(watch: Watch, kind: str | None) -> None:
    app = watch(env={"TERM": kind})
    assert app.terminal.wait_for_end() == 2
    assert "TERM" in app.terminal.text
    assert "\x1b" not in app.terminal.written


def test_what_is_told_goes_elsewhere_and_the_app_to_the_terminal(
    watch: Watch, tmp_path: Path
) -> None:
    app = watch(command=("sh", "-c", 'exec "$0" "$@" 2> log', COMMAND, *OPEN))
    app.wait_for("Nota Ruimte")
    app.press("q")
    assert app.terminal.wait_for_end() == 0
    assert app.is_given_back
    assert (tmp_path / "log").read_bytes() == b""


IN_C: Sequence[dict[str, str | None]] = (
    {"LANG": "C"},
    {"LANG": "POSIX"},
    {"LANG": "C.UTF-8", "LC_ALL": "C"},
    {"LANG": "en_US.ISO-8859-1"},
    {"LANG": "C", "PYTHONCOERCECLOCALE": "0"},
)


@pytest.mark.parametrize("env", IN_C, ids=str)
def test_in_the_c_locale_every_byte_is_ascii(watch: Watch, env: dict[str, str | None]) -> None:
    app = watch(columns=120, rows=40, env={"PYTHONUTF8": None, **env})
    app.wait_for("Nota Ruimte")
    for key in (
        " ",
        "l",
        "l",
        " ",
        "?",
        "\x1b",
        "A",
        "\x1b",
        "s",
        "\x1b",
        ":",
        "\x1b",
        "a",
        "\x1b",
        "f",
    ):
        app.press(key)
        app.settle()
    app.press("\x03\x03")
    assert app.terminal.wait_for_end() == 0
    assert app.terminal.written.isascii(), {c for c in app.terminal.written if not c.isascii()}


def test_a_bar_of_progress_leaves_the_cursor_in_sight(watch: Watch) -> None:
    code = """
import os
from tui_planner.cli.output import show_progress

with show_progress("Importing") as show:
    show(0.5)
    os._exit(7)
"""
    app = watch(command=(sys.executable, "-c", code))
    assert app.terminal.wait_for_end() == 7
    assert "Importing" in app.terminal.written
    assert app.is_given_back
