"""What a terminal sends for keys and the mouse, and the keys that some screen or widget binds."""

import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import KEY_NAME_REPLACEMENTS, _character_to_key

import tui_planner.app

_CHARACTER_BY_NAME = {
    _character_to_key(char): char for char in map(chr, range(32, 127)) if not char.isalnum()
}
_SEQUENCE_BY_NAME = {
    KEY_NAME_REPLACEMENTS.get(key.value, key.value): sequence
    for sequence, keys in reversed([*ANSI_SEQUENCES_KEYS.items()])
    if isinstance(keys, tuple) and len(keys) == 1
    for key in keys
}


def typed(key: str) -> str:
    """What a terminal sends for a key, by the name that Textual gives it."""
    if len(key) == 1:
        return key
    return _CHARACTER_BY_NAME.get(key) or _SEQUENCE_BY_NAME[key]


def bound_keys() -> list[str]:
    """Every key that a screen or widget of the app binds, also of Textual's."""
    keys = {
        key.strip()
        for node in _classes()
        for binding in node.BINDINGS
        for key in (binding.key if isinstance(binding, Binding) else binding[0]).split(",")
    }
    return sorted(key for key in keys if _can_be_typed(key))


def _can_be_typed(key: str) -> bool:
    try:
        return bool(typed(key))
    except KeyError:  # such as super+c, which a terminal keeps for itself
        return False


def _classes() -> Iterator[type[DOMNode]]:
    for module in pkgutil.walk_packages(tui_planner.app.__path__, f"{tui_planner.app.__name__}."):
        for _name, value in inspect.getmembers(import_module(module.name), inspect.isclass):
            if issubclass(value, DOMNode):
                yield from (one for one in value.__mro__ if issubclass(one, DOMNode))
    yield App


def mouse(button: int, x: int, y: int, *, up: bool = False) -> str:
    """What a terminal sends for a button of the mouse, at a cell counted from 0."""
    return f"\x1b[<{button};{x + 1};{y + 1}{'m' if up else 'M'}"


MOVE, DRAG, WHEEL_UP, WHEEL_DOWN = 35, 32, 64, 65
"""Buttons, as terminals number them; 0 is the left one."""


def click(x: int, y: int, button: int = 0) -> str:
    """A click."""
    return mouse(button, x, y) + mouse(button, x, y, up=True)


def drag(cells: list[tuple[int, int]]) -> str:
    """The mouse pressed at the first cell, moved over the others, and let go at the last."""
    moved = "".join(mouse(DRAG, *cell) for cell in cells)
    return mouse(0, *cells[0]) + moved + mouse(0, *cells[-1], up=True)


def pasted(text: str) -> str:
    """A text as a terminal pastes it."""
    return f"\x1b[200~{text}\x1b[201~"
