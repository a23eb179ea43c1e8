"""The text of a box, line by line."""

from enum import StrEnum
from typing import NamedTuple

from rich.cells import cell_len

from tui_planner.programme.model import Programme, Session, Status, Thing
from tui_planner.programme.time_text import format_starts, format_times, format_times_short
from tui_planner.support.i18n import _

from .cells import cut, join_lines, wrap
from .glyphs import Glyphs

FRAME = 3
"""The cells of a box that hold no text: its bar, the space behind it, the gap to the next."""
_LEAST_TITLE = 6
"""The cells of the name of a band below which its times are cut."""


class LineKind(StrEnum):
    """The kinds of lines in a box."""

    TITLE = "title"
    TIMES = "times"
    NOTE = "note"
    NAMES = "names"
    SHADE = "shade"


BoxLine = tuple[LineKind, str]


class Space(NamedTuple):
    """The cells that the text of a box may fill."""

    width: int
    height: int


def write_box(
    thing: Thing, programme: Programme, space: Space, marks: tuple[str, str], glyphs: Glyphs
) -> list[BoxLine]:
    """Write the lines of a box: title, times, note, and names where there is room.

    `marks` are the sign before the title and the note of the plan about it; either may be empty.
    The sign stands in the cell that is left free before every line.
    """
    sign, _note = marks
    lines = _lines(thing, programme, Space(space.width - 1, space.height), marks, glyphs)
    return [
        (part, f"{sign} {text[len(sign) :]}" if number == 0 and sign else f" {text}")
        for number, (part, text) in enumerate(lines)
    ]


def _lines(
    thing: Thing, programme: Programme, space: Space, marks: tuple[str, str], glyphs: Glyphs
) -> list[BoxLine]:
    """Write the lines without the cell before them; the sign stands before the title at once."""
    lead, note = marks
    title = join_lines(thing.title)
    when = _times(thing, programme, space.width).replace("–", glyphs.dash)
    notes = [words for words in (join_lines(note), name_status(thing)) if words]
    short = "  ".join([lead + title, when, *notes])
    if cell_len(short) <= space.width and (space.height == 1 or not isinstance(thing, Session)):
        return [(LineKind.TITLE, short), *_names(thing, space, 1, glyphs)]
    if space.height == 1:
        word = f" {glyphs.rule} {notes[-1]}" if notes else ""
        room = space.width - cell_len(word)
        if word and room >= 8:
            return [(LineKind.TITLE, cut(lead + title, room, glyphs.ellipsis) + word)]
        return [(LineKind.TITLE, cut(lead + title, space.width, glyphs.ellipsis))]
    notes = notes[: max(0, space.height - 2)]
    most_titles = max(1, space.height - 1 - len(notes))
    lines: list[BoxLine] = [
        (LineKind.TITLE, line)
        for line in wrap(title, space.width, most_titles, glyphs.ellipsis, lead=lead)
    ]
    lines.append((LineKind.TIMES, cut(when, space.width, glyphs.ellipsis)))
    for number, words in enumerate(notes, 1):
        spare = space.height - len(lines) - (len(notes) - number)
        lines += [
            (LineKind.NOTE, line)
            for line in wrap(words, space.width, min(2, spare), glyphs.ellipsis)
        ]
    return [*lines, *_names(thing, space, len(lines), glyphs)]


def write_heading(title: str, when: str, glyphs: Glyphs, width: int | None = None) -> str:
    """Write the name and times of a band in at most `width` cells; the times are cut last."""
    words = f"{glyphs.rule} {join_lines(title)}  {when} "
    if width is None or cell_len(words) <= width:
        return words
    space = width - cell_len(f"{glyphs.rule}  {when}")
    name = cut(join_lines(title), max(_LEAST_TITLE, space), glyphs.ellipsis)
    return cut(f"{glyphs.rule} {name} {when}", width, glyphs.ellipsis)


def name_status(thing: Thing) -> str:
    """Name what there is to know before one chooses a session; empty where there is nothing."""
    if not isinstance(thing, Session):
        return ""
    words = {
        Status.FULL: _("full"),
        Status.CANCELLED: _("cancelled"),
        Status.INVITATION: _("by invitation"),
    }
    return words.get(thing.status, "")


def _times(thing: Thing, programme: Programme, width: int) -> str:
    """Format the times as fully as a line has room for."""
    full, short = (
        words(thing.timing, programme.zone) for words in (format_times, format_times_short)
    )
    for text in (full, short):
        if cell_len(text) <= width:
            return text
    return format_starts(
        thing.timing, programme.zone
    )  # exact, where an end that is cut would be another


def _names(thing: Thing, space: Space, used: int, glyphs: Glyphs) -> list[BoxLine]:
    people = ", ".join((*thing.speakers, *getattr(thing, "hosts", ())))
    names = join_lines(" · ".join(filter(None, (getattr(thing, "track", ""), people))))
    if not names or space.height <= used:
        return []
    most = min(2, space.height - used)
    return [(LineKind.NAMES, line) for line in wrap(names, space.width, most, glyphs.ellipsis)]
