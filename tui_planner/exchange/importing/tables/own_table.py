"""A table that `export --format csv` wrote, and somebody may have edited: all of it comes back."""

from collections.abc import Mapping

from tui_planner.exchange.importing.draft.draft import Draft, DraftLink, DraftSession
from tui_planner.exchange.importing.import_format import PublishedFile
from tui_planner.exchange.importing.progress import report_share
from tui_planner.exchange.importing.schedule.schedule_to_draft import make_draft
from tui_planner.exchange.importing.text.written_times import read_day
from tui_planner.exchange.importing.text.zone_names import find_zone
from tui_planner.exchange.table_columns import COLUMNS, MARK, YES, restore_formula, split_list
from tui_planner.programme.model import BlockKind, Status

from .read_sheet import read_sheet
from .sheet import Row, Sheet

_READ_ALIKE = (
    *("id", "title", "date", "start", "end", "room", "status", "track", "description", "url"),
    "language",
)
"""Columns that are read as those of anybody's table."""
_YES = frozenset({YES, "ja", "true", "waar", "1", "x"})
_MOST_SEATS = 10**9

Cells = Mapping[str, str]
"""The texts of a row by the names of their columns."""


def is_own_table(sheet: Sheet) -> bool:
    """Tell whether this program wrote a table."""
    return any(name.startswith(MARK) for name in sheet.names) and set(COLUMNS) <= {*sheet.names}


def make_own_draft(sheet: Sheet, file: PublishedFile) -> Draft:
    """Make the draft of a table of this program's own.

    Raises:
        NoScheduleError: its dates cannot be understood.
    """
    rows = {row.place: _name_cells(row, sheet) for row in sheet.rows}
    plain = Sheet(sheet.kind, COLUMNS, [_make_plain(place, rows[place]) for place in rows])
    wished = {column: column for column in _READ_ALIKE} | {"type": "kind"}
    published = read_sheet(plain, wished, file.name)
    published.mended = sheet.mended
    said = next(iter(rows.values()), {})
    published.conference |= {"title": said.get("event", ""), "acronym": said.get("event_id", "")}
    zones = (cells["timezone"] for cells in rows.values())
    published.conference["timezone"] = next(filter(find_zone, zones), "")
    draft = make_draft(published, file.zone, report_share(file.progress, 0.5, 1))
    draft.is_round_trip = True
    for session in draft.sessions:
        _complete(session, rows[session.place])
    return draft


def _name_cells(row: Row, sheet: Sheet) -> Cells:
    named = dict(zip(sheet.names, row.cells, strict=False))
    return {column: restore_formula(named.get(column, "")).strip() for column in COLUMNS}


def _make_plain(place: str, cells: Cells) -> Row:
    """Make a row as anybody writes it: what is on all day has hours."""
    hours = {"start": "00:00", "end": "24:00"} if _says_yes(cells["all_day"]) else {}
    return Row(place, [{**cells, **hours}[column] for column in COLUMNS])


def _complete(session: DraftSession, cells: Cells) -> None:
    """Add what the tables of others do not hold, and take as it stands what is mended in them."""
    session.day = read_day(cells["date"]) or session.day
    session.description = cells["description"]
    session.speakers = tuple(split_list(cells["speakers"]))
    session.hosts = tuple(split_list(cells["hosts"]))
    session.links = tuple(map(_read_link, split_list(cells["links"])))
    session.capacity = _read_number(cells["capacity"])
    session.part_of = cells["part_of"] or None
    session.repeat_of = cells["repeat_of"] or None
    session.drop_in = _says_yes(cells["drop_in"])
    session.meal = _says_yes(cells["meal"])
    session.all_day = _says_yes(cells["all_day"])
    if cells["status"] in set(Status):
        session.status = cells["status"]
    session.for_everyone = cells["kind"] if cells["kind"] in set(BlockKind) else ""


def _says_yes(text: str) -> bool:
    return text.casefold() in _YES


def _read_number(text: str) -> int | None:
    """Read a number of people; a spreadsheet may have made a fraction of it."""
    whole = text.partition(".")[0].partition(",")[0]
    is_number = whole.isascii() and whole.isdecimal() and len(whole) < len(str(_MOST_SEATS))
    return int(whole) or None if is_number else None


def _read_link(text: str) -> DraftLink:
    title, _blank, url = text.rpartition(" ")
    return DraftLink(url, title)
