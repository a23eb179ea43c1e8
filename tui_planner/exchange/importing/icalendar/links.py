"""The addresses that an event has beside its own page: attachments, meetings online."""

import html
import re
from collections.abc import Iterator

from tui_planner.exchange.importing.draft.draft import DraftLink, EventNotes, NoteKind
from tui_planner.exchange.importing.text.plain_text import flatten
from tui_planner.programme.addresses import is_address
from tui_planner.support.i18n import _

from .content_lines import Component, Property, unescape

LINK_PROPERTIES = (
    *("ATTACH", "CONFERENCE", "LINK", "IMAGE"),
    *("X-GOOGLE-CONFERENCE", "X-GOOGLE-HANGOUT", "X-MICROSOFT-SKYPETEAMSMEETINGURL"),
)
_STYLED = ("X-ALT-DESC", "STYLED-DESCRIPTION")
_TITLES = ("LABEL", "FILENAME", "X-FILENAME", "X-LABEL", "TITLE")
_HREF = re.compile(r"""<a\s[^<>]*?href\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')""", re.IGNORECASE)
_LONGEST_TOLD = 60
_MOST = 100
"""Links of one event."""


def read_links(event: Component, description: str, notes: EventNotes) -> tuple[DraftLink, ...]:
    """Read the links of an event; what is no address of a page is told in the notes.

    Those of a styled description count where the plain one, which is taken, lacks them.
    """
    found: dict[str, DraftLink] = {}
    for item in (one for name in LINK_PROPERTIES for one in event.get_all(name)):
        link = _read_link(item, notes)
        if link is not None:
            found.setdefault(link.url, link)
    for url in _list_styled(event):
        if url not in description and is_address(url):
            found.setdefault(url, DraftLink(url))
    found.pop(flatten(event.get_text("URL")), None)
    if len(found) > _MOST:
        text = _("It has more than {n} links: the others are left away.")
        notes.append((NoteKind.MENDED, text.format(n=_MOST)))
    return tuple(found.values())[:_MOST]


def _read_link(item: Property, notes: EventNotes) -> DraftLink | None:
    title = flatten(next(filter(None, (item.params.get(name, "") for name in _TITLES)), ""))
    if item.params.get("ENCODING", "").upper() == "BASE64":
        text = _('A file that stands in the calendar itself is left away: "{title}".')
        told = title or flatten(item.params.get("FMTTYPE", "")) or item.name
        notes.append((NoteKind.MENDED, text.format(title=told[:_LONGEST_TOLD])))
        return None
    url = flatten(unescape(item.value)).replace(" ", "%20")
    if is_address(url):
        return DraftLink(url, title)
    if url:
        text = _('Its address "{url}" is left away: it is of no page, mailbox or calendar.')
        notes.append((NoteKind.MENDED, text.format(url=url[:_LONGEST_TOLD])))
    return None


def _list_styled(event: Component) -> Iterator[str]:
    for name in _STYLED:
        for item in event.get_all(name):
            for match in _HREF.finditer(unescape(item.value)):
                yield html.unescape(match[1] or match[2] or "").strip().replace(" ", "%20")
