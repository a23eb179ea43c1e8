"""Eight telling screens are as they were when somebody last looked at them."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests.app.conftest import MakePlanner, Planner
from tests.app.looks import shown
from tests.builders import large_event
from tests.helpers import ROOT

from .snapshot import FOLDER, draw, hold, read_snapshot, take_snapshot

Act = Callable[[Planner, Pilot[None]], Awaitable[None]]
CHOSEN = ("slim-met-stroom", "iza-lunch", "strandwandeling", "digital-twins")


def keys(*pressed: str, until: str = "") -> Act:
    """Press keys, and wait until a text is in sight."""

    async def act(app: Planner, pilot: Pilot[None]) -> None:
        await pilot.press(*pressed)
        await in_sight(app, pilot, until)

    return act


async def in_sight(app: Planner, pilot: Pilot[None], wanted: str) -> list[str]:
    """Wait until a text is on the screen and nothing changes any more; its lines."""
    lines: list[str] = []
    for _time in range(600):
        await pilot.pause(0.05)
        before, lines = lines, ["".join(s.text for s in line) for line in shown(app)]
        if before == lines and wanted in "\n".join(lines):
            return lines
    return pytest.fail(f"not in sight: {wanted}\n" + "\n".join(lines))


async def clash(app: Planner, pilot: Pilot[None]) -> None:
    """Choose what clashes with what is chosen."""
    app.planner.go_to("strandwandeling")
    await pilot.press("space")
    await in_sight(app, pilot, "40 minutes")


SCREENS: dict[str, tuple[tuple[str, ...], tuple[int, int], Act]] = {
    "hoorn-clash-80x24": (("iza-lunch",), (80, 24), clash),
    "hoorn-clash-120x40": (("iza-lunch",), (120, 40), clash),
    "my-day": (CHOSEN, (80, 40), keys("m", until="40 minutes")),
    "findings": ((), (120, 40), keys("f", until="Samen met de VNG: de stand van")),
    "help": ((), (100, 40), keys("?", until="esc Close")),
    "suggest": (("iza-lunch",), (100, 30), keys("s", until="fills Keuzesessies ronde 3")),
    "find": (CHOSEN, (120, 40), keys("/", *"is:open energie", until="energie")),
}


@pytest.mark.parametrize("name", SCREENS)
async def test_a_screen_of_the_day_of_hoorn(
    planner: MakePlanner, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    chosen, size, act = SCREENS[name]
    monkeypatch.chdir(ROOT)
    app = planner(*chosen, file=Path("programme.toml"))
    app.theme = "textual-dark"
    async with app.run_test(size=size) as pilot:
        await act(app, pilot)
        for typed in app.screen.query(Input):
            typed.cursor_blink = False
        await pilot.pause()
        hold(name, take_snapshot(shown(app)))


async def test_a_screen_of_a_large_event(planner: MakePlanner, tmp_path: Path) -> None:
    file = tmp_path / "large.toml"
    file.write_text(large_event(), encoding="utf-8")
    app = planner("s-13-3-1", "s-13-4-1", file=file)
    app.theme = "textual-dark"
    async with app.run_test(size=(120, 40)) as pilot:
        app.planner.go_to("s-13-4-1")
        await in_sight(app, pilot, "Session 1")
        hold("large-event", take_snapshot(shown(app)))


def test_each_picture_is_of_its_screen() -> None:
    kept = sorted(FOLDER.glob("*.txt"))
    assert [file.stem for file in kept] == sorted([*SCREENS, "large-event"])
    assert sorted(FOLDER.glob("*.svg")) == [file.with_suffix(".svg") for file in kept]
    for file in kept:
        picture = file.with_suffix(".svg").read_text("utf-8")
        assert picture == draw(read_snapshot(file.read_text("utf-8"))), file.stem
