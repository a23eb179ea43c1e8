"""JSON of no shape that is known: it is recognised to tell what it is."""

from typing import TYPE_CHECKING

from tui_planner.exchange.importing.import_errors import NoScheduleError
from tui_planner.exchange.importing.import_format import ImportFormat, PublishedFile
from tui_planner.exchange.importing.json_document import as_list, begins_as_json, parse_json

from . import json_list

if TYPE_CHECKING:
    from tui_planner.exchange.importing.draft.draft import Draft


def read(file: PublishedFile) -> "Draft":
    """Tell what a document of JSON has in it, or the first object of a list.

    Raises:
        NoScheduleError: always, unless the user says what its columns are.
    """
    if file.columns:
        return json_list.read(file)
    from tui_planner.exchange.importing.schedule.unknown_shapes import describe_json
    from tui_planner.exchange.importing.tables.read_json_list import suggest_keys

    document = parse_json(file.data)
    first = next(iter(as_list(document)), None)
    told = describe_json(document if first is None else first)
    raise NoScheduleError(f"{told} {suggest_keys(file.data)}".rstrip())


FORMAT = ImportFormat("", begins_as_json, read, order=90, takes_columns=True)
