"""iCalendar, as calendars and conferences publish it."""

from typing import TYPE_CHECKING

from tui_planner.exchange.importing.import_format import ImportFormat, PublishedFile

if TYPE_CHECKING:
    from tui_planner.exchange.importing.draft.draft import Draft


def recognises(head: str) -> bool:
    """Tell whether a file begins as a calendar does, or an event that stands in none."""
    return head[:6].upper() == "BEGIN:"


def read(file: PublishedFile) -> "Draft":
    """Make a draft of an iCalendar file."""
    from tui_planner.exchange.importing.icalendar.read_icalendar import read_icalendar

    return read_icalendar(file.data, file.zone, file.progress)


FORMAT = ImportFormat("iCalendar", recognises, read, order=40)
