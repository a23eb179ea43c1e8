"""Whatever becomes of a file, reading it ends in a programme or in problems within the text."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.helpers import SHIPPED, read_programme
from tests.programme.marked import unmarked
from tests.programme.toml.test_many_faults import TWENTY
from tui_planner.programme.reading.read_programme import read_text
from tui_planner.programme.reading.read_result import ReadResult
from tui_planner.programme.toml.source import Source

_MANY = settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
_TEXTS = (SHIPPED.read_text(encoding="utf-8"), unmarked(TWENTY)[0])
_VALUES = st.sampled_from(
    [
        '""', '"', '"""', "'''", "[", "]", "[]", "[[]]", "{", "{}", "{ a = 1 }", "5", "-1", "1e999",
        "nan", "true", "930", "0xffffffffffffffffffffffff", "2025-02-13", "9999-12-31",
        "0001-01-01",
        "00:00", "23:59:59.9", "2025-03-30T02:30:00", "0001-01-01T00:00:00", "9999-12-31T23:59:59",
        "1979-05-27T07:32:00Z", '"24:00"', '"\\u0000"', '"\\ud800"', "[1, [2, [3]]]", "# x", "=",
        "",
        "[{}]", "[{ id = 1 }]", '"🎉"', "'Europe/Amsterdam'", '"lunch"', "\x00", "\r", "\u2028",
        "“x”", "‘x", "\u00a0", "\u200b", "// x", "5,", '"a" "b"', '["a" "b"]', '["a"', "9.15",
        "24:00",
        "14-10-2026", '"9-10 AM"', '"25:30"', '"CEST"', '"a, b"', "05", "2999-12-31",
    ]
)  # fmt: skip
_LINES = st.sampled_from(
    [
        "[programme]", "[[programme]]", "[sessions]", "[[sessions]]", "[[sessions", "[[ blocks ]]",
        "[[days]]", "[days]", "[sessions.x]", "[[sessions.hosts]]", "programme.x = 1", "id.x = 1",
        "date = 2025-02-13", "x", "[]", "[[]]", "]", '"""', "days = 5", "sessions = [5]", "",
        "<<<<<<< a", "=======", ">>>>>>> b", "[[sesions]]", "[program]", "duration = 75",
        "name = 5",
        'time = "9-10"', 'location = "x"', "date = 2999-12-31", 'start: "10:00"', "// x",
    ]
)  # fmt: skip


def _assert_sound(reading: ReadResult) -> None:
    assert (reading.programme is None) == bool(reading.problems)
    if reading.source is None:
        return
    lines = reading.source.text.split("\n")
    for problem in reading.problems:
        place = problem.place
        assert 1 <= place.line <= len(lines), problem
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1, problem
        assert problem.message


def _with_another_value(line: str, value: str) -> str:
    return f"{line.split('=', maxsplit=1)[0]}= {value}" if "=" in line else value


@st.composite
def _mutated(draw: st.DrawFn) -> str:
    lines = draw(st.sampled_from(_TEXTS)).split("\n")
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(lines) - 1))
        match draw(st.integers(0, 7)):
            case 0:
                lines[at : at + draw(st.integers(1, 8))] = [""]
            case 1:
                lines.insert(at, lines[at])
            case 2 | 3:
                lines[at] = _with_another_value(lines[at], draw(_VALUES))
            case 4:
                lines.insert(at, draw(_LINES))
            case 5:
                column = draw(st.integers(0, len(lines[at])))
                lines[at] = lines[at][:column] + lines[at][column + 1 :]
            case 6:
                column = draw(st.integers(0, len(lines[at])))
                lines[at] = lines[at][:column] + draw(_VALUES) + lines[at][column:]
            case _:
                other = draw(st.integers(0, len(lines) - 1))
                lines[at], lines[other] = lines[other], lines[at]
    return "\n".join(lines)


@_MANY
@given(_mutated())
def test_lines_dropped_doubled_moved_and_retyped(text: str) -> None:
    _assert_sound(read_text(Source("fuzz.toml", text)))


@_MANY
@given(st.sampled_from(_TEXTS), st.integers(0, 20_000), st.integers(0, 20_000))
def test_a_text_cut_anywhere(text: str, start: int, length: int) -> None:
    _assert_sound(read_text(Source("fuzz.toml", text[start % len(text) :][:length])))


@_MANY
@given(
    st.sampled_from(_TEXTS),
    st.lists(st.tuples(st.integers(0, 20_000), st.binary(min_size=1, max_size=4)), max_size=5),
    st.booleans(),
)
def test_bytes_of_any_kind_in_a_file(
    text: str, inserted: list[tuple[int, bytes]], windows: bool
) -> None:
    data = (text.replace("\n", "\r\n") if windows else text).encode()
    for at, piece in inserted:
        data = data[: at % len(data)] + piece + data[at % len(data) :]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "fuzz.toml"
        path.write_bytes(data)
        _assert_sound(read_programme(str(path)))


@_MANY
@given(st.binary(max_size=200))
def test_a_file_of_nothing_but_bytes(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "fuzz.toml"
        path.write_bytes(data)
        reading = read_programme(str(path))
    _assert_sound(reading)
    assert reading.programme is None


@pytest.mark.slow
def test_a_broken_line_in_a_long_programme_takes_no_time() -> None:
    table = '[[sessions]]\nid = "s{0}"\ntitle = "S"\nstart = "10:00"\n'
    body = "".join(table.format(number) for number in range(2_000))
    broken = _TEXTS[0] + body.replace('id = "s7"', "id = s7").replace('id = "s1900"', 'id "s"')
    broken = broken.replace('id = "s900"\ntitle = "S"', 'id = "s900"\ntitle = """S')
    reading = read_text(Source("long.toml", broken))
    assert [problem.rule.code for problem in reading.problems] == ["E001"] * 3
