"""Which of the terminal's parts may use what Textual keeps to itself.

Such a part saves bytes or time, and nothing else: without it plain Textual does the same. A part is
used where the installed Textual is a version that it was held against, where all that it needs is
there, and where `TUI_PLANNER_PLAIN` does not switch it off.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from importlib import import_module
from pathlib import Path

import textual

SWITCH = "TUI_PLANNER_PLAIN"
"""The variable that switches parts off: those named, with commas; all for any other value."""

HELD_AGAINST = ("8.2.",)
"""How the versions begin with which the tests of the parts pass."""


class Part(StrEnum):
    """A part of the terminal that uses internals."""

    OUTPUT = "output"
    COMPOSITOR = "compositor"
    INPUT = "input"


_NEEDED: Mapping[Part, Mapping[str, Sequence[str]]] = {
    Part.OUTPUT: {
        "textual.app": ("App._display",),
        "textual._compositor": (
            "CompositorUpdate.render_segments",
            "ChopsUpdate.chops",
            "ChopsUpdate.spans",
            "ChopsUpdate.chop_ends",
            "LayoutUpdate.strips",
            "LayoutUpdate.region",
        ),
    },
    Part.COMPOSITOR: {
        "textual.screen": ("Screen._compositor", "Screen._on_timer_update"),
        "textual._compositor": (
            "Compositor._dirty_regions",
            "Compositor._get_renders",
            "Compositor.render_partial_update",
            "Compositor.render_update",
            "Compositor.visible_widgets",
        ),
    },
    Part.INPUT: {"textual._xterm_parser": ("XTermParser.feed", "XTermParser.tick")},
}
"""What each part needs: modules, and the names of classes and of what instances of them hold."""


@cache
def is_used(part: Part) -> bool:
    """Decide, once, whether a part uses internals."""
    if part in _switched_off() or not find_version().startswith(HELD_AGAINST):
        return False
    return not [*find_missing(part)]


def find_missing(part: Part) -> Iterator[str]:
    """Find what a part needs and the installed Textual does not have."""
    for module, names in _NEEDED[part].items():
        try:
            found: object = import_module(module)
        except ImportError:
            yield module
            continue
        yield from (f"{module}.{name}" for name in names if not _has(found, name))


def find_version() -> str:
    """Find the installed version of Textual; empty where that cannot be told.

    It stands in the name of a folder beside the package: the library that reads it from within that
    takes longer to import than all that is saved at the start.
    """
    names = [path.stem for path in Path(textual.__file__).parent.parent.glob("textual-*.dist-info")]
    if len(names) == 1:
        return names[0].removeprefix("textual-")
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - hardly ever needed

    try:
        return version("textual")
    except PackageNotFoundError:
        return ""


def _switched_off() -> frozenset[str]:
    """Read which parts the environment switches off."""
    wanted = os.environ.get(SWITCH, "")
    named = frozenset(filter(None, wanted.replace(",", " ").split()))
    every = frozenset(Part)
    return named if named.issubset(every) else every


def _has(module: object, name: str) -> bool:
    """Tell whether there is a name, in a class or among what its instances are made with."""
    owner, _dot, attribute = name.partition(".")
    found = getattr(module, owner, None)
    if not attribute or found is None:
        return found is not None
    made: Callable[..., object] | None = getattr(found, "__init__", None)
    code = getattr(made, "__code__", None)
    return hasattr(found, attribute) or attribute in getattr(code, "co_names", ())
