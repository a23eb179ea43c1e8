"""What could not be written is not lost when it ends."""

import signal
from pathlib import Path

import pytest
import tomli

from tests.helpers import SHIPPED

from .watched import FAIL, Watch

pytestmark = pytest.mark.slow


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
