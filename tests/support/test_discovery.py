"""A module of a package that declares records has exactly one; who forgets it is told which."""

import sys
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest

from tests.adding import add_module
from tui_planner.support import discovery


class Fruit(NamedTuple):
    """What the modules of these tests declare."""

    name: str


IMPORT = "from tests.support.test_discovery import Fruit\n"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A package of two modules, each with a record."""
    made = ModuleType("tests_of_discovery")
    made.__path__ = []
    monkeypatch.setitem(sys.modules, made.__name__, made)
    for name in ("pear", "apple"):
        text = f'{IMPORT}ONE = Fruit("{name}")\n'
        add_module(made, name, text, tmp_path, monkeypatch)
    return made


def test_what_the_modules_declare(package: ModuleType) -> None:
    assert discovery.list_modules(package) == ["apple", "pear"]
    assert discovery.has_module(package, "pear")
    assert not any(discovery.has_module(package, name) for name in ("plum", "", "__init__", "a.b"))
    assert discovery.find_record(package, "pear", Fruit) == Fruit("pear")
    assert discovery.find_records(package, Fruit) == [Fruit("apple"), Fruit("pear")]


@pytest.mark.parametrize(("body", "number"), [("", 0), ("A, B = Fruit('a'), Fruit('b')\n", 2)])
def test_one_that_declares_none_or_several_is_named(
    package: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    body: str,
    number: int,
) -> None:
    add_module(package, "plum", IMPORT + body, tmp_path, monkeypatch)
    with pytest.raises(TypeError, match=rf"\.plum declares {number} records of Fruit"):
        discovery.find_records(package, Fruit)


def test_where_each_may_declare_any_number_all_are_found(
    package: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_module(package, "plum", f"{IMPORT}A, B = Fruit('a'), Fruit('b')\n", tmp_path, monkeypatch)
    add_module(package, "words", "", tmp_path, monkeypatch)
    found = [fruit.name for fruit in discovery.collect_records(package, Fruit)]
    assert found == ["apple", "pear", "a", "b"]
