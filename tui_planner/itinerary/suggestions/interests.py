"""The interests of a delegate, and the points that sessions have for them.

A like is sought as whole words first; only where no session has it so, as the beginning of words;
only where none has it so either, as any part of words, as compounds hold it: "zorg" in
"woonzorgvisie". So "rust" finds no "Trusted Computing" where there is a session on Rust.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from typing import NamedTuple

from tui_planner.programme.model import Session
from tui_planner.programme.search.index import fold_text
from tui_planner.support.i18n import _

_TRACK_ITSELF, _TITLE, _TRACK, _PEOPLE, _DESCRIPTION = 5, 4, 3, 2, 1
_SHORT = 3


class Closeness(IntEnum):
    """How closely a text has a word of a like; a better one counts for more."""

    PART = 1
    BEGINNING = 2
    WHOLE = 3


class Match(NamedTuple):
    """The best place in which a session has a like.

    Attributes:
        closeness: How closely.
        place: The points of the place.
        word: The word of the session that has it, where it is not the like itself.
    """

    closeness: Closeness
    place: int
    word: str = ""

    @property
    def points(self) -> int:
        """The points of the session for the like."""
        return self.closeness * self.place


class Interests:
    """Words and tracks that a delegate likes; a word of at most 3 letters must stand alone.

    Accents and case do not count. A session meets what a part of it meets.
    """

    def __init__(self, likes: Iterable[str], sessions: Sequence[Session]) -> None:
        """Seek the likes in all sessions of a programme, taken or not."""
        words = {like: fold_text(like).split() for like in likes}
        places = {session.id: _fold_places(session) for session in sessions}
        wholes = {session.id: session.part_of for session in sessions if session.part_of}
        self._matches: dict[str, Mapping[str, Match]] = {
            like: _add_wholes(_find_closest(words[like], places), wholes)
            for like in words
            if words[like]
        }

    @property
    def unmet(self) -> tuple[str, ...]:
        """The likes that no session meets."""
        return tuple(like for like, matches in self._matches.items() if not matches)

    def score(self, session: Session) -> int:
        """Sum the points of a session for all likes."""
        return sum(match.points for match in self.find_matches(session).values())

    def find_matches(self, session: Session) -> dict[str, Match]:
        """Find the likes that a session meets, each with the best place of it."""
        return {
            like: matches[session.id]
            for like, matches in self._matches.items()
            if session.id in matches
        }


def describe_match(like: str, match: Match) -> str:
    """Describe that a session meets a like: marked where it is no whole word of it."""
    match match.closeness:
        case Closeness.WHOLE:
            text = _('"{word}"')
        case Closeness.BEGINNING:
            text = _('"{word}" (begins "{found}")')
        case Closeness.PART:
            text = _('"{word}" (only a part of "{found}")')
    return text.format(word=like, found=match.word)


_Places = tuple[tuple[int, str], ...]


def _fold_places(session: Session) -> _Places:
    """Fold the texts of a session, with the points of each, the most first."""
    return (
        (_TITLE, fold_text(session.title)),
        (_TRACK, fold_text(session.track)),
        (_PEOPLE, fold_text("\n".join([*session.hosts, *session.speakers]))),
        (_DESCRIPTION, fold_text(session.description)),
    )


def _find_closest(words: Sequence[str], places: Mapping[str, _Places]) -> Mapping[str, Match]:
    """Find the sessions that have all words of a like in one place, as closely as any has it."""
    for closeness in sorted(Closeness, reverse=True):
        patterns = [_make_pattern(word, closeness) for word in words]
        found = {
            id_: match
            for id_, texts in places.items()
            if (match := _find_match(words, patterns, closeness, texts))
        }
        if found:
            return found
    return {}


def _add_wholes(found: Mapping[str, Match], wholes: Mapping[str, str]) -> Mapping[str, Match]:
    """Give what sessions meet to what they are part of, and so on, where it meets less."""
    matches = dict(found)
    for id_, match in found.items():
        whole = wholes.get(id_)
        while whole is not None and (whole not in matches or matches[whole].points < match.points):
            matches[whole] = match
            whole = wholes.get(whole)
    return matches


def _find_match(
    words: Sequence[str],
    patterns: Sequence[re.Pattern[str]],
    closeness: Closeness,
    texts: _Places,
) -> Match | None:
    if closeness is Closeness.WHOLE and texts[1][1].split() == words:
        return Match(closeness, _TRACK_ITSELF)
    for points, text in texts:
        found = [match for pattern in patterns if (match := pattern.search(text))]
        if len(found) == len(patterns):
            held = [_widen(match, text) for match in found]
            longer = (one for one, word in zip(held, words, strict=True) if one != word)
            return Match(closeness, points, next(longer, ""))
    return None


def _make_pattern(word: str, closeness: Closeness) -> re.Pattern[str]:
    """Make a pattern that finds a word of a like so closely; a short one stands alone."""
    if len(word) <= _SHORT:
        closeness = Closeness.WHOLE
    before = "" if closeness is Closeness.PART else r"(?<!\w)"
    behind = r"(?!\w)" if closeness is Closeness.WHOLE else ""
    return re.compile(f"{before}{re.escape(word)}{behind}")


def _widen(match: re.Match[str], text: str) -> str:
    """Widen what is found to the whole words that hold it."""
    start, end = match.span()
    while start and _is_of_word(text[start - 1]):
        start -= 1
    while end < len(text) and _is_of_word(text[end]):
        end += 1
    return text[start:end]


def _is_of_word(char: str) -> bool:
    return char.isalnum() or char == "_"
