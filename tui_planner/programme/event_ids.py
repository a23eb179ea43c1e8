"""The ids of events that others publish: by their own name and year, else by what is in them.

A file that is called `schedule`, or whose calendar is, says nothing of which event it is of.
"""

import re
from collections.abc import Iterable, Iterator

from .text_rules import make_slug

_NAMELESS = "untitled"
_OF_NAMELESS = re.compile(rf"{_NAMELESS}-(\d{{4}})-[0-9a-f]{{8}}")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ENDS_IN_YEAR = re.compile(r"(.+)-((?:19|20)\d\d)")
_LONGEST_PART = 40
_NUMBER = re.compile(r"v?\d+")
_GENERIC = frozenset(
    {
        *("schedule", "schedules", "programme", "programmes", "program", "calendar", "calendars"),
        *("agenda", "timetable", "export", "exported", "download", "feed", "events", "event"),
        *("sessions", "session", "talks", "talk", "conference", "conf", "ical", "ics", "icalendar"),
        *("xml", "json", "csv", "file", "new", "my", "our", "the", "of", "for", "full", "latest"),
        *("untitled", "unnamed", "unknown", "default", "test", "draft", "final", "version", "copy"),
        *("imported", "without", "a", "title", "home", "work"),
        *("kalender", "rooster", "programma", "agendas", "sessies", "evenementen", "conferentie"),
        *("naamloos", "zonder", "titel", "geimporteerd", "concept", "overzicht", "planning"),
        *("fahrplan", "zeitplan", "programm", "termine", "unbenannt", "horaire", "calendrier"),
        *("programa", "calendario", "horario", "evenements", "p", "s"),
    }
)
"""Words that say of a schedule that it is one, and not which."""


def make_event_id(names: Iterable[str], year: int, content: Iterable[str]) -> str:
    """Make the id of a published event: of the first name of its own, with its year.

    Args:
        names: What it is called, the best name first; empty ones count for nothing.
        year: The year in which it is.
        content: What is in it, in any order; of this is the id where no name is its own.
    """
    for name in names:
        if is_own_name(name):
            slug = _make_whole_slug(name, "event")
            return slug if str(year) in _YEAR.findall(slug) else f"{slug}-{year}"
    return f"{_NAMELESS}-{year}-{_digest(*sorted(content))}"


def is_own_name(name: str) -> bool:
    """Tell whether a name says which event it is, and not only that it is one."""
    words = re.findall(r"[^\W_]+", name.casefold())
    told = [
        word for word in words if make_slug(word) not in _GENERIC and not _NUMBER.fullmatch(word)
    ]
    return bool(told)


def find_nameless_year(programme_id: str) -> str:
    """Find the year in the id of a programme without a name; empty for one that has a name."""
    found = _OF_NAMELESS.fullmatch(programme_id)
    return found[1] if found else ""


def find_year(programme_id: str) -> str:
    """Find the year in an id, as that of every published event has one; empty where none is."""
    return find_nameless_year(programme_id) or "".join(_YEAR.findall(programme_id)[-1:])


def list_related_ids(programme_id: str, title: str, years: Iterable[int]) -> Iterator[str]:
    """List the other ids under which the itinerary of a programme may have been kept.

    They are those without a year or with another of its years, and those that earlier versions
    made: of its title alone, or of a name that says nothing.
    """
    parted = _ENDS_IN_YEAR.fullmatch(programme_id)
    bases = [parted[1] if parted else programme_id]
    if not find_nameless_year(programme_id):
        bases.append(make_slug(title))
    else:
        yield make_slug(title)
        yield from sorted(_GENERIC)
    seen = {programme_id}
    for base in bases:
        for id_ in (base, *(f"{base}-{year}" for year in years)):
            if id_ not in seen:
                seen.add(id_)
                yield id_


def make_id_part(name: str, otherwise: str) -> str:
    """Make the part of an id that tells sessions apart which share one, of a title or room."""
    return _make_whole_slug(name, otherwise)[:_LONGEST_PART]


def _make_whole_slug(name: str, otherwise: str) -> str:
    """Make a slug; where most letters of the name have no place in one, a hash stands for them.

    Args:
        name: The name.
        otherwise: What stands before the hash.
    """
    slug = make_slug(name)
    letters = sum(character.isalpha() for character in name)
    kept = sum(character.isalpha() for character in slug)
    is_whole = any(character.isalnum() and character.isascii() for character in name)
    if is_whole and 2 * kept >= letters:
        return slug
    return f"{otherwise}-{_digest(' '.join(name.casefold().split()))}"


def _digest(*texts: str) -> str:
    from hashlib import sha256  # noqa: PLC0415 - only an import needs it, and it brings OpenSSL

    return sha256("\n".join(texts).encode()).hexdigest()[:8]
