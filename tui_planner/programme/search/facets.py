"""The filters of a search as they are typed: `track:energy room:"Great hall" is:open`."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tui_planner.programme.model import Block, Programme, Thing

from .index import fold_text

IS = "is"
"""The key of states for a delegate, which the programme alone does not have."""

_FILTER = re.compile(r'(?<!\S)(\w+):(?:"([^"]*)"?|(\S+))')
_UNFINISHED = re.compile(r'(?<!\S)(\w+):("[^"]*|\S*)$')


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter: it leaves what has a value, or a part of it, for a key."""

    key: str
    value: str

    def __str__(self) -> str:
        return f'{self.key}:"{self.value}"' if " " in self.value else f"{self.key}:{self.value}"


@dataclass(frozen=True, slots=True)
class ParsedSearch:
    """A parsed search: the words to find and the filters among them."""

    words: str
    filters: tuple[Filter, ...]


class Facets:
    """The keys and values by which the sessions and blocks of a programme can be filtered.

    Args:
        programme: The programme.
        states: Returns the ids of what is in each state now, such as `open`, by its name.
    """

    def __init__(
        self, programme: Programme, states: Callable[[], Mapping[str, frozenset[str]]]
    ) -> None:
        self._programme = programme
        self._states = states

    @property
    def keys(self) -> Sequence[str]:
        """The keys that this programme has values of."""
        return [key for key, values in self._ids.items() if values] + [IS]

    def parse(self, text: str) -> ParsedSearch:
        """Parse a text into words and filters; what is no filter of this programme is words."""
        filters = []
        words = text
        for match in _FILTER.finditer(text):
            key, value = _key(match[1]), match[2] if match[2] is not None else match[3]
            if key in self.keys and value:
                filters.append(Filter(key, value))
                words = words.replace(match[0], " ", 1)
        return ParsedSearch(" ".join(words.split()), tuple(filters))

    def find_unfinished(self, text: str) -> tuple[str, Filter] | None:
        """Split a text that ends with an unfinished filter: into the text before, and that."""
        match = _UNFINISHED.search(text)
        if match is None or (key := _key(match[1])) not in self.keys:
            return None
        return text[: match.start()], Filter(key, match[2].lstrip('"'))

    def list_values(self, begun: Filter) -> Sequence[tuple[Filter, int]]:
        """List the filters that a begun one may become, with counts, the most frequent first."""
        part = fold_text(begun.value)
        found = {
            value: len(ids)
            for value, ids in self._of(begun.key).items()
            if part in fold_text(value)
        }
        return [(Filter(begun.key, value), n) for value, n in Counter(found).most_common()]

    def select_ids(self, filters: Iterable[Filter]) -> frozenset[str] | None:
        """Select the ids that filters leave; None where there are no filters.

        Those of one key add up, those of different keys, and states, all have to hold.
        """
        by_key: dict[str, set[str]] = {}
        for one in filters:
            key = f"{one.key}:{one.value}" if one.key == IS else one.key
            by_key.setdefault(key, set()).update(self._matching(one))
        return frozenset.intersection(*map(frozenset, by_key.values())) if by_key else None

    def _matching(self, one: Filter) -> Iterable[str]:
        """Select the ids of what has the value, or has it as a part where nothing has it whole."""
        wanted = fold_text(one.value)
        values = self._of(one.key)
        same = [ids for value, ids in values.items() if fold_text(value) == wanted]
        part = [ids for value, ids in values.items() if wanted in fold_text(value)]
        return frozenset().union(*(same or part))

    def _of(self, key: str) -> Mapping[str, frozenset[str]]:
        return self._states() if key == IS else self._ids.get(key, {})

    @cached_property
    def _ids(self) -> Mapping[str, Mapping[str, frozenset[str]]]:
        """The ids of what has each value, by key and value."""
        programme = self._programme
        found: dict[str, dict[str, set[str]]] = {
            key: {} for key in ("track", "room", "speaker", "kind", "language")
        }
        things: list[Thing] = [*programme.sessions, *programme.blocks]
        for thing in things:
            for key, value in _values(thing, programme):
                if value:
                    found[key].setdefault(value, set()).add(thing.id)
        return {
            key: {value: frozenset(ids) for value, ids in values.items()}
            for key, values in found.items()
        }


def _values(thing: Thing, programme: Programme) -> Iterable[tuple[str, str]]:
    """Yield the keys and values by which a session or block can be filtered."""
    yield "room", programme.get_room_name(thing.room)
    yield from (("speaker", speaker) for speaker in thing.speakers)
    if isinstance(thing, Block):
        yield "kind", thing.kind.value
        return
    yield "track", thing.track
    yield "language", thing.language
    yield "kind", programme.block_by_id[thing.block].kind.value if thing.block else ""


def _key(typed: str) -> str:
    typed = typed.casefold()
    return "language" if typed == "lang" else typed
