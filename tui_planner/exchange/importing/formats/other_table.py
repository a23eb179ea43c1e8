"""A table whose columns are not known: it is recognised to ask what they are."""

from tui_planner.exchange.importing.import_format import ImportFormat

from . import table


def fits(data: bytes) -> bool:
    """Tell whether a file is a table at all."""
    from tui_planner.exchange.importing.tables.read_delimited import is_table

    return is_table(data)


FORMAT = ImportFormat("", table.recognises, table.read, order=2_010, fits=fits, takes_columns=True)
