"""The page: its head, what clashes, and a section for each day."""

from importlib.resources import files

from tui_planner.exchange.exporting.itinerary_words import to_know
from tui_planner.exchange.exporting.markup import Markup, element, together
from tui_planner.exchange.exporting.scope import programme_shown
from tui_planner.exchange.exporting.unsupported_features import NEVER_SHOWN
from tui_planner.itinerary.notices import notices
from tui_planner.itinerary.own_lane import with_own_lane
from tui_planner.itinerary.resolved import Plan
from tui_planner.itinerary.summary import summary
from tui_planner.layout.text.cells import one_line
from tui_planner.programme.model import Day, Programme
from tui_planner.programme.time_text import long_date, short_date
from tui_planner.support.i18n import _

from .card import Cards
from .day_grid import day_grid
from .legend import legend
from .page_language import direction, language_of
from .text_elements import link, paragraphs

NOT_HELD = NEVER_SHOWN

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""Nothing is fetched and nothing runs, whatever a programme might have smuggled in."""


def page_of(plan: Plan, *, mine: bool) -> str:
    """A plan as one HTML file.

    Args:
        plan: The plan.
        mine: Only what is chosen, with what clashes in it.
    """
    shown = with_own_lane(programme_shown(plan, mine=mine), plan)
    cards = Cards(shown, plan, mine=mine)
    language = language_of(plan.programme)
    body = element(
        "body",
        _skip_link(cards),
        _header(plan.programme),
        _day_links(cards),
        element(
            "main",
            _my_state(plan, cards) if mine else "",
            *(_day(day, cards, by_room=not mine) for day in shown.days),
            id="programme",
        ),
        element("footer", legend(cards), _version(plan.programme), lang=cards.own_words),
        class_="several" if len(shown.days) > 1 else "",
    )
    page = element("html", _head(plan.programme), body, lang=language, dir=direction(language))
    return f"<!DOCTYPE html>\n{page}\n"


def _head(programme: Programme) -> Markup:
    return Markup(
        '<head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        '<meta name="referrer" content="no-referrer">'
        '<link rel="icon" href="data:,">'  # else browsers ask for one
        f"{element('title', one_line(programme.title))}<style>\n{_style()}</style></head>\n"
    )


def _style() -> str:
    """One style sheet for all that shows the page; what stands later counts more."""
    parts = ("page.css", "grid.css", "print.css")
    return "\n".join(files(__package__).joinpath(name).read_text("utf-8") for name in parts)


def _header(programme: Programme) -> Markup:
    place = " · ".join(filter(None, map(one_line, (programme.venue, programme.city))))
    return element(
        "header",
        element("p", place, class_="place", dir="auto") if place else "",
        element("h1", one_line(programme.title), dir="auto"),
        paragraphs(programme.description),
        link(programme.url),
    )


def _skip_link(cards: Cards) -> Markup:
    """A link past those to the days."""
    if len(cards.programme.days) < 2:
        return Markup()
    words = _("Skip to the programme")
    return element("a", words, href="#programme", class_="skip", lang=cards.own_words)


def _day_links(cards: Cards) -> Markup:
    """Links to the days, where there are several."""
    days = cards.programme.days
    if len(days) < 2:
        return Markup()
    items = (
        element("li", element("a", short_date(day.date), href=f"#{_anchor(day)}")) for day in days
    )
    return element("nav", element("ul", *items), aria_label=_("Days"), lang=cards.own_words)


def _my_state(plan: Plan, cards: Cards) -> Markup:
    """How much is chosen, and what clashes."""
    items = [
        element("li", words, dir="auto", class_=mark.name if mark else "")
        for words, mark in to_know(plan)
    ]
    return element(
        "section",
        element("h2", _("My choice"), id="mine"),
        element("p", summary(plan, notices(plan))),
        element("ul", *items) if items else "",
        class_="mine",
        aria_labelledby="mine",
        lang=cards.own_words,
    )


def _version(programme: Programme) -> Markup:
    words = _("Version {version}").format(version=one_line(programme.version))
    return element("p", element("bdi", words)) if programme.version else Markup()


def _day(day: Day, cards: Cards, *, by_room: bool) -> Markup:
    anchor = _anchor(day)
    title = element("span", day.title, class_="title", dir="auto") if day.title else ""
    date = element("time", long_date(day.date), datetime=day.date.isoformat(), lang=cards.own_words)
    return element(
        "section",
        element("h2", together((date, " ", title)) if title else date, id=anchor),
        day_grid(day.date, cards, by_room=by_room),
        class_="day",
        aria_labelledby=anchor,
    )


def _anchor(day: Day) -> str:
    return f"day-{day.date.isoformat()}"
