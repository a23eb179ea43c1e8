"""Signals end it, and the terminal is as before."""

import os
import signal
import time
from pathlib import Path

import pytest

from tests.helpers import PATIENCE
from tests.pseudo_terminal import COMMAND

from .watched import ENDING, OPEN, Watch, by_signal, chosen

pytestmark = pytest.mark.slow


@by_signal
def test_a_signal_ends_it(watch: Watch, tmp_path: Path, number: signal.Signals) -> None:
    app = watch()
    app.wait_for("Nota Ruimte")
    app.press(" ")
    app.wait_for("1 chosen")
    assert {"1000", "1003", "1004", "1049", "2004", "25", "7", "keyboard"} <= app.modes
    app.kill(number)
    assert app.terminal.wait_for_end() == 128 + number
    assert app.is_given_back
    assert chosen(tmp_path) == ["nota-ruimte"]
    assert "Traceback" not in app.terminal.written


def test_several_signals_are_one_end(watch: Watch) -> None:
    app = watch()
    app.wait_for("Nota Ruimte")
    for number in (signal.SIGTERM, signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        app.kill(number)
    assert app.terminal.wait_for_end() in {128 + number for number in ENDING}
    assert app.is_given_back


HANGING = {
    "busy": "while True: pass",
    "asleep": "time.sleep(3600)",
    "locked": "lock = threading.Lock(); lock.acquire(); lock.acquire()",
}


@pytest.mark.parametrize("hang", HANGING.values(), ids=HANGING)
def test_a_signal_ends_it_by_force_where_it_hangs(watch: Watch, tmp_path: Path, hang: str) -> None:
    code = f"""
import pathlib, threading, time
from tui_planner.app.actions import looking

def show_help(planner):
    pathlib.Path("hanging").touch()
    {hang}

looking.show_help = show_help
"""
    app = watch(code=code)
    app.wait_for("Nota Ruimte")
    app.press("?")
    app.wait_until((tmp_path / "hanging").exists)
    app.kill(signal.SIGTERM)
    assert app.terminal.wait_for_end() == 128 + signal.SIGTERM
    assert app.is_given_back


def test_a_signal_ends_it_where_the_terminal_takes_nothing_in(watch: Watch) -> None:
    code = """
from tui_planner.app.actions import looking

def show_help(planner):
    for _ in range(400):
        planner.app._driver.write("x" * 5000)

looking.show_help = show_help
"""
    app = watch(code=code)
    app.wait_for("Nota Ruimte")
    app.settle()
    app.press("?")
    app.wait_until_full()
    app.kill(signal.SIGTERM)
    end = time.monotonic() + PATIENCE
    while app.terminal.process.isalive():
        assert time.monotonic() < end
        time.sleep(0.05)
    assert app.terminal.process.exitstatus == 128 + signal.SIGTERM
    app.settle()
    assert app.is_given_back, "as soon as it takes something in again"


@pytest.mark.parametrize("trap", ["", "trap '' HUP;"], ids=["hung up", "as with nohup"])
def test_it_ends_with_its_terminal(watch: Watch, tmp_path: Path, trap: str) -> None:
    line = f'{trap} "$0" "$@"; echo $? > code'
    app = watch(command=("sh", "-c", f"trap : HUP; {line}", COMMAND, *OPEN))
    app.wait_for("Nota Ruimte")
    app.press(" ")
    app.wait_for("1 chosen")
    os.close(app.terminal.process.fd)
    app.terminal.process.closed = True
    end = time.monotonic() + PATIENCE
    while not (tmp_path / "code").exists() or not (tmp_path / "code").read_text():
        assert time.monotonic() < end
        time.sleep(0.05)
    assert (tmp_path / "code").read_text().strip() == str(128 + signal.SIGHUP)
    assert chosen(tmp_path) == ["nota-ruimte"]


@pytest.mark.parametrize("number", ENDING[:4], ids=lambda number: number.name)
def test_a_signal_that_is_ignored_from_the_start_stays_so(
    watch: Watch, number: signal.Signals
) -> None:
    line = f'trap \'\' {number.name.removeprefix("SIG")}; exec "$0" "$@"'
    app = watch(command=("sh", "-c", line, COMMAND, *OPEN))
    app.wait_for("Nota Ruimte")
    app.kill(number)
    app.press(" ")
    app.wait_for("1 chosen")
    app.press("q")
    assert app.terminal.wait_for_end() == 0
    assert app.is_given_back
