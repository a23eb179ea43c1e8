"""What a session of Sessionize is: by its categories, the organiser's own lists, and its signs."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, Self

from tui_planner.exchange.importing.json_document import as_list, as_mapping, as_text
from tui_planner.exchange.importing.text.plain_text import flatten

_TRACK = re.compile(r"\b(?:tracks?|topics?|themes?|thema|streams?|areas?|spor)\b", re.IGNORECASE)
_TYPE = re.compile(r"\b(?:format|type|kind|length|duration|vorm|soort|art)\b", re.IGNORECASE)
_LANGUAGE = re.compile(r"\b(?:language|taal|sprache|langue|idioma)\b", re.IGNORECASE)
_KINDS = (
    ("arrival", r"check-?in|registr\w*|arrival|doors|inloop|ontvangst|anmeldung|einlass|accueil"),
    ("social", r"\w*party|social|drinks|reception|networking|borrel|mixer|happy hour|ap[eé]ro"),
    (
        "plenary",
        r"opening|welcome|keynote|closing|plenary|housekeeping|wrap-?up|awards|raffle"
        r"|afsluiting|welkom|begrüßung|eröffnung|abschluss|clôture|ouverture",
    ),
)
_BY_WORDS = tuple((kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for kind, words in _KINDS)
_REFRESHMENTS = re.compile(
    r"\b(?:breaks?|coffee|tea|lunch|breakfast|dinner|brunch|pause|pauze|koffie|kaffee|snacks?)\b",
    re.IGNORECASE,
)


class Sorted(NamedTuple):
    """What the categories of a session say; `others` is a line for each that is none of these."""

    track: str = ""
    type: str = ""
    language: str = ""
    others: str = ""


@dataclass(frozen=True)
class Categories:
    """The items of all categories: the title of the category and the name, by the id."""

    items: Mapping[str, tuple[str, str]]

    @classmethod
    def from_document(cls, whole: Mapping[str, Any]) -> Self:
        """List those of the view All; the other views have them with each session."""
        return cls(
            {
                as_text(item.get("id")): (as_text(category.get("title")), as_text(item.get("name")))
                for category in map(as_mapping, as_list(whole.get("categories")))
                for item in map(as_mapping, as_list(category.get("items")))
            }
        )

    def sort_items(self, session: Mapping[str, Any]) -> Sorted:
        """Sort what the categories of a session say; several items of one are joined."""
        said: dict[str, list[str]] = {}
        for category, name in self._list_items(session):
            if flatten(name):
                said.setdefault(flatten(category), []).append(flatten(name))
        joined = {category: ", ".join(names) for category, names in said.items()}
        found = {key: _take(joined, words) for key, words in _WORDS.items()}
        if not found["track"] and len(joined) == 1 and not any(found.values()):
            found["track"] = joined.popitem()[1]
        others = "\n".join(f"{category}: {names}" for category, names in joined.items())
        return Sorted(**found, others=others)

    def _list_items(self, session: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        for id_ in as_list(session.get("categoryItems")):
            yield self.items.get(as_text(id_), ("", ""))
        for category in map(as_mapping, as_list(session.get("categories"))):
            for item in map(as_mapping, as_list(category.get("categoryItems"))):
                yield as_text(category.get("name")), as_text(item.get("name"))


_WORDS = {"track": _TRACK, "type": _TYPE, "language": _LANGUAGE}


def _take(joined: dict[str, str], words: re.Pattern[str]) -> str:
    """Take out the category whose title has one of the words; empty where none has."""
    title = next((title for title in joined if words.search(title)), None)
    return "" if title is None else joined.pop(title)


def find_kind(title: str, *, is_service: bool, is_plenum: bool) -> str:
    """Find the kind of block; empty for a session that can be chosen.

    Of a service session a word of its title tells; it is a break, or a meal, where none does.
    """
    if not is_service:
        return "plenary" if is_plenum else ""
    if _REFRESHMENTS.search(title):
        return "break"  # which of them are meals is told by what is common to all formats
    return next((kind for kind, words in _BY_WORDS if words.search(title)), "break")
