"""The parsing of YAML that anyone may have written, within bounds; every value stays a text.

YAML itself would make 570 of 9:30, and no of a country's code.
"""

from typing import Any

import yaml

from tui_planner.exchange.importing.import_errors import NoScheduleError
from tui_planner.exchange.importing.text.decoding import decode_text
from tui_planner.support.i18n import _

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""In C where there is one; either makes nothing but texts, lists and objects."""
_NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
_MOST_EVENTS, _DEEPEST = 1_000_000, 50


def parse_yaml(data: bytes) -> Any:
    """Parse a file; of several documents a list is made.

    Raises:
        NoScheduleError: it is no YAML that can be read, or what its aliases stand for is far
            larger than a schedule.
    """
    text = decode_text(data)[0]
    try:
        _check_size(text)
        documents = [each for each in yaml.load_all(text, _LOADER) if each]
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        told = _("The YAML is broken in line {line}, column {column}: {reason}.")
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        reason = error.problem or error.context or ""
        raise NoScheduleError(told.format(line=line, column=column, reason=reason)) from error
    except (yaml.YAMLError, ValueError, TypeError) as error:
        told = _("The YAML cannot be read: {reason}.")
        raise NoScheduleError(told.format(reason=" ".join(str(error).split())[:200])) from error
    document = documents[0] if len(documents) == 1 else documents
    _tidy(document)
    return document


def _check_size(text: str) -> None:
    """Refuse what is too large or too deep, counting all that its aliases stand for.

    Raises:
        NoScheduleError: it is.
        yaml.YAMLError: it is no YAML.
    """
    too_large = NoScheduleError(_("The YAML is no schedule: nothing in one is so large."))
    sizes: dict[str, int] = {}
    open_: list[tuple[str | None, int]] = [(None, 0)]
    for number, event in enumerate(yaml.parse(text, _LOADER)):
        size = 1
        if isinstance(event, yaml.CollectionStartEvent):
            open_.append((event.anchor, 1))
            size = 0
        elif isinstance(event, yaml.CollectionEndEvent):
            anchor, size = open_.pop()
            sizes.update({anchor: size} if anchor else {})
        elif isinstance(event, yaml.AliasEvent):
            size = sizes.get(event.anchor, _MOST_EVENTS)  # one that holds itself has no end
        anchor, before = open_[-1]
        open_[-1] = (anchor, before + size)
        if number > _MOST_EVENTS or before + size > _MOST_EVENTS or len(open_) > _DEEPEST:
            raise too_large


def _tidy(document: Any) -> None:
    """Put into each object what it takes over from others by the key `<<`, and drop nothings."""
    seen: set[int] = set()
    waiting = [document]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict) and id(node) not in seen:
            _take_over(node)
            for key in [
                key for key, value in node.items() if isinstance(value, str) and value in _NOTHING
            ]:
                del node[key]
        if isinstance(node, list | dict) and id(node) not in seen:
            seen.add(id(node))
            waiting += node.values() if isinstance(node, dict) else node


def _take_over(node: dict[str, Any]) -> None:
    others = node.pop("<<", [])
    for other in others if isinstance(others, list) else [others]:
        for key, value in other.items() if isinstance(other, dict) else ():
            node.setdefault(key, value)
