"""Zones by the names and offsets that files have for them."""

from datetime import datetime

import pytest

from tests.exchange.importing.support import event, notes_of, programme, xml
from tui_planner.exchange.importing.text.zone_names import (
    find_zone,
    find_zone_with_offsets,
)


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        (" europe/berlin ", "Europe/Berlin"),
        ('"Europe/Berlin"', "Europe/Berlin"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("Romance Standard Time", "Europe/Paris"),
        ("utc", "UTC"),
        ("Mars/Olympus", None),
        ("../../etc/passwd", None),
        ("", None),
        ("Europe", None),
    ],
)
def test_zone_named(name: str, zone: str | None) -> None:
    assert find_zone(name) == zone


@pytest.mark.parametrize(
    ("times", "zone"),
    [
        (["2025-02-13T10:00+01:00", "2025-07-13T10:00+02:00"], "Europe/Berlin"),
        (["2025-02-13T10:00+00:00"], "UTC"),
        (["2025-07-13T10:00+01:00"], "Europe/London"),
        (["2025-02-13T10:00+05:30"], "Asia/Kolkata"),
        (["2025-02-13T10:00+01:23"], None),
    ],
)
def test_zone_with_offsets(times: list[str], zone: str | None) -> None:
    assert find_zone_with_offsets(map(datetime.fromisoformat, times)) == zone


def test_a_city_that_fits_the_offsets_comes_first() -> None:
    data = xml(
        {"A": [event(date="2025-02-13T10:00:00+01:00")]}, time_zone_name="", city="Amsterdam"
    )
    assert programme(data).zone.key == "Europe/Amsterdam"
    assert notes_of(data)[0][0] == "guessed"


def test_a_windows_name_is_said_to_be_mended() -> None:
    data = xml({"A": [event()]}, time_zone_name="W. Europe Standard Time")
    assert programme(data).zone.key == "Europe/Berlin"
    assert [kind for kind, _place, _text in notes_of(data)] == ["mended"]


def test_no_zone_at_all_is_utc_and_said() -> None:
    data = xml({"A": [event()]}, time_zone_name="Nowhere/Land")
    assert programme(data).zone.key == "UTC"
    assert '"Nowhere/Land"' in notes_of(data)[0][2]
