"""What the signs mean, those that are on the page."""

from collections.abc import Iterator

from ....i18n import _
from ....programme.model import Programme, Thing
from ..markup import Markup, element


def legend(programme: Programme) -> Markup:
    """A list of the signs of the times; empty where all times are exact."""
    items = [
        part
        for sign, meaning in _signs(programme)
        for part in (element("dt", sign), element("dd", meaning))
    ]
    return element("dl", *items) if items else Markup()


def _signs(programme: Programme) -> Iterator[tuple[str, str]]:
    things: list[Thing] = [*programme.sessions, *programme.blocks]
    timings = [thing.timing for thing in things]
    if any(timing.around for timing in timings):
        yield "~12:50", _("starts around then")
    if any(not timing.end_stated and not timing.open_end for timing in timings):
        yield "(13:45)", _("the end is not stated; this one is assumed")
    if any(timing.overrun for timing in timings):
        yield "(–13:00)", _("may run on until then")
