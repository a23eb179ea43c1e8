"""What a choice and a session of the programme have in common, whatever their ids are.

An id alone is not trusted: published files give those of other sessions again, and count rows.
"""

from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from tui_planner.itinerary.itinerary import Choice
from tui_planner.programme.model import Programme, Session
from tui_planner.programme.search.index import fold_text

_ALIKE = 0.8
"""The least similarity, from 0 to 1, of two ids or titles of which one is a typo."""
_LONGEST_COMPARED = 300
"""The characters of a title in which a typo is looked for: it takes time with their square."""


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


def read_local_start(session: Session, programme: Programme) -> datetime:
    """Return when a session starts, as a wall time in the zone of its programme."""
    return session.timing.start.astimezone(programme.zone).replace(tzinfo=None)


def are_alike(one: str, other: str) -> bool:
    """Tell whether one of two texts is evidently a typo of the other."""
    shorter, longer = sorted((len(one), len(other)))
    if 2 * shorter < _ALIKE * (shorter + longer):
        return False  # whatever they are
    from difflib import SequenceMatcher  # noqa: PLC0415 - only what has changed needs it

    matcher = SequenceMatcher(None, one[:_LONGEST_COMPARED], other[:_LONGEST_COMPARED])
    ratios = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)  # each costs more
    return all(ratio() >= _ALIKE for ratio in ratios)


@lru_cache(maxsize=10_000)
def fold_words(text: str) -> str:
    """Return the words of a text, in which case, accents and blanks do not count."""
    return " ".join(fold_text(text).split())
