"""The organiser's findings on the screen."""

import re
from pathlib import Path

import pytest

from tests.app.conftest import LONG_AFTER, MakePlanner, Planner
from tests.exchange.importing.support import event, xml
from tests.helpers import SHIPPED, read_programme, soon
from tui_planner.app.controllers.programme_file import OpenProgramme
from tui_planner.app.widgets.lists.findings_view import FindingsView
from tui_planner.cli.loading.load_programme import read_programme_quietly
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
        lines = text.splitlines()
        assert lines[1].startswith('C101 overlap: "Actualiteit')
        assert "with 4 others" in " ".join(text.split())
        assert len([line for line in lines if "12:50–13:30, 40 minutes: " in line + " "]) == 4
        assert text.index("9 warnings") < text.index("C101") < text.index("C102")
        assert text.index('C102 overrun: "Veiligheid"') < text.index("remarks")
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


@pytest.mark.parametrize("size", [WIDE, (100, 30), NARROW])
async def test_the_minutes_and_the_other_title_are_seen_at_any_width(
    planner: MakePlanner, file: Path, size: tuple[int, int]
) -> None:
    app = planner(file=file)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f")
        await pilot.pause()
        listed = " ".join(app.findings_text.split())
        for words in ("12:50–13:30, 40 minutes: Westerdijk", "12:45–13:00, 15 minutes: "):
            assert words in listed


MANY = """
[programme]
title = "Two days"
timezone = "Europe/Amsterdam"
[[days]]
date = 2026-10-14
[[days]]
date = 2026-10-15
[[rooms]]
id = "attic"
name = "Attic"
"""


@pytest.fixture
def many(tmp_path: Path) -> Path:
    sessions = "".join(
        f'[[sessions]]\nid = "s{n}"\ntitle = "Talk {n}"\nroom = "attic"\nspeakers = ["Ann Bos"]\n'
        f'day = 2026-10-{14 + n % 2}\nstart = "{8 + n // 4:02}:00"\nend = "{8 + n // 4:02}:50"\n'
        for n in range(44)
    )
    file = tmp_path / "many.toml"
    file.write_text(MANY + sessions, "utf-8")
    return file


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_many_findings_begin_with_totals_that_lead_to_them(
    planner: MakePlanner, many: Path, size: tuple[int, int]
) -> None:
    app = planner(file=many)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f")
        await pilot.pause()
        lines = [" ".join(line.split()) for line in app.findings_text.splitlines()]
        assert lines[:3] == ["by rule", "22 C103 room-double-booked", "44 A201 no-description"]
        assert "66 Attic" in lines
        assert "33 Wed 14 October 2026" in lines
        assert lines.index("by day") < lines.index("22 errors")
        assert app.marked == set()
        await pilot.press("j", "enter")
        await pilot.pause()
        view = app.planner.query_one(FindingsView)
        assert view.finding is not None
        assert view.finding.rule.code == "A201"
        assert app.marked == set(view.finding.sessions)
        assert "A201" in app.status


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
    causes = OpenProgramme(reading, reading.programme, read_programme).find_causes()
    listed = [one for cause in causes for one in cause.problems]
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


async def test_escape_closes_the_list_though_one_has_gone_to_the_grid(
    planner: MakePlanner, file: Path
) -> None:
    app = planner(file=file)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f", "enter")
        assert app.grid.has_focus
        await pilot.press("escape", "escape")
        assert not app.planner.has_class("-with-findings")
        assert "Nothing is open." not in app.status
