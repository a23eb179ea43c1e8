"""A list of sessions in JSON, under whichever keys, and JSON of no shape that is known."""

from tui_planner.exchange.importing.import_errors import NoScheduleError
from tui_planner.exchange.importing.import_format import Importable, ImportFormat, PublishedFile
from tui_planner.exchange.importing.json_document import as_list, begins_as_json, parse_json


def fits(data: bytes) -> bool:
    """Tell whether a document is a list of sessions."""
    from tui_planner.exchange.importing.tables.read_json_list import is_json_list

    return is_json_list(data)


def read(file: PublishedFile) -> Importable:
    """Make a draft of a list.

    Raises:
        NoScheduleError: its keys or its dates cannot be understood.
    """
    from tui_planner.exchange.importing.tables.read_json_list import read_json_list
    from tui_planner.exchange.importing.tables.read_sheet import read_sheet

    return read_sheet(read_json_list(file.data), file.columns, file.name)


def describe(file: PublishedFile) -> Importable:
    """Tell what a document of JSON has in it, or the first object of a list.

    Raises:
        NoScheduleError: always, unless the user says what its columns are.
    """
    if file.columns:
        return read(file)
    from tui_planner.exchange.importing.schedule.unknown_shapes import describe_json
    from tui_planner.exchange.importing.tables.read_json_list import suggest_keys

    document = parse_json(file.data)
    first = next(iter(as_list(document)), None)
    told = describe_json(document if first is None else first)
    raise NoScheduleError(f"{told} {suggest_keys(file.data)}".rstrip())


FORMAT = ImportFormat("JSON list", begins_as_json, read, order=80, fits=fits, takes_columns=True)
OTHER = ImportFormat("", begins_as_json, describe, order=90, takes_columns=True)
