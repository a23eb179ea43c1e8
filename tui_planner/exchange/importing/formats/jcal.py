"""jCal, calendars in JSON."""

import re
from typing import TYPE_CHECKING

from tui_planner.exchange.importing.import_format import ImportFormat, PublishedFile

if TYPE_CHECKING:
    from tui_planner.exchange.importing.draft.draft import Draft

_BEGIN = re.compile(r'\[\s*"vcalendar"\s*,', re.IGNORECASE)


def recognises(head: str) -> bool:
    """Tell whether a list of JSON begins as a calendar does."""
    return _BEGIN.match(head) is not None


def read(file: PublishedFile) -> "Draft":
    """Make a draft of a jCal file."""
    from tui_planner.exchange.importing.ical_documents.read_jcal import read_jcal

    return read_jcal(file.data, file.zone)


FORMAT = ImportFormat("jCal", recognises, read, order=45)
