"""Any published programme as one of format 1, with an account of what became of its sessions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ...i18n import _
from ...programme.source import STANDARD_INPUT
from .draft import Draft, Note, NoteKind
from .drafting import draft_of
from .errors import NoScheduleError
from .mending import mend
from .plain_text import one_line
from .programme_text import programme_text
from .recognise import Kind, recognised
from .schedule_json import read_schedule_json
from .schedule_xml import read_schedule_xml

Progress = Callable[[float], None]
"""Is told how much of the work is done, from 0 to 1."""

_PARSED, _MENDED = 0.5, 0.6


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of one file. Every session found is written, or joined to another, or left out.

    Attributes:
        text: The programme in format 1.
        notes: What was mended, guessed or left out.
        found: How many sessions the file holds.
        sessions: How many of them are sessions of the programme.
        blocks: How many are blocks for everyone.
        joined: How many are in a block that stands for several.
    """

    text: str
    notes: Sequence[Note]
    found: int
    sessions: int
    blocks: int
    joined: int

    @property
    def left_out(self) -> int:
        """How many sessions were left out; each has a note."""
        return sum(note.kind is NoteKind.LEFT_OUT for note in self.notes)


def import_schedule(data: bytes, name: str, progress: Progress = lambda _part: None) -> Imported:
    """Import a schedule.xml, a schedule.json or an iCalendar file, whichever it is.

    Args:
        data: The file.
        name: By which the user knows it.
        progress: Is told how far the work is.

    Raises:
        NoScheduleError: it is none of them, or there is nothing in it.
    """
    draft = _draft(data, name, lambda part: progress(part * _PARSED))
    if not one_line(draft.title):
        draft.title = _title_from(name)
        draft.notes.append(Note(NoteKind.GUESSED, _("head of the file"), _("It has no title.")))
    joined = mend(draft)
    if not draft.days:
        raise NoScheduleError(_("There is no session in {name}.").format(name=name))
    progress(_MENDED)
    text = programme_text(draft, lambda part: progress(_MENDED + part * (1 - _MENDED)))
    blocks = sum(bool(session.for_everyone) for session in draft.sessions)
    sessions = len(draft.sessions) - blocks
    return Imported(text, tuple(draft.notes), draft.found, sessions, blocks, joined)


def _draft(data: bytes, name: str, progress: Progress) -> Draft:
    match recognised(data):
        case Kind.XML:
            return draft_of(read_schedule_xml(data, progress))
        case Kind.JSON:
            return draft_of(read_schedule_json(data))
        case Kind.ICALENDAR:
            from .ical import read_icalendar  # noqa: PLC0415 - what it imports takes time

            return read_icalendar(data)
        case kind:
            raise NoScheduleError(_what_it_is(data, kind).format(name=name))


def _what_it_is(data: bytes, kind: Kind) -> str:
    """What a file is that is no schedule, as a sentence."""
    if not data.strip():
        return _("{name} is empty: there is no schedule in it.")
    if kind is Kind.HTML:
        return _(
            "{name} is a page of HTML, no schedule: look on it for a link to schedule.xml, "
            "schedule.json or an .ics file."
        )
    if b"[programme]" in data:
        return _("{name} is a programme of this program's own already: it needs no import.")
    return _("{name} is no schedule: neither schedule.xml nor schedule.json nor iCalendar.")


def _title_from(name: str) -> str:
    """A title for a programme that has none: the name of its file."""
    return one_line(Path(name).stem) if name != STANDARD_INPUT else _("Imported programme")
