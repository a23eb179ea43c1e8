"""The itinerary as the content of its TOML file, parsed and written."""

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
    """Read a file, or as much of it as shows that it is too large; with `pipes`, also a pipe.

    Raises:
        NoFileError: it is not a file.
        OSError, ValueError: it cannot be read, or its name is invalid.
    """
    most = _LARGEST + 1
    return read_file(file, most, pipes=pipes) if isinstance(file, Path) else file.read(most)


def parse_content(data: bytes, path: Path) -> Itinerary:
    """Parse the itinerary in the content of a file at `path`.

    Raises:
        BrokenItineraryError: it cannot be read as an itinerary.
        ItineraryError: it is of a newer format, or a programme.
    """
    import tomli  # noqa: PLC0415 - without a choice there is no such file

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
    """Write the content of an itinerary's file.

    Raises:
        ValueError: it is more than could be read again.
    """
    import tomli_w  # noqa: PLC0415 - most runs write none

    check_number(itinerary)
    data = escape_controls(tomli_w.dumps(make_table(itinerary))).encode()
    if len(data) > _LARGEST:
        raise ValueError(_("it is larger than 10 MB"))
    return data
