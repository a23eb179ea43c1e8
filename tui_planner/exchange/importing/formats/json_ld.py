"""Events of schema.org in a document of JSON-LD; those in a page are read with the page."""

from tui_planner.exchange.importing.import_format import Importable, ImportFormat, PublishedFile
from tui_planner.exchange.importing.json_document import begins_as_json, try_json


def fits(data: bytes) -> bool:
    """Tell whether a file is JSON-LD with events of schema.org."""
    if b"schema.org" not in data:
        return False
    from tui_planner.exchange.importing.json_ld.read_json_ld import is_json_ld

    return is_json_ld(try_json(data))


def read(file: PublishedFile) -> Importable:
    """Make a draft of a document of JSON-LD."""
    from tui_planner.exchange.importing.json_ld.read_json_ld import read_json_ld

    return read_json_ld(file.data)


FORMAT = ImportFormat("JSON-LD", begins_as_json, read, order=52, fits=fits)
