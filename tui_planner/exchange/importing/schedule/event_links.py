"""The addresses of a published event, those too that are relative to the schedule's system."""

import re
from urllib.parse import urljoin

from tui_planner.exchange.importing.draft.draft import DraftLink
from tui_planner.exchange.importing.text.plain_text import flatten
from tui_planner.support.i18n import _

from .schedule_records import PublishedEvent

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,30}:")

_HOST = re.compile(r"www\.|([a-z0-9-]{1,63}\.){1,5}[a-z]{2,10}/", re.IGNORECASE)
"""The beginning of an address whose scheme people have left out."""


def list_links(event: PublishedEvent, base: str) -> tuple[DraftLink, ...]:
    """List the links and attachments of an event, then where to give feedback and its recording.

    Args:
        event: The event.
        base: The address that those of the schedule are relative to; empty where it is not known.
    """
    if not (event.links or event.feedback_url or event.video_download_url):
        return ()
    base = base or flatten(event.url)
    links = [
        DraftLink(resolve_address(href, base), "" if title.strip() == href.strip() else title)
        for href, title in event.links
    ]
    for url, title in (
        (event.feedback_url, _("Feedback")),
        (event.video_download_url, _("Recording")),
    ):
        if url.strip():
            links.append(DraftLink(resolve_address(url, base), title))
    return tuple(links)


def resolve_address(address: str, base: str) -> str:
    """Make an address whole where its scheme is left out, or its base is known."""
    address = flatten(address)
    if _HOST.match(address):
        return f"https://{address}"
    if not address or not base or _SCHEME.match(address):
        return address
    try:
        return urljoin(_as_folder(base), address)
    except ValueError:  # a bracket that no host has
        return address


def _as_folder(base: str) -> str:
    """Return a base in which what is relative lies: `https://x.org/camp` is meant as a folder."""
    last = base.rpartition("/")[2]
    return base if not last or "." in last or "?" in last else f"{base}/"
