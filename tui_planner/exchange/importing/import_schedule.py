"""Import of a published schedule as a programme in format 1, with an account of its sessions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tui_planner.programme.import_marks import append_checksum
from tui_planner.programme.toml.source import STANDARD_INPUT
from tui_planner.support.garbage import pause_collection
from tui_planner.support.i18n import _, ngettext
from tui_planner.support.neutral import escape_controls

from .detect_format import detect_format, is_packed, list_format_names
from .draft.draft import Draft, Note, NoteKind
from .draft.normalise import normalise
from .draft.programme_text import write_programme
from .import_errors import NoScheduleError
from .import_format import PublishedFile
from .import_limits import Limit, check_limit, check_size
from .json_document import forget_json
from .progress import Progress, report_share
from .text.plain_text import flatten

_DRAFTED, _MENDED = 0.6, 0.7
"""How much of the work is done then."""


@dataclass(frozen=True, slots=True)
class Imported:
    """The result for one file. Every session found is written, joined to another or left out.

    One in several rooms is written once for each.

    Attributes:
        text: The programme in format 1.
        notes: What was mended, guessed or left out.
        found: How many sessions the file holds.
        sessions: How many of them are sessions of the programme.
        blocks: How many are blocks for everyone.
        joined: How many are in a block that stands for several.
        added: How many are written once more than found, for another of their rooms.
    """

    text: str
    notes: Sequence[Note]
    found: int
    sessions: int
    blocks: int
    joined: int
    added: int = 0

    @property
    def left_out(self) -> int:
        """How many sessions were left out; each has a note."""
        return sum(note.kind is NoteKind.LEFT_OUT for note in self.notes)


@pause_collection()
def import_schedule(
    data: bytes,
    name: str,
    progress: Progress = lambda _part: None,
    zone: str = "",
    columns: Mapping[str, str] | None = None,
) -> Imported:
    """Import a published schedule, in whichever of the known formats it is.

    Args:
        data: The file.
        name: By which the user knows it.
        progress: Is called with how much of the work is done, from 0 to 1.
        zone: The IANA name of the programme's zone; where it is empty, that of the file.
        columns: The names of columns of a table, by what the user says that they are.

    Raises:
        NoScheduleError: it is in none of them, or there is nothing in it.
    """
    check_size(len(data))
    if is_packed(data):
        from .packed.unpack import unpack  # noqa: PLC0415 - few files are

        data, name = unpack(data, name)
    share = report_share(progress, 0, _DRAFTED)
    draft = _draft(PublishedFile(data, name, zone, share, columns or {}))
    if not flatten(draft.title):
        draft.title, draft.is_title_guessed = _title_from(name), True
        told = _('It has no title: it is called "{title}".').format(title=draft.title)
        draft.notes.append(Note(NoteKind.GUESSED, _("head of the file"), told))
    joined = normalise(draft)
    check_limit(Limit.EVENTS, max(len(draft.sessions), len(draft.rooms)))
    check_limit(Limit.LINKS, sum(len(session.links) for session in draft.sessions))
    check_limit(Limit.DAYS, len(draft.days))
    blocks = sum(bool(session.for_everyone) for session in draft.sessions)
    check_limit(Limit.BLOCKS, blocks)
    if not draft.sessions:
        raise NoScheduleError(_why_there_is_nothing(draft, name))
    progress(_MENDED)
    text = append_checksum(
        escape_controls(write_programme(draft, report_share(progress, _MENDED, 1)))
    )
    sessions = len(draft.sessions) - blocks
    return Imported(text, tuple(draft.notes), draft.found, sessions, blocks, joined, draft.added)


def _draft(file: PublishedFile) -> Draft:
    kind = detect_format(file.data)
    if kind is None:
        raise NoScheduleError(_what_it_is(file.data, file.name))
    if file.columns and not kind.takes_columns:
        raise NoScheduleError(_("--columns is for tables and lists, and this file is neither."))
    try:
        read = kind.read(file)
        if isinstance(read, Draft):
            return read
        from .schedule.schedule_to_draft import make_draft  # noqa: PLC0415 - calendars need none

        return make_draft(read, file.zone, report_share(file.progress, 0.5, 1))
    finally:
        forget_json()


def _why_there_is_nothing(draft: Draft, name: str) -> str:
    """Tell in a sentence what became of the sessions of a file of which none is left."""
    if not draft.found:
        return _("There is no session in {name}.").format(name=name)
    told = ngettext(
        "The only session in {name} cannot be taken: {place}: {message}",
        "None of the {n} sessions in {name} can be taken; the first: {place}: {message}",
        draft.found,
    )
    first = next(note for note in draft.notes if note.kind is NoteKind.LEFT_OUT)
    return told.format(name=name, n=draft.found, place=first.place, message=first.message)


def _what_it_is(data: bytes, name: str) -> str:
    """Tell in a sentence what a file is that no format of schedules is."""
    if not data.strip():
        return _("{name} is empty: there is no schedule in it.").format(name=name)
    if b"[programme]" in data:
        told = _("{name} is a programme of this program's own already: it needs no import.")
        return told.format(name=name)
    told = _("{name} is no schedule that can be read. What can be: {formats}.")
    return told.format(name=name, formats=", ".join(list_format_names()))


def _title_from(name: str) -> str:
    """Make a title for a programme that has none, of the name of its file."""
    return flatten(Path(name).stem) if name != STANDARD_INPUT else _("Imported programme")
