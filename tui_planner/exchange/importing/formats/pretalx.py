"""The answers of pretalx: of its API, and the data of the schedule on its pages."""

from tui_planner.exchange.importing.import_format import Importable, ImportFormat, PublishedFile
from tui_planner.exchange.importing.json_document import begins_as_json, try_json


def fits(data: bytes) -> bool:
    """Tell whether a file is an answer of pretalx."""
    from tui_planner.exchange.importing.pretalx.read_pretalx import is_pretalx

    return is_pretalx(try_json(data))


def read(file: PublishedFile) -> Importable:
    """Make a draft of an answer of pretalx."""
    from tui_planner.exchange.importing.pretalx.read_pretalx import read_pretalx

    return read_pretalx(file.data)


FORMAT = ImportFormat("pretalx API", begins_as_json, read, order=51, fits=fits)
