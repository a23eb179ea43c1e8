"""A table as a schedule: its columns are recognised, its rows become events."""

from collections.abc import Mapping
from pathlib import Path

from tui_planner.exchange.importing.import_errors import NoScheduleError
from tui_planner.exchange.importing.schedule.schedule_records import PublishedSchedule
from tui_planner.support.i18n import _, ngettext

from .columns import Columns, describe_columns, map_columns, name_columns, suggest_columns
from .row_events import RowEvents
from .sheet import Sheet
from .written_moments import MomentReader


def read_sheet(sheet: Sheet, wished: Mapping[str, str], name: str) -> PublishedSchedule:
    """Read a table.

    Args:
        sheet: The table.
        wished: The names of columns by what the user says that they are.
        name: That of the file, which may tell the year.

    Raises:
        NoScheduleError: its columns do not say what a session is called and when it starts, or
            no date can be read; or the user names a column that there is not.
    """
    columns = map_columns(sheet.names, wished)
    if not columns.are_enough:
        raise NoScheduleError(_describe_missing(sheet, columns))
    title = _find_title(sheet)
    reader = _make_reader(sheet, columns, name)
    if "date" not in columns.places and not columns.day:
        above = [day for text in sheet.above if (day := reader.read_day(text))]
        columns = Columns(columns.places, above[0] if len(above) == 1 else None)
    rows = RowEvents(columns, reader)
    events = [event for row in sheet.rows if (event := rows.make(row))]
    if rows.undated and not any(event.date for event in events):
        raise NoScheduleError(_describe_undated(sheet, columns))
    filled = {at for row in sheet.rows for at, cell in enumerate(row.cells) if cell.strip()}
    guessed = []
    if columns.day and not wished.get("date"):
        guessed.append(_("The date of all is {date}, as above the table.").format(date=columns.day))
    if rows.carried:
        text = ngettext(
            "{n} row has no date: it is on that of the row above.",
            "{n} rows have no date: they are on that of the row above.",
            rows.carried,
        )
        guessed.append(text.format(n=rows.carried))
    return PublishedSchedule(
        conference={"title": title},
        events=events,
        mended=[*sheet.mended, describe_columns(sheet.names, columns, filled)],
        guessed=[*guessed, *reader.guessed, *reader.describe_guesses()],
    )


def _make_reader(sheet: Sheet, columns: Columns, name: str) -> MomentReader:
    def texts(*fields: str) -> list[str]:
        return [columns.get(field, row.cells) for row in sheet.rows for field in fields]

    alone = [row.cells[0] for row in sheet.rows if sum(bool(c.strip()) for c in row.cells) == 1]
    dates = [*texts("date", "end_date", "start", "end"), *sheet.above, *alone]
    return MomentReader(dates, texts("date", "start", "end"), [*sheet.above, Path(name).stem])


def _find_title(sheet: Sheet) -> str:
    """Find the title of the programme: the first text above the table."""
    return next((text for text in sheet.above if any(map(str.isalpha, text))), "")


def _describe_missing(sheet: Sheet, columns: Columns) -> str:
    if "title" not in columns.places and not {"start", "date"} & columns.places.keys():
        text = _(
            "It is {kind} with the columns {columns}: none is known to be a title or a start. If "
            "sessions are in it, say which columns they are, such as: tui-planner import "
            "{option} FILE"
        )
    elif "title" not in columns.places:
        text = _(
            "It is {kind} with the columns {columns}: none is known to be a title. Say which one "
            "is, such as: tui-planner import {option} FILE"
        )
    else:
        text = _(
            "It is {kind} with the columns {columns}: none is known to be a start. Say which one "
            "is, such as: tui-planner import {option} FILE"
        )
    named, option = name_columns(sheet.names), suggest_columns(sheet.names)
    return text.format(kind=sheet.kind, columns=named, option=option)


def _describe_undated(sheet: Sheet, columns: Columns) -> str:
    if "date" in columns.places:
        text = _(
            "It is {kind} whose dates cannot be read, such as {date}. Write them with a year, as "
            "in 2026-05-09; or where all is on one day: tui-planner import --columns "
            "date=2026-05-09 FILE"
        )
    else:
        text = _(
            "It is {kind} with the columns {columns}: none is known to be a date. Say which one "
            "is, or the date itself: tui-planner import --columns date=2026-05-09 FILE"
        )
    dates = (columns.get("date", row.cells) for row in sheet.rows)
    shown = next(filter(None, dates), "")[:40]
    return text.format(kind=sheet.kind, columns=name_columns(sheet.names), date=f'"{shown}"')
