"""The legend of the page: the meaning of the signs that are on it."""

from collections.abc import Iterator

from tui_planner.exchange.exporting.markup import Markup, make_element
from tui_planner.layout.text.glyphs import UNICODE
from tui_planner.programme.model import Programme, Thing
from tui_planner.support.i18n import _

from .card import CardMaker


def make_legend(cards: CardMaker) -> Markup:
    """Make a list of the signs of choices and times; empty where there are none."""
    items = [
        part
        for sign, meaning in (*_of_choices(cards), *_of_times(cards.programme))
        for part in (make_element("dt", sign), make_element("dd", meaning))
    ]
    return make_element("dl", *items) if items else Markup()


def _of_choices(cards: CardMaker) -> Iterator[tuple[str, str]]:
    shown = {
        mark.sign for session in cards.programme.sessions if (mark := cards.find_mark(session))
    }
    for sign, meaning in (
        (UNICODE.chosen, _("chosen")),
        (UNICODE.clash, _("chosen, and clashes with something else that is chosen")),
        (UNICODE.possible, _("chosen, and may clash with something else that is chosen")),
        (UNICODE.tight, _("chosen, too little time for the way to another choice")),
        (UNICODE.lost, _("chosen, and full or cancelled")),
    ):
        if sign in shown:
            yield sign, meaning


def _of_times(programme: Programme) -> Iterator[tuple[str, str]]:
    things: list[Thing] = [*programme.sessions, *programme.blocks]
    timings = [thing.timing for thing in things]
    if any(timing.around for timing in timings):
        yield "~12:50", _("starts around then")
    if any(not timing.end_stated and not timing.open_end for timing in timings):
        yield "(13:45)", _("the end is not stated; this one is assumed")
    if any(timing.overrun for timing in timings):
        yield "(–13:00)", _("may run on until then")
