"""The programme's file changes on disk while the app is open."""

import asyncio
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widget import Widget

from tests.app.conftest import MakePlanner, until
from tests.helpers import PATIENCE, SHIPPED, soon
from tui_planner.app.controllers.programme_file import OpenProgramme
from tui_planner.app.widgets.header import Header
from tui_planner.programme.model import Programme

WIDE = (140, 45)
LOW = (140, 20)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    copy = tmp_path / "programme.toml"
    copy.write_bytes(SHIPPED.read_bytes())
    return copy


def edit(file: Path, old: str, new: str) -> None:
    """Save as an editor does: a new file in the place of the old one."""
    text = file.read_text("utf-8")
    assert old in text
    other = file.with_suffix(".new")
    other.write_text(text.replace(old, new, 1), "utf-8")
    other.replace(file)


async def started(pilot: Pilot[Any]) -> None:
    """The watch begins with the app; what is written before that is in the first reading."""
    await pilot.pause(0.3)


async def test_a_new_version_is_on_the_screen_at_once(planner: MakePlanner, file: Path) -> None:
    app = planner("digital-twins", file=file)
    async with app.run_test(size=WIDE) as pilot:
        await started(pilot)
        edit(file, "Slim met stroom", "Dom met gas")
        await until(pilot, lambda: "Dom met gas" in app.grid_text)
        assert "Slim met stroom" not in app.grid_text
        assert "new version" in app.status
        assert app.planner.editor.now.chosen == {"digital-twins"}
        await pilot.press("j")
        assert "new version" not in app.status


async def test_the_cursor_and_the_scroll_stay(planner: MakePlanner, file: Path) -> None:
    app = planner(file=file)
    async with app.run_test(size=LOW) as pilot:
        await started(pilot)
        app.planner.go_to("ruimte-voor-werken")
        await pilot.pause()
        scroll = app.grid.scroll_offset
        assert scroll.y > 0
        edit(file, "Slim met stroom", "Dom met gas")
        await until(pilot, lambda: "new version" in app.status)
        assert app.cursor == "ruimte-voor-werken"
        assert app.grid.scroll_offset == scroll


async def test_a_cursor_on_what_is_gone_goes_to_what_is_nearest(
    planner: MakePlanner, file: Path
) -> None:
    app = planner(file=file)
    async with app.run_test(size=WIDE) as pilot:
        await started(pilot)
        app.planner.go_to("strandwandeling")
        edit(file, 'id = "strandwandeling"', 'id = "beach-walk"')
        await until(pilot, lambda: app.cursor == "beach-walk")


async def test_a_broken_version_is_said_and_the_last_good_one_stays(
    planner: MakePlanner, file: Path
) -> None:
    app = planner("digital-twins", file=file)
    async with app.run_test(size=WIDE) as pilot:
        await started(pilot)
        before = app.grid_text
        edit(file, 'end = "13:30"', 'end = "12:31"')
        await until(pilot, lambda: "stays on the screen" in app.status)
        assert "E007" in app.status
        assert "programme.toml:238" in app.status
        assert app.grid_text == before
        await pilot.press("j")
        assert "stays on the screen" in app.status
        await pilot.press("escape")
        assert "! old programme" in app.header
        edit(file, 'end = "12:31"', 'end = "13:31"')
        await until(pilot, lambda: "12:45–13:31" in app.grid_text)
        assert "old programme" not in app.header
        assert "stays on the screen" not in app.status


async def test_another_event_in_the_file_is_said_and_touches_nothing(
    planner: MakePlanner, file: Path
) -> None:
    app = planner("digital-twins", file=file)
    async with app.run_test(size=WIDE) as pilot:
        await started(pilot)
        before, own = app.grid_text, file.read_text("utf-8")
        file.write_text(
            '[programme]\nid = "bees"\ntitle = "Bee Day"\ndate = 2026-05-09\n'
            'timezone = "Europe/Amsterdam"\n'
            '[[sessions]]\nid = "digital-twins"\ntitle = "Wax"\nstart = "10:00"\nend = "11:00"\n',
            "utf-8",
        )
        await until(pilot, lambda: "of another event now: Bee Day" in app.status)
        assert app.grid_text == before
        assert app.planner.editor.now.chosen == {"digital-twins"}
        await pilot.press("escape")
        assert "! old programme" in app.header
        file.write_text(own.replace("Slim met stroom", "Dom met gas"), "utf-8")
        await until(pilot, lambda: "Dom met gas" in app.grid_text)
        assert "old programme" not in app.header


async def test_a_new_id_alone_is_no_other_event(planner: MakePlanner, file: Path) -> None:
    app = planner("digital-twins", file=file)
    async with app.run_test(size=WIDE) as pilot:
        await started(pilot)
        lines = file.read_text("utf-8").splitlines()
        line = next(line for line in lines if line.startswith("id = "))
        edit(file, line, 'id = "another"')
        await until(pilot, lambda: "new version" in app.status)
        assert app.planner.editor.now.chosen == {"digital-twins"}


async def test_a_file_that_is_away_for_a_while(planner: MakePlanner, file: Path) -> None:
    app = planner(file=file)
    async with app.run_test(size=WIDE) as pilot:
        await started(pilot)
        away = file.rename(file.with_suffix(".away"))
        await until(pilot, lambda: "There is no file" in app.status)
        away.rename(file)
        await until(pilot, lambda: "There is no file" not in app.status)


async def test_the_findings_are_those_of_the_new_version(planner: MakePlanner, file: Path) -> None:
    app = planner(file=file)
    async with app.run_test(size=WIDE) as pilot:
        await started(pilot)
        await pilot.press("f")
        await pilot.pause()
        assert "C107" not in app.findings_text
        edit(file, 'end = "13:30"', 'end = "12:50"')
        await until(pilot, lambda: "C107 possible-overlap" in app.findings_text)
        assert "C101" not in app.findings_text
        edit(file, 'end = "12:50"', 'end = "12:31"')
        await until(pilot, lambda: "1 error\n" in app.findings_text)
        assert app.findings_text.startswith("Not judged: 1 session, until")
        assert "E007" in app.findings_text


async def test_the_cursor_stays_where_it_is_while_the_findings_are_renewed(
    planner: MakePlanner, file: Path
) -> None:
    app = planner(file=file)
    async with app.run_test(size=WIDE) as pilot:
        await started(pilot)
        await pilot.press("f", "enter")
        app.planner.go_to("ruimte-voor-werken")
        edit(file, 'end = "13:30"', 'end = "12:50"')
        await until(pilot, lambda: "C107 possible-overlap" in app.findings_text)
        assert app.cursor == "ruimte-voor-werken"
        assert app.marked == {"veiligheid", "iza-lunch"}


async def test_the_cursor_stays_too_while_one_is_in_the_list(
    planner: MakePlanner, file: Path
) -> None:
    """What is pointed at may be gone; then another finding is, and the news is what is said."""
    app = planner(file=file)
    async with app.run_test(size=WIDE) as pilot:
        await started(pilot)
        await pilot.press("f")
        with soon():
            while app.marked != {"iza-lunch", "wandeling-gouden-erfgoed"}:
                await pilot.pause(0.02)
        edit(file, 'start = "12:50"', 'start = "25:00"')
        await until(pilot, lambda: "1 error\n" in app.findings_text)
        assert app.findings_text.startswith("Not judged: 1 session, until")
        assert app.cursor == "iza-lunch"
        assert "stays on the screen" in app.status
        assert app.marked == {"wandeling-gouden-erfgoed"}
        edit(file, 'start = "25:00"', 'start = "13:30"')
        await until(pilot, lambda: "E003" not in app.findings_text)
        assert app.cursor == "iza-lunch"
        assert "new version" in app.status
        await pilot.press("j", "j", "j")
        await pilot.pause()
        assert app.cursor == "veiligheid"


async def test_a_save_while_the_app_ends_ends_nothing_else(
    planner: MakePlanner, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The parts of the screen go one by one, and the file may be read between two of them."""
    read_anew, header_gone = OpenProgramme.read_anew, Event()
    reading = Event()

    def read_slowly(self: OpenProgramme) -> Programme | None:
        reading.set()
        header_gone.wait(PATIENCE)
        return read_anew(self)

    async def close_slowly(self: Header, wait: bool = True) -> None:
        await Widget._close_messages(self, wait)
        header_gone.set()
        await asyncio.sleep(0.5)

    monkeypatch.setattr(OpenProgramme, "read_anew", read_slowly)
    monkeypatch.setattr(Header, "_close_messages", close_slowly, raising=False)
    app = planner(file=file)
    async with app.run_test(size=WIDE) as pilot:
        await started(pilot)
        edit(file, "Slim met stroom", "Dom met gas")
        await until(pilot, reading.is_set)
