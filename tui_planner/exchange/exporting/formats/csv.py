"""`csv`: a table, to be edited in a spreadsheet and imported again."""

from tui_planner.exchange.exporting.export_format import Export, ExportFormat, Request, SealLine
from tui_planner.exchange.table_columns import COLUMNS

_HEAD = SealLine(f"\ufeff{','.join(COLUMNS)},{{}}\r\n", above=0)
"""The names of the columns; without the mark before them, spreadsheets do not expect UTF-8."""


def make(request: Request) -> Export:
    """Write the rows of the table; its head is the line with the seal."""
    from tui_planner.exchange.exporting.csv_table import UNSUPPORTED, make_rows
    from tui_planner.exchange.exporting.scope import select_shown

    return make_rows(select_shown(request.plan, mine=request.mine)), UNSUPPORTED


FORMAT = ExportFormat("csv", make, _HEAD, order=80)
