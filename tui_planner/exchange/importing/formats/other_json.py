"""JSON of no shape that is known: it is recognised to tell what it is."""

from typing import NoReturn

from tui_planner.exchange.importing.import_errors import NoScheduleError
from tui_planner.exchange.importing.import_format import ImportFormat, PublishedFile
from tui_planner.exchange.importing.json_document import as_list, begins_as_json, parse_json


def read(file: PublishedFile) -> NoReturn:
    """Tell what a document of JSON has in it, or the first object of a list.

    Raises:
        NoScheduleError: always.
    """
    from tui_planner.exchange.importing.schedule.unknown_shapes import describe_json

    document = parse_json(file.data)
    first = next(iter(as_list(document)), None)
    raise NoScheduleError(describe_json(document if first is None else first))


FORMAT = ImportFormat("", begins_as_json, read, order=90)
