"""iCalendar, as calendars and conferences publish it."""

from tui_planner.exchange.importing.icalendar.surroundings import holds_calendar
from tui_planner.exchange.importing.import_format import Importable, ImportFormat, PublishedFile


def recognises(head: str) -> bool:
    """Tell whether a file begins as a calendar does, or an event that stands in none."""
    return head[:6].upper() == "BEGIN:"


def read(file: PublishedFile) -> Importable:
    """Make a draft of an iCalendar file."""
    from tui_planner.exchange.importing.icalendar.read_icalendar import read_icalendar

    return read_icalendar(file.data, file.zone, file.progress)


FORMAT = ImportFormat("iCalendar", recognises, read, order=40)
# Behind other text: it is asked for before the pages and the XML that a calendar may stand in.
WRAPPED = ImportFormat("", holds_calendar, read, order=5)
