"""The itinerary that is kept for a programme, also under another id than the programme has now.

Names change from one version to the next, and some say nothing. So an itinerary under a related
id is taken where at least half of what is known of its programme is in this one. It stays in its
file, and the programme goes by its id: so two programs, of two versions, work on the same file.
Whatever does not match is left alone.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from tui_planner.itinerary.itinerary import Itinerary
from tui_planner.itinerary.matching.session_marks import SessionMarks
from tui_planner.programme.event_ids import find_nameless_year, list_related_ids
from tui_planner.programme.model import Programme

from .codec import parse_content, read_content
from .itinerary_errors import ItineraryError
from .store import Store, find_user_folder

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
        if id_ in related or (find_nameless_year(id_) and find_nameless_year(programme.id)):
            shares[id_] = marks.measure(itinerary)
    best = max(shares, key=shares.__getitem__, default="")
    return replace(programme, id=best) if best and shares[best] >= _ENOUGH else programme


def _list_files(programme: Programme, related: Iterable[str], years: Iterable[int]) -> list[Path]:
    """List the files that there are under related ids; for a nameless programme, nameless ones."""
    files = [Store.of_user(id_).path for id_ in sorted(related)]
    if find_nameless_year(programme.id):
        with suppress(OSError):
            for year in years:
                files += sorted(find_user_folder().glob(f"untitled-{year}-*.toml"))
    return [file for file in files if os.path.lexists(file)][:_MOST_FILES]


def _read_all(files: Iterable[Path]) -> Iterator[Itinerary]:
    for file in files:
        with suppress(OSError, ValueError, ItineraryError):
            yield parse_content(read_content(file), file)
