"""The faults of single keys and values of a file, in words, made of pydantic's details."""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from pydantic_core import ErrorDetails

from tui_planner.programme import file_rules
from tui_planner.programme.reading.format.file_models import ARRAYS, NO_SUCH_ZONE, NO_TIME
from tui_planner.programme.toml.key_path import KeyPath
from tui_planner.programme.wall_time import format_as_written
from tui_planner.support.i18n import _

from .problem_collector import ProblemCollector, ask_whether

if TYPE_CHECKING:
    from .table_facts import TableFacts

_OTHER_FORM = {NO_TIME, "int_from_float", "date_from_datetime_inexact"}
_CHOICE = re.compile(r"'([^']*)'|(\d+)")


def report_detail(
    detail: ErrorDetails,
    known: Iterable[str],
    collector: ProblemCollector,
    facts: "TableFacts | None" = None,
) -> None:
    """Report a key that the format does not have, or a value that it does not take.

    `known` are the keys of the table in which it stands, and `facts` what the file says beside it.
    """
    path: KeyPath = detail["loc"]
    if detail["type"] == "extra_forbidden":
        report_unknown_key(path, known, collector)
        return
    name = next(part for part in reversed(path) if isinstance(part, str))
    line = _line_to_write(detail, collector, facts) if facts else ""
    reason, hint = _bad_value(detail, is_understood=bool(line))
    message = _('"{key}": {reason}.').format(key=name, reason=reason)
    meant = "" if line else _meant(detail, collector)
    collector.add_unknown(file_rules.BAD_VALUE, path, message, meant, line or hint)


def _line_to_write(detail: ErrorDetails, collector: ProblemCollector, facts: "TableFacts") -> str:
    """Say which line is meant by a value of another form; empty where that is not known."""
    path, value = detail["loc"], detail["input"]
    table = path[:1] if path[0] == "programme" else path[:2]
    if len(path) != len(table) + 1:
        return ""
    if detail["type"] == NO_SUCH_ZONE:
        from .zones_meant import find_zone_of  # noqa: PLC0415 - few files need all zones

        days = facts.list_days()
        zone = find_zone_of(str(value), days[0] if days else None)
        city = _('Write a city of that zone: {key} = "{zone}"')
        return city.format(key=path[-1], zone=zone) if zone else ""
    is_address = detail["type"] == "string_pattern_mismatch" and path[-1] == "url"
    if is_address or detail["type"] in _OTHER_FORM or detail["type"].endswith("_type"):
        from .lines_to_write import hint_line  # noqa: PLC0415 - for faulty files only

        return hint_line(table, str(path[-1]), value, facts, collector.get_written(path))
    return ""


def report_unknown_key(path: KeyPath, known: Iterable[str], collector: ProblemCollector) -> None:
    """Report a key that is none of the known ones, with the nearest of them."""
    known = list(known)
    key = str(path[-1])
    message = _('There is no key "{key}" here.').format(key=key)
    meant = collector.suggest_similar(key, known)
    hint = _("Known here: {keys}.").format(keys=", ".join(known))
    collector.add_unknown(file_rules.UNKNOWN_KEY, path, message, meant, hint, at_key=True)


def _meant(detail: ErrorDetails, collector: ProblemCollector) -> str:
    """Suggest what may have been meant by a word that is none of the known ones."""
    if detail["type"] == "literal_error":
        return collector.suggest_similar(str(detail["input"]), _words(detail))
    if detail["type"] == NO_SUCH_ZONE:
        from .zones_meant import find_zone_named  # noqa: PLC0415 - few files need all zones

        return ask_whether(find_zone_named(str(detail["input"])))
    return ""


def _words(detail: ErrorDetails) -> list[str]:
    """List the words that a value may be one of."""
    found = _CHOICE.findall(str(detail.get("ctx", {}).get("expected", "")))
    return [word or number for word, number in found]


def _bad_value(detail: ErrorDetails, *, is_understood: bool) -> tuple[str, str]:
    """Explain what is wrong with a value, and what to do."""
    value, context = detail["input"], detail.get("ctx", {})
    match detail["type"]:
        case "literal_error":
            choices = _("One of: {words}.").format(words=", ".join(_words(detail)))
            return _("{value} is not known").format(value=format_as_written(value)), choices
        case type_ if type_ == NO_SUCH_ZONE:
            hint = _('Write an IANA name like "Europe/Amsterdam".')
            return _("there is no time zone {value}").format(value=format_as_written(value)), hint
        case type_ if type_ == NO_TIME:
            reason = str(context["reason"])
            return reason if is_understood else f"{reason}; {context['advice']}", ""
        case "string_pattern_mismatch":
            return _bad_characters(str(detail["loc"][-1]), value)
        case "string_too_short" | "too_short":
            return _("it is empty"), _("Fill it in, or leave the key out.")
        case "greater_than_equal" | "less_than_equal":
            bound = context.get("ge", context.get("le"))
            hint = _("At least {bound}.") if "ge" in context else _("At most {bound}.")
            return _("{value} is out of range").format(value=format_as_written(value)), hint.format(
                bound=bound
            )
        case type_:
            expected = _expected().get(type_.rsplit("_", 1)[0], _("something else"))
            found = _("expected {expected}, found {value}")
            text = found.format(expected=expected, value=format_as_written(value))
            return text, _brackets(detail["loc"], value)


def _brackets(path: KeyPath, value: object) -> str:
    """Explain what to do where a table has the brackets of another kind."""
    name = path[0]
    if (len(path) > 1 and name in ARRAYS) or not isinstance(value, list | dict):
        return ""
    head = f"[[{name}]]" if name in ARRAYS else f"[{'.'.join(map(str, path))}]"
    return _("Write its head as {head}.").format(head=head)


def _bad_characters(key: str, value: object) -> tuple[str, str]:
    text = format_as_written(value)
    match key:
        case "language":
            message, hint = _("{value} is no language"), _('Write its code, like "nl" or "en-GB".')
        case "rule":
            message, hint = _("{value} is no rule"), _('Write its number, like "C101".')
        case "url":
            message = _("{value} is no address of a page, a mailbox or a calendar")
            hint = _('Write it whole, like "https://example.org"; mailto: and webcal: will do.')
        case _:
            message = _("{value} holds characters that cannot stand here")
            hint = _("Leave out line ends and control characters.")
    return message.format(value=text), hint


def _expected() -> Mapping[str, str]:
    """Map pydantic's names of types to words."""
    return {
        "string": _("text in quotes"),
        "int": _("a whole number"),
        "bool": _("true or false"),
        "date": _("a date without quotes, like 2025-02-13"),
        "tuple": _("a list in square brackets"),
        "model": _("a table"),
        "dict": _("a table"),
    }
