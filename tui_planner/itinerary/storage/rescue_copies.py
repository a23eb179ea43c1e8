"""Copies of an itinerary whose own file cannot be written."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from glob import escape
from pathlib import Path

from tui_planner.itinerary.itinerary import Itinerary
from tui_planner.support.atomic_write import flush_folder, write_beside
from tui_planner.support.i18n import _

from .codec import parse_content, read_content, write_content
from .itinerary_errors import ItineraryError, explain_error
from .store import find_user_folder


def write_copy(path: Path, itinerary: Itinerary) -> None:
    """Put an itinerary into a new file, whole or not at all.

    Raises:
        ItineraryError: there is such a file, or it cannot be written.
    """
    try:
        if path.exists():
            text = _("{path} is there already, and stays as it is. Name another file.")
            raise ItineraryError(text.format(path=path))
        with write_beside(path, write_content(itinerary)) as temporary:
            temporary.replace(path)
        flush_folder(path.parent)
    except (OSError, ValueError) as error:  # of a name too
        text = _("{path} cannot be written: {reason}.")
        raise ItineraryError(text.format(path=path, reason=explain_error(error))) from error


def rescue(file: Path, itinerary: Itinerary, now: datetime) -> Path | None:
    """Write a copy beside the file, else where it can be written; None where it cannot."""
    name = f"{file.stem}.unwritten-{now:%Y%m%d-%H%M%S}-{os.getpid()}{file.suffix}"
    for folder in _places(file):
        with suppress(ItineraryError):
            write_copy(folder / name, itinerary)
            return folder / name
    return None


def find_rescued(file: Path, programme_id: str) -> list[Path]:
    """Find the rescued copies of a programme's itinerary that are still there."""
    name = f"{escape(file.stem)}.unwritten-*{escape(file.suffix)}"
    return [
        path
        for folder in _places(file)
        for path in sorted(folder.glob(name))
        if _is_of(path, programme_id)
    ]


def _is_of(path: Path, programme_id: str) -> bool:
    try:
        return parse_content(read_content(path), path).programme == programme_id
    except (OSError, ItineraryError):
        return False


def _places(file: Path) -> Iterator[Path]:
    """Yield the folders for a copy, the best first, each once."""
    yield from dict.fromkeys((file.absolute().parent, find_user_folder()))
    with suppress(OSError):  # there is none
        yield Path(tempfile.gettempdir())
