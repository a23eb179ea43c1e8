"""A page of HTML: the events in it, or what it is and where the schedule may be."""

import re

from tui_planner.exchange.importing.import_format import Importable, ImportFormat, PublishedFile

_BEFORE_ROOT = re.compile(r"(\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(\[.*?\]\s*)?>)+", re.DOTALL)
_HTML = re.compile(r"<!doctype\s+html|<html[\s>]", re.IGNORECASE)


def recognises(head: str) -> bool:
    """Tell whether a file begins as a page does, in XML or not."""
    if not head.startswith("<"):
        return False
    begun = _BEFORE_ROOT.match(head)
    return _HTML.match(head) is not None or bool(begun and _HTML.match(head, begun.end()))


def read(file: PublishedFile) -> Importable:
    """Make a draft of the events of schema.org that are in a page.

    Raises:
        NoScheduleError: there are none; it says where the page declares its schedule to be.
    """
    from tui_planner.exchange.importing.json_ld.read_json_ld import read_page

    return read_page(file.data, file.name)


FORMAT = ImportFormat("", recognises, read, order=10)
