"""Texts that a page, a picture or a schedule must show as they are, and never obey."""

from dataclasses import replace
from itertools import cycle

from tests.helpers import programme_of
from tui_planner.programme.model import Link, Programme

TITLES = (
    "<script>document.title = 'owned'</script>",
    "</style></title><img src=x onerror=\"document.title='owned'\">",
    "\"quotes\" & 'apostrophes' &amp; &lt;",
    "שלום עולם: כותרת",
    "\u202eturned round",
    "👩‍👩‍👧‍👦 家族 🇳🇱",
    "]]> <!-- --> <![CDATA[",
    "**bold** [link](javascript:alert(1)) `code` # * - 1. | ~",
)
SHOWN = tuple(title.replace("\u202e", "") for title in TITLES)
"""The titles where they stand on one line: nothing turns the text behind it round."""
URLS = ("javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", 'https://e.org/"><b>')

_LINKS = tuple(Link(url, title) for url, title in zip(URLS, TITLES, strict=False))

_HEAD = """\
[programme]
title = '<b onclick="x()">An event</b>'
date = 2025-02-13
timezone = "Europe/Amsterdam"
description = "</p><script>document.title='owned'</script>"

[[rooms]]
id = "a"
name = '"><script>document.title="owned"</script>'
"""


def nasty_programme() -> Programme:
    """A programme of them all, its sessions in one room one after the other.

    Its addresses are such as no file may have: exports do not rely on that.
    """
    sessions = []
    for number, title in enumerate(TITLES):
        sessions.append(
            f"""
[[sessions]]
id = "s{number}"
title = {_quoted(title)}
room = "a"
start = "{9 + number:02}:00"
end = "{10 + number:02}:00"
speakers = [{_quoted(title)}]
track = {_quoted(title)}
description = {_quoted(title)}
"""
        )
    programme = programme_of("".join(sessions), _HEAD)
    linked = zip(programme.sessions, cycle(URLS))
    return replace(
        programme,
        url=URLS[0],
        sessions=tuple(session._replace(url=url, links=_LINKS) for session, url in linked),
    )


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
