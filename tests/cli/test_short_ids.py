"""Long ids of published programmes need not be typed whole."""

from pathlib import Path

import pytest

from tests.cli.support import Cli
from tests.exchange.importing.icalendar.ical_texts import calendar, event
from tui_planner.cli.short_ids import resolve_ids

UUID = "270fa44c-821a-577f-8ca3-33e8d4a8c2a7"


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("270fa44c", [UUID, "x"], UUID),
        ("270FA44C", [UUID.upper()], UUID.upper()),
        ("114", ["114@example.org", "115@example.org"], "114@example.org"),
        ("114#20250213T1000", ["114@example.org#20250213T1000"], "114@example.org#20250213T1000"),
        ("114", ["114@example.org", "114@example.com"], "114"),
        ("270fa44c", ["270fa44c", UUID], "270fa44c"),
        ("270fa4", [UUID], "270fa4"),
        ("iza", ["iza-lunch"], "iza"),
        ("27000000", ["27000000-a-day"], "27000000"),
    ],
)
def test_an_id_is_meant_by_its_short_form_where_that_is_the_only_one(
    word: str, known: list[str], meant: str
) -> None:
    assert resolve_ids([word], known) == [meant]


def test_choose_note_and_drop_take_it(cli: Cli, folder: Path) -> None:
    (folder / "day.ics").write_bytes(calendar(event()))
    assert "Chosen: First" in cli("choose", "one", "-p", "day.ics").err
    assert cli("note", "one", "Bring water", "-p", "day.ics").code == 0
    assert cli("note", "one@example.org", "-p", "day.ics").out == "Bring water\n"
    assert "Dropped: First" in cli("drop", "one", "-p", "day.ics").err
