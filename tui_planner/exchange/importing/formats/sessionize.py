"""Sessionize, the JSON of its views All, GridSmart and Sessions."""

from typing import TYPE_CHECKING

from tui_planner.exchange.importing.import_format import ImportFormat, PublishedFile
from tui_planner.exchange.importing.json_document import begins_as_json, try_json
from tui_planner.exchange.importing.progress import report_share

if TYPE_CHECKING:
    from tui_planner.exchange.importing.draft.draft import Draft


def fits(data: bytes) -> bool:
    """Tell whether a file is a view of Sessionize."""
    from tui_planner.exchange.importing.sessionize.read_sessionize import is_sessionize

    return is_sessionize(try_json(data))


def read(file: PublishedFile) -> "Draft":
    """Make a draft of a view of Sessionize."""
    from tui_planner.exchange.importing.schedule.schedule_to_draft import make_draft
    from tui_planner.exchange.importing.sessionize.read_sessionize import read_sessionize

    published = read_sessionize(file.data)
    return make_draft(published, file.zone, report_share(file.progress, 0.5, 1))


FORMAT = ImportFormat("Sessionize", begins_as_json, read, order=50, fits=fits)
