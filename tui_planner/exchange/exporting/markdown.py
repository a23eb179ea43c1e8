"""Markdown: the days as lists, for a wiki, a mail or a chat."""

import re
from collections.abc import Iterable, Iterator

from tui_planner.itinerary.notices import find_notices, list_clash_remarks
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.itinerary.views.box_notes import make_box_notes
from tui_planner.itinerary.views.own_lane import add_own_lane
from tui_planner.itinerary.views.summary import summarise
from tui_planner.layout.text.box_text import name_status
from tui_planner.layout.text.cells import join_lines
from tui_planner.programme.addresses import parse_address
from tui_planner.programme.model import Day, Programme, Session, Thing
from tui_planner.programme.time_text import format_long_date, format_times
from tui_planner.support.i18n import _

from .itinerary_words import format_note, list_open_choices, list_remarks
from .markup import drop_illegal
from .scope import select_shown
from .unsupported_features import NEVER_SHOWN, Feature

UNSUPPORTED = NEVER_SHOWN | {Feature.LANGUAGE}

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~]|&(?=[#\w]))")
_EMPTY_LINES = re.compile(r"\n{3,}")
_LIST_LIKE = re.compile(r"^(\s*)([-+=]|\d+[.)])")


def make_markdown(plan: ResolvedItinerary, *, mine: bool) -> str:
    """Make a CommonMark document of a plan.

    Args:
        plan: The plan.
        mine: Only what is chosen, with what clashes in it.
    """
    shown = add_own_lane(select_shown(plan, mine=mine), plan)
    state = _my_state(plan) if mine else ()
    lines = [*_head(plan.programme), *state, *_days(shown, plan, mine=mine)]
    return _EMPTY_LINES.sub("\n\n", "\n".join(lines)).rstrip() + "\n"


def _head(programme: Programme) -> Iterator[str]:
    yield f"# {_line(programme.title)}"
    yield ""
    if place := ", ".join(filter(None, (programme.venue, programme.city))):
        yield _line(place)
        yield ""
    if programme.description:
        yield from _paragraphs(programme.description)
    yield from _link(programme.url)
    if programme.version:
        yield _line(_("Version {version}").format(version=programme.version))
        yield ""


def _my_state(plan: ResolvedItinerary) -> Iterator[str]:
    """List how much is chosen, and what clashes."""
    yield "## " + _("My choice")
    yield ""
    yield _line(summarise(plan, find_notices(plan)))
    yield ""
    yield from (f"- {_line(words)}" for words, _mark in list_remarks(plan))
    yield ""


def _days(programme: Programme, plan: ResolvedItinerary, *, mine: bool) -> Iterator[str]:
    notes = make_box_notes(plan, list_clash_remarks(find_notices(plan)))
    for day in programme.days:
        yield f"## {_line(' · '.join(filter(None, (format_long_date(day.date), day.title))))}"
        yield ""
        for thing in _in_order(programme, day):
            own = (
                list_open_choices(thing, plan),
                notes.get(thing.id, ""),
                format_note(thing, plan),
            )
            yield from _item(thing, programme, own if mine else ())
        yield ""


def _in_order(programme: Programme, day: Day) -> list[Thing]:
    """Sort what is on one day, each block before the sessions that begin with it."""
    return sorted(
        programme.by_day.get(day.date, ()),
        key=lambda thing: (thing.timing.start, isinstance(thing, Session), thing.order),
    )


def _item(thing: Thing, programme: Programme, own: Iterable[str]) -> Iterator[str]:
    """Write a list item; a session in a block is indented below it."""
    indent = "  " if isinstance(thing, Session) and thing.block else ""
    facts = (
        programme.get_room_name(thing.room),
        getattr(thing, "track", ""),
        ", ".join((*thing.speakers, *getattr(thing, "hosts", ()))),
        name_status(thing),
        *own,
    )
    when = format_times(thing.timing, programme.zone)
    words = [f"**{_line(thing.title)}**", *map(_line, filter(None, map(join_lines, facts)))]
    yield f"{indent}- {_line(when)} {' · '.join(words)}"
    for text in (thing.description, getattr(thing, "agenda", "")):
        for line in _paragraphs(text):
            yield f"{indent}  {line}".rstrip()
    for url, title in ((thing.url, ""), *thing.links):
        for line in _link(url, title):
            yield f"{indent}  {line}".rstrip()


def _paragraphs(text: str) -> Iterator[str]:
    """Write a text between empty lines, with its own paragraphs."""
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        if paragraph.strip():
            yield ""
            yield _line(paragraph)
    if text.strip():
        yield ""


def _link(url: str, title: str = "") -> Iterator[str]:
    """Write a link between empty lines; nothing where there is no address."""
    if href := parse_address(url):
        target = f"<{href.replace('<', '%3C').replace('>', '%3E')}>"
        yield ""
        yield f"[{words}]({target})" if (words := _line(title)) else target
        yield ""


def _line(text: str) -> str:
    """Join a text into one line, with every sign of Markdown in it escaped."""
    escaped = _SPECIAL.sub(r"\\\1", join_lines(drop_illegal(text)))
    return _LIST_LIKE.sub(lambda found: f"{found[1]}{_as_text(found[2])}", escaped)


def _as_text(marker: str) -> str:
    return f"{marker[:-1]}\\{marker[-1]}"
