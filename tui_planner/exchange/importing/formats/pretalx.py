"""The answers of pretalx: of its API, and the data of the schedule on its pages."""

from typing import TYPE_CHECKING

from tui_planner.exchange.importing.import_format import ImportFormat, PublishedFile
from tui_planner.exchange.importing.json_document import begins_as_json, try_json
from tui_planner.exchange.importing.progress import report_share

if TYPE_CHECKING:
    from tui_planner.exchange.importing.draft.draft import Draft


def fits(data: bytes) -> bool:
    """Tell whether a file is an answer of pretalx."""
    from tui_planner.exchange.importing.pretalx.read_pretalx import is_pretalx

    return is_pretalx(try_json(data))


def read(file: PublishedFile) -> "Draft":
    """Make a draft of an answer of pretalx."""
    from tui_planner.exchange.importing.pretalx.read_pretalx import read_pretalx
    from tui_planner.exchange.importing.schedule.schedule_to_draft import make_draft

    published = read_pretalx(file.data)
    return make_draft(published, file.zone, report_share(file.progress, 0.5, 1))


FORMAT = ImportFormat("pretalx API", begins_as_json, read, order=51, fits=fits)
