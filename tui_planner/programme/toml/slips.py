"""The usual slips of the hand that make a line no TOML, by their names (E001).

Where it is certain what is meant, the line is mended, so that the rest is read. A value that is
only likely meant so is told as the line to write.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import tomli

from tui_planner.programme.invisible_characters import (
    describe_invisible,
    find_invisible,
    is_blank,
)
from tui_planner.programme.recognition import (
    recognise_clock,
    recognise_date,
    recognise_date_time,
)
from tui_planner.programme.wall_time import format_time
from tui_planner.support.i18n import _

_TEXT = r"\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'"
_OUTSIDE = re.compile(rf"{_TEXT}|#.*|(.)", re.DOTALL)
"""Texts and comments, or one character that lies in none."""
_DOUBLE, _SINGLE = "“”„‟″«»", "‘’‚‛′`´"
_CURLY = re.compile(f"[{_DOUBLE}{_SINGLE}]")
_PAIRS = (
    (re.compile(rf"[{_DOUBLE}]([^{_DOUBLE}\"\\\n]*)[{_DOUBLE}]"), '"'),
    (re.compile(rf"[{_DOUBLE}\"]([^{_DOUBLE}\"\\\n]*)[{_DOUBLE}\"]"), '"'),
    (re.compile(rf"[{_SINGLE}]([^{_SINGLE}'\n]*)[{_SINGLE}]"), "'"),
    (re.compile(rf"(?<=[=\[,{{ ])[{_SINGLE}']([^\"\n]*?)[{_SINGLE}'](?=[ ,\]}}#]|$)"), "'"),
)
_BARE = re.compile(r"(?P<key>[ \t]*[\w-]+)[ \t]*=[ \t]*(?P<value>[^\"'\[{#\s][^\"#]*)(?:#.*)?$")
_TWO_TEXTS = re.compile(
    rf"(?P<key>[ \t]*[\w-]+)[ \t]*=[ \t]*"
    rf"(?P<texts>(?:{_TEXT})(?:(?:[ \t]*[,;])?[ \t]*(?:{_TEXT}))+)[ \t]*$"
)
_NO_EQUALS = re.compile(r"(?P<key>[ \t]*[\w-]+)[ \t]+(?P<value>[\"'\[{\d].*)$")
_QUOTED = re.compile(r"(?P<key>[ \t]*[\w-]+)[ \t]*=[ \t]*(?P<quote>[\"'])(?P<text>[^#]*)$")
_TRUE, _FALSE = {"true", "yes", "ja", "on"}, {"false", "no", "nee", "off"}


class Slip(NamedTuple):
    """A slip in one line, as far as its kind and the way to write it are known.

    Attributes:
        column: Where it is, from 0.
        reason: What it is, in words.
        line: The line as it is meant; where it is read, what follows the slip stays in its place.
        is_certain: Whether nothing else can be meant, so that the line is read.
        shown: The line to write, where that is another.
        number: The number of the line among those of the statement.
        also: The lines behind it as they are meant, where these change with it.
    """

    column: int
    reason: str
    line: str
    is_certain: bool = True
    shown: str = ""
    number: int = 0
    also: tuple[str, ...] = ()


def find_slip(lines: Sequence[str], number: int, error: tomli.TOMLDecodeError) -> Slip | None:
    """Find the slip in a statement because of which the parser failed; None where it is another.

    Args:
        lines: The lines of the statement.
        number: The one of them, from 0, at which the parser failed; behind them where the
            statement does not end.
        error: The parser's.
    """
    before = _find_fault(lines)
    if before is None or not lines[0].strip():
        return None
    if not "".join(lines[number:]).strip():
        return _unclosed(lines)
    for look in (_invisible, _curly_quotes, _end_of_line, _comment, _commas, _colon):
        for slip in look(lines, number, error):
            changed = [*lines[:number], slip.line, *lines[number + 1 :]]
            after = _find_fault(changed)
            if after is None or after > before:
                return slip._replace(number=number)
    if number:
        return None
    return _value_in_quotes(lines[0]) or _bare_value(lines[0]) or _no_equals(lines[0])


def _find_fault(lines: Sequence[str]) -> tuple[int, int] | None:
    """Find the line and column at which a text is no TOML."""
    try:
        tomli.loads("\n".join(lines))
    except tomli.TOMLDecodeError as error:
        return error.lineno, error.colno
    except (ValueError, RecursionError):
        return 0, 0
    return None


def _invisible(lines: Sequence[str], number: int, _error: tomli.TOMLDecodeError) -> Iterator[Slip]:
    line = lines[number]
    pieces, column, character, dropped = [], -1, "", 0
    for at, piece, is_outside in _split(line):
        found = find_invisible(piece) if is_outside else None
        if found is None:
            if dropped and piece == "=" and is_outside:
                pieces.append(" " * dropped)  # so that what follows stays where it is
                dropped = 0
            pieces.append(piece)
            continue
        if column < 0:
            column, character = at, piece
        pieces.append(" " if is_blank(piece) else "")
        dropped += not is_blank(piece)
    if column >= 0:
        reason = _("{character} stands here").format(character=describe_invisible(character))
        yield Slip(column, reason, "".join(pieces))


def _curly_quotes(
    lines: Sequence[str], number: int, _error: tomli.TOMLDecodeError
) -> Iterator[Slip]:
    line = lines[number]
    curly = _CURLY.search(line)
    if curly is None:
        return
    reason = _("curly quotes stand around a text; straight ones are needed, {quotes}")
    if curly[0] in "`´":
        reason = _("accents stand around a text; straight quotes are needed, {quotes}")
    for patterns in (_PAIRS[:1], _PAIRS[1:2], _PAIRS[2:3], _PAIRS[3:], _PAIRS[::2]):
        mended = line
        for pattern, quote in patterns:
            mended = pattern.sub(rf"{quote}\g<1>{quote}", mended)
        if mended != line:
            quotes = '"…"'
            at = next(
                n for n, pair in enumerate(zip(line, mended, strict=False)) if len(set(pair)) > 1
            )
            yield Slip(at, reason.format(quotes=quotes), mended)


def _comment(lines: Sequence[str], number: int, error: tomli.TOMLDecodeError) -> Iterator[Slip]:
    line = lines[number]
    for mark in ("//", "/*", "<!--", "--", ";"):
        at = _find_outside(line, mark)
        if at >= 0 and not (mark == ";" and error.msg.startswith("Unclosed ")):
            reason = _('"{mark}" begins no comment; "#" does').format(mark=mark)
            shown = f"{line[:at]}# {line[at + len(mark) :].strip(' */->')}"
            yield Slip(at, reason, f"{line[:at]}#{line[at + 1 :]}", shown=shown)


def _commas(lines: Sequence[str], number: int, error: tomli.TOMLDecodeError) -> Iterator[Slip]:
    """Put the commas that are missing in one line of a list or an inline table."""
    line = shown = lines[number]
    at = first = error.colno - 1
    while error.msg.startswith("Unclosed ") and at < len(line) and line[at] not in "]}=":
        end = len(line[:at].rstrip())
        is_other_sign = line[at] == ";"
        behind = line[at + is_other_sign :]
        shown = shown[: len(shown) - len(line) + end] + "," + (" " * (at > end)) + behind
        line = line[: at - (at > end and not is_other_sign)] + "," + behind
        if not end:  # what it follows stands in a line above
            break
        try:
            tomli.loads("\n".join([*lines[:number], line, *lines[number + 1 :]]))
            break
        except tomli.TOMLDecodeError as next_error:
            if next_error.lineno != number + 1 or next_error.colno - 1 <= at:
                break
            error, at = next_error, next_error.colno - 1
        except (ValueError, RecursionError):
            break
    if line != lines[number]:
        reason = _("a comma is missing before this")
        above = f"{lines[number - 1].rstrip()}," if not lines[number][:first].strip() else shown
        yield Slip(first, reason, line, shown=above)


def _colon(lines: Sequence[str], number: int, _error: tomli.TOMLDecodeError) -> Iterator[Slip]:
    line = lines[number]
    if match := re.match(r"[ \t]*(?:[\w-]+|\"[^\"]*\")[ \t]*(:=?|==|=>)[ \t]*(?=\S)", line):
        at, end = match.span(1)
        reason = _('"{sign}" stands where "=" is needed').format(sign=match[1])
        yield Slip(at, reason, f"{line[:at]}={' ' * (end - at - 1)}{line[end:]}")


def _end_of_line(
    lines: Sequence[str], number: int, _error: tomli.TOMLDecodeError
) -> Iterator[Slip]:
    line = lines[number]
    if match := re.search(r"([,;])[ \t]*(?:#.*)?$", line):
        at = match.start(1)
        reason = _('"{sign}" stands at the end of the line').format(sign=match[1])
        yield Slip(at, reason, f"{line[:at]} {line[at + 1 :]}")


def _unclosed(lines: Sequence[str]) -> Slip | None:
    """Close the list or inline table that a statement opens."""
    last = max(number for number, line in enumerate(lines) if line.strip())
    for bracket in ("]", "}", "}]"):
        closed = lines[last].rstrip() + bracket
        if _find_fault([*lines[:last], closed, *lines[last + 1 :]]) is None:
            reason = _('what begins here does not end: "{bracket}" is missing')
            column = len(lines[0]) - len(lines[0].lstrip())
            said = reason.format(bracket=bracket)
            return Slip(column, said, closed, number=last)
    return None


def _value_in_quotes(line: str) -> Slip | None:
    """Quote a text otherwise that has quotes or backslashes in it, or none at its end."""
    if match := _TWO_TEXTS.match(line):
        texts = ", ".join(re.findall(_TEXT, match["texts"]))
        shown = f"{match['key'].strip()} = [{texts}]"
        return Slip(match.start("texts"), "", shown, is_certain=False)
    match = _QUOTED.match(line)
    if match is None:
        return None
    quote, text = match["quote"], match["text"].rstrip()
    text = text.removesuffix(quote)
    other = {'"': "'", "'": '"'}[quote]
    if quote not in text and "\\" not in text:
        meant = f"{quote}{text}{quote}"
    elif other not in text and (other == "'" or "\\" not in text):
        meant = f"{other}{text}{other}"
    else:
        return None
    slip = Slip(match.start("quote"), "", f"{match['key'].strip()} = {meant}", is_certain=False)
    return slip if _find_fault([slip.line]) is None else None


def _bare_value(line: str) -> Slip | None:
    """Recognise a value without quotes, or one with quotes in it, by what it may be."""
    match = _BARE.match(line)
    if match is None:
        return None
    meant = _as_toml(match["value"].rstrip())
    line = f"{match['key'].strip()} = {meant}"
    return Slip(match.start("value"), "", line, is_certain=False) if meant else None


def _no_equals(line: str) -> Slip | None:
    """Put the sign between a key and its value."""
    if (match := _NO_EQUALS.match(line)) is None:
        return None
    meant = f"{match['key'].strip()} = {match['value']}"
    slip = Slip(match.start("value"), "", meant, is_certain=False)
    return slip if _find_fault([meant]) is None else None


def _as_toml(value: str) -> str:
    """Write a value as TOML has it: a date, a time in quotes, a text; empty where it is neither."""
    if day := recognise_date(value):
        return day.isoformat()
    if at := recognise_date_time(value):
        return format_time(at)
    clock = recognise_clock(value)
    if re.fullmatch(r"0\d+", value) and not (clock and len(value) == len("0930")):
        return str(int(value))
    if value.casefold() in _TRUE | _FALSE:
        return "true" if value.casefold() in _TRUE else "false"
    if clock and not clock.days:
        return format_time(clock.clock)
    return f'"{value}"' if clock or (value[0].isalpha() and "\\" not in value) else ""


def _split(line: str) -> Iterator[tuple[int, str, bool]]:
    """Split a line into texts, comments and the single characters that lie in none of them."""
    for match in _OUTSIDE.finditer(line):
        yield match.start(), match[0], match[1] is not None


def _find_outside(line: str, mark: str) -> int:
    """Find a sign that lies in no text and no comment; -1 where there is none."""
    outside = {at for at, _piece, is_outside in _split(line) if is_outside}
    at = line.find(mark)
    while at >= 0 and at not in outside:
        at = line.find(mark, at + 1)
    return at
