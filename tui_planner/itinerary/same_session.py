"""What a choice and a session of the programme have in common, whatever their ids are.

An id alone is not trusted: published files give out those of other sessions again, and count rows.
"""

import re
from collections import defaultdict
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from tui_planner.programme.model import Programme, Session
from tui_planner.programme.search.index import fold_text

from .itinerary import Choice

_ALIKE = 0.8
"""The least similarity, from 0 to 1, of two ids or titles of which one is a typo."""
_COUNTED = re.compile(r"([^\W\d]{0,12}[-_.# ]?)0*(\d{1,5})((?:@.*)?)", re.DOTALL)
"""An id that may be the number of a row: `3`, `talk-12`, `7@example.org`."""
_LONGEST_COMPARED = 300
"""The characters of a title in which a typo is looked for: it takes time with their square."""
_FIRST_ROW = 2
"""The largest number that the first row may have: some count from 0, or count a heading."""


class Common(NamedTuple):
    """What a choice, as it was last seen, has in common with a session.

    Attributes:
        title: Whether the titles are the same.
        like_title: Whether they are the same, or one is a typo of the other.
        start: Whether they start at the same time.
        people: Whether the same people are named, and any at all.
        other_people: Whether people are named by both, and not the same.
    """

    title: bool
    like_title: bool
    start: bool
    people: bool
    other_people: bool

    @property
    def is_certain(self) -> bool:
        """Whether title and time agree, and the people do not contradict it."""
        return self.title and self.start and not self.other_people

    @property
    def is_enough_with_id(self) -> bool:
        """Whether it is enough beside an id that says something."""
        return self.like_title or self.start or self.people

    @property
    def is_enough_with_number(self) -> bool:
        """Whether it is enough beside an id that only counts rows."""
        return self.title or (self.like_title + self.start + self.people) > 1


def compare(choice: Choice, session: Session, programme: Programme) -> Common:
    """Compare a choice, as it was last seen, with a session as it is now."""
    was, now = fold_words(choice.title or ""), fold_words(session.title)
    before = frozenset(map(fold_words, choice.speakers))
    after = frozenset(map(fold_words, session.speakers))
    return Common(
        title=was == now,
        like_title=was == now or are_alike(was, now),
        start=choice.start is not None and choice.start == read_local_start(session, programme),
        people=bool(before & after),
        other_people=bool(before and after and before != after),
    )


def read_local_start(session: Session, programme: Programme) -> object:
    """Return when a session starts, as a wall time in the zone of its programme."""
    return session.timing.start.astimezone(programme.zone).replace(tzinfo=None)


class RowNumbers:
    """The ids of a programme that are numbers of rows: they move on when one is put in."""

    def __init__(self, programme: Programme) -> None:
        numbers = defaultdict[tuple[str, str], set[int]](set)
        for session in programme.sessions:
            if found := _COUNTED.fullmatch(session.id):
                numbers[found[1], found[3]].add(int(found[2]))
        self._kinds = {
            kind
            for kind, each in numbers.items()
            if min(each) <= _FIRST_ROW and len(each) > 1 and max(each) <= 2 * len(each) + 1
        }

    def __contains__(self, id_: str) -> bool:
        """Tell whether an id is of such a kind."""
        found = _COUNTED.fullmatch(id_)
        return found is not None and (found[1], found[3]) in self._kinds


def are_alike(one: str, other: str) -> bool:
    """Tell whether one of two texts is evidently a typo of the other."""
    matcher = SequenceMatcher(None, one[:_LONGEST_COMPARED], other[:_LONGEST_COMPARED])
    ratios = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)  # each costs more
    return all(ratio() >= _ALIKE for ratio in ratios)


@lru_cache(maxsize=10_000)
def fold_words(text: str) -> str:
    """Return the words of a text, in which case, accents and blanks do not count."""
    return " ".join(fold_text(text).split())
