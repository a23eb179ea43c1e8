"""A list of sessions in JSON, under whichever keys, as the sources of static sites have them."""

from typing import TYPE_CHECKING

from tui_planner.exchange.importing.import_format import ImportFormat, PublishedFile
from tui_planner.exchange.importing.json_document import begins_as_json
from tui_planner.exchange.importing.progress import report_share

if TYPE_CHECKING:
    from tui_planner.exchange.importing.draft.draft import Draft


def fits(data: bytes) -> bool:
    """Tell whether a document is a list of sessions."""
    from tui_planner.exchange.importing.tables.read_json_list import is_json_list

    return is_json_list(data)


def read(file: PublishedFile) -> "Draft":
    """Make a draft of a list.

    Raises:
        NoScheduleError: its keys or its dates cannot be understood.
    """
    from tui_planner.exchange.importing.schedule.schedule_to_draft import make_draft
    from tui_planner.exchange.importing.tables.read_json_list import read_json_list
    from tui_planner.exchange.importing.tables.read_sheet import read_sheet

    published = read_sheet(read_json_list(file.data), file.columns, file.name)
    return make_draft(published, file.zone, report_share(file.progress, 0.5, 1))


FORMAT = ImportFormat("JSON list", begins_as_json, read, order=80, fits=fits, takes_columns=True)
