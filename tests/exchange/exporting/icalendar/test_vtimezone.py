"""The rules of a zone, read as RFC 5545 says, against the zone itself."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr

from tui_planner.exchange.exporting.icalendar.vtimezone import make_vtimezone

END = datetime(2028, 1, 1)  # noqa: DTZ001 - a wall time


Change = tuple[datetime, timedelta]
"""The wall time before it, and the offset after it."""


def changes_of(zone: ZoneInfo) -> list[Change]:
    """The changes of the clocks as the rules of a zone say them."""
    return [(onset, part["TZOFFSETTO"].td) for part in parts_of(zone) for onset in onsets(part)]


def parts_of(zone: ZoneInfo) -> list[Any]:
    return list(make_vtimezone(zone, date(2024, 1, 1), date(2027, 1, 1)).subcomponents)


def offset_at(changes: list[Change], wall: datetime) -> timedelta:
    """The offset of the observance that began last: section 3.6.5 of RFC 5545."""
    return max(change for change in changes if change[0] <= wall)[1]


def onsets(observance: Any) -> list[datetime]:
    first = observance["DTSTART"].dt
    if "RRULE" in observance:
        rule = observance["RRULE"].to_ical().decode()
        return list(rrulestr(rule, dtstart=first).between(first, END, inc=True))
    listed = observance.get("RDATE")
    return [first, *(at.dt for at in (listed.dts if listed else ()))]


def rules_of(name: str) -> set[str]:
    """The rules of a zone as they are written, and an empty text for a list or a single day."""
    parts = parts_of(ZoneInfo(name))
    return {part["RRULE"].to_ical().decode() if "RRULE" in part else "" for part in parts}


@pytest.mark.parametrize(
    "name",
    [
        *("Europe/Amsterdam", "America/New_York", "Australia/Lord_Howe", "Europe/Dublin"),
        *("Africa/Casablanca", "Asia/Kolkata", "America/Sao_Paulo", "Pacific/Chatham"),
    ],
)
def test_the_rules_say_the_same_as_the_zone(name: str) -> None:
    zone = ZoneInfo(name)
    changes = changes_of(zone)
    at = datetime(2025, 1, 1, tzinfo=UTC)
    while at.year < 2026:
        local = at.astimezone(zone)
        if not local.fold:  # a wall time means the first of two
            assert offset_at(changes, local.replace(tzinfo=None)) == local.utcoffset(), local
        at += timedelta(minutes=30)


def test_what_comes_every_year_is_a_rule() -> None:
    assert rules_of("Europe/Amsterdam") == {
        "",
        "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
    }
    assert rules_of("America/New_York") == {
        "",
        "FREQ=YEARLY;BYDAY=2SU;BYMONTH=3",
        "FREQ=YEARLY;BYDAY=1SU;BYMONTH=11",
    }
    assert rules_of("Africa/Casablanca") == {""}  # they follow the moon
    assert rules_of("Asia/Kolkata") == {""}


def test_changes_are_said_by_the_clocks_as_they_went_before() -> None:
    """RFC 5545 has this very example for New York, in section 3.6.5."""
    begins = {
        part["TZNAME"]: part["DTSTART"].dt.time()
        for part in parts_of(ZoneInfo("America/New_York"))
        if "RRULE" in part
    }
    assert begins == {"EDT": time(2), "EST": time(2)}
    lists = [part["RDATE"] for part in parts_of(ZoneInfo("Africa/Casablanca")) if "RDATE" in part]
    assert {at.dt.time() for listed in lists for at in listed.dts} == {time(2), time(3)}
