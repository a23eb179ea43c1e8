"""The schedules that a page declares, or that stand where pretalx and frab have them."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urljoin, urlsplit

_MOST_READ = 1_000_000
"""Characters of a page in which links are looked for."""
_TAG = re.compile(r"<(?P<tag>link|a|base)\s(?P<rest>[^<>]{1,4000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"(?<![\w-])(?P<name>[\w-]+)\s*=\s*(?P<value>\"[^\"]*\"|'[^']*'|[^\s\"'>]+)"
)
_CALENDARS = {"text/calendar", "application/calendar+xml", "application/calendar+json"}
_SCHEDULES = {"application/xml", "text/xml", "application/json"}
_IS_SCHEDULE = re.compile(
    r"/(schedule(\.v\d+)?\.(xml|json)|schedule/export/schedule\.(xml|json))$", re.IGNORECASE
)
_IS_CALENDAR = re.compile(r"/(schedule(/export/schedule)?|calendar|events?|program(me)?)\.ics$",
                          re.IGNORECASE)  # fmt: skip
_LAST_DECLARED = 1
"""The last rank of what a page declares; what it merely links to comes behind."""
_PRETALX = re.compile(r"(?P<base>/.+?)/(schedule|talk|speaker|sneak)(/.*)?")
_FRAB = re.compile(r"(?P<base>.*/public)/(schedule|events|speakers)(/.*|\.html)?")


def list_declared(page: str, address: str = "") -> list[str]:
    """List the addresses of schedules that a page declares, the likeliest first.

    Args:
        page: Its HTML.
        address: Where it was found, for what it names relative to itself; where that is not
            known, it is left as it is written.
    """
    return _list_by_rank(page, address, declared=True)


def list_linked(page: str, address: str) -> list[str]:
    """List the addresses of schedules that a page links to, the likeliest first, as above."""
    return _list_by_rank(page, address, declared=False)


def list_usual(page: str, address: str) -> list[str]:
    """List where pretalx and frab have the schedule of an event that a page of theirs is about."""
    path = urlsplit(address).path
    found = []
    if match := _FRAB.fullmatch(path):
        found.append(f"{match['base']}/schedule.xml")
    elif match := _PRETALX.fullmatch(path):
        found.append(f"{match['base']}/schedule/export/schedule.xml")
    elif "pretalx" in page[:_MOST_READ].lower():
        found.append(f"{path.rstrip('/')}/schedule/export/schedule.xml")
    found.append(f"{path.rpartition('/')[0]}/schedule.xml")
    return [urljoin(address, one) for one in dict.fromkeys(found)]


def _list_by_rank(page: str, address: str, *, declared: bool) -> list[str]:
    links = [one for one in _find_links(page, address) if (one[0] <= _LAST_DECLARED) is declared]
    ranked = sorted(links, key=lambda one: one[0])  # stable: as on the page
    return list(dict.fromkeys(link for _rank, link in ranked))


def _find_links(page: str, address: str) -> Iterator[tuple[int, str]]:
    """Find the links that lead to a schedule, each with its rank.

    They are declared schedules, declared calendars, and then mere links to either.
    """
    base = address
    for match in _TAG.finditer(page[:_MOST_READ]):
        tag = match["tag"].lower()
        values = {
            one["name"].lower(): unescape(one["value"].strip("\"'"))
            for one in _ATTRIBUTE.finditer(match["rest"])
        }
        link = _join(base, values.get("href", "").strip())
        if tag == "base":
            if base is address:  # the first counts, as for browsers
                base = link or base
        elif link:
            yield from ((rank, link) for rank in _ranks(tag, values, link))


def _ranks(tag: str, values: dict[str, str], link: str) -> Iterator[int]:
    """Rank a link, where it leads to a schedule; a feed of news in XML is none."""
    path = urlsplit(link).path
    kind = values.get("type", "").partition(";")[0].strip().lower()
    if tag == "link" and "alternate" in values.get("rel", "").lower().split():
        if kind in _SCHEDULES and _IS_SCHEDULE.search(path):
            yield 0
        elif kind in _CALENDARS:
            yield 1
    elif tag == "a" and _IS_SCHEDULE.search(path):
        yield 2
    elif tag == "a" and (_IS_CALENDAR.search(path) or kind in _CALENDARS):
        yield 3


def _join(base: str, href: str) -> str:
    """Return the address that a link leads to; nothing where it leads nowhere."""
    try:
        return urljoin(base, href) if href else ""
    except ValueError:
        return ""
