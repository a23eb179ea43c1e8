"""The versions that an organiser publishes one after another, while the app is open."""

from pathlib import Path
from shutil import copy

import pytest

from tests.app import conftest
from tui_planner.cli.loading.load_programme import read_programme_quietly
from tui_planner.itinerary.programme_changes.session_changes import find_changes

from .conftest import LONG_AFTER, Planner, until
from .controllers.test_live_reload import WIDE, started

VERSIONS = Path(__file__).parents[1] / "data" / "versions"

pytestmark = pytest.mark.slow


def told(app: Planner) -> dict[str, list[str]]:
    """What has changed of the choices, by the title that each was last seen with."""
    editor = app.planner.editor
    return {
        choice.title or "": [change.value for change in find_changes(choice, editor.programme)]
        for choice in editor.now.plan.itinerary.choices
    }


@pytest.mark.parametrize("suffix", ["xml", "ics"])
async def test_every_change_is_told_once_and_no_choice_is_lost(
    suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conftest, "read_programme", read_programme_quietly)
    file = tmp_path / f"schedule.{suffix}"

    def publish(version: int) -> None:
        Path(copy(VERSIONS / f"rope-{version}.{suffix}", tmp_path / "new")).replace(file)

    publish(1)
    reading = read_programme_quietly(str(file))
    assert reading.programme is not None
    ids = tuple(session.id for session in reading.programme.sessions)
    app = Planner(reading, tmp_path / "own.toml", ids, LONG_AFTER)
    async with app.run_test(size=WIDE) as pilot:
        await started(pilot)
        publish(2)
        await until(pilot, lambda: any(told(app).values()))
        second = told(app)
        assert second.pop("Hitches for beginners")[0] == "cancelled"
        assert second == {
            "Knots that hold": ["moved"],
            "Splicing rope": ["moved", "renamed"],
            "The bowline": ["room"],
            "Lashing poles": ["gone"],
            "Sewing sails": [],
            "Whipping ends": [],
            "Net mending": [],
        }
        await pilot.press("c", *"11111")  # seen; of the one that is gone: yes, that one
        await until(pilot, lambda: not any(told(app).values()))
        publish(3)
        await until(pilot, lambda: any(told(app).values()))
        third = told(app)
        assert len(third) == len(ids)
        assert {title: changes for title, changes in third.items() if changes} == {
            "Splicing steel wire": ["gone"],
            "Whipping ends": ["moved"],
        }
        await pilot.press("c", *"11")
        await until(pilot, lambda: not any(told(app).values()))
        assert len(app.saved) == len(ids)
