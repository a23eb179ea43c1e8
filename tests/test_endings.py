"""Whatever ends or stops the app, the terminal is as before, and nothing chosen is lost."""

import fcntl
import os
import re
import signal
import sys
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import tomli

from tests.helpers import PATIENCE, SHIPPED
from tests.pseudo_terminal import COMMAND, Terminal
from tests.test_end_to_end import start

pytestmark = pytest.mark.slow

__all__ = ["start"]  # the fixture

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


@pytest.fixture
def watch(start: Start) -> Callable[..., Watched]:
    """Starts an app with a file of its own."""
    return lambda *argv, **how: Watched(start, *argv, **how)


Watch = Callable[..., Watched]


def chosen(folder: Path) -> list[str]:
    values = tomli.loads((folder / "mine.toml").read_text("utf-8"))
    return [choice["session"] for choice in values["choices"]]


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


FAIL = """
import asyncio
from tui_planner.app.actions import looking
from tui_planner.app import planner_screen
from tui_planner.app.screens import text_screen
from tui_planner.app.terminal import driver
from tui_planner.app.widgets import grid

def fail(*_args, **_named):
    raise ZeroDivisionError("on purpose")

async def fail_later():
    fail()

def on_help(act):
    looking.show_help = act
"""
FAULTS = {
    "in a handler": ("on_help(fail)", "?"),
    "in a timer": ("on_help(lambda planner: planner.set_timer(0.05, fail))", "?"),
    "in a worker": ("on_help(lambda planner: planner.run_worker(fail_later()))", "?"),
    "in a task": ("on_help(lambda planner: asyncio.create_task(fail_later()) and None)", "?"),
    "in a callback": (
        "on_help(lambda planner: asyncio.get_running_loop().call_soon(fail) and None)",
        "?",
    ),
    "in rendering": (
        "def act(planner):\n"
        "    grid.Grid.render_lines = fail\n"
        "    planner.grid.refresh()\n"
        "on_help(act)",
        "?",
    ),
    "in another screen": ("text_screen.TextScreen.dismiss = fail", "?q"),
    "when the app is mounted": ("planner_screen.PlannerScreen.on_mount = fail", ""),
    "when the screen is composed": ("planner_screen.PlannerScreen.compose = fail", ""),
    "when the screen goes": ("planner_screen.PlannerScreen.on_unmount = fail", "q"),
    "in the thread of input": (
        "from textual._xterm_parser import XTermParser\n"
        "feed = XTermParser.feed\n"
        "XTermParser.feed = lambda self, data: fail() if data == '?' else feed(self, data)",
        "?",
    ),
    "in taking the terminal": ("driver.Terminal._query_in_band_window_resize = fail", ""),
    "in giving it back": ("driver.Terminal.stop_application_mode = fail", "q"),
    "in the styles": ("from tui_planner.app.app import PlannerApp\nPlannerApp.CSS = 'a { b'", ""),
}


@pytest.mark.parametrize(("patch", "keys"), FAULTS.values(), ids=FAULTS)
def test_a_fault_ends_it_with_a_sentence(watch: Watch, patch: str, keys: str) -> None:
    app = watch(code=f"{FAIL}{patch}\n")
    for key in keys:
        app.wait_for("Nota Ruimte")
        app.settle()
        app.press(key)
    assert app.terminal.wait_for_end() == 2
    assert app.is_given_back
    assert app.terminal.written.count("fault of its own") == 1
    assert "Traceback" not in app.terminal.written
    after = app.terminal.written.rsplit("\x1b[?1049l", 1)[-1]
    assert "fault of its own" in after, "said where one can still read it"


def test_a_fault_that_textual_keeps_to_itself_is_told_too(watch: Watch) -> None:
    code = """
from tui_planner.app.terminal.terminal_app import TerminalApp
del TerminalApp._handle_exception, TerminalApp._fatal_error  # as where Textual has no such names
"""
    app = watch(code=f"{FAIL}{code}\non_help(fail)\n")
    app.wait_for("Nota Ruimte")
    app.press("?")
    assert app.terminal.wait_for_end() == 2
    assert app.is_given_back
    after = app.terminal.written.rsplit("\x1b[?1049l", 1)[-1]
    assert "ZeroDivisionError" in after
    assert after.count("fault of its own") == 1


def test_who_asks_where_the_fault_is_is_told_when_the_terminal_is_given_back(watch: Watch) -> None:
    app = watch(code=f"{FAIL}on_help(fail)\n", env={"TUI_PLANNER_DEBUG": "1"})
    app.wait_for("Nota Ruimte")
    app.press("?")
    assert app.terminal.wait_for_end() == 2
    assert app.is_given_back
    assert "ZeroDivisionError" in app.terminal.written.rsplit("\x1b[?1049l", 1)[-1]
    assert "Traceback" in app.terminal.written


def test_an_exit_in_the_midst_of_it_gives_the_terminal_back(watch: Watch) -> None:
    app = watch(code=f"{FAIL}import sys\non_help(lambda planner: sys.exit(3))\n")
    app.wait_for("Nota Ruimte")
    app.press("?")
    assert app.terminal.wait_for_end() == 3
    assert app.is_given_back


def by_key(app: Watched) -> None:
    app.press("\x1a")


def by_a_signal(app: Watched) -> None:
    app.kill(signal.SIGTSTP)


def at_once(app: Watched) -> None:
    app.kill(signal.SIGSTOP)


@pytest.mark.parametrize(
    ("key", "seen"), [("", "Quit"), (":", "Search for commands"), ("a", "enter keeps")]
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


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize(("columns", "rows", "keys"), [(90, 30, ""), (90, 30, ":"), (38, 14, "")])
def test_ctrl_c_asks_once_and_then_quits(
    watch: Watch, columns: int, rows: int, keys: str, language: str
) -> None:
    app = watch(columns=columns, rows=rows, env={"LANGUAGE": language})
    app.wait_for(f"{columns}×{rows}" if columns < 40 else "Nota Ruimte")
    for key in keys:
        app.press(key)
        app.settle()
    app.press("\x03")
    app.wait_for("Quit?" if language == "en" else "Stoppen?")
    app.settle()
    assert app.terminal.process.isalive()
    app.press("\x03")
    assert app.terminal.wait_for_end() == 0
    assert app.is_given_back


def test_ctrl_c_names_the_users_own_key(watch: Watch, tmp_path: Path) -> None:
    settings = tmp_path / "config" / "tui-planner" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('[keys]\nquit = "ctrl+e"\n', encoding="utf-8")
    app = watch()
    app.wait_for("Nota Ruimte")
    app.press("\x03")
    app.wait_for("ctrl+e does")
    app.press("j")  # whoever goes on has not quit
    app.press("\x03")
    app.settle()
    assert app.terminal.process.isalive()
    app.press("\x03")
    assert app.terminal.wait_for_end() == 0


def test_keys_that_a_user_gives_to_commands_are_theirs(watch: Watch, tmp_path: Path) -> None:
    settings = tmp_path / "config" / "tui-planner" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('[keys]\nundo = "ctrl+z"\nchoose = "ctrl+c"\n', encoding="utf-8")
    app = watch()
    app.wait_for("Nota Ruimte")
    app.press("\x03")
    app.wait_for("1 chosen")
    app.press("\x1a")
    app.wait_for("0 chosen")
    app.press("q")
    assert app.terminal.wait_for_end() == 0


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


UNWRITABLE = """
import errno, os
from tui_planner.support import atomic_write

def write(target, data):
    if ".unwritten-" in target.name:
        return whole(target, data)
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

whole = atomic_write.write_beside
from tui_planner.itinerary.storage import rescue_copies, store
store.write_beside = rescue_copies.write_beside = write
"""


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM], ids=lambda number: number.name)
def test_what_could_not_be_written_is_rescued_and_told(
    watch: Watch, tmp_path: Path, number: signal.Signals
) -> None:
    app = watch(code=UNWRITABLE, columns=120, rows=40)
    app.wait_for("Nota Ruimte")
    app.press(" ")
    app.wait_for("not written")
    app.kill(number)
    assert app.terminal.wait_for_end() == 128 + number
    assert app.is_given_back
    assert not (tmp_path / "mine.toml").exists()
    (rescued,) = tmp_path.glob("mine.unwritten-*.toml")
    assert rescued.name in "".join(app.terminal.text.split())
    assert "No space left" in app.terminal.text

    again = watch(columns=160, rows=40)
    text = again.wait_for(lambda text: rescued.name in "".join(text.split()))
    assert "0 chosen" in text
    again.press("q")
    again.terminal.wait_for_end()
    opened = watch("open", str(SHIPPED), "--itinerary", rescued.name)
    opened.wait_for("1 chosen")


def test_a_fault_rescues_what_could_not_be_written(watch: Watch, tmp_path: Path) -> None:
    app = watch(code=f"{UNWRITABLE}{FAIL}on_help(fail)\n", columns=120, rows=40)
    app.wait_for("Nota Ruimte")
    app.press(" ")
    app.wait_for("not written")
    app.press("?")
    assert app.terminal.wait_for_end() == 2
    assert len(list(tmp_path.glob("mine.unwritten-*.toml"))) == 1
    assert "What you chose is kept" not in app.terminal.text


def test_a_disk_that_hangs_loses_nothing_when_the_app_is_killed(
    watch: Watch, tmp_path: Path
) -> None:
    hang = "import time; open('hanging', 'w').close(); time.sleep(3600); raise OSError"
    app = watch(code=UNWRITABLE.replace("raise OSError", hang))
    app.wait_for("Nota Ruimte")
    app.press(" ")
    app.wait_until((tmp_path / "hanging").exists)
    app.kill(signal.SIGTERM)
    assert app.terminal.wait_for_end() == 128 + signal.SIGTERM
    assert app.is_given_back
    (rescued,) = tmp_path.glob("mine.unwritten-*.toml")
    values = tomli.loads(rescued.read_text("utf-8"))
    assert [choice["session"] for choice in values["choices"]] == ["nota-ruimte"]
