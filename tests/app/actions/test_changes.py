"""What the delegate is told, and asked, of a programme that changed since they chose."""

from pathlib import Path

import pytest
import tomli

from tests.app.conftest import MakePlanner, Planner
from tests.helpers import SHIPPED
from tui_planner.itinerary.storage.record_tables import list_fields

WIDE, NARROW = (140, 45), (80, 24)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    copy = tmp_path / "programme.toml"
    copy.write_bytes(SHIPPED.read_bytes())
    return copy


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def choices(app: Planner) -> list[dict[str, object]]:
    found: list[dict[str, object]] = tomli.loads(app.file.read_text("utf-8"))["choices"]
    return found


async def test_a_moved_walk_is_told_with_before_and_after_until_seen(
    planner: MakePlanner, file: Path
) -> None:
    """The organiser moves the beach walk to 12:15: it clashes now with what ends at 12:30."""
    before = planner("nota-ruimte", "slim-met-stroom", "strandwandeling", file=file)
    text = file.read_text("utf-8")
    walk = text.index('id = "strandwandeling"')
    moved = text[:walk] + text[walk:].replace('"12:50"', '"12:15"', 1)
    file.write_text(
        moved.replace('start = "12:30"\nend = "13:45"', 'start = "12:00"\nend = "13:45"')
    )
    app = planner(file=file, itinerary=before.begun_with)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        assert "1 of your choices has changed" in app.status
        await pilot.press("c")
        await pilot.pause()
        assert app.cursor == "strandwandeling"
        assert "moved: 12:15, was 12:50" in " ".join(app.status.split())
        assert "It clashes now" in app.status
        assert "1 seen" in app.status
        await pilot.press("n")
        assert "12:15–12:30" in app.status  # the clash that the change made, not the first
        await pilot.press("c")
        await pilot.press("1")
        assert "last change" in app.status
        await pilot.press("c")
        assert "Nothing that you chose has changed" in app.status


async def test_an_id_that_is_gone_is_offered_and_followed_by_one_key(
    planner: MakePlanner, file: Path
) -> None:
    before = planner("asielketen", file=file)
    edit(file, 'id = "asielketen"', 'id = "asielketen-2025"')
    app = planner(file=file, itinerary=before.begun_with)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("c")
        await pilot.pause()
        assert app.cursor == "asielketen-2025"
        told = " ".join(app.status.split())
        assert "There is Samenwerking in de asielketen (15:15–16:15(–16:45)) now" in told
        assert "is it that one?" in told
        assert [choice["session"] for choice in before_choices(before)] == ["asielketen"]
        await pilot.press("1")
        assert [choice["session"] for choice in choices(app)] == ["asielketen-2025"]
        await pilot.press("u")
        assert [choice["session"] for choice in choices(app)] == ["asielketen"]


async def test_all_that_can_be_done_about_a_change_is_listed(
    planner: MakePlanner, file: Path
) -> None:
    before = planner("asielketen", file=file)
    edit(file, 'id = "asielketen"', 'id = "asielketen-2025"')
    app = planner(file=file, itinerary=before.begun_with)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("c", "o")
        await pilot.pause()
        assert "drop it" in app.day_text
        await pilot.press("end", "enter")
        await pilot.pause()
        assert app.saved == []
        assert app.planner.editor.now.plan.itinerary.choices == ()


def before_choices(app: Planner) -> list[dict[str, object]]:
    return [list_fields(choice) for choice in app.begun_with.choices]


async def test_what_is_cancelled_while_the_app_is_open_is_told(
    planner: MakePlanner, file: Path
) -> None:
    app = planner("iza-lunch", file=file)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause(0.3)
        edit(file, 'id = "iza-lunch"\n', 'id = "iza-lunch"\nstatus = "cancelled"\n')
        for _ in range(200):
            await pilot.pause(0.02)
            if "has changed" in app.status:
                break
        assert "1 of your choices has changed in the programme" in app.status
        await pilot.press("c")
        assert "now cancelled, was open" in app.status
        await pilot.press("2")
        assert app.saved == []


async def test_what_becomes_full_is_told_until_seen(planner: MakePlanner, file: Path) -> None:
    before = planner("digital-twins", file=file)
    edit(file, 'id = "digital-twins"\n', 'id = "digital-twins"\nstatus = "full"\n')
    app = planner(file=file, itinerary=before.begun_with)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("c")
        await pilot.pause()
        assert app.cursor == "digital-twins"
        assert "now full, was open" in " ".join(app.status.split())
        await pilot.press("1")
        assert choices(app)[0]["status"] == "full"
        assert "is full" in app.planner.editor.now.notices[0].message  # that stays so
