"""A page of HTML, which a wrong link leads to: it is recognised to tell what it is."""

import re
from typing import NoReturn

from tui_planner.exchange.importing.import_errors import NoScheduleError
from tui_planner.exchange.importing.import_format import ImportFormat, PublishedFile
from tui_planner.support.i18n import _

_BEFORE_ROOT = re.compile(r"(\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(\[.*?\]\s*)?>)+", re.DOTALL)
_HTML = re.compile(r"<!doctype\s+html|<html[\s>]", re.IGNORECASE)


def recognises(head: str) -> bool:
    """Tell whether a file begins as a page does, in XML or not."""
    if not head.startswith("<"):
        return False
    begun = _BEFORE_ROOT.match(head)
    return _HTML.match(head) is not None or bool(begun and _HTML.match(head, begun.end()))


def read(file: PublishedFile) -> NoReturn:
    """Tell that there is no schedule in a page.

    Raises:
        NoScheduleError: always.
    """
    text = _(
        "{name} is a page of HTML, no schedule: look on it for a link to schedule.xml, "
        "schedule.json or an .ics file."
    )
    raise NoScheduleError(text.format(name=file.name))


FORMAT = ImportFormat("", recognises, read, order=10)
