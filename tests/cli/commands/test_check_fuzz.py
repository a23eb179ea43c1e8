"""Whatever becomes of a programme, `check` ends with 0, 1 or 2, and every finding lies within it.

`tests/programme/test_any_text.py` mutates lines and bytes for the reader alone; here what is
mutated is mostly still a programme, so that the rules and the formats have it to do with. With
THOROUGH=1 in the environment, more than 10,000 programmes are tried.
"""

import json
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from copy import deepcopy
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import tomli
import tomli_w
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.support import TWO_DAYS, Outcome
from tests.helpers import SHIPPED, soon, times
from tui_planner.cli.main import DEBUG, main

pytestmark = pytest.mark.slow

_SOME = settings(
    max_examples=times(40, 3_400),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
_FULL = """\
[programme]
title = "A day"
date = 2025-02-13
timezone = "Europe/Amsterdam"
changeover = 10

[[rooms]]
id = "hall"
name = "Hall"

[[rooms]]
id = "attic"
name = "Attic"

[[routes]]
from = "hall"
to = "attic"
minutes = 5

[[blocks]]
id = "opening"
kind = "plenary"
title = "Opening"
start = "09:00"
end = "10:00"
room = "hall"
speakers = ["Ann Ode"]

[[sessions]]
id = "a"
title = "A"
start = "09:30"
end = "10:30"
overrun = "11:00"
room = "hall"
speakers = ["Ann Ode"]
hosts = ["Group"]

[[sessions]]
id = "b"
title = "B"
start = "10:45"
around = 5
room = "attic"
speakers = ["Ann Ode"]
hosts = ["Group"]
part_of = "a"

[[accepted]]
rule = "C104"
sessions = ["a", "b"]
reason = "known"
"""
_TEXTS = (SHIPPED.read_text(encoding="utf-8"), TWO_DAYS, _FULL)
_FORMATS = st.sampled_from(["text", "json", "github", "sarif"])
_VALUES: st.SearchStrategy[Any] = st.one_of(
    st.sampled_from(
        ["", "a", "b", "hall", "lunch", "09:59", "24:00", "9.30", "full", "plenary", "C101"]
    ),
    st.sampled_from([0, -1, 5, 1440, 930, 2**70, 1.5, float("nan"), True]),
    st.dates(),
    st.times(),
    st.datetimes(),
    st.text(max_size=5),
    st.lists(st.sampled_from(["a", "b", "lunch", 5, {}, "Ann Ode"]), max_size=3),
    st.dictionaries(st.sampled_from(["id", "title", "x"]), st.sampled_from(["a", 1]), max_size=2),
)  # fmt: skip


@pytest.fixture(autouse=True)
def faults_are_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the program's own is raised, instead of told in a sentence."""
    monkeypatch.setenv(DEBUG, "1")


def _check(file: Path, format_: str) -> Outcome:
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(["check", str(file), "--format", format_])
    return Outcome(code, out.getvalue(), err.getvalue())


def _assert_sound(data: bytes, folder: Path, other_format: str) -> None:
    file = folder / "fuzz.toml"
    file.write_bytes(data)
    with soon():
        told = _check(file, "json")
    assert told.code in {0, 1, 2}
    with soon():
        assert _check(file, other_format).code == told.code
    document = json.loads(told.out)
    lines = data.removeprefix(b"\xef\xbb\xbf").decode(errors="replace").split("\n")
    for problem in document["problems"]:
        assert 1 <= problem["line"] <= len(lines), problem
        assert 1 <= problem["column"] <= len(lines[problem["line"] - 1]) + 1, problem
    grave = document["summary"]["error"] + document["summary"]["warning"]
    unreadable = any(problem["rule"] == "E010" for problem in document["problems"])
    assert told.code == (2 if unreadable else 1 if grave else 0)


def _tables(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield data
    for value in data.values():
        for table in value if isinstance(value, list) else [value]:
            if isinstance(table, dict):
                yield table


@st.composite
def _other_data(draw: st.DrawFn) -> str:
    """A programme of which keys and values were dropped, doubled, moved and retyped."""
    data = tomli.loads(draw(st.sampled_from(_TEXTS)))
    for _ in range(draw(st.integers(1, 5))):
        table = draw(st.sampled_from(list(_tables(data))))
        key = draw(st.sampled_from([*table, "x"]))
        match draw(st.sampled_from(["drop", "retype", "retype", "take over", "rename", "double"])):
            case "drop":
                table.pop(key, None)
            case "retype":
                table[key] = draw(_VALUES)
            case "take over":
                table.update({key: value for key, value in _other(draw, data).items() if value})
            case "rename":
                table[draw(st.sampled_from(["titel", "", "a b", "é", "Title"]))] = table.get(key, 1)
            case "double" if isinstance(table.get(key), list):
                table[key] = [*table[key], *table[key]]
    return tomli_w.dumps(data)


def _other(draw: st.DrawFn, data: dict[str, Any]) -> dict[str, Any]:
    """One of the keys of another table, with its value."""
    table = draw(st.sampled_from(list(_tables(data))))
    keys = draw(st.lists(st.sampled_from(sorted(table)), max_size=2)) if table else []
    # A copy, as one of the programme's own lists may be moved into one of its tables.
    return {key: deepcopy(table[key]) for key in keys if not isinstance(table[key], dict)}


@_SOME
@given(_other_data(), _FORMATS)
def test_keys_and_values_dropped_doubled_moved_and_retyped(
    tmp_path: Path, text: str, other_format: str
) -> None:
    _assert_sound(text.encode(), tmp_path, other_format)


@_SOME
@given(st.sampled_from(_TEXTS), st.floats(0, 1), _FORMATS)
def test_a_file_cut_at_any_byte(tmp_path: Path, text: str, where: float, other_format: str) -> None:
    data = text.encode()
    _assert_sound(data[: int(where * len(data))], tmp_path, other_format)


@_SOME
@given(
    st.sampled_from(_TEXTS),
    st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=4)), max_size=4),
    st.sampled_from([b"", b"\xef\xbb\xbf"]),
    _FORMATS,
)
def test_any_bytes_inserted(
    tmp_path: Path,
    text: str,
    inserted: list[tuple[float, bytes]],
    mark: bytes,
    other_format: str,
) -> None:
    data = text.encode()
    for where, piece in inserted:
        at = int(where * len(data))
        data = data[:at] + piece + data[at:]
    _assert_sound(mark + data, tmp_path, other_format)
