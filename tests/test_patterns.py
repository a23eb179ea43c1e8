"""The regular expressions of the package mean the same on every Python that it is for."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from re import _constants, _parser  # type: ignore[attr-defined]  # what a pattern is made of
from typing import Any

import pytest

import tui_planner

_MISREAD = (_constants.POSSESSIVE_REPEAT, _constants.ATOMIC_GROUP)


def _patterns() -> Iterator[Any]:
    for module in pkgutil.walk_packages(tui_planner.__path__, "tui_planner."):
        if not module.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(module.name)).items():
                if isinstance(value, re.Pattern):
                    yield pytest.param(value, id=f"{module.name}.{name}")


def _list_parts(tree: Any) -> Iterator[Any]:
    """List the kinds of all parts of a pattern that has been parsed."""
    if isinstance(tree, _parser.SubPattern | list | tuple):
        for part in tree:
            yield from _list_parts(part)
    else:
        yield tree


@pytest.mark.parametrize("pattern", list(_patterns()))
def test_none_is_possessive(pattern: re.Pattern[str]) -> None:
    """Before Python 3.11.5, those with alternatives in them miss what they should match."""
    parts = _list_parts(_parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE))
    # By identity: what else a pattern is made of are numbers that may be the same.
    assert not any(part is misread for part in parts for misread in _MISREAD)
