"""The organiser's findings on the screen."""

from pathlib import Path

import pytest

from tests.app.conftest import MakePlanner
from tests.helpers import SHIPPED, soon

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
        assert text.index("9 warnings") < text.index("C102") < text.index("remarks")
        assert "A203" in text[text.index("remarks") :]


async def test_the_first_one_is_said_when_the_list_opens(planner: MakePlanner, file: Path) -> None:
    app = planner(file=file)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("f")
        with soon():
            while app.cursor != "veiligheid" or "may run on into" not in app.status:
                await pilot.pause(0.02)


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_moving_along_marks_the_sessions_in_the_grid(
    planner: MakePlanner, file: Path, size: tuple[int, int]
) -> None:
    app = planner(file=file)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f", "j")
        await pilot.pause()
        assert app.marked == {"veiligheid", "strandwandeling"}
        assert app.cursor == "veiligheid"
        assert "programme.toml:171:11: C102" in app.status
        assert "12:45–13:00" in app.status
        text = app.grid_text
        assert "Veiligheid" in text
        assert "Strand" in text  # both are in view, also where there is little room


async def test_enter_goes_there_and_the_list_stays(planner: MakePlanner, file: Path) -> None:
    app = planner(file=file)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("f", "j", "enter")
        await pilot.pause()
        assert app.grid.has_focus
        assert app.cursor == "veiligheid"
        assert "C102 overrun" in app.findings_text
        await pilot.press("left")
        assert app.cursor == "dakloze-arbeidsmigranten"


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
