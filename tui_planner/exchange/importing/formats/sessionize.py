"""Sessionize, the JSON of its views All, GridSmart and Sessions."""

from tui_planner.exchange.importing.import_format import Importable, ImportFormat, PublishedFile
from tui_planner.exchange.importing.json_document import begins_as_json, try_json


def fits(data: bytes) -> bool:
    """Tell whether a file is a view of Sessionize."""
    from tui_planner.exchange.importing.sessionize.read_sessionize import is_sessionize

    return is_sessionize(try_json(data))


def read(file: PublishedFile) -> Importable:
    """Make a draft of a view of Sessionize."""
    from tui_planner.exchange.importing.sessionize.read_sessionize import read_sessionize

    return read_sessionize(file.data)


FORMAT = ImportFormat("Sessionize", begins_as_json, read, order=50, fits=fits)
