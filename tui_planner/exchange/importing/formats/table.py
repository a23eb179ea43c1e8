"""CSV and TSV: a table of sessions, with a head that says what its columns are, or without one."""

import re

from tui_planner.exchange.importing.import_format import Importable, ImportFormat, PublishedFile

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


def is_any_table(data: bytes) -> bool:
    """Tell whether a file is a table at all: of one that is not known it is asked what is what."""
    from tui_planner.exchange.importing.tables.read_delimited import is_table

    return is_table(data)


def read(file: PublishedFile) -> Importable:
    """Make a draft of a table.

    Raises:
        NoScheduleError: its columns or its dates cannot be understood.
    """
    from tui_planner.exchange.importing.tables.own_table import is_own_table, make_own_draft
    from tui_planner.exchange.importing.tables.read_delimited import read_delimited
    from tui_planner.exchange.importing.tables.read_sheet import read_sheet

    sheet = read_delimited(file.data, file.columns)
    if is_own_table(sheet) and not file.columns:
        return make_own_draft(sheet, file)
    return read_sheet(sheet, file.columns, file.name)


FORMAT = ImportFormat("CSV", recognises, read, order=2_000, fits=fits, takes_columns=True)
OTHER = ImportFormat("", recognises, read, order=2_010, fits=is_any_table, takes_columns=True)
