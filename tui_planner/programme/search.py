"""Finding sessions and blocks by words: accents and case aside, in everything they say."""

import unicodedata
from collections.abc import Iterator

from .model import Block, Programme, Session

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})
"""Letters that Unicode does not take apart."""


def find(programme: Programme, query: str) -> Iterator[Session | Block]:
    """What holds every word of a query, titles first, each in the order of the day."""
    words = folded(query).split()
    if not words:
        return
    things: list[Session | Block] = [*programme.sessions, *programme.blocks]
    things.sort(key=lambda thing: (thing.timing.start, thing.order))
    in_text = []
    for thing in things:
        title = folded(thing.title)
        if all(word in title for word in words):
            yield thing
        elif all(word in _text(thing, programme) for word in words):
            in_text.append(thing)
    yield from in_text


def folded(text: str) -> str:
    """Text without accents and case."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _text(thing: Session | Block, programme: Programme) -> str:
    parts = [thing.id, thing.title, thing.description, programme.room_name(thing.room)]
    parts += thing.speakers
    if isinstance(thing, Session):
        parts += [thing.track, thing.agenda, *thing.hosts]
    return folded("\n".join(parts))
