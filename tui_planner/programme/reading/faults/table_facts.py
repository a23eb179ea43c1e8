"""What the tables of a file say before they are valid: the days, the zone, the times of a row."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, TypeGuard
from zoneinfo import ZoneInfo

from tui_planner.programme.recognition import ClockTime, recognise_clock
from tui_planner.programme.toml.key_path import KeyPath


class TableFacts:
    """The facts that tell what a value of a table is meant to be."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._data = data

    def list_days(self) -> list[date]:
        """List the days of the event that can be read."""
        days = [table.get("date") for table in self._tables("days")]
        return [day for day in days or [self._programme().get("date")] if _is_date(day)]

    def get_zone(self) -> ZoneInfo | None:
        """Return the zone of the event, where it is known."""
        try:
            return ZoneInfo(self._programme().get("timezone", ""))
        except (ValueError, OSError, KeyError, TypeError):
            return None

    def find_day(self, path: KeyPath) -> date | None:
        """Find the day that a row stands on: its own, its block's, or the only one."""
        table = self.get_table(path)
        for row in (table, self._find_block(table)):
            for key in ("day", "date"):
                if _is_date(day := row.get(key)):
                    return day
            if isinstance(start := row.get("start"), datetime):
                return start.date()
        days = self.list_days()
        return days[0] if len(days) == 1 else None

    def find_start(self, path: KeyPath) -> ClockTime | None:
        """Find the time of day at which a row starts: its own, or its block's."""
        table = self.get_table(path)
        value = table.get("start", self._find_block(table).get("start"))
        match value:
            case datetime() | time():
                return ClockTime(value.time() if isinstance(value, datetime) else value)
            case str() | float():
                return recognise_clock(str(value))
        return None

    def set_value(self, path: KeyPath, value: object) -> None:
        """Put another value in its place, as it is meant."""
        table = self.get_table(path)
        if isinstance(table, dict):
            table[str(path[-1])] = value

    def find_room(self, name: str) -> str | None:
        """Find the id of the room that bears a name."""
        wanted = name.strip().casefold()
        for table in self._tables("rooms"):
            id_ = table.get("id")
            if isinstance(id_, str) and wanted in {
                id_.casefold(),
                str(table.get("name")).casefold(),
            }:
                return id_
        return None

    def find_day_called(self, text: str) -> date | None:
        """Find the day whose title is a text."""
        for table in self._tables("days"):
            title, day = table.get("title"), table.get("date")
            is_it = isinstance(title, str) and title.strip().casefold() == text.strip().casefold()
            if is_it and _is_date(day):
                return day
        return None

    def get_table(self, path: KeyPath) -> Mapping[str, Any]:
        """Return the table at the beginning of a path; an empty one where there is none."""
        value: Any = self._data
        for part in path[:2] if path[:1] != ("programme",) else path[:1]:
            try:
                value = value[part]
            except (KeyError, IndexError, TypeError):
                return {}
        return value if isinstance(value, dict) else {}

    def _find_block(self, table: Mapping[str, Any]) -> Mapping[str, Any]:
        wanted = table.get("block")
        if not isinstance(wanted, str):
            return {}
        return next((block for block in self._tables("blocks") if block.get("id") == wanted), {})

    def _programme(self) -> Mapping[str, Any]:
        return self.get_table(("programme",))

    def _tables(self, name: str) -> Iterator[Mapping[str, Any]]:
        tables = self._data.get(name)
        return (
            (table for table in tables if isinstance(table, dict))
            if isinstance(tables, list)
            else iter(())
        )


def add_length(start: ClockTime, length: timedelta, day: date | None) -> time | datetime | None:
    """Return the end of what lasts so long; past midnight with its date, if that is known."""
    end = start.on(day or date(2001, 1, 1)) + length
    if end.date() == (day or date(2001, 1, 1)):
        return end.time()
    return end if day else None


def _is_date(value: object) -> TypeGuard[date]:
    return isinstance(value, date) and not isinstance(value, datetime)
