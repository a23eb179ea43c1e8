"""It can be stopped and goes on, and the shell has its terminal meanwhile."""

import os
import signal
import termios
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.pseudo_terminal import COMMAND

from .watched import FAIL, OPEN, Watch, Watched

pytestmark = pytest.mark.slow


def by_key(app: Watched) -> None:
    app.press("\x1a")


def by_a_signal(app: Watched) -> None:
    app.kill(signal.SIGTSTP)


def at_once(app: Watched) -> None:
    app.kill(signal.SIGSTOP)


@pytest.mark.parametrize(
    ("key", "seen"), [("", "Quit"), (":", "Search for commands"), ("a", "enter Keep")]
)
@pytest.mark.parametrize("stop", [by_key, by_a_signal, at_once])
def test_it_can_be_stopped_and_goes_on(
    watch: Watch, stop: Callable[[Watched], None], key: str, seen: str
) -> None:
    app = watch(columns=120, rows=40)
    app.wait_for("Nota Ruimte")
    app.press(key)
    app.wait_for(seen)
    app.settle()
    before = app.terminal.text
    stop(app)
    app.wait_until(lambda: app.is_stopped)
    app.settle()
    if stop is not at_once:
        assert app.is_given_back
    app.terminal.screen.reset()  # the shell has written into it
    app.kill(signal.SIGCONT)
    app.wait_until(lambda: app.terminal.text == before)
    assert "1049" in app.modes
    assert termios.tcgetattr(app.terminal.process.fd) != app.found
    app.press("\x11")
    assert app.terminal.wait_for_end() == 0
    assert app.is_given_back


def test_it_goes_on_in_a_window_of_another_size(watch: Watch) -> None:
    app = watch(columns=120, rows=40)
    app.wait_for("Nota Ruimte")
    app.press("\x1a")
    app.wait_until(lambda: app.is_stopped)
    app.terminal.resize(100, 30)
    app.kill(signal.SIGCONT)
    app.wait_for(lambda text: "Quit" in text.splitlines()[-1])
    app.press("q")
    assert app.terminal.wait_for_end() == 0


def test_a_signal_ends_it_while_it_is_stopped(watch: Watch) -> None:
    app = watch()
    app.wait_for("Nota Ruimte")
    app.press("\x1a")
    app.wait_until(lambda: app.is_stopped)
    app.kill(signal.SIGTERM)
    app.kill(signal.SIGCONT)
    assert app.terminal.wait_for_end() == 128 + signal.SIGTERM
    assert app.is_given_back


def test_it_does_not_stop_while_it_ends(watch: Watch) -> None:
    code = """
import os, signal

def act(planner):
    os.kill(os.getpid(), signal.SIGTERM)
    os.kill(os.getpid(), signal.SIGTSTP)
"""
    app = watch(code=f"{FAIL}{code}\non_help(act)\n")
    app.wait_for("Nota Ruimte")
    app.press("?")
    assert app.terminal.wait_for_end() == 128 + signal.SIGTERM
    assert app.is_given_back


@pytest.mark.parametrize("method", ["on_unmount", "refresh_plan"])
def test_what_a_signal_cuts_short_is_no_fault(watch: Watch, method: str) -> None:
    code = f"""
import os, signal

def act(planner):
    os.kill(os.getpid(), signal.SIGTERM)
    planner_screen.PlannerScreen.{method} = fail
    planner.call_later(lambda: planner.{method}())
"""
    app = watch(code=f"{FAIL}{code}\non_help(act)\n")
    app.wait_for("Nota Ruimte")
    app.press("?")
    assert app.terminal.wait_for_end() == 128 + signal.SIGTERM
    assert app.is_given_back
    assert "fault of its own" not in app.terminal.written


WRAPPED = "sh -c 'tui-planner \"$@\"; true' -"


@pytest.mark.parametrize("program", ["tui-planner", WRAPPED], ids=["alone", "in a script"])
def test_the_shell_gets_the_terminal_and_gives_it_back(watch: Watch, program: str) -> None:
    path = f"{Path(COMMAND).parent}:{os.environ['PATH']}"
    shell = ("bash", "--norc", "--noprofile", "-i")
    app = watch(command=shell, columns=100, rows=30, env={"PS1": "$ ", "PATH": path})
    app.wait_for("$ ")
    app.press(f"{program} {OPEN[0]} {OPEN[1]} {OPEN[2]} {OPEN[3]}\r")
    app.wait_for("Nota Ruimte")
    app.settle()
    before = app.terminal.text
    app.press("\x1a")
    app.wait_for("Stopped")
    app.press("echo $((6 * 7)) here\r")
    app.wait_for("42 here")
    assert app.modes <= {"2004"}  # that is the shell's own
    app.press("bg\r")
    app.settle()
    app.press("echo $((6 * 8)) there\r")
    app.wait_for("48 there")
    app.terminal.screen.reset()
    app.press("fg\r")
    app.wait_until(lambda: app.terminal.text == before)
    app.press(" ")
    app.wait_for("1 chosen")
    app.press("q")
    app.wait_until(lambda: app.modes <= {"2004"})
    app.press("exit\r")
    assert app.terminal.wait_for_end() == 0
