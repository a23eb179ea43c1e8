"""Two visible apps and three shells change one itinerary at once: nothing is lost.

With THOROUGH=1 in the environment, 500 changes each.
"""

import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
import tomli

from tests.helpers import times
from tests.pseudo_terminal import Terminal
from tests.test_end_to_end import start
from tui_planner.itinerary.storage.store import Store

pytestmark = pytest.mark.slow

__all__ = ["start"]  # the fixture

APPS, SHELLS = ("ann", "bob"), ("cas", "dot", "eva")
WRITERS = APPS + SHELLS
A_DAY = 10
CHANGES = times(A_DAY, 500)
LONGEST = times(120, 3_000)  # seconds; only what hangs takes longer


def id_of(writer: str, number: int) -> str:
    return f"{writer}-{number}"


def programme() -> str:
    """A room for each writer, and nothing at the same time as anything else."""
    text = '[programme]\nid = "many"\ntitle = "Many"\ntimezone = "UTC"\n'
    days = [date(2025, 3, 1) + timedelta(day) for day in range(CHANGES // A_DAY)]
    text += "".join(f"\n[[days]]\ndate = {day}\n" for day in days)
    text += "".join(f'\n[[rooms]]\nid = "{name}"\nname = "{name}"\n' for name in WRITERS)
    for number in range(CHANGES):
        day, row = divmod(number, A_DAY)
        for room, name in enumerate(WRITERS):
            minute = 7 * 60 + (row * len(WRITERS) + room) * 10
            start, end = (f"{at // 60:02}:{at % 60:02}" for at in (minute, minute + 10))
            text += (
                f'\n[[sessions]]\nid = "{id_of(name, number)}"\ntitle = "{name} {number}"\n'
                f'day = {days[day]}\nroom = "{name}"\nstart = "{start}"\nend = "{end}"\n'
            )
    return text


def in_app(terminal: Terminal, name: str, itinerary: Path) -> None:
    """Choose all that is in the one room that is shown, day by day, as each is seen to be kept."""
    for day in range(CHANGES // A_DAY):
        terminal.press(("dg" if day else "g") + " j" * A_DAY)
        last = f'"{id_of(name, (day + 1) * A_DAY - 1)}"'
        while not (itinerary.exists() and last in itinerary.read_text("utf-8")):
            terminal.when_quiet()
    while f"{len(WRITERS) * CHANGES} chosen" not in terminal.text:
        terminal.when_quiet()


def in_shell(name: str, file: Path, itinerary: Path, told: list[str]) -> None:
    """Choose all of one room; what is told as not written, as the turn did not come, once more."""
    choose = [sys.executable, "-m", "tui_planner", "choose"]
    number = 0
    while number < CHANGES:
        done = subprocess.run(
            [*choose, id_of(name, number), "-p", str(file), "--itinerary", str(itinerary)],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            told.append(done.stderr)
        else:
            number += 1


def test_two_apps_and_three_shells(
    start: Callable[..., Terminal], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, itinerary = tmp_path / "many.toml", tmp_path / "kept" / "i.toml"
    file.write_text(programme())
    apps = []
    for name in APPS:
        settings = tmp_path / name / "tui-planner" / "settings.toml"
        settings.parent.mkdir(parents=True)
        hidden = [other for other in WRITERS if other != name]
        settings.write_text(f"[lanes.many]\nhidden = {hidden}\n")
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / name))
        apps.append(start("open", str(file), "--itinerary", str(itinerary), columns=100, rows=40))
        apps[-1].wait_for(f"{name} 0")
    told: list[str] = []
    work: list[tuple[Callable[..., None], tuple[object, ...]]] = [
        *((in_app, (app, name, itinerary)) for app, name in zip(apps, APPS, strict=True)),
        *((in_shell, (name, file, itinerary, told)) for name in SHELLS),
    ]
    threads = [threading.Thread(target=do, args=args, daemon=True) for do, args in work]
    for thread in threads:
        thread.start()
    end = time.monotonic() + LONGEST
    for thread in threads:
        thread.join(max(0, end - time.monotonic()))
        assert not thread.is_alive()
    for app in apps:
        app.press("q")
        assert app.wait_for_end() == 0
    assert all("another program keeps it locked" in sentence for sentence in told), told
    print(f"{len(told)} told to wait")  # noqa: T201 - for the record
    wanted = {id_of(name, number) for name in WRITERS for number in range(CHANGES)}
    assert {choice.session for choice in Store(itinerary).load("many").choices} == wanted
    assert tomli.loads(itinerary.read_text("utf-8"))["programme"] == "many"
