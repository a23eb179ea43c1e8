"""When a block or a session is, from what its row says and what it leaves out (E007, E008)."""

from tui_planner.programme import file_rules as rules
from tui_planner.programme.model import Block, Day
from tui_planner.programme.timing import Timing
from tui_planner.programme.wall_time import WallTime, resolve_after, resolve_instant
from tui_planner.support.i18n import _

from .event_days import EventDays, TimedRow
from .file_models import SessionTable
from .problem_collector import ProblemCollector
from .validation import TableRow


def time_block(row: TimedRow, event: EventDays, day: Day, block: Block | None) -> Timing | None:
    """Resolve the times of a table that has a start; None where it has not.

    An end that is wrong counts as not stated, so that the start can still be judged.
    """
    table = row.table
    overrun_wall: WallTime | None = getattr(table, "overrun", None)
    if table.start is None or "start" in row.broken:
        return None
    start = resolve_instant(event.zone, day.date, table.start)
    assumed = max(block.timing.end if block else day.extent.end, start)
    end, overrun = assumed, None
    wrong = _is_unsure_when_over(row)
    if table.end is not None:
        end = resolve_after(event.zone, day.date, table.end, start)
        if end < start:
            event.report_end_before_start(row, "end", table.end, "start")
            wrong = True
    if overrun_wall is not None:
        stated_end = end if table.end is not None and not wrong else start
        overrun = resolve_after(event.zone, day.date, overrun_wall, stated_end)
        if overrun < stated_end:
            other = "start" if table.end is None else "end"
            event.report_end_before_start(row, "overrun", overrun_wall, other)
            wrong = True
    if wrong:
        return Timing(start, assumed, end_stated=False, open_end=True)
    around: int = getattr(table, "around", 0)
    open_end = table.end is None and (block is None or block.timing.open_end)
    return Timing(start, end, table.end is not None, overrun, around, open_end)


def time_session(
    row: TableRow[SessionTable], event: EventDays, day: Day, block: Block | None
) -> Timing | None:
    """Resolve the times of a session: its own, or those of its block."""
    if row.table.start is not None:
        return time_block(row, event, day, block)
    if block is None or row.table.end is not None or _is_unsure_when_over(row):
        return None
    overrun = None
    if row.table.overrun is not None:
        reached = block.timing.end if block.timing.end_stated else block.timing.start
        overrun = resolve_after(event.zone, day.date, row.table.overrun, reached)
        if overrun < reached:
            event.report_end_before_start(row, "overrun", row.table.overrun, "end")
            return None
    return block.timing._replace(overrun=overrun, around=row.table.around)


def _is_unsure_when_over(row: TimedRow) -> bool:
    """Whether one of the values that tell its end, or how exact its start is, could not be read."""
    return bool(row.broken) and not row.broken.isdisjoint({"end", "overrun", "around"})


def check_start_can_be_absent(row: TableRow[SessionTable], report: ProblemCollector) -> None:
    """Report a session that says no start and cannot take its block's."""
    if row.table.block is not None and row.table.end is None:
        return
    if "block" in row.broken or "end" in row.broken:
        return
    hint = _("Only a session of a block may leave out both start and end, to take the block's own.")
    report.add(rules.MISSING_KEY, row.at("start"), _('"start" is missing.'), hint)


def check_within_block(
    row: TableRow[SessionTable], timing: Timing, block: Block, event: EventDays
) -> None:
    """Report a session that lies outside its block."""
    within = block.timing
    if timing.start < within.start:
        key, message = "start", _('"{id}" starts before its block "{block}" ({start}–{end}).')
    elif timing.start > within.end:
        key, message = "start", _('"{id}" starts after its block "{block}" ({start}–{end}).')
    elif timing.end_stated and within.end_stated and timing.end > within.end and not timing.overrun:
        key, message = "end", _('"{id}" ends after its block "{block}" ({start}–{end}).')
    else:
        return
    start, end = event.clock(within.planned)
    hint = _("Move it, name another block, or write the later time as overrun.")
    message = message.format(id=row.table.id, block=block.id, start=start, end=end)
    event.report.add(rules.OUTSIDE_BLOCK, row.at(key), message, hint)
