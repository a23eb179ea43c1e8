"""The rules of a zone, read as RFC 5545 says, against the zone itself."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tui_planner.exchange.exporting.ics_zone import zone_rules


def offset_at(rules: Any, wall: datetime) -> timedelta:
    """The offset of the observance that began last: section 3.6.5 of RFC 5545."""
    begun: list[tuple[datetime, timedelta]] = [
        (onset, part["TZOFFSETTO"].td)
        for part in rules.subcomponents
        for onset in onsets(part)
        if onset <= wall
    ]
    return max(begun)[1]


def onsets(observance: Any) -> list[datetime]:
    listed = observance.get("RDATE")
    return [observance["DTSTART"].dt, *(at.dt for at in (listed.dts if listed else ()))]


@pytest.mark.parametrize(
    "name",
    [
        *("Europe/Amsterdam", "America/New_York", "Australia/Lord_Howe", "Europe/Dublin"),
        *("Africa/Casablanca", "Asia/Kolkata", "America/Sao_Paulo", "Pacific/Chatham"),
    ],
)
def test_the_rules_say_the_same_as_the_zone(name: str) -> None:
    zone = ZoneInfo(name)
    rules = zone_rules(zone, date(2024, 1, 1), date(2027, 1, 1))
    at = datetime(2025, 1, 1, tzinfo=UTC)
    while at.year < 2026:
        local = at.astimezone(zone)
        if not local.fold:  # a wall time means the first of two
            assert offset_at(rules, local.replace(tzinfo=None)) == local.utcoffset(), local
        at += timedelta(minutes=30)
