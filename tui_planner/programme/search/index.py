"""The index of sessions and blocks by their words; accents, case and small slips do not count."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple
from unicodedata import combining, normalize

from tui_planner.programme.model import Programme, Session, Thing

_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"}
"""Letters that Unicode does not take apart."""

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")

_SIGNS = ".,;:!?()[]\"'“”‘’…-–—/"

_ONE_SLIP, _TWO_SLIPS = 4, 8
"""The letters from which a word may have one slip, or two."""


class _IndexEntry(NamedTuple):
    """A session or block with its folded text."""

    thing: Thing
    title: str
    text: str


class Index:
    """The index of one programme, in the order of the day."""

    def __init__(self, programme: Programme) -> None:
        self._programme = programme
        self._folded: list[_IndexEntry] = []
        self._said: set[str] = set()
        self._last: tuple[str, frozenset[str] | None, Sequence[_IndexEntry]] = "", None, ()

    def fold_some(self, most: int = 200) -> bool:
        """Fold a part of what is not folded yet, so that the first search finds it done.

        Returns whether something is left to fold.
        """
        done = len(self._folded)
        for thing in self._things[done : done + most]:
            entry = _IndexEntry(thing, fold_text(thing.title), self._text(thing))
            self._folded.append(entry)
            self._said.update(entry.text.split())
        return len(self._folded) < len(self._things)

    def find(self, query: str, among: frozenset[str] | None = None) -> Sequence[Thing]:
        """Find what holds every word of a query: in the title first, then elsewhere.

        Where `among` is given, only what has one of these ids; all of it for a query of no words.

        Where nothing does, slips are forgiven: a word of four letters or more may have one (a
        letter too many, too few, another, or two turned round), one of eight two. All in the order
        of the day.
        """
        query = fold_text(query)
        words = query.split()
        entries = self._entries
        if among is not None:
            entries = [entry for entry in entries if entry.thing.id in among]
        if not words:
            return [] if among is None else [entry.thing for entry in entries]
        before, its_among, its_entries = self._last
        goes_on = before and query.startswith(before) and among == its_among
        found = [
            entry
            for entry in (its_entries if goes_on else entries)
            if all(word in entry.text for word in words)
        ]
        self._last = query, among, found
        if not found:
            return self._nearly(words, entries)
        is_in_title = [all(word in entry.title for word in words) for entry in found]
        in_title = [entry.thing for entry, is_in in zip(found, is_in_title, strict=True) if is_in]
        others = [entry.thing for entry, is_in in zip(found, is_in_title, strict=True) if not is_in]
        return [*in_title, *others]

    def _nearly(self, words: Sequence[str], entries: Sequence[_IndexEntry]) -> Sequence[Thing]:
        found = [entry.thing for entry in entries]
        for word in words:
            alike = [word, *self._near(word)]
            left = (entry for entry in entries if any(one in entry.text for one in alike))
            ids = {entry.thing.id for entry in left}
            found = [thing for thing in found if thing.id in ids]
        return found

    @cached_property
    def _things(self) -> Sequence[Thing]:
        things: list[Thing] = [*self._programme.sessions, *self._programme.blocks]
        return sorted(things, key=lambda thing: (thing.timing.start, thing.order))

    @property
    def _entries(self) -> Sequence[_IndexEntry]:
        while self.fold_some():
            pass
        return self._folded

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        """All words of the programme, without the signs around them."""
        return frozenset(word.strip(_SIGNS) for word in self._said) - {""}

    def _near(self, word: str) -> Sequence[str]:
        """Find the words of the programme that begin nearly so; none for a short one."""
        slips = 2 if len(word) >= _TWO_SLIPS else 1
        if len(word) < _ONE_SLIP:
            return ()
        from rapidfuzz.distance import OSA  # noqa: PLC0415 - only who searches needs it

        lengths = range(len(word) - slips, len(word) + slips + 1)
        return [
            other
            for other in self._vocabulary
            if other[0] == word[0]  # who errs in the first letter sees it
            and any(OSA.distance(word, other[:end], score_cutoff=slips) <= slips for end in lengths)
        ]

    def _text(self, thing: Thing) -> str:
        room = self._programme.get_room_name(thing.room)
        parts = [thing.id, thing.title, thing.description, room, *thing.speakers]
        if isinstance(thing, Session):
            parts += [thing.track, thing.agenda, *thing.hosts]
        return fold_text("\n".join(parts))


def find_words(text: str, words: Sequence[str]) -> Sequence[tuple[int, int]]:
    """Find where folded words stand in a text that is not folded: starts and ends, in order."""
    folded, origins = "", list[int]()
    if text.isascii():
        folded, origins = text.lower(), [*range(len(text))]
    else:
        for at, letter in enumerate(text):
            parts = fold_text(letter)
            folded += parts
            origins += [at] * len(parts)
    found = [
        (origins[match.start()], origins[match.end() - 1] + 1)
        for word in words
        for match in re.finditer(re.escape(word), folded)
    ]
    return sorted(found)


def fold_text(text: str) -> str:
    """Text without accents and case."""
    if text.isascii():
        return text.lower()
    text = normalize("NFKD", text).casefold()  # in this order: some letters have no case before
    for letter, others in _LETTERS.items():
        text = text.replace(letter, others)  # far quicker than to translate
    return _NOT_ASCII.sub(lambda char: "" if combining(char[0]) else char[0], text)
