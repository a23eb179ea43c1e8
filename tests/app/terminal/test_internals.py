"""The internals of Textual and Rich save something, are named in one place, and can be missed."""

import ast
import inspect
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from textual.app import App
from textual.message_pump import MessagePump

import tui_planner
from tests.app.conftest import MakePlanner
from tests.app.test_robust import settled, walked
from tui_planner.app.terminal import internals, parts
from tui_planner.app.terminal.internals import SWITCH, Part, find_missing, find_version, is_used

pytestmark = pytest.mark.slow

HERE = Path(tui_planner.__file__).parent
TERMINAL = HERE / "app" / "terminal"
USING = ("compositor", "diff_output", "held_frame", "quick_terminal")
"""The modules that cannot be imported where what they use is not there."""

Switch = Callable[[str], None]


@pytest.fixture
def switch(monkeypatch: pytest.MonkeyPatch) -> Iterator[Switch]:
    """Sets what the environment says of the internals."""

    def say(what: str) -> None:
        monkeypatch.setenv(SWITCH, what)
        forget()

    yield say
    forget()


def forget() -> None:
    """Have it decided anew what is used."""
    is_used.cache_clear()


def used() -> set[Part]:
    return {*filter(is_used, Part)}


def private_imports(file: Path) -> Iterator[tuple[str, str]]:
    """What a file imports of that which Textual and Rich keep to themselves: modules and names."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found = [(node.module, alias.name) for alias in node.names]
        elif isinstance(node, ast.Import):
            found = [(alias.name, "") for alias in node.names]
        else:
            continue
        for module, name in found:
            first, *rest = f"{module}.{name}".split(".")
            if first in {"rich", "textual"} and any(part.startswith("_") for part in rest):
                yield module, name


def test_nothing_private_is_imported_but_for_the_terminal() -> None:
    found = {
        str(file.relative_to(HERE)): imported
        for file in HERE.rglob("*.py")
        if not file.is_relative_to(TERMINAL) and (imported := [*private_imports(file)])
    }
    assert found == {}


def test_what_is_imported_for_the_terminal_is_looked_for_first() -> None:
    needed = {
        (module, name.split(".")[0])
        for modules in internals._NEEDED.values()
        for module, names in modules.items()
        for name in names
    }
    imported = {one for file in TERMINAL.rglob("*.py") for one in private_imports(file)}
    assert imported
    assert imported <= needed


def test_nothing_private_of_textual_is_replaced_but_for_the_terminal() -> None:
    found = set()
    for info in walk_packages(tui_planner.app.__path__, "tui_planner.app."):
        if info.name.startswith("tui_planner.app.terminal."):
            continue
        for _name, one in inspect.getmembers(import_module(info.name), inspect.isclass):
            if one.__module__ == info.name and issubclass(one, MessagePump):
                theirs = {*dir(next(base for base in one.__mro__ if _is_textuals(base)))}
                own = {name for name in vars(one) if name.startswith("_") and name[:2] != "__"}
                found |= {(one.__name__, name) for name in (own & theirs) - _MADE_BY_TEXTUAL}
    assert found == set()


_MADE_BY_TEXTUAL = {name for name in vars(type("Plain", (App,), {})) if name.startswith("_")}
"""What Textual itself puts into each class that is made of one of its own."""


def _is_textuals(one: type) -> bool:
    return one.__module__.split(".")[0] == "textual"


@pytest.mark.parametrize("part", Part)
def test_in_a_version_that_was_tried_all_that_is_needed_is_there(part: Part) -> None:
    if not find_version().startswith(internals.HELD_AGAINST):
        pytest.skip("another version of Textual")
    assert [*find_missing(part)] == []


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("", {*Part}),
        ("1", set()),
        ("yes", set()),
        ("output", {*Part} - {Part.OUTPUT}),
        ("compositor, input", {Part.OUTPUT}),
        ("output,nothing-of-that-name", set()),
    ],
)
def test_a_variable_switches_them_off(
    switch: Switch, monkeypatch: pytest.MonkeyPatch, said: str, expected: set[Part]
) -> None:
    monkeypatch.setattr(internals, "find_version", lambda: "8.2.99")
    switch(said)
    assert used() == expected


@pytest.mark.parametrize("version", ["8.3.0", "8.20.0", "9.0.0", ""])
def test_in_another_version_none_is_used(
    switch: Switch, monkeypatch: pytest.MonkeyPatch, version: str
) -> None:
    monkeypatch.setattr(internals, "find_version", lambda: version)
    switch("")
    assert used() == set()


def test_the_version_is_told_where_no_folder_tells_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told = find_version()
    monkeypatch.setattr("textual.__file__", str(tmp_path / "textual" / "__init__.py"))
    assert told == find_version() != ""


@pytest.mark.parametrize(
    ("part", "name"),
    [
        (Part.INPUT, "textual._xterm_parser.XTermParser"),
        (Part.OUTPUT, "textual._compositor.LayoutUpdate"),
        (Part.COMPOSITOR, "textual.screen.Screen._on_timer_update"),
    ],
)
def test_where_a_name_is_missing_that_part_is_plain(
    switch: Switch, monkeypatch: pytest.MonkeyPatch, part: Part, name: str
) -> None:
    switch("")
    before = used()
    forget()
    monkeypatch.delattr(name)
    assert [*find_missing(part)]
    assert used() == before - {part}


@pytest.mark.parametrize("name", ["Compositor._dirty_regions", "Compositor.never_there", "Other"])
def test_what_instances_hold_is_looked_for_too(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setitem(internals._NEEDED, Part.INPUT, {"textual._compositor": (name,)})
    missing = [] if name == "Compositor._dirty_regions" else [f"textual._compositor.{name}"]
    assert [*find_missing(Part.INPUT)] == missing


async def test_without_them_the_app_does_without_their_modules(
    switch: Switch, monkeypatch: pytest.MonkeyPatch, planner: MakePlanner
) -> None:
    for name in USING:
        monkeypatch.setitem(sys.modules, f"tui_planner.app.terminal.{name}", None)
    switch("1")
    app = planner()
    assert parts.choose_terminal().__name__ == "Terminal"
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("space", "question_mark", "escape", "down")
        await pilot.pause()
        assert len(app.saved) == 1


KEYS = "jl kjv?\x1b/strand\r l"


async def seen(folder: Path) -> tuple[list[str], int]:
    """What the terminal shows after some keys, and the bytes that were written for those."""
    folder.mkdir()
    async with walked(folder, (120, 40)) as (app, terminal):
        begun = terminal.taken
        for key in KEYS:
            terminal.send(key)
            terminal.tick()
            await settled(app)
        return terminal.screen.display, terminal.taken - begun


async def test_with_them_the_same_is_seen_for_fewer_bytes(switch: Switch, tmp_path: Path) -> None:
    switch("")
    if not is_used(Part.OUTPUT):
        pytest.skip("nothing is saved in another version of Textual")
    seen_with, bytes_with = await seen(tmp_path / "with")
    switch("1")
    seen_without, bytes_without = await seen(tmp_path / "without")
    assert seen_with == seen_without
    assert bytes_with < bytes_without * 0.75
