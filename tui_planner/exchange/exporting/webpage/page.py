"""The page: its head, what clashes, a section for each day, and a legend."""

from collections.abc import Iterator, Sequence
from importlib.resources import files

from tui_planner.exchange.exporting.itinerary_words import list_remarks
from tui_planner.exchange.exporting.markup import Markup, join_markup, make_element
from tui_planner.exchange.exporting.scope import select_shown
from tui_planner.exchange.exporting.unsupported_features import NEVER_SHOWN
from tui_planner.itinerary.notices import find_notices
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.itinerary.views.own_lane import add_own_lane
from tui_planner.itinerary.views.summary import summarise
from tui_planner.layout.day.tracks import ON_DARK, ON_LIGHT
from tui_planner.layout.text.cells import join_lines
from tui_planner.layout.text.glyphs import UNICODE
from tui_planner.programme.model import Day, Programme, Thing
from tui_planner.programme.time_text import format_long_date, format_short_date
from tui_planner.support.i18n import _

from .card import CardMaker
from .day_grid import make_day_grid
from .text_elements import detect_language, find_text_direction, make_link, make_paragraphs

UNSUPPORTED = NEVER_SHOWN

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""Nothing is fetched and nothing runs, whatever a programme might have smuggled in."""


def make_page(plan: ResolvedItinerary, *, mine: bool) -> str:
    """Make one HTML file of a plan.

    Args:
        plan: The plan.
        mine: Only what is chosen, with what clashes in it.
    """
    shown = add_own_lane(select_shown(plan, mine=mine), plan)
    cards = CardMaker(shown, plan, mine=mine)
    language = detect_language(plan.programme)
    body = make_element(
        "body",
        _skip_link(cards),
        _header(plan.programme),
        _day_links(cards),
        make_element(
            "main",
            _my_state(plan, cards) if mine else "",
            *(_day(day, cards, by_room=not mine) for day in shown.days),
            id="programme",
        ),
        make_element("footer", _legend(cards), _version(plan.programme), lang=cards.own_words),
        class_="several" if len(shown.days) > 1 else "",
    )
    page = make_element(
        "html", _head(plan.programme), body, lang=language, dir=find_text_direction(language)
    )
    return f"<!DOCTYPE html>\n{page}\n"


def _head(programme: Programme) -> Markup:
    return Markup(
        '<head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        '<meta name="referrer" content="no-referrer">'
        '<link rel="icon" href="data:,">'  # else browsers ask for one
        f"{make_element('title', join_lines(programme.title))}<style>\n{_style()}</style></head>\n"
    )


def _style() -> str:
    """Join the style sheets; in the cascade, a later one counts more."""
    parts = ("page.css", "grid.css", "print.css")
    sheets = [files(__package__).joinpath(name).read_text("utf-8") for name in parts]
    light, dark = _colour_tracks(ON_LIGHT), _colour_tracks(ON_DARK)
    dark = f"@media screen and (prefers-color-scheme: dark) {{\n{dark}}}"
    return "\n".join([light, dark, *sheets])


def _colour_tracks(colours: Sequence[str]) -> str:
    """Write the rules for the colours of the tracks."""
    return "".join(
        f".track-{number} {{ --track: {colour}; }}\n" for number, colour in enumerate(colours)
    )


def _header(programme: Programme) -> Markup:
    place = " · ".join(filter(None, map(join_lines, (programme.venue, programme.city))))
    return make_element(
        "header",
        make_element("p", place, class_="place", dir="auto") if place else "",
        make_element("h1", join_lines(programme.title), dir="auto"),
        make_paragraphs(programme.description),
        make_link(programme.url),
    )


def _skip_link(cards: CardMaker) -> Markup:
    """Make a link that skips those to the days."""
    if len(cards.programme.days) < 2:
        return Markup()
    words = _("Skip to the programme")
    return make_element("a", words, href="#programme", class_="skip", lang=cards.own_words)


def _day_links(cards: CardMaker) -> Markup:
    """Make links to the days, where there are several."""
    days = cards.programme.days
    if len(days) < 2:
        return Markup()
    items = (
        make_element("li", make_element("a", format_short_date(day.date), href=f"#{_anchor(day)}"))
        for day in days
    )
    return make_element(
        "nav", make_element("ul", *items), aria_label=_("Days"), lang=cards.own_words
    )


def _my_state(plan: ResolvedItinerary, cards: CardMaker) -> Markup:
    """Make the section on how much is chosen, and what clashes."""
    items = [
        make_element("li", words, dir="auto", class_=mark.name if mark else "")
        for words, mark in list_remarks(plan)
    ]
    return make_element(
        "section",
        make_element("h2", _("My choice"), id="mine"),
        make_element("p", summarise(plan, find_notices(plan))),
        make_element("ul", *items) if items else "",
        class_="mine",
        aria_labelledby="mine",
        lang=cards.own_words,
    )


def _version(programme: Programme) -> Markup:
    words = _("Version {version}").format(version=join_lines(programme.version))
    return make_element("p", make_element("bdi", words)) if programme.version else Markup()


def _day(day: Day, cards: CardMaker, *, by_room: bool) -> Markup:
    anchor = _anchor(day)
    title = make_element("span", day.title, class_="title", dir="auto") if day.title else ""
    date = make_element(
        "time", format_long_date(day.date), datetime=day.date.isoformat(), lang=cards.own_words
    )
    return make_element(
        "section",
        make_element("h2", join_markup((date, " ", title)) if title else date, id=anchor),
        make_day_grid(day.date, cards, by_room=by_room),
        class_="day",
        aria_labelledby=anchor,
    )


def _anchor(day: Day) -> str:
    return f"day-{day.date.isoformat()}"


def _legend(cards: CardMaker) -> Markup:
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
