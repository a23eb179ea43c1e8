"""jCal, calendars in JSON."""

import re

from tui_planner.exchange.importing.import_format import Importable, ImportFormat, PublishedFile

_BEGIN = re.compile(r'\[\s*"vcalendar"\s*,', re.IGNORECASE)


def recognises(head: str) -> bool:
    """Tell whether a list of JSON begins as a calendar does."""
    return _BEGIN.match(head) is not None


def read(file: PublishedFile) -> Importable:
    """Make a draft of a jCal file."""
    from tui_planner.exchange.importing.ical_documents.read_jcal import read_jcal

    return read_jcal(file.data, file.zone)


FORMAT = ImportFormat("jCal", recognises, read, order=45)
