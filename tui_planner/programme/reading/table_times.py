"""The times of blocks and sessions, from the keys that a table has and lacks (E007, E008)."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from tui_planner.programme import file_rules
from tui_planner.programme.model import Block, Day
from tui_planner.programme.timing import Timing
from tui_planner.programme.wall_time import (
    WallTime,
    find_midnight_after,
    resolve_after,
    resolve_instant,
)
from tui_planner.support.i18n import _

from .event_days import EventDays, TimedTable
from .faults.problem_collector import ProblemCollector
from .format.file_models import HOURS, SessionTable
from .validation import LocatedTable


def time_block(
    located: TimedTable, event: EventDays, day: Day, block: Block | None
) -> Timing | None:
    """Resolve the times of a table that has a start; None where it has not.

    An end that is wrong counts as not stated, so that the start can still be judged.
    """
    table = located.table
    overrun_wall: WallTime | None = getattr(table, "overrun", None)
    if table.start is None or "start" in located.broken:
        return None
    start_is_skipped = event.report_skipped(located, "start", day.date, table.start)
    end_is_skipped = event.report_skipped(located, "end", day.date, table.end)
    overrun_is_skipped = event.report_skipped(located, "overrun", day.date, overrun_wall)
    if start_is_skipped:
        return None
    start = resolve_instant(event.zone, day.date, table.start)
    assumed = max(block.timing.end if block else day.extent.end, start)
    end, overrun = assumed, None
    wrong = _is_unsure_when_over(located) or end_is_skipped or overrun_is_skipped
    if table.end is not None and not end_is_skipped:
        end = resolve_after(event.zone, day.date, table.end, start)
        if end <= start:
            event.report_end_before_start(located, "end", table.end, "start", start)
            wrong = True
    if overrun_wall is not None and not overrun_is_skipped:
        stated_end = end if table.end is not None and not wrong else start
        overrun = resolve_after(event.zone, day.date, overrun_wall, stated_end)
        if overrun < stated_end:
            other = "start" if table.end is None else "end"
            event.report_end_before_start(located, "overrun", overrun_wall, other, stated_end)
            wrong = True
    if wrong:
        return Timing(start, assumed, end_stated=False, open_end=True)
    around: int = getattr(table, "around", 0)
    open_end = table.end is None and (block is None or block.timing.open_end)
    return Timing(start, end, table.end is not None, overrun, around, open_end)


def time_session(
    located: LocatedTable[SessionTable], event: EventDays, day: Day, block: Block | None
) -> Timing | None:
    """Resolve the times of a session: its own, or those of its block."""
    if located.table.start is not None:
        return time_block(located, event, day, block)
    if block is None or located.table.end is not None or _is_unsure_when_over(located):
        return None
    overrun = None
    if event.report_skipped(located, "overrun", day.date, located.table.overrun):
        return None
    if located.table.overrun is not None:
        reached = block.timing.end if block.timing.end_stated else block.timing.start
        overrun = resolve_after(event.zone, day.date, located.table.overrun, reached)
        if overrun < reached:
            event.report_end_before_start(located, "overrun", located.table.overrun, "end", reached)
            return None
    return block.timing._replace(overrun=overrun, around=located.table.around)


def time_all_day(zone: ZoneInfo, day: date) -> Timing:
    """Make the times of what is on all of a day: from its midnight to the next."""
    start = find_midnight_after(zone, day - timedelta(days=1))
    return Timing(start, find_midnight_after(zone, day), all_day=True)


def report_hours(located: LocatedTable[SessionTable], collector: ProblemCollector) -> bool:
    """Report the hours of a session that is on all day; whether it has any."""
    written = located.table.model_fields_set - located.broken
    stated = [key for key in HOURS if key in written]
    for key in stated:
        message = _('"{key}" stands beside "all_day = true": what is on all day has no hours.')
        hint = _('Leave out this line, or write "all_day = false" and when it starts and ends.')
        collector.add(file_rules.BAD_VALUE, located.at(key), message.format(key=key), hint)
    return bool(stated)


def is_as_stated(located: TimedTable, timing: Timing) -> bool:
    """Whether the times of a table are as it states them: none was unreadable or wrong."""
    table = located.table
    overrun: WallTime | None = getattr(table, "overrun", None)
    return not (
        _is_unsure_when_over(located)
        or (table.end is not None and not timing.end_stated)
        or (overrun is not None and timing.overrun is None)
    )


def _is_unsure_when_over(located: TimedTable) -> bool:
    """Whether one of the values that tell its end, or how exact its start is, could not be read."""
    return bool(located.broken) and not located.broken.isdisjoint({"end", "overrun", "around"})


def check_start_can_be_absent(
    located: LocatedTable[SessionTable], collector: ProblemCollector
) -> None:
    """Report a session that says no start and cannot take its block's."""
    if located.table.block is not None and located.table.end is None:
        return
    if not located.broken.isdisjoint({"block", "end", "all_day"}):
        return
    hint = _(
        "Only a session of a block may leave out both start and end, to take the block's own; one "
        "that is on all day says so by all_day = true."
    )
    collector.add(file_rules.MISSING_KEY, located.at("start"), _('"start" is missing.'), hint)


def check_within_block(
    located: LocatedTable[SessionTable], timing: Timing, block: Block, event: EventDays
) -> bool:
    """Report a session that lies outside its block; whether there was something to report."""
    within = block.timing
    if timing.start < within.start:
        key, message = "start", _('"{id}" starts before its block "{block}" ({start}–{end}).')
    elif timing.start > within.end:
        key, message = "start", _('"{id}" starts after its block "{block}" ({start}–{end}).')
    elif timing.end_stated and within.end_stated and timing.end > within.end and not timing.overrun:
        key, message = "end", _('"{id}" ends after its block "{block}" ({start}–{end}).')
    else:
        return False
    start, end = event.format_ends(within.planned)
    half = event.hint_other_half(located, timing, within.planned) if key == "start" else ""
    hint = half or _("Move it, name another block, or write the later time as overrun.")
    message = message.format(id=located.table.id, block=block.id, start=start, end=end)
    event.collector.add(file_rules.OUTSIDE_BLOCK, located.at(key), message, hint)
    return True
