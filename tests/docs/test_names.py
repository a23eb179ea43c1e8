"""Every path and every name of the code that the pages tell of is there."""

import re
import tomllib
from importlib import import_module, util
from itertools import pairwise
from pathlib import Path

import pytest

from tests.docs.pages import DOCS, PAGES, find_blocks, read_page, without_blocks
from tests.helpers import ROOT

_DOTTED = re.compile(r"(tui_planner|tests|benchmarks)(\.\w+)+")
_PATH = re.compile(r"[\w.-]+(/[\w.*-]*)+")
_FILE = re.compile(r"[\w-]+\.(py|md|svg)")
_TOP_LEVEL = {path.name for path in ROOT.iterdir()}


def _named(page: Path) -> list[str]:
    """What stands as code in the prose of a page."""
    return re.findall(r"`([^`\n]+)`", without_blocks(read_page(page)))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_path_and_name_is_there(page: Path) -> None:
    assert [name for name in _named(page) if not _is_there(name)] == []


def _is_there(name: str) -> bool:
    if _DOTTED.fullmatch(name):
        return _is_defined(name)
    if _PATH.fullmatch(name) and name.partition("/")[0] in _TOP_LEVEL - {".venv"}:
        return any(ROOT.glob(name.rstrip("/")))
    if _FILE.fullmatch(name):
        return (ROOT / name).exists() or any((ROOT / "tui_planner").rglob(name))
    return True


def _is_defined(name: str) -> bool:
    """Whether a dotted name is a module, or leads to something within one."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        try:
            found: object = import_module(".".join(parts[:length]))
        except ModuleNotFoundError:
            continue
        for part in parts[length:]:
            if not hasattr(found, part):
                return False
            found = getattr(found, part)
        return True
    return False


@pytest.mark.parametrize(
    "name",
    [
        "tui_planner.clashes.judges",
        "tui_planner.clashes.judge.Judgement",
        "tests/nowhere",
        "nothing.py",
    ],
)
def test_what_is_not_there_is_noticed(name: str) -> None:
    assert not _is_there(name)


def test_what_a_package_is_said_to_hold_is_in_it() -> None:
    rows = re.findall(
        r"^\| `(tui_planner\.\w+)` \| (.+) \|$", read_page(DOCS / "architecture.md"), re.MULTILINE
    )
    assert len(rows) > 5
    for package, told in rows:
        for word in re.findall(r"`(\w+)`", told):
            assert util.find_spec(f"{package}.{word}"), f"{package} holds no {word}"


def test_the_layers_in_the_picture_are_those_that_are_held() -> None:
    (drawn,) = find_blocks(read_page(DOCS / "architecture.md"), "mermaid")
    above = set(re.findall(r"(\w+) --> (\w+)", drawn))
    packages = {path.parent.name for path in (ROOT / "tui_planner").glob("*/__init__.py")}
    assert set(re.findall(r'(\w+)\["', drawn)) == packages
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = project["tool"]["importlinter"]["contracts"][0]["layers"]
    held = [{name.rpartition(".")[2] for name in layer.split(" | ")} for layer in layers[1:]]
    next_to = {(one, other) for upper, lower in pairwise(held) for one in upper for other in lower}
    assert above == next_to
