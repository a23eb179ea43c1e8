"""xCal, calendars in XML."""

import re

from tui_planner.exchange.importing.import_format import Importable, ImportFormat, PublishedFile

_ROOT = re.compile(r"<(?:[\w.-]+:)?(icalendar|schedule)[\s>]", re.IGNORECASE)


def recognises(head: str) -> bool:
    """Tell whether a file of XML begins a calendar, and not a schedule before it."""
    root = _ROOT.search(head) if head.startswith("<") else None
    return root is not None and root[1].lower() == "icalendar"


def read(file: PublishedFile) -> Importable:
    """Make a draft of an xCal file."""
    from tui_planner.exchange.importing.ical_documents.read_xcal import read_xcal

    return read_xcal(file.data, file.zone, file.progress)


FORMAT = ImportFormat("xCal", recognises, read, order=15)
