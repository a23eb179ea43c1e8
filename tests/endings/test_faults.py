"""A fault ends it with a sentence, and the terminal is as before."""

import pytest

from .watched import FAIL, Watch

pytestmark = pytest.mark.slow


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
    "in another screen": ("help_screen.HelpScreen.dismiss = fail", "??"),
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
