"""From the tables as written to the programme as meant: wall times become instants (E007 to E009).

Every check runs over whatever is known of a row; only a file without a problem makes a programme.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from ..i18n import _
from . import file_rules as rules
from .format1 import BlockTable, DayTable, SessionTable
from .model import Accepted, Block, BlockKind, Day, Programme, Room, Session, Status
from .report import Report
from .timing import Interval, Timing
from .validation import AnyRow, Row, Tables
from .wall_time import WallTime, instant, instant_after, midnight_after


def resolve(tables: Tables, report: Report) -> Programme | None:
    """The programme, or None where anything is wrong with the file."""
    calendar = _Calendar.of(tables, report)
    blocks: dict[str, Block] = {}
    for row in tables["blocks"]:
        timed = _block(row, calendar)
        if timed is not None:
            blocks.setdefault(timed.id, timed)
    sessions = [_session(row, calendar, blocks) for row in tables["sessions"]]
    if report.problems:
        return None
    return _programme(tables, calendar, tuple(blocks.values()), tuple(filter(None, sessions)))


@dataclass(frozen=True)
class _Calendar:
    """The days of the event in its zone."""

    zone: ZoneInfo
    days: Mapping[date, Day]
    report: Report
    complete: bool  # whether every day that the file names could be read

    @classmethod
    def of(cls, tables: Tables, report: Report) -> "_Calendar":
        programme = tables.programme
        # Which of two times is first is nearly the same in every zone: check them all the same.
        zone = ZoneInfo("UTC" if "timezone" in programme.broken else programme.table.timezone)
        rows = tables["days"]
        complete = not any("date" in row.broken for row in rows)
        if not rows:
            complete = "date" not in programme.broken
            if programme.table.date:
                rows = (Row(programme.path, DayTable(date=programme.table.date)),)
            elif complete:
                complete = False
                report.add(
                    rules.MISSING_KEY,
                    programme.at("date"),
                    _('"date" is missing.'),
                    _('Add a line "date = 2025-02-13"; for several days, [[days]] tables.'),
                )
        calendar = cls(zone, {}, report, complete)
        days = {row.table.date: calendar._day(row) for row in rows if "date" not in row.broken}
        return cls(zone, days, report, complete)

    def _day(self, row: Row[DayTable]) -> Day:
        table = row.table
        start = instant(self.zone, table.date, table.start or time())
        end = midnight_after(self.zone, table.date)
        if table.end is not None:
            end = instant_after(self.zone, table.date, table.end, start)
            if end < start:
                self.report_end_before_start(row, "end", table.end, "start")
        return Day(table.date, table.title or "", Interval(start, end))

    def report_end_before_start(self, row: AnyRow, key: str, value: WallTime, other: str) -> None:
        message = _('"{key}" is before "{other}".').format(key=key, other=other)
        hint = _("Mend one of the two.")
        if not isinstance(value, datetime):
            hint = _("If it is past midnight, write the date too, like 2025-02-14T01:00:00.")
        self.report.add(rules.END_BEFORE_START, row.at(key), message, hint)

    def day_of(
        self, row: Row[BlockTable] | Row[SessionTable], start: WallTime | None, block: Block | None
    ) -> Day | None:
        """The day that a row stands on; None, and reported, where there is none."""
        if "day" in row.broken or not self.complete:
            return None
        if row.table.day is not None:
            if row.table.day in self.days:
                return self.days[row.table.day]
            self._report_not_a_day(row, "day", row.table.day)
            return None
        if isinstance(start, datetime):
            at = instant(self.zone, start.date(), start)
            for day in self.days.values():
                if day.extent.start <= at < day.extent.end:
                    return day
            if start.date() in self.days:
                return self.days[start.date()]
            self._report_not_a_day(row, "start", start.date())
            return None
        if block is not None:
            return self.days[block.day]
        if len(self.days) == 1:
            return next(iter(self.days.values()))
        self.report.add(
            rules.MISSING_KEY,
            row.at("day"),
            _('"day" is missing.'),
            _("The programme has several days: write which one, like day = {date}.").format(
                date=next(iter(self.days))
            ),
        )
        return None

    def _report_not_a_day(self, row: AnyRow, key: str, day: date) -> None:
        message = _("{date} is not a day of this programme.").format(date=day)
        hint = _("Its days: {days}. Past midnight, give the day an end in [[days]].").format(
            days=", ".join(str(known) for known in self.days)
        )
        self.report.add(rules.OUTSIDE_DAY, row.at(key), message, hint)

    def check_within(self, row: AnyRow, day: Day, timing: Timing) -> None:
        """Report what starts before or ends after its day."""
        last_start = (
            timing.start > day.extent.end or timing.start == day.extent.end != day.extent.start
        )
        if timing.start < day.extent.start or last_start:
            message = _("The start is outside {date}, which runs {start}–{end}.")
            self._report_extent(row, "start", day, message)
        elif timing.end_stated and timing.end > day.extent.end and self._end_is_stated(day):
            message = _("The end is outside {date}, which runs {start}–{end}.")
            self._report_extent(row, "end", day, message)

    def _end_is_stated(self, day: Day) -> bool:
        return day.extent.end != midnight_after(self.zone, day.date)

    def _report_extent(self, row: AnyRow, key: str, day: Day, message: str) -> None:
        start, end = (
            f"{at.astimezone(self.zone):%H:%M}" for at in (day.extent.start, day.extent.end)
        )
        message = message.format(date=day.date, start=start, end=end)
        hint = _("Move it, or give the day another start or end in [[days]].")
        self.report.add(rules.OUTSIDE_DAY, row.at(key), message, hint)


def _timing(
    row: Row[BlockTable] | Row[SessionTable], calendar: _Calendar, day: Day, block: Block | None
) -> Timing | None:
    """The times of a row that says its start, or None where one of them is missing or wrong."""
    table = row.table
    overrun_wall: WallTime | None = getattr(table, "overrun", None)
    if table.start is None or "start" in row.broken:
        return None
    zone = calendar.zone
    start = instant(zone, day.date, table.start)
    end = max(block.timing.end if block else day.extent.end, start)
    open_end = table.end is None and (block is None or block.timing.open_end)
    overrun = None
    wrong = bool(row.broken & {"end", "overrun", "around"})
    if table.end is not None:
        end = instant_after(zone, day.date, table.end, start)
        if end < start:
            calendar.report_end_before_start(row, "end", table.end, "start")
            wrong = True
    if overrun_wall is not None:
        stated_end = end if table.end is not None and not wrong else start
        overrun = instant_after(zone, day.date, overrun_wall, stated_end)
        if overrun < stated_end:
            other = "start" if table.end is None else "end"
            calendar.report_end_before_start(row, "overrun", overrun_wall, other)
            wrong = True
    if wrong:
        return None
    around: int = getattr(table, "around", 0)
    return Timing(start, end, table.end is not None, overrun, around, open_end)


def _block(row: Row[BlockTable], calendar: _Calendar) -> Block | None:
    table = row.table
    if "start" in row.broken:
        return None
    day = calendar.day_of(row, table.start, None)
    if day is None:
        return None
    timing = _timing(row, calendar, day, None)
    if timing is None:
        return None
    calendar.check_within(row, day, timing)
    if "id" in row.broken:
        return None
    return Block(
        id=table.id,
        kind=BlockKind(table.kind or BlockKind.CHOICE),
        title=table.title,
        timing=timing,
        day=day.date,
        order=int(row.path[1]),
        room=table.room,
        minutes_needed=table.minutes_needed,
        description=table.description,
        speakers=table.speakers,
        url=table.url or "",
    )


def _session(
    row: Row[SessionTable], calendar: _Calendar, blocks: Mapping[str, Block]
) -> Session | None:
    table = row.table
    block = blocks.get(table.block) if table.block else None
    block_is_unknown = "block" in row.broken or (table.block is not None and block is None)
    if table.start is None and "start" not in row.broken:
        _check_start_can_be_absent(row, calendar.report)
    if "start" in row.broken or (block_is_unknown and table.day is None and len(calendar.days) > 1):
        return None
    day = calendar.day_of(row, table.start, block)
    if day is None:
        return None
    timing = _session_timing(row, calendar, day, block)
    if timing is None:
        return None
    calendar.check_within(row, day, timing)
    if block is not None:
        _check_within_block(row, timing, block, calendar)
    return _made_session(row, timing, day)


def _check_start_can_be_absent(row: Row[SessionTable], report: Report) -> None:
    if row.table.block is not None and row.table.end is None:
        return
    if "block" in row.broken or "end" in row.broken:
        return
    hint = _("Only a session of a block may leave out both start and end, to take the block's own.")
    report.add(rules.MISSING_KEY, row.at("start"), _('"start" is missing.'), hint)


def _session_timing(
    row: Row[SessionTable], calendar: _Calendar, day: Day, block: Block | None
) -> Timing | None:
    if row.table.start is not None:
        return _timing(row, calendar, day, block)
    if block is None or row.table.end is not None or row.broken & {"end", "overrun", "around"}:
        return None
    overrun = None
    if row.table.overrun is not None:
        reached = block.timing.end if block.timing.end_stated else block.timing.start
        overrun = instant_after(calendar.zone, day.date, row.table.overrun, reached)
        if overrun < reached:
            calendar.report_end_before_start(row, "overrun", row.table.overrun, "end")
            return None
    return replace(block.timing, overrun=overrun, around=row.table.around)


def _check_within_block(
    row: Row[SessionTable], timing: Timing, block: Block, calendar: _Calendar
) -> None:
    within = block.timing
    start, end = (f"{at.astimezone(calendar.zone):%H:%M}" for at in (within.start, within.end))
    if timing.start < within.start:
        key, message = "start", _('It starts before its block "{block}" ({start}–{end}).')
    elif timing.start > within.end:
        key, message = "start", _('It starts after its block "{block}" ({start}–{end}).')
    elif timing.end_stated and within.end_stated and timing.end > within.end and not timing.overrun:
        key, message = "end", _('It ends after its block "{block}" ({start}–{end}).')
    else:
        return
    hint = _("Move it, name another block, or write the later time as overrun.")
    message = message.format(block=block.id, start=start, end=end)
    calendar.report.add(rules.OUTSIDE_BLOCK, row.at(key), message, hint)


def _made_session(row: Row[SessionTable], timing: Timing, day: Day) -> Session | None:
    if row.broken:
        return None
    table = row.table
    return Session(
        id=table.id,
        title=table.title,
        timing=timing,
        day=day.date,
        order=int(row.path[1]),
        block=table.block,
        room=table.room,
        status=Status(table.status),
        group=table.group,
        part_of=table.part_of,
        repeat_of=table.repeat_of,
        drop_in=table.drop_in,
        meal=table.meal,
        track=table.track or "",
        hosts=table.hosts,
        speakers=table.speakers,
        description=table.description,
        agenda=table.agenda,
        url=table.url or "",
        language=table.language or "",
        capacity=table.capacity,
    )


def _programme(
    tables: Tables,
    calendar: _Calendar,
    blocks: tuple[Block, ...],
    sessions: tuple[Session, ...],
) -> Programme:
    table = tables.programme.table
    days = tuple(sorted(calendar.days.values(), key=lambda day: day.date))
    return Programme(
        id=table.id or slug(f"{table.title} {days[0].date}"),
        title=table.title,
        zone=calendar.zone,
        days=days,
        blocks=blocks,
        sessions=sessions,
        rooms=tuple(
            Room(row.table.id, row.table.name, row.table.capacity, row.table.building or "")
            for row in tables["rooms"]
        ),
        routes={
            frozenset((row.table.from_, row.table.to)): row.table.minutes
            for row in tables["routes"]
        },
        changeover=table.changeover,
        accepted=tuple(
            Accepted(row.table.rule, frozenset(row.table.sessions), row.table.reason)
            for row in tables["accepted"]
        ),
        language=table.language or "",
        venue=table.venue or "",
        city=table.city or "",
        url=table.url or "",
        version=table.version or "",
        description=table.description,
    )


def slug(text: str) -> str:
    """Lower-case ASCII words with hyphens: "Día 1!" is "dia-1"."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "programme"
