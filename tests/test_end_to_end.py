"""The installed command in a real pseudo-terminal, read through a terminal emulator."""

import sys
import termios
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest
import tomli

from tests.helpers import SHIPPED
from tests.pseudo_terminal import COMMAND, Terminal

pytestmark = pytest.mark.slow


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """Starts the installed command, and ends what is still running."""
    started: list[Terminal] = []

    def run(
        *args: str,
        columns: int = 80,
        rows: int = 24,
        command: Sequence[str] = (COMMAND,),
        env: Mapping[str, str | None] | None = None,
    ) -> Terminal:
        terminal = Terminal([*command, *args], columns, rows, tmp_path, env)
        started.append(terminal)
        return terminal

    yield run
    for terminal in started:
        terminal.process.close(force=True)


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 40), (200, 50)])
def test_choose_quit_and_find_it_back(
    start: Callable[..., Terminal], columns: int, rows: int
) -> None:
    terminal = start("open", str(SHIPPED), columns=columns, rows=rows)
    terminal.wait_for("Nota Ruimte en ruimtelijk economisch perspectief")
    terminal.press("j ")
    terminal.wait_for("1 chosen")
    terminal.press("lll ")
    terminal.wait_for("1 clash")
    terminal.wait_for("1 keep Strandwand")
    terminal.wait_for(lambda text: "12:50–13:30: 40 minutes" in " ".join(text.split()))
    terminal.press("q")
    assert terminal.wait_for_end() == 0

    again = start("open", str(SHIPPED), columns=columns, rows=rows)
    text = again.wait_for("2 chosen")
    assert "1 clash" in text
    again.press("\x1b[B")
    again.wait_for("12:45–13:30")
    again.press("q")
    assert again.wait_for_end() == 0


def test_the_screen_is_given_back_at_the_end(start: Callable[..., Terminal]) -> None:
    terminal = start()
    before = termios.tcgetattr(terminal.process.fd)
    terminal.wait_for("Nota Ruimte")
    assert termios.tcgetattr(terminal.process.fd) != before
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert "Traceback" not in terminal.text
    assert termios.tcgetattr(terminal.process.fd) == before
    for mode in ("1000", "1003", "1004", "1049", "2004"):  # mouse, focus, screen, paste
        assert terminal.written.rfind(f"\x1b[?{mode}l") > terminal.written.rfind(f"\x1b[?{mode}h")


def test_escape_alone_and_keys_that_come_at_once(start: Callable[..., Terminal]) -> None:
    terminal = start("open", str(SHIPPED))
    terminal.wait_for("Nota Ruimte")
    terminal.press("?")
    terminal.wait_for("esc Close")
    terminal.press("\x1b")
    terminal.wait_for(lambda text: "esc Close" not in text)
    terminal.press("j l\x1b[Cl ")
    terminal.wait_for("2 chosen")
    terminal.press("q")
    assert terminal.wait_for_end() == 0


def test_what_is_typed_ahead_goes_where_the_keys_before_it_lead(
    start: Callable[..., Terminal], tmp_path: Path
) -> None:
    terminal = start("--itinerary", "mine.toml", "-p", str(SHIPPED), columns=120, rows=40)
    terminal.wait_for("Nota Ruimte")
    terminal.press("/digital\r ")
    terminal.wait_for("1 chosen")
    terminal.press("eBring questions\r")
    terminal.wait_for("Noted with Stadslogistiek")
    terminal.press("aCall\t14:00\t14:30\r")
    terminal.wait_for("1 clash")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    kept = tomli.loads((tmp_path / "mine.toml").read_text("utf-8"))
    assert kept["choices"][0]["session"] == "digital-twins"
    assert kept["choices"][0]["note"] == "Bring questions"
    assert kept["appointments"][0]["title"] == "Call"


def test_the_window_may_change_its_size(start: Callable[..., Terminal]) -> None:
    terminal = start("open", str(SHIPPED), columns=120, rows=40)
    terminal.wait_for("Nota Ruimte")
    terminal.resize(30, 10)
    terminal.wait_for("Too small: 30×10")
    terminal.resize(100, 30)
    terminal.wait_for(lambda text: "Nota Ruimte" in text and "Too small" not in text)


def test_the_size_is_that_of_the_terminal_and_not_of_the_environment(
    start: Callable[..., Terminal],
) -> None:
    env = {"COLUMNS": "30", "LINES": "10"}
    terminal = start("open", str(SHIPPED), columns=120, rows=40, env=env)
    terminal.wait_for("Nota Ruimte")
    terminal.resize(30, 10)
    terminal.wait_for("Too small: 30×10")
    terminal.resize(100, 30)
    terminal.wait_for(lambda text: "Nota Ruimte" in text and "Too small" not in text)


def test_a_window_that_changes_its_size_while_the_app_starts(
    start: Callable[..., Terminal],
) -> None:
    script = """
from tui_planner.app.terminal import driver
from tui_planner.cli.main import run

take = driver.Terminal.__init__

def take_a_small_one(self, *args, **options):
    take(self, *args, **options)
    self._size = 30, 10  # a moment before

driver.Terminal.__init__ = take_a_small_one
run(["open"])
"""
    terminal = start(columns=120, rows=40, command=(sys.executable, "-c", script))
    terminal.wait_for("Nota Ruimte")


def test_a_broken_programme_opens_no_app(start: Callable[..., Terminal], tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text('[programme]\ntitle = "A"\ndate = 2025-02-13\ntimezone = "Nowhere"\n')
    terminal = start("open", "broken.toml")
    text = terminal.wait_for("E003")
    assert "broken.toml:4:12: E003" in text
    assert terminal.wait_for_end() == 2


def test_a_broken_itinerary_is_set_aside_and_said(
    start: Callable[..., Terminal], tmp_path: Path
) -> None:
    file = tmp_path / "mine.toml"
    file.write_text("format = 1\nprogramme = [\n", encoding="utf-8")
    terminal = start("--itinerary", "mine.toml", columns=120, rows=40)
    terminal.wait_for("set aside")
    kept = [path.read_text("utf-8") for path in tmp_path.glob("mine.unreadable-*.toml")]
    assert kept == ["format = 1\nprogramme = [\n"]
    terminal.press("q")
    assert terminal.wait_for_end() == 0


def test_a_fault_of_the_app_itself_is_a_sentence_and_no_traceback(
    start: Callable[..., Terminal],
) -> None:
    script = """
from tui_planner.app.actions import looking
from tui_planner.cli.main import run

def fail(planner):
    raise ZeroDivisionError("on purpose")

looking.show_help = fail
run(["open"])
"""
    terminal = start(columns=120, rows=40, command=(sys.executable, "-c", script))
    terminal.wait_for("Nota Ruimte")
    terminal.press("?")
    text = terminal.wait_for("fault of its own")
    assert "ZeroDivisionError: on purpose" in text
    assert "Traceback" not in text
    assert terminal.wait_for_end() == 2
