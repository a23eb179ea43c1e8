"""The organiser's findings on the screen."""

import re
from pathlib import Path

import pytest

from tests.app.conftest import LONG_AFTER, MakePlanner, Planner
from tests.exchange.importing.support import event, xml
from tests.helpers import SHIPPED, read_programme, soon
from tui_planner.app.controllers.programme_file import OpenProgramme
from tui_planner.cli.load_programme import read_programme_quietly
from tui_planner.cli.main import main

WIDE, NARROW = (140, 45), (80, 24)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    copy = tmp_path / "programme.toml"
    copy.write_bytes(SHIPPED.read_bytes())
    return copy


async def test_f_lists_the_findings_the_worst_first(planner: MakePlanner, file: Path) -> None:
    app = planner(file=file)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("f")
        await pilot.pause()
        text = app.findings_text
        assert text.startswith("9 warnings\n")
        assert text.count("C101 overlap") == 4
        assert text.index("9 warnings") < text.index("C101") < text.index("C102")
        assert text.rindex("C102 overrun line 171", 0, text.index("remarks")) > 0
        assert "A203" in text[text.index("remarks") :]


async def test_the_first_one_is_said_when_the_list_opens(planner: MakePlanner, file: Path) -> None:
    app = planner(file=file)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("f")
        with soon():
            while app.cursor != "iza-lunch" or "are at the same time" not in app.status:
                await pilot.pause(0.02)


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_moving_along_marks_the_sessions_in_the_grid(
    planner: MakePlanner, file: Path, size: tuple[int, int]
) -> None:
    app = planner(file=file)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f", "j")
        await pilot.pause()
        assert app.marked == {"iza-lunch", "wandeling-westerdijk"}
        assert app.cursor == "iza-lunch"
        assert "programme.toml:198:9: C101" in app.status
        assert "12:50–13:30" in app.status
        text = app.grid_text
        assert "Actualiteit" in text
        assert "Westerdijk" in text  # both are in view, also where there is little room


async def test_enter_goes_there_and_the_list_stays(planner: MakePlanner, file: Path) -> None:
    app = planner(file=file)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("f", "j", "enter")
        await pilot.pause()
        assert app.grid.has_focus
        assert app.cursor == "iza-lunch"
        assert "C101 overlap" in app.findings_text
        await pilot.press("right")
        assert app.cursor == "wandeling-gouden-erfgoed"


@pytest.mark.parametrize("key", ["f", "escape"])
async def test_the_list_closes_and_nothing_is_marked(
    planner: MakePlanner, file: Path, key: str
) -> None:
    app = planner(file=file)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("f", key)
        await pilot.pause()
        assert app.marked == set()
        assert app.grid.has_focus
        assert "C102" not in app.status


async def test_a_programme_without_findings_says_so(planner: MakePlanner, tmp_path: Path) -> None:
    file = tmp_path / "quiet.toml"
    file.write_text(
        '[programme]\ntitle = "A day"\ndate = 2025-02-13\ntimezone = "Europe/Amsterdam"\n'
        '[[sessions]]\nid = "a"\ntitle = "A"\nstart = "10:00"\nend = "11:00"\n'
        'description = "Something."\n'
    )
    app = planner(file=file)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("f")
        await pilot.pause()
        assert app.findings_text == "Nothing to report."
        await pilot.press("escape")
        assert app.grid.has_focus


def test_the_order_is_that_of_check(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(file)])
    printed = re.findall(
        r"^\S+programme\.toml:(\d+):\d+: (\w\d+)", capsys.readouterr().out, re.MULTILINE
    )
    reading = read_programme(str(file))
    assert reading.programme is not None
    listed = OpenProgramme(reading, reading.programme, read_programme).findings()
    assert [(str(one.place.line), one.rule.code) for one in listed] == printed


async def test_a_place_in_an_imported_text_is_told_as_one(tmp_path: Path) -> None:
    schedule = tmp_path / "schedule.xml"
    schedule.write_bytes(xml({"Hall": [event("one"), event("two", "10:30")]}))
    reading = read_programme_quietly(str(schedule))
    app = Planner(reading, tmp_path / "own.toml", (), LONG_AFTER)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("f")
        with soon():
            while "schedule.xml (imported):" not in app.status:
                await pilot.pause(0.02)
