"""One event of an iCalendar file: what it says of itself, before it becomes a session."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Self

from tui_planner.exchange.importing.draft.draft import EventNotes, NoteKind, describe_skipped_start
from tui_planner.exchange.importing.draft.identity import make_id
from tui_planner.exchange.importing.text.descriptions import join_texts
from tui_planner.exchange.importing.text.plain_text import flatten
from tui_planner.support.i18n import _

from .content_lines import Component
from .event_span import find_if_all_day, read_end, take_as_date
from .faults import format_line_place
from .people import drop_first_line, read_extensions
from .zones import WrittenTime, Zones, parse_written_time

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ParsedEvent:
    """An event that says when it starts.

    Attributes:
        uid: Its UID, or one made of its title.
        written: Its start as it is written.
        start: The instant (UTC) that this means.
        end: The instant (UTC) of its end; None where it does not say.
        is_all_day: Whether it is on all of its days, without hours of its own.
        instead_of: The occurrence of the event of that UID in whose place it stands.
        is_for_future: Whether it stands in the place of those that follow too.
        revision: Grows with each version of one event.
        notes: What had to be mended or guessed.
    """

    component: Component
    uid: str
    title: str
    written: WrittenTime
    start: datetime
    end: datetime | None
    is_all_day: bool
    instead_of: WrittenTime | None
    is_for_future: bool
    revision: tuple[int, str]
    notes: EventNotes

    @classmethod
    def from_component(cls, component: Component, written: WrittenTime, zones: Zones) -> Self:
        """Parse the event in a component."""
        notes: EventNotes = []
        written = take_as_date(written, component)
        start = zones.to_instant(written)
        shown = zones.to_wall(written, start)
        if shown != written.wall.replace(tzinfo=None):
            notes.append((NoteKind.MENDED, describe_skipped_start(written.wall, shown)))
        end = read_end(component, written, start, zones, notes)
        is_all_day = find_if_all_day(component, written, (start, end), zones, notes)
        title = flatten(component.get_text("SUMMARY"))
        if not title:
            title = _("Without a title")
            notes.append((NoteKind.MENDED, _("It has no title.")))
        uid = flatten(component.get_text("UID"))
        if not uid:
            uid = make_id(title, "session")
            notes.append((NoteKind.GUESSED, _("It has no UID: one was made of what it is called.")))
        instead_of = component.get_first("RECURRENCE-ID")
        future = instead_of is not None and instead_of.params.get("RANGE", "").upper()
        return cls(
            component,
            uid,
            title,
            written,
            start,
            end,
            is_all_day,
            parse_written_time(instead_of),
            future == "THISANDFUTURE",
            (_number(component.get_text("SEQUENCE")), component.get_text("LAST-MODIFIED")),
            notes,
        )

    @property
    def place(self) -> str:
        """The place in the file, for notes."""
        return format_line_place(self.component.line)

    @property
    def lasts_days(self) -> bool:
        """Whether it is on all day, or a day or longer and of no day."""
        if self.is_all_day or self.end is None:
            return self.is_all_day
        return self.end - self.start >= _ONE_DAY and not read_extension(self.component, "DAY")

    @property
    def is_transparent(self) -> bool:
        """Whether it says that it takes no time."""
        return self.component.get_text("TRANSP").upper() == "TRANSPARENT"


def read_description(event: Component) -> tuple[tuple[str, ...], str, list[str]]:
    """Read the description: the speakers in its first line, the rest, and what was mended."""
    text = event.get_text("DESCRIPTION")
    added = read_extensions(event, "ADDED-LINES")
    if added:
        return (), "\n".join(text.split("\n")[_number(added[0]) :]).strip(), []
    speakers, text = drop_first_line(
        text or event.get_text("X-ALT-DESC") or event.get_text("STYLED-DESCRIPTION")
    )
    plain, mended = join_texts(text)
    named, plain = ((), plain) if speakers else drop_first_line(plain)
    return speakers or named, plain, mended


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def is_cancelled(event: Component, calendar: Component) -> bool:
    """Tell whether an event is cancelled, by its status or that of its whole calendar."""
    return "CANCELLED" in (
        event.get_text("STATUS").upper(),
        f"{calendar.get_text('METHOD').upper()}LED",
    )


def read_extension(event: Component, name: str) -> str:
    """Read the first value of a property that only this program writes; empty where absent."""
    return next(iter(read_extensions(event, name)), "")
