"""An app in a terminal that is looked at before and after."""

import fcntl
import re
import signal
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import tomli

from tests.helpers import PATIENCE, SHIPPED
from tests.pseudo_terminal import Terminal

Start = Callable[..., Terminal]

OPEN = ("open", str(SHIPPED), "--itinerary", "mine.toml")
OFF_AT_FIRST = {"7", "25"}
"""Of the private modes, those that are set in a terminal that nobody uses: wrapping, the cursor."""
ENDING = [
    signal.SIGHUP,
    signal.SIGINT,
    signal.SIGQUIT,
    signal.SIGTERM,
    signal.SIGABRT,
    signal.SIGALRM,
    signal.SIGUSR1,
    signal.SIGUSR2,
    signal.SIGXCPU,
]
by_signal = pytest.mark.parametrize("number", ENDING, ids=lambda number: number.name)

FAIL = """
import asyncio
from tui_planner.app.actions import looking
from tui_planner.app import planner_screen
from tui_planner.app.screens import help_screen
from tui_planner.app.terminal import driver
from tui_planner.app.widgets import grid

def fail(*_args, **_named):
    raise ZeroDivisionError("on purpose")

async def fail_later():
    fail()

def on_help(act):
    looking.show_help = act
"""
"""Code before that of the app, by which the key for help does something else."""


class Watched:
    """An app in a terminal, and what was found there before it."""

    def __init__(self, start: Start, *argv: str, code: str = "", **how: Any) -> None:
        if code:
            script = f"{code}\nfrom tui_planner.cli.main import run\nrun({[*OPEN]!r})\n"
            how["command"] = (sys.executable, "-c", script)
        self.terminal = start(*(argv or (() if "command" in how else OPEN)), **how)
        self.press = self.terminal.press
        self.wait_for = self.terminal.wait_for
        self.found = termios.tcgetattr(self.terminal.process.fd)

    @property
    def is_given_back(self) -> bool:
        """Whether the terminal is as it was found, by `stty` and by the bytes that were written."""
        return self.modes == set() and termios.tcgetattr(self.terminal.process.fd) == self.found

    @property
    def modes(self) -> set[str]:
        """The modes that differ from what they are in a terminal that nobody uses."""
        written, state = self.terminal.written, {}
        for numbers, sign in re.findall(r"\x1b\[\?([\d;]+)([hl])", written):
            state.update(dict.fromkeys(numbers.split(";"), sign))
        modes = {mode for mode, sign in state.items() if (sign == "l") == (mode in OFF_AT_FIRST)}
        pushed, popped = (len(re.findall(rf"\x1b\[{sign}\d*u", written)) for sign in "><")
        return modes if pushed == popped else {*modes, "keyboard"}

    def kill(self, number: int) -> None:
        """Send a signal."""
        self.terminal.process.kill(number)

    def settle(self) -> None:
        """Read until nothing is written for a while."""
        self.terminal.when_quiet(0.3)

    def wait_until(self, holds: Callable[[], bool]) -> None:
        """Read until something is so."""
        end = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < end, self.terminal.text
            self.terminal.read()

    def wait_until_full(self) -> None:
        """Read nothing until the terminal takes nothing more in."""
        end, pending, before = time.monotonic() + PATIENCE, 0, -1
        while not pending or pending != before or self.terminal.is_computing:
            assert time.monotonic() < end
            time.sleep(0.2)
            counted = fcntl.ioctl(self.terminal.process.fd, termios.FIONREAD, bytes(4))
            before, pending = pending, int.from_bytes(counted, sys.byteorder)

    @property
    def is_stopped(self) -> bool:
        """Whether the process is."""
        stat = Path(f"/proc/{self.terminal.process.pid}/stat").read_text("ascii")
        return stat.rsplit(")", 1)[1].split()[0] == "T"


Watch = Callable[..., Watched]


def chosen(folder: Path) -> list[str]:
    values = tomli.loads((folder / "mine.toml").read_text("utf-8"))
    return [choice["session"] for choice in values["choices"]]
