"""The itinerary that is kept for a programme, also under another id than the programme has now.

Names change from one version to the next, and some say nothing. So an itinerary under a related
id is taken where at least half of what is known of its programme is in this one, and one of any
other published event of the year where more than half is. It stays in its file, and the programme
goes by its id: so two programs, of two versions, work on the same file. Whatever does not match is
left alone.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from tui_planner.itinerary.itinerary import Itinerary
from tui_planner.itinerary.matching.session_marks import SessionMarks
from tui_planner.programme.event_ids import find_nameless_year, find_year, list_related_ids
from tui_planner.programme.model import Programme

from .codec import parse_content, read_content
from .itinerary_errors import ItineraryError
from .store import LONGEST_NAME, Store, find_user_folder

_ENOUGH = 1 / 2
_MOST_FILES = 200
_MOST_YEARS = 10


def recognise_programme(programme: Programme, named: Path | None = None) -> Programme:
    """Return a programme with the id under which its itinerary is kept; its own where none is.

    Args:
        programme: The programme.
        named: The only file that counts; None for those in the user's folder.
    """
    own = Store.of_user(programme.id).path if named is None else named
    if named is None and os.path.lexists(own):
        return programme
    years = sorted({day.date.year for day in programme.days})[-_MOST_YEARS:]
    related = set(list_related_ids(programme.id, programme.title, years))
    files = _list_files(programme, related, years) if named is None else [named]
    marks = SessionMarks(programme)
    shares: dict[str, float] = {}
    for itinerary in _read_all(files):
        id_ = itinerary.programme
        if id_ == programme.id:
            return programme
        share = marks.measure(itinerary)
        if id_ in related or (find_nameless_year(id_) and find_nameless_year(programme.id)):
            is_enough = share >= _ENOUGH
        else:  # of an event that may have had quite another name
            is_enough = share > _ENOUGH and bool(itinerary.known_sessions)
        if is_enough:
            shares[id_] = share
    best = max(shares, key=shares.__getitem__, default="")
    return replace(programme, id=best) if best else programme


def _list_files(programme: Programme, related: Iterable[str], years: Iterable[int]) -> list[Path]:
    """List the files that there are under related ids; of what is published, all of its years."""
    files = [Store.of_user(id_).path for id_ in sorted(related)]
    if find_year(programme.id):
        with suppress(OSError):
            others = sorted(find_user_folder().glob("*.toml"))
            files += [file for file in others if _may_be_of(file.stem, years)]
    return [file for file in files if os.path.lexists(file)][:_MOST_FILES]


def _may_be_of(name: str, years: Iterable[int]) -> bool:
    """Tell whether a file may be of some years by its name, of which the end may be cut off."""
    return len(name) > LONGEST_NAME or any(str(year) in name for year in years)


def _read_all(files: Iterable[Path]) -> Iterator[Itinerary]:
    for file in files:
        with suppress(OSError, ValueError, ItineraryError):
            yield parse_content(read_content(file), file)
