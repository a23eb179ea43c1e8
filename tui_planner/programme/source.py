"""The text of a programme and its TOML: from bytes to data with places."""

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli

from ..i18n import _
from . import file_rules as rules
from .positions import Positions
from .problem import Place, Problem, Rule

LARGEST = 50 * 1024 * 1024
STANDARD_INPUT = "-"
_MOST_SYNTAX_ERRORS = 20
_ONE_LINE_STATEMENT = re.compile(r"[ \t]*[\w.\"' -]+=")


@dataclass(frozen=True)
class Source:
    """A text and the name by which the user knows it; its lines end with a line feed."""

    name: str
    text: str

    @property
    def lines(self) -> list[str]:
        """The lines, without their ends."""
        return self.text.split("\n")


@dataclass(frozen=True)
class Parsed:
    """TOML data with the place of each value.

    `damaged` holds the lines that were left out because they are not TOML.
    """

    data: dict[str, Any]
    positions: Positions
    problems: tuple[Problem, ...] = ()
    damaged: frozenset[int] = frozenset()


def read_source(name: str) -> Source | Problem:
    """Read a file, or standard input for `-`: UTF-8, with or without a byte-order mark.

    Returns the problem (E010) where it cannot be read.
    """
    try:
        data = _read_bytes(name)
    except IsADirectoryError:
        return _unreadable(
            name,
            _("{name} is a folder, not a programme."),
            _("Name the TOML file in it."),
        )
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
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf8(name, data, error)
    return Source(name, text.replace("\r\n", "\n"))


def parse(source: Source) -> Parsed:
    """Parse TOML, going on after a broken line so that all syntax errors are told at once."""
    text = source.text
    problems: list[Problem] = []
    damaged: set[int] = set()
    data: dict[str, Any] = {}
    while len(problems) < _MOST_SYNTAX_ERRORS:
        try:
            data = tomli.loads(text)
            break
        except tomli.TOMLDecodeError as error:
            place = _inside(Place(error.lineno, error.colno), text)
            if place.line - 1 in damaged or place.line in damaged:
                break  # the fault is larger than a line: what follows would be noise
            problems.append(_syntax(source.name, error.msg, place))
            shortened = _without_line(text, place.line)
            if shortened is None:
                break
            damaged.add(place.line)
            text = shortened
        except (ValueError, RecursionError) as error:
            problems.append(_syntax(source.name, str(error), Place()))
            break
    return Parsed(data, Positions(text), tuple(problems), frozenset(damaged))


def _read_bytes(name: str) -> bytes:
    if name == STANDARD_INPUT:
        return sys.stdin.buffer.read(LARGEST + 1)
    with Path(name).open("rb") as file:
        return file.read(LARGEST + 1)


def _unreadable(name: str, message: str, hint: str, reason: str = "") -> Problem:
    return _problem(
        rules.UNREADABLE,
        name,
        message.format(name=name, reason=reason),
        Place(),
        hint,
    )


def _not_utf8(name: str, data: bytes, error: UnicodeDecodeError) -> Problem:
    good = data[: error.start].decode("utf-8-sig").replace("\r\n", "\n")
    line_start = good.rfind("\n") + 1
    place = Place(good.count("\n") + 1, len(good) - line_start + 1)
    message = _("The text is not UTF-8: byte 0x{byte:02x} stands where no character begins.")
    return _problem(
        rules.UNREADABLE,
        name,
        message.format(byte=data[error.start]),
        place,
        _("Save the file as UTF-8."),
    )


def _syntax(name: str, detail: str, place: Place) -> Problem:
    message = _("This is not TOML: {detail}.").format(detail=detail[:1].lower() + detail[1:])
    hint = _('Text and times stand in quotes, like "11:30"; each key stands once in its table.')
    return _problem(rules.SYNTAX, name, message, place, hint)


def _problem(rule: Rule, name: str, message: str, place: Place, hint: str) -> Problem:
    return Problem(rule, rule.severity, message, name, place, hint)


def _inside(place: Place, text: str) -> Place:
    """The place, or the end of the text where the parser points behind it."""
    lines = text.rstrip("\n").split("\n")
    if place.line <= len(lines):
        return place
    return Place(len(lines), len(lines[-1]) + 1)


def _without_line(text: str, number: int) -> str | None:
    """The text with one statement blanked, or None where that could not mend it."""
    lines = text.split("\n")
    line = lines[number - 1]
    if not _ONE_LINE_STATEMENT.match(line) or '"""' in line or "'''" in line:
        return None
    lines[number - 1] = " " * len(line)
    return "\n".join(lines)
