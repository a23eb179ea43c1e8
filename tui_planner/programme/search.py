"""Finding sessions and blocks by words: accents, case and small slips aside, in all they say."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from unicodedata import combining, normalize

from .model import Programme, Session, Thing

_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"}
"""Letters that Unicode does not take apart."""

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")

_ONE_SLIP, _TWO_SLIPS = 4, 8
"""The letters from which a word may have one slip, or two."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a session or block says, folded."""

    thing: Thing
    title: str
    text: str


class Index:
    """All that can be found in one programme; folded when it is first searched."""

    def __init__(self, programme: Programme) -> None:
        self._programme = programme

    def find(self, query: str) -> Sequence[Thing]:
        """What holds every word of a query: in the title first, then elsewhere.

        Where nothing does, slips are forgiven: a word of four letters or more may have one (a
        letter too many, too few, another, or two turned round), one of eight two. All in the order
        of the day.
        """
        words = folded(query).split()
        if not words:
            return []
        in_title, in_text = [], []
        for entry in self._entries:
            if all(word in entry.title for word in words):
                in_title.append(entry.thing)
            elif all(word in entry.text for word in words):
                in_text.append(entry.thing)
        return [*in_title, *in_text] or self._nearly(words)

    def _nearly(self, words: Sequence[str]) -> Sequence[Thing]:
        near = [(word, self._near(word)) for word in words]
        return [
            entry.thing
            for entry in self._entries
            if all(word in entry.text or entry.thing.id in ids for word, ids in near)
        ]

    @cached_property
    def _entries(self) -> Sequence[_Entry]:
        things: list[Thing] = [*self._programme.sessions, *self._programme.blocks]
        things.sort(key=lambda thing: (thing.timing.start, thing.order))
        return [_Entry(thing, folded(thing.title), self._text(thing)) for thing in things]

    @cached_property
    def _ids_by_word(self) -> Mapping[str, Iterable[str]]:
        """The ids of what says each word."""
        found: dict[str, set[str]] = {}
        for entry in self._entries:
            for word in _words(entry.text):
                found.setdefault(word, set()).add(entry.thing.id)
        return found

    def _near(self, word: str) -> frozenset[str]:
        """The ids of what says a word that begins nearly so; nothing for a short one."""
        slips = 2 if len(word) >= _TWO_SLIPS else 1
        if len(word) < _ONE_SLIP:
            return frozenset()
        from rapidfuzz.distance import OSA  # noqa: PLC0415 - only who searches needs it

        lengths = range(len(word) - slips, len(word) + slips + 1)
        alike = (
            ids
            for other, ids in self._ids_by_word.items()
            if other[0] == word[0]  # who errs in the first letter sees it
            and any(OSA.distance(word, other[:end], score_cutoff=slips) <= slips for end in lengths)
        )
        return frozenset(chain.from_iterable(alike))

    def _text(self, thing: Thing) -> str:
        room = self._programme.room_name(thing.room)
        parts = [thing.id, thing.title, thing.description, room, *thing.speakers]
        if isinstance(thing, Session):
            parts += [thing.track, thing.agenda, *thing.hosts]
        return folded("\n".join(parts))


def folded(text: str) -> str:
    """Text without accents and case."""
    if text.isascii():
        return text.lower()
    text = normalize("NFKD", text).casefold()  # in this order: some letters have no case before
    for letter, others in _LETTERS.items():
        text = text.replace(letter, others)  # far quicker than to translate
    return _NOT_ASCII.sub(lambda char: "" if combining(char[0]) else char[0], text)


def _words(text: str) -> set[str]:
    """The words of a folded text, without the signs around them."""
    return {word.strip(".,;:!?()[]\"'“”‘’…-–—/") for word in text.split()} - {""}
