"""CSV and TSV: a table of sessions, with a head that says what its columns are."""

import re
from typing import TYPE_CHECKING

from tui_planner.exchange.importing.import_format import ImportFormat, PublishedFile
from tui_planner.exchange.importing.progress import report_share

if TYPE_CHECKING:
    from tui_planner.exchange.importing.draft.draft import Draft

_COMMENTS = re.compile(r"(?:\s*#[^\n]*\n)*\s*")
_TOML = re.compile(r"""\[|[\w.-]+\s*=|"[^"\n]*"\s*=|'[^'\n]*'\s*=""")
_SEPARATOR = re.compile(r"sep=.\r?\n", re.IGNORECASE)


def recognises(head: str) -> bool:
    """Tell whether a file may be a table, as it does not begin as TOML or markup does."""
    begun = head[_COMMENTS.match(head).end() :]  # type: ignore[union-attr]  # it always matches
    if _SEPARATOR.match(begun):
        return True
    return bool(begun) and begun[0] not in "<{" and _TOML.match(begun) is None


def fits(data: bytes) -> bool:
    """Tell whether the columns of a file say a title and a start."""
    from tui_planner.exchange.importing.tables.read_delimited import is_known_table

    return is_known_table(data)


def read(file: PublishedFile) -> "Draft":
    """Make a draft of a table.

    Raises:
        NoScheduleError: its columns or its dates cannot be understood.
    """
    from tui_planner.exchange.importing.schedule.schedule_to_draft import make_draft
    from tui_planner.exchange.importing.tables.own_table import is_own_table, make_own_draft
    from tui_planner.exchange.importing.tables.read_delimited import read_delimited
    from tui_planner.exchange.importing.tables.read_sheet import read_sheet

    sheet = read_delimited(file.data, file.columns)
    if is_own_table(sheet) and not file.columns:
        return make_own_draft(sheet, file)
    published = read_sheet(sheet, file.columns, file.name)
    return make_draft(published, file.zone, report_share(file.progress, 0.5, 1))


FORMAT = ImportFormat("CSV", recognises, read, order=2_000, fits=fits, takes_columns=True)
