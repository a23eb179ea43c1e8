"""The recovery of TOML with faults, so that all faults of a file are reported at once (E001).

What is faulty is left out: a line, a list or text that does not end, or the rest of a table whose
head cannot be guessed. The places of all else stay as they are.
"""

import re
from collections.abc import Collection
from typing import Any

import tomli

from tui_planner.programme import file_rules
from tui_planner.programme.problem import Location, Problem
from tui_planner.support.i18n import _

from .faulty_lines import FaultyLines, SlipAt, is_of_a_broken_line, is_of_a_name
from .heads import Names, list_head_problems
from .key_path import KeyPath
from .limits import is_beyond
from .parsed import Parsed
from .source import Source
from .toml_positions import Positions

_MOST_FAULTS = 50
_EQUALS = re.compile(r"^([\w-]+|\"[^\"]*\"|'[^']*')[ \t]*=[ \t]*")


def parse_around_faults(
    source: Source, names: Names, conflicts: Collection[Problem] = ()
) -> Parsed:
    """Parse what can be read of a text that is no TOML, and list its faults.

    Args:
        source: The text.
        names: The names of the tables at its top.
        conflicts: The faults that have been found in it before.
    """
    lines = FaultyLines(source.lines, names)
    problems = [*conflicts]
    data: dict[str, Any] = {}
    while not is_beyond(lines.join()):  # quotes that do not end may have hidden what it holds
        try:
            data = lines.parse()
            break
        except (ValueError, RecursionError) as error:
            if len(problems) == _MOST_FAULTS or lines.left <= 0:
                break
            first = lines.find_faulty(error)
            if heads := lines.mend_brackets(error, first):
                told = list_head_problems(source.name, heads, names, file_rules.SYNTAX)
                problems.extend(told)
                continue
            if missing := lines.put_head(error, first):
                problems.append(_missing_head(source.name, first, missing))
                continue
            slip = lines.find_slip(error, first)
            problems.append(_problem(source.name, error, lines, first, slip))
            if slip and slip.slip.is_certain:
                lines.mend(slip)
            elif not lines.leave_out(first):
                break
    positions = Positions(Source(source.name, lines.join()))
    damaged = {
        (*_find_table(positions, number, names.arrays), *key)
        for number, key in lines.left_out.items()
    }
    return Parsed(data, positions, tuple(problems), frozenset(damaged | lines.lost_tables))


def _find_table(positions: Positions, line: int, arrays: Collection[str]) -> KeyPath:
    path = positions.find_table_at(line + 1)
    return path[:2] if path[:1] and path[0] in arrays else path[:1]


def _problem(
    file: str, error: Exception, lines: FaultyLines, first: int, slip: SlipAt | None
) -> Problem:
    """Make the problem at the slip, at the parser's place, or where the statement begins."""
    line = lines.lines[first]
    place = Location(first + 1, len(line) - len(line.lstrip()) + 1)
    hint = _('Text and times stand in quotes, like "11:30"; each key stands once in its table.')
    if slip:
        meant = _EQUALS.sub(r"\1 = ", (slip.slip.shown or slip.slip.line).strip())
        hint = _("Write: {line}").format(line=meant)
        if any(slip.slip.also):
            last = slip.line + 1 + len(slip.slip.also)
            hint = _("Write as line {first}: {line}; as line {last}: {end}").format(
                first=slip.line + 1, line=meant, last=last, end=slip.slip.also[-1].strip()
            )
    elif line.lstrip().startswith("[") and (head := lines.find_head(first)):
        hint = _("Write its head as {head}.").format(head=head)
    match error:
        case tomli.TOMLDecodeError() if slip and slip.slip.reason:
            detail = slip.slip.reason
            number = slip.line if lines.is_within(first, error.lineno) else first
            place = Location(number + 1, slip.slip.column + 1)
        case tomli.TOMLDecodeError():
            detail = _in_words(error)
            if not is_of_a_name(error):
                if lines.is_within(first, error.lineno):
                    place = lines.locate(error)
                else:
                    detail = _("what begins here does not end")
        case RecursionError():
            detail = _("lists lie too deep within one another")
        case _:
            detail = _("this number is too long")
    message = _("This is not TOML: {detail}.").format(detail=detail[:1].lower() + detail[1:])
    return Problem(file_rules.SYNTAX, file_rules.SYNTAX.severity, message, file, place, hint)


def _missing_head(file: str, first: int, head: str) -> Problem:
    message = _("The keys from here on stand in this table already: a head like {head} is missing.")
    hint = _("Write above this line: {head}").format(head=head)
    rule, place = file_rules.SYNTAX, Location(first + 1, 1)
    return Problem(rule, rule.severity, message.format(head=head), file, place, hint)


def _in_words(error: tomli.TOMLDecodeError) -> str:
    """Translate what the parser says to programmers into words for users."""
    if is_of_a_name(error):
        return _("this key or table is there already")
    if is_of_a_broken_line(error):
        return _("the quotes of this text are not closed")
    return {
        "Unterminated string": _("the quotes of this text are not closed"),
        "Expected newline or end of document after a statement": _(
            "the value before this is over, and a new one needs a line of its own"
        ),
        "Expected '=' after a key in a key/value pair": _('"=" is missing after the key'),
        "Invalid date or datetime": _("there is no such date or time"),
        "Invalid value": _("no value can begin so"),
        "Invalid statement": _("neither a key nor the head of a table can begin so"),
    }.get(error.msg, error.msg)
