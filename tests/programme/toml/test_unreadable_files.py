"""E010: what is no text that can be read, and what only seems so."""

import io
import sys
from pathlib import Path

import pytest

from tests.helpers import HEAD, read_programme
from tests.programme.marked import places
from tui_planner.programme.problem import Problem
from tui_planner.programme.toml import source


def _problem(path: Path | str) -> Problem:
    reading = read_programme(str(path))
    assert reading.programme is None
    (problem,) = reading.problems
    assert problem.rule.code == "E010"
    assert problem.file == str(path)
    assert problem.hint
    return problem


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    problem = _problem(tmp_path / "none {x}.toml")
    assert "none {x}.toml" in problem.message
    assert (problem.place.line, problem.place.column) == (1, 1)


def test_a_folder(tmp_path: Path) -> None:
    assert "folder" in _problem(tmp_path).message
    _problem("")


def test_a_file_in_place_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text(HEAD)
    _problem(tmp_path / "file" / "programme.toml")


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000])
def test_a_name_that_no_file_can_have(name: str) -> None:
    _problem(name)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte-order mark"])
@pytest.mark.parametrize(
    ("data", "line", "column", "byte"),
    [
        (b"\xff", 1, 1, "ff"),
        (b"title = 'caf\xe9'\n", 1, 13, "e9"),
        ("# één\n# twee é ".encode() + b"\x80", 2, 10, "80"),
        (b"a = 1\r\nb = '\xc0'\r\n", 2, 6, "c0"),
        ("# 🎉".encode()[:-1], 1, 3, "f0"),
    ],
)
def test_text_that_is_not_utf8_is_told_where_it_begins(
    tmp_path: Path, mark: bytes, data: bytes, line: int, column: int, byte: str
) -> None:
    path = tmp_path / "latin.toml"
    path.write_bytes(mark + data)
    problem = _problem(path)
    assert (problem.place.line, problem.place.column) == (line, column)
    assert f"0x{byte}" in problem.message


def test_utf16_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "wide.toml"
    path.write_bytes(HEAD.encode("utf-16"))
    _problem(path)


def test_a_byte_order_mark_is_fine_and_shifts_no_column(tmp_path: Path) -> None:
    path = tmp_path / "mark.toml"
    path.write_bytes(b"\xef\xbb\xbf" + HEAD.encode())
    assert read_programme(str(path)).programme
    path.write_bytes(b"\xef\xbb\xbfx = 1\n" + HEAD.encode())
    assert places(read_programme(str(path)).problems) == [("E004", 1, 1)]


def test_a_file_larger_than_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "large.toml"
    path.write_text(HEAD)
    monkeypatch.setattr(source, "LARGEST", len(HEAD))
    assert read_programme(str(path)).programme
    monkeypatch.setattr(source, "LARGEST", len(HEAD) - 1)
    assert "50 MB" in _problem(path).message


def test_the_limit_is_what_the_message_says(tmp_path: Path) -> None:
    path = tmp_path / "hole.toml"
    with path.open("wb") as file:
        file.truncate(50_000_001)
    assert "50 MB" in _problem(path).message


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(HEAD.encode())))
    assert read_programme("-").programme
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"a = '\xff'")))
    assert _problem("-").place.column == 6
