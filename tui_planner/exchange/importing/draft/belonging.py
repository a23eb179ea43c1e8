"""What of a session in a draft tells that it belongs to another: its title, track or type."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from tui_planner.support.i18n import _

from .draft import DraftSession

_WORD = re.compile(r"[^\W_]+")
_COLLECTIVE = frozenset(
    {
        *("session", "track", "block", "devroom", "stream", "serie", "symposium", "minisymposium"),
        *("sessie", "blok", "reek", "sitzung", "reihe"),
    }
)
"""Words that say that something is made of others, without the s of many."""
_EMPTY = _COLLECTIVE | {
    *(
        "talk",
        "lecture",
        "workshop",
        "meetup",
        "meeting",
        "treffen",
        "event",
        "room",
        "part",
        "day",
        "morning",
        "afternoon",
    ),
    *("evening", "vortrag", "lezing", "deel", "teil", "dag", "tag", "the", "a", "an", "of", "in"),
    *("on", "and", "for", "to", "with", "de", "het", "een", "van", "en", "voor", "met", "der"),
    *("die", "das", "und", "von", "mit", "für", "le", "la", "les", "des", "et"),
}
"""Words that many titles share, and that say nothing of what a session is about."""


class Belonging:
    """The sessions of a draft, with how many of each room are in which track."""

    def __init__(self, sessions: Sequence[DraftSession]) -> None:
        self._tracks = Counter(_track(session) for session in sessions)
        self._tracks_in: dict[str, Counter[str]] = defaultdict(Counter)
        for session in sessions:
            self._tracks_in[session.room][_track(session)] += 1

    def find_signs(self, whole: DraftSession, within: Sequence[DraftSession]) -> dict[str, str]:
        """Find what tells of some that they are parts of one, as clauses by the ids of the parts.

        - All words of the one title that mean something are in the other.
        - The title of the whole names the track of the part; or their track is the same, and not
          that of most beside them.
        - The title of the whole names the type of the part; or its own type is of what is made of
          others, and that of the part is not.
        """
        about = _meaning(whole.title)
        of_track = self._has_own_track(whole, within)
        signs = {}
        for part in within:
            own, track, kind = _meaning(part.title), _meaning(part.track), _words(part.type)
            if about and own and (about <= own or own <= about):
                signs[part.id] = _("its title tells")
            elif (track and track <= about) or (of_track and _track(part) == _track(whole)):
                signs[part.id] = _("its track tells")
            elif _is_kind_of_part(kind, whole):
                signs[part.id] = _("its type tells")
        return signs

    def _has_own_track(self, whole: DraftSession, within: Sequence[DraftSession]) -> bool:
        """Tell whether the track of one says something: most others in the room have another.

        Where there are no others in the room, those of the whole programme count.
        """
        track = _track(whole)
        inside = [_track(each) for each in (whole, *within)]
        in_room = self._tracks_in[whole.room]
        all_ = in_room if in_room.total() > len(inside) else self._tracks
        others = all_.total() - len(inside)
        return bool(track) and 2 * (all_[track] - inside.count(track)) < others


def _is_kind_of_part(kind: set[str], whole: DraftSession) -> bool:
    named = bool(kind - _EMPTY) and kind <= _words(whole.title)
    made_of_others = bool(_words(whole.type) & _COLLECTIVE)
    return named or (made_of_others and bool(kind) and not kind & _COLLECTIVE)


def _track(session: DraftSession) -> str:
    return session.track.casefold()


def _meaning(text: str) -> set[str]:
    return {word for word in _words(text) - _EMPTY if not word.isdigit()}


def _words(text: str) -> set[str]:
    """List the words of a text in small letters, without the s of many."""
    return {
        word.removesuffix("s") if len(word) > 3 else word for word in _WORD.findall(text.casefold())
    }
