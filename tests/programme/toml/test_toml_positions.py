"""The scanner of places against the parser, over documents that nobody would write."""

from collections.abc import Iterator
from typing import Any

import pytest
import tomli
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.helpers import SHIPPED
from tests.programme.toml.toml_texts import Writer
from tui_planner.programme.problem import Location
from tui_planner.programme.toml.source import Source
from tui_planner.programme.toml.toml_positions import KeyPath, Positions

_MANY = settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def _leaves(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    items: Any = ()
    if isinstance(value, dict):
        items = value.items()
    elif isinstance(value, list):
        items = enumerate(value)
    else:
        yield path, value
    for key, item in items:
        yield from _leaves(item, (*path, key))


def _offset(text: str, place: Location) -> int:
    lines = text.split("\n")
    return sum(len(line) + 1 for line in lines[: place.line - 1]) + place.column - 1


def _values_at(text: str, offset: int) -> Iterator[Any]:
    """What stands at an offset: each beginning of the text there that is a value."""
    for end in range(offset + 1, min(len(text), offset + 1_000) + 1):
        if end < len(text) and text[end] not in " \t\n,]}#":
            continue
        try:
            yield tomli.loads(f"x = {text[offset:end]}")["x"]
        except tomli.TOMLDecodeError:
            continue


def _check(text: str) -> int:
    data = tomli.loads(text)
    positions = Positions(Source("", text))
    number = 0
    for path, value in _leaves(data):
        offset = _offset(text, positions.locate_value(path))
        assert value in _values_at(text, offset), (path, value, text[offset : offset + 40])
        assert positions.locate_key(path) <= positions.locate_value(path)
        assert not text[_offset(text, positions.locate_key(path))].isspace()
        number += 1
    return number


@_MANY
@given(st.data())
def test_every_value_stands_where_the_scanner_says(data: st.DataObject) -> None:
    text = Writer(data).document()
    try:
        tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise AssertionError(f"not the scanner's fault: {error}\n{text}") from error
    _check(text)


def test_every_value_of_the_shipped_programme_stands_where_the_scanner_says() -> None:
    assert _check(SHIPPED.read_text(encoding="utf-8")) > 150


@_MANY
@given(st.text(st.sampled_from("ab1 .=,\"'\\[]{}#\n\té"), max_size=60))
def test_no_text_hangs_the_scanner_or_sends_it_out_of_the_text(text: str) -> None:
    positions = Positions(Source("", text))
    lines = text.split("\n")
    for path in [("a",), ("a", "b"), ("a", 0), ("b", 1, "a")]:
        for place in (positions.locate_value(path), positions.locate_key(path)):
            assert 1 <= place.line <= len(lines)
            assert 1 <= place.column <= len(lines[place.line - 1]) + 1
    positions.find_table_at(len(lines))


_TEXTS = [
    '"""A text."""',
    '"""\\\n  A text."""',
    '"""\nA "quoted" text\n\n[[s]]\n"""',
    '""""""',
    '""""two"" quotes"""""',
    '"""a\\""""',
    '"""a\\\\"""',
    '"""a\\"""b\\\\\\""""',
    "''''two'' quotes'''''",
    "'''a\\'''",
    "'''\n[[s]]\n'''",
    '""',
    "''",
    "'\\'",
    '"\\\\"',
    '"a\\"b\\\\\\"#"',
]


@pytest.mark.parametrize("text", _TEXTS)
@pytest.mark.parametrize("shape", ["TEXT", "[TEXT, TEXT]", "[[1], TEXT, # it's\n]", "{ a = TEXT }"])
def test_what_stands_behind_a_text_is_found(shape: str, text: str) -> None:
    before = f"x = {shape.replace('TEXT', text)}\n"
    whole = f"{before}[[s]]\na = 5"
    assert tomli.loads(whole)["s"] == [{"a": 5}]
    positions = Positions(Source("", whole))
    head = before.count("\n") + 1
    assert positions.locate_key(("s", 0)) == Location(head, 1)
    assert positions.locate_value(("s", 0, "a")) == Location(head + 1, 5)


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("x = " + "[" * 300 + "]" * 300, id="lists"),
        pytest.param("x = " + "{a=" * 50 + "1" + "}" * 50, id="tables"),
        pytest.param("x = [" + '"a", ' * 50_000 + "]", id="long list"),
        pytest.param("x = [" + "2025-01-01 10:00, " * 60 + "{}]", id="list of times"),
        pytest.param("x = [" + "# # # #\n" * 60 + "{}]", id="list of comments"),
        pytest.param("x = [" + r'"\"", ' * 50_000 + "{}]", id="list of escapes"),
        pytest.param('x = """' + 'a" "" ' * 50_000 + '"""', id="quotes in a long text"),
        pytest.param('x = """' + "a" * 5_000_000 + '"""', id="long text"),
        pytest.param('x = """' + "\\\n" * 500_000 + '"""', id="line ends"),
        pytest.param('x = "' + "\\\\" * 2_000_000 + '"', id="backslashes"),
        pytest.param('x = "' + r"\"" * 200_000 + '"', id="escaped quotes"),
        pytest.param("x = '" + "\\" * 2_000_000 + "'", id="literal"),
        pytest.param("#" * 500_000 + "\n" + " \t\n#" * 50_000 + "\nx = 1", id="comments"),
        pytest.param("\n".join(f"x{n} = {n}" for n in range(50_000)), id="keys"),
        pytest.param("x" + ".x" * 100_000 + " = 1", id="dots"),
    ],
)
def test_deep_and_long_texts_take_no_time(text: str) -> None:
    assert Positions(Source("", text + "\ny = 5")).locate_value(("y",)).column == 5


def test_what_lies_too_deep_is_told_at_the_last_place_that_is_known() -> None:
    text = "x = " + "[" * 20 + "5" + "]" * 20
    assert Positions(Source("", text)).locate_value(("x", *[0] * 20)).line == 1


def test_a_line_belongs_to_the_table_above_it() -> None:
    positions = Positions(Source("", "a = 1\n[t]\nb = 2\n[[s]]\n\n[[s]]\nc = 3\n[s.u]\nd = 4"))
    tables: list[KeyPath] = [(), ("t",), ("t",), ("s", 0), ("s", 0), ("s", 1), ("s", 1)]
    assert [positions.find_table_at(line) for line in range(1, 8)] == tables
    assert positions.find_table_at(9) == ("s", 1, "u")


def test_places_in_a_long_text_are_those_that_its_lines_tell() -> None:
    lines = ["", "é" * 9_000, "", *("x" * (number % 90) for number in range(200)), "日" * 4_096]
    text = "\n".join(lines)
    source = Source("", text)
    told = [source.locate(offset) for offset in range(len(text) + 1)]
    assert told == [
        Location(number, column)
        for number, line in enumerate(lines, 1)
        for column in range(1, len(line) + 2)
    ]
    assert source.locate(len(text) + 1) == told[-1]
