"""The source of a programme: its text, from the bytes of a file (E010)."""

import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tui_planner.programme import file_rules
from tui_planner.programme.problem import Location, Problem, Rule
from tui_planner.support.files import NoFileError, read_file
from tui_planner.support.i18n import _

LARGEST = 50_000_000
STANDARD_INPUT = "-"
_STRETCH = 4_096
"""Characters between those whose places are stored: the most to count through for another."""


@dataclass(frozen=True)
class Source:
    """A text and the name by which the user knows it.

    Attributes:
        name: The name.
        written: The text, or its UTF-8, which is decoded only where the text is needed.
    """

    name: str
    written: str | bytes

    @cached_property
    def text(self) -> str:
        """The text; its lines end with a line feed.

        Raises:
            UnicodeDecodeError: where it is in bytes that are not UTF-8.
        """
        if isinstance(self.written, str):
            return self.written
        return self.written.decode("utf-8-sig").replace("\r\n", "\n")

    @cached_property
    def lines(self) -> list[str]:
        """The lines, without their ends."""
        return self.text.split("\n")

    def locate(self, offset: int) -> Location:
        """Locate the character at an offset; the end of the text for all behind it."""
        offset = min(offset, len(self.text))
        stretch = offset // _STRETCH
        at = self._at_stretches[stretch]
        return self._place_after(at, stretch * _STRETCH, offset)

    @cached_property
    def _at_stretches(self) -> list[Location]:
        """The places of the first characters of the stretches."""
        places = [Location()]
        for end in range(_STRETCH, len(self.text) + 1, _STRETCH):
            places.append(self._place_after(places[-1], end - _STRETCH, end))
        return places

    def _place_after(self, place: Location, start: int, end: int) -> Location:
        """Locate the character at `end`, given the place of that at `start`."""
        last = self.text.rfind("\n", start, end)
        if last < 0:
            return Location(place.line, place.column + end - start)
        return Location(place.line + self.text.count("\n", start, end), end - last)


def read_data(name: str) -> bytes | Problem:
    """Read a file, or standard input for `-`; return the problem (E010) where that fails."""
    if not name:
        return _unreadable(name, _("No file is named."), _("Check the name and the folder."))
    try:
        data = _read_bytes(name)
    except IsADirectoryError:
        return _unreadable(
            name,
            _("{name} is a folder, not a programme."),
            _("Name the TOML file in it."),
        )
    except NoFileError:
        return _unreadable(name, _("{name} is no file."), _("Check the name and the folder."))
    except FileNotFoundError:
        return _unreadable(name, _("There is no file {name}."), _("Check the name and the folder."))
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return _unreadable(
            name,
            _("{name} cannot be read: {reason}."),
            _("Check its rights."),
            reason=reason,
        )
    if len(data) > LARGEST:
        return _unreadable(name, _("{name} is larger than 50 MB."), _("Split the event."))
    return data


def decode_source(name: str, data: bytes) -> Source | Problem:
    """Decode the bytes of a file: UTF-8, with or without a byte-order mark.

    Returns the problem (E010) where it is none.
    """
    source = Source(name, data)
    try:
        source.text  # noqa: B018 - it is decoded, or cannot be
    except UnicodeDecodeError as error:
        return _not_utf8(name, error)
    return source


def _read_bytes(name: str) -> bytes:
    if name == STANDARD_INPUT:
        return sys.stdin.buffer.read(LARGEST + 1)
    return read_file(Path(name), LARGEST + 1, pipes=True)


def _unreadable(name: str, message: str, hint: str, reason: str = "") -> Problem:
    return _problem(
        file_rules.UNREADABLE,
        name,
        message.format(name=name, reason=reason),
        Location(),
        hint,
    )


def _not_utf8(name: str, error: UnicodeDecodeError) -> Problem:
    data = error.object  # without the byte-order mark: the decoder counts from behind it
    good = data[: error.start].decode("utf-8").replace("\r\n", "\n")
    line_start = good.rfind("\n") + 1
    place = Location(good.count("\n") + 1, len(good) - line_start + 1)
    message = _("The text is not UTF-8: byte 0x{byte:02x} stands where no character begins.")
    return _problem(
        file_rules.UNREADABLE,
        name,
        message.format(byte=data[error.start]),
        place,
        _("Save the file as UTF-8."),
    )


def _problem(rule: Rule, name: str, message: str, place: Location, hint: str) -> Problem:
    return Problem(rule, rule.severity, message, name, place, hint)
