"""Colour on a terminal, none with NO_COLOR."""

import os
import sys

import pytest

from tests.helpers import SHIPPED

pytestmark = pytest.mark.slow

ptyprocess = pytest.importorskip("ptyprocess")


def on_a_terminal(*argv: str, **env: str) -> tuple[int, str]:
    """The exit code and everything that a terminal of 200 columns is sent."""
    child = ptyprocess.PtyProcess.spawn(
        [sys.executable, "-m", "tui_planner", *argv],
        env={**os.environ, "TERM": "xterm-256color", "PYTHONIOENCODING": "utf-8", **env},
        dimensions=(50, 200),
    )
    sent = b""
    while True:
        try:
            sent += child.read(65536)
        except EOFError:
            break
    return child.wait(), sent.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("argv", [("check", str(SHIPPED)), ("show", str(SHIPPED))])
def test_colour_on_a_terminal_and_none_with_no_color(argv: tuple[str, ...]) -> None:
    code, coloured = on_a_terminal(*argv)
    assert "\x1b[" in coloured
    plain_code, plain = on_a_terminal(*argv, NO_COLOR="1")
    assert "\x1b" not in plain
    assert plain_code == code


def test_an_empty_no_color_means_nothing() -> None:
    assert "\x1b[" in on_a_terminal("check", str(SHIPPED), NO_COLOR="")[1]
