"""The days of the event: on which one a row stands, and whether it lies within it (E007, E009)."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from itertools import accumulate, islice
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tui_planner.programme import file_rules
from tui_planner.programme.model import Block, Day
from tui_planner.programme.timing import Interval, Timing
from tui_planner.programme.toml.key_path import KeyPath
from tui_planner.programme.wall_time import (
    WallTime,
    find_midnight_after,
    is_skipped,
    resolve_after,
    resolve_instant,
)
from tui_planner.support.i18n import _

from .faults.problem_collector import ProblemCollector
from .faults.times_meant import hint_later_end, hint_other_half
from .format.file_models import BlockTable, DayTable, ProgrammeTable, SessionTable
from .validation import AnyTable, LocatedTable, Tables

_FEW = 20
"""Days that a hint lists."""
_SOME_DAY = date(2001, 1, 1)
"""The day of an event of one day whose date is not known: any will do to look for clashes."""

TimedTable = LocatedTable[BlockTable] | LocatedTable[SessionTable]


class EventDays(NamedTuple):
    """The days of the event in its zone."""

    zone: ZoneInfo
    days: Mapping[date, Day]
    collector: ProblemCollector
    complete: bool  # whether every day that the file names could be read
    others: dict[date, Day]  # those that tables name and the file does not list
    unlisted: dict[date, list[KeyPath]]  # where tables name them
    is_undated: bool = False  # whether there is one day, of which nothing tells the date
    in_order: Sequence[Day] = ()
    latest_ends: Sequence[datetime] = ()  # of each of these days and all before it

    @classmethod
    def of(cls, tables: Tables, collector: ProblemCollector) -> "EventDays":
        """Resolve the days of a file; problems are reported."""
        programme = tables.programme
        # Which of two times is first is nearly the same in every zone: check them all the same.
        zone = ZoneInfo("UTC" if "timezone" in programme.broken else programme.table.timezone)
        located_tables = tables["days"]
        complete = "days" not in tables.partial and not any(
            "date" in located.broken for located in located_tables
        )
        if not located_tables and complete:
            complete = programme.table.date is not None
            if programme.table.date is not None:
                located_tables = (
                    LocatedTable(programme.path, DayTable(date=programme.table.date)),
                )
            elif "date" not in programme.broken:
                collector.add(
                    file_rules.MISSING_KEY,
                    programme.at("date"),
                    _('"date" is missing.'),
                    _('Add a line "date = 2025-02-13"; for several days, [[days]] tables.'),
                )
        event = cls(zone, {}, collector, complete, {}, {})
        event._check_date(programme, located_tables)
        days: dict[date, Day] = {}
        for located in located_tables:
            if "date" not in located.broken:
                days.setdefault(located.table.date, event._day(located))
        in_order = sorted(days.values(), key=lambda day: day.date)
        ends = accumulate((day.extent.end for day in in_order), max)
        is_undated = not days and not complete and len(tables["days"]) < 2
        return cls(zone, days, collector, complete, {}, {}, is_undated, in_order, tuple(ends))

    def _check_date(
        self, programme: LocatedTable[ProgrammeTable], days: Sequence[LocatedTable[DayTable]]
    ) -> None:
        """Report a date of the programme that is none of its days."""
        day = programme.table.date
        if day is None or not self.complete or any(day == one.table.date for one in days):
            return
        self.collector.add(
            file_rules.BAD_VALUE,
            programme.at("date"),
            _('"date": {date} is none of [[days]].').format(date=day),
            _("Leave it out where there are [[days]], or add that day to them."),
        )

    def report_skipped(self, located: AnyTable, key: str, day: date, wall: WallTime | None) -> bool:
        """Report a time of a day that the clocks skip; returns whether it is one."""
        if wall is None or not is_skipped(self.zone, day, wall):
            return False
        local = wall if isinstance(wall, datetime) else datetime.combine(day, wall)
        meant = resolve_instant(self.zone, day, wall).astimezone(self.zone)
        message = _('"{key}": {time} does not exist on {date}: the clocks skip that hour.')
        self.collector.add(
            file_rules.BAD_VALUE,
            located.at(key),
            message.format(key=key, time=f"{local:%H:%M}", date=local.date()),
            _("Is {time} meant?").format(time=f"{meant:%H:%M}"),
        )
        return True

    def _day(self, located: LocatedTable[DayTable]) -> Day:
        table = located.table
        start = resolve_instant(self.zone, table.date, table.start or time())
        end = find_midnight_after(self.zone, table.date)
        self.report_skipped(located, "start", table.date, table.start)
        if table.end is not None and not self.report_skipped(located, "end", table.date, table.end):
            end = resolve_after(self.zone, table.date, table.end, start)
            if end < start:
                self.report_end_before_start(located, "end", table.end, "start", start)
                end = find_midnight_after(self.zone, table.date)
        return Day(table.date, table.title or "", Interval(start, end))

    def report_end_before_start(
        self, located: AnyTable, key: str, value: WallTime, other: str, earlier: datetime
    ) -> None:
        """Report a time that lies before the one that it must follow, the instant `earlier`.

        It may also be the same.
        """
        message = _('"{key}" is before "{other}".').format(key=key, other=other)
        hint = hint_later_end(key, value, earlier.astimezone(self.zone))
        if value == getattr(located.table, other, None):
            message = _('"{key}" is the same as "{other}": it lasts no time at all.').format(
                key=key, other=other
            )
        self.collector.add(file_rules.END_BEFORE_START, located.at(key), message, hint)

    def find_day(
        self, located: TimedTable, start: WallTime | None, block: Block | None
    ) -> Day | None:
        """Find the day that a table is on; None, and reported, where there is none.

        On a day that the file does not list, which is reported, its clashes can be found all the
        same.
        """
        if "day" in located.broken and len(self.days) > 1:
            return None
        if located.table.day is not None:
            if self.complete and located.table.day not in self.days:
                self.unlisted.setdefault(located.table.day, []).append(located.at("day"))
            return self.get_day(located.table.day)
        if isinstance(start, datetime):
            return self._day_of_date_time(located, start, block)
        if block is not None:
            return self.get_day(block.day)
        if len(self.days) == 1 and self.complete:
            return next(iter(self.days.values()))
        if self.is_undated:
            return self.get_day(_SOME_DAY)
        if self.complete:
            self.collector.add(
                file_rules.MISSING_KEY,
                located.at("day"),
                _('"day" is missing.'),
                _("The programme has several days: write which one, like day = {date}.").format(
                    date=next(iter(self.days))
                ),
            )
        return None

    def get_day(self, day: date) -> Day:
        """Return a day by its date; one that the file does not list is a whole day."""
        if day in self.days:
            return self.days[day]
        if day not in self.others:
            self.others[day] = self._day(LocatedTable((), DayTable(date=day)))
        return self.others[day]

    def is_listed(self, day: Day) -> bool:
        """Whether the file lists a day, as far as it could be read."""
        return day.date in self.days or not self.complete

    def _day_of_date_time(self, located: TimedTable, start: datetime, block: Block | None) -> Day:
        at = resolve_instant(self.zone, start.date(), start)
        if block is not None and block.timing.start <= at <= block.timing.end:
            return self.get_day(block.day)
        if day := self._day_around(at):
            return day
        if self.complete and start.date() not in self.days:
            self.unlisted.setdefault(start.date(), []).append(located.at("start"))
        return self.get_day(start.date())

    def _day_around(self, at: datetime) -> Day | None:
        """Find the first day that an instant lies in, if there is one."""
        number = bisect_right(self.latest_ends, at)
        if number == len(self.latest_ends):
            return None
        day = self.in_order[number]
        return day if day.extent.start <= at else None

    def format_days(self) -> str:
        """List the days by their dates; of many the first ones."""
        dates = [str(day) for day in islice(self.days, _FEW + 1)]
        return ", ".join(dates if len(dates) <= _FEW else [*dates[:_FEW], "…"])

    def check_within(
        self, located: AnyTable, day: Day, timing: Timing, block: Block | None
    ) -> None:
        """Report what starts before or ends after its day."""
        extent = day.extent
        if timing.start >= extent.end and not self._end_is_stated(day) and block is not None:
            too_late = timing.start > block.timing.end  # a party may last until past midnight
        else:
            too_late = timing.start > extent.end or timing.start == extent.end != extent.start
        if timing.start < extent.start or too_late:
            message = _("The start is outside {date}, which runs {start}–{end}.")
            half = self.hint_other_half(located, timing, extent)
            self._report_extent(located, "start", day, message, half)
        elif timing.end_stated and timing.end > extent.end and self._end_is_stated(day):
            message = _("The end is outside {date}, which runs {start}–{end}.")
            self._report_extent(located, "end", day, message)

    def _end_is_stated(self, day: Day) -> bool:
        return day.extent.end != find_midnight_after(self.zone, day.date)

    def hint_other_half(self, located: AnyTable, timing: Timing, around: Interval) -> str:
        """Ask for the other half of the day, where only with that a row lies within `around`."""
        table = located.table
        local = [self._local(interval) for interval in (timing.planned, around)]
        return hint_other_half(table.start, table.end, *local)

    def _local(self, interval: Interval) -> Interval:
        """Return an interval as the clocks of the event show it, without a zone."""
        start, end = (at.astimezone(self.zone).replace(tzinfo=None) for at in interval[:2])
        return Interval(start, end)

    def _report_extent(
        self, located: AnyTable, key: str, day: Day, message: str, meant: str = ""
    ) -> None:
        start, end = self.format_ends(day.extent)
        message = message.format(date=day.date, start=start, end=end)
        hint = _("Move it, or give the day another start or end in [[days]].")
        self.collector.add(file_rules.OUTSIDE_DAY, located.at(key), message, meant or hint)

    def format_ends(self, interval: Interval) -> tuple[str, str]:
        """Format both ends as the clocks show them; 24:00 for the midnight that ends a day."""
        start, end = (at.astimezone(self.zone) for at in (interval.start, interval.end))
        ends_at_midnight = end.time() == time() and end.date() > start.date()
        return f"{start:%H:%M}", "24:00" if ends_at_midnight else f"{end:%H:%M}"
