"""The interests of a delegate, and the points that sessions have for them."""

import re
from collections.abc import Iterable

from tui_planner.programme.model import Session
from tui_planner.programme.search.index import fold_text

_TRACK_ITSELF, _TITLE, _TRACK, _PEOPLE, _DESCRIPTION = 5, 4, 3, 2, 1
_SHORT = 3


class Interests:
    """Words and tracks that a delegate likes; a word of at most 3 letters must stand alone.

    Accents and case do not count.
    """

    def __init__(self, likes: Iterable[str]) -> None:
        self._patterns = {like: _patterns(like) for like in likes if fold_text(like).split()}

    def score(self, session: Session) -> int:
        """Sum the points of a session for all likes."""
        return sum(self.score_by_like(session).values())

    def score_by_like(self, session: Session) -> dict[str, int]:
        """Return the points for each like that a session meets, by the best place of each."""
        places = (
            (_TITLE, fold_text(session.title)),
            (_TRACK, fold_text(session.track)),
            (_PEOPLE, fold_text("\n".join([*session.hosts, *session.speakers]))),
            (_DESCRIPTION, fold_text(session.description)),
        )
        found = {}
        for like, patterns in self._patterns.items():
            if fold_text(like).split() == places[1][1].split():
                found[like] = _TRACK_ITSELF
                continue
            for points, text in places:
                if all(pattern.search(text) for pattern in patterns):
                    found[like] = points
                    break
        return found


def _patterns(like: str) -> list[re.Pattern[str]]:
    """Make a pattern for each word of a like, all of which must stand in one place."""
    return [_make_pattern(word) for word in fold_text(like).split()]


def _make_pattern(word: str) -> re.Pattern[str]:
    text = re.escape(word)
    return re.compile(rf"(?<!\w){text}(?!\w)" if len(word) <= _SHORT else text)
