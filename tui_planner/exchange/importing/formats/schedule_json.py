"""schedule.json, as the programs for conferences publish it."""

from tui_planner.exchange.importing.import_format import Importable, ImportFormat, PublishedFile
from tui_planner.exchange.importing.json_document import as_mapping, begins_as_json, try_json
from tui_planner.exchange.importing.text.written_times import read_date


def fits(data: bytes) -> bool:
    """Tell whether a document of JSON has a schedule in it, or is one."""
    document = as_mapping(try_json(data))
    schedule = document.get("schedule")
    is_plain_list = isinstance(schedule, list) or all(map(read_date, as_mapping(schedule) or ("",)))
    return "conference" in document or ("schedule" in document and not is_plain_list)


def read(file: PublishedFile) -> Importable:
    """Make a draft of a schedule.json."""
    from tui_planner.exchange.importing.schedule.read_schedule_json import read_schedule_json

    return read_schedule_json(file.data)


FORMAT = ImportFormat("schedule.json", begins_as_json, read, order=30, fits=fits)
