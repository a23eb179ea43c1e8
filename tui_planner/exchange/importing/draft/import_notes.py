"""Notes as lines: one line for what was done alike in many places, with the places."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui_planner.support.i18n import _, ngettext

from .draft import Note, NoteKind

_PLACES_NAMED = 5


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One thing that was done, in all the places where it was."""

    kind: NoteKind
    message: str
    places: Sequence[str]

    def __str__(self) -> str:
        """Format the whole line, such as `mended: line 40: It has no title.`."""
        return _("{kind}: {places}: {message}").format(
            kind=name_kind(self.kind), places=_named(self.places), message=self.message
        )


def group_notes(notes: Iterable[Note]) -> list[NoteLine]:
    """Group notes into lines, in the order in which each was first made."""
    places: dict[tuple[NoteKind, str], list[str]] = {}
    for note in notes:
        places.setdefault((note.kind, note.message), []).append(note.place)
    return [NoteLine(kind, message, found) for (kind, message), found in places.items()]


def name_kind(kind: NoteKind) -> str:
    """Name what was done, in a word."""
    words = {
        NoteKind.MENDED: _("mended"),
        NoteKind.GUESSED: _("guessed"),
        NoteKind.LIKELY: _("likely"),
        NoteKind.LEFT_OUT: _("left out"),
    }
    return words[kind]


def _named(places: Sequence[str]) -> str:
    named = ", ".join(places[:_PLACES_NAMED])
    more = len(places) - _PLACES_NAMED
    if more <= 0:
        return named
    message = ngettext("{places} and {n} more place", "{places} and {n} more places", more)
    return message.format(places=named, n=more)
