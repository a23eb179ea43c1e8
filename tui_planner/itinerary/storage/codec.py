"""The itinerary as TOML: what its file may hold, and what is written into it."""

from pathlib import Path
from typing import BinaryIO

from tui_planner.itinerary.itinerary import FORMAT, Itinerary
from tui_planner.support.files import read_file
from tui_planner.support.i18n import _
from tui_planner.support.neutral import escape_controls

from .itinerary_errors import BrokenItineraryError, ItineraryError
from .record_tables import check_number, make_table, parse_itinerary

_LARGEST = 10 * 1024 * 1024  # bytes


def read_content(file: Path | BinaryIO, *, pipes: bool = False) -> bytes:
    """What a file holds, or as much of it as tells that it is too large; a pipe where one may be.

    Raises:
        NoFileError: it is none.
        OSError, ValueError: it cannot be read, or its name is none.
    """
    most = _LARGEST + 1
    return read_file(file, most, pipes=pipes) if isinstance(file, Path) else file.read(most)


def parse_content(data: bytes, path: Path) -> Itinerary:
    """The itinerary that a file at `path` holds.

    Raises:
        BrokenItineraryError: it is none that can be read.
        ItineraryError: it is of a newer format, or a programme.
    """
    import tomli  # noqa: PLC0415 - who has chosen nothing yet has no such file

    try:
        if len(data) > _LARGEST:
            raise ValueError(_("it is larger than 10 MB"))
        values = tomli.loads(data.decode("utf-8-sig"))
        newer = values.get("format")
        if isinstance(newer, int) and newer > FORMAT:
            raise ItineraryError(
                _(
                    "The itinerary {path} has format {number}: a newer tui-planner wrote it. "
                    "Update this one."
                ).format(path=path, number=newer)
            )
        if isinstance(values.get("programme"), dict):
            raise ItineraryError(_("{path} is a programme, not an itinerary.").format(path=path))
        for key in ("format", "programme"):
            if key not in values:
                raise ValueError(_('"{key}" is missing').format(key=key))
        return parse_itinerary(values)
    except (ValueError, RecursionError) as error:
        reason = str(error)
    raise BrokenItineraryError(
        _("The itinerary {path} cannot be read: {reason}.").format(path=path, reason=reason)
    )


def write_content(itinerary: Itinerary) -> bytes:
    """The text of an itinerary's file.

    Raises:
        ValueError: it is more than could be read again.
    """
    import tomli_w  # noqa: PLC0415 - most runs write none

    check_number(itinerary)
    data = escape_controls(tomli_w.dumps(make_table(itinerary))).encode()
    if len(data) > _LARGEST:
        raise ValueError(_("it is larger than 10 MB"))
    return data
