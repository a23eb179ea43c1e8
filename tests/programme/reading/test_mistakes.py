"""Mistakes of organisers in a programme of two days: each is told once, with what to write."""

import re

import pytest

from tests.programme.reading.mistakes import GHOSTS, MISTAKES, TWO_DAYS, Mistake
from tui_planner.programme.reading.read_programme import read_text
from tui_planner.programme.reading.read_result import ReadResult
from tui_planner.programme.toml.source import Source


def with_lines(line: int, old: str, new: str) -> str:
    """The programme with other lines from one on."""
    lines = TWO_DAYS.splitlines(keepends=True)
    count = old.count("\n")
    assert "".join(lines[line - 1 : line - 1 + count]) == old
    return "".join([*lines[: line - 1], new, *lines[line - 1 + count :]])


def read(mistake: Mistake) -> ReadResult:
    return read_text(Source("two-days.toml", with_lines(*mistake[:3])))


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_one_finding_that_says_what_to_write(mistake: Mistake) -> None:
    reading = read(mistake)
    told = [(p.rule.code, tuple(p.place), p.message, p.hint) for p in reading.problems]
    assert [one[:2] for one in told] == [(mistake.rule, mistake.place)], told
    for said in mistake.said:
        assert said in f"{told[0][2]} {told[0][3]}", told
    assert reading.readable is not None
    assert list(reading.readable.not_judged) == list(mistake.not_judged)


LINE = re.compile(r"(?<![\w\"])(\w+ = (?:\"[^\"]*\"|\[.*\]|[\w:-]+))")
TO_PASTE = [
    name
    for name, mistake in MISTAKES.items()
    if mistake.rule in {"E003", "E004", "E006", "E007", "E008"}
    and any(LINE.search(said) for said in mistake.said)
]


@pytest.mark.parametrize("name", TO_PASTE)
def test_what_is_to_be_written_mends_it(name: str) -> None:
    """Only the end of the day, at 23:00, must then be moved for what lasts longer."""
    mistake = MISTAKES[name]
    (problem,) = read(mistake).problems
    written = LINE.findall(problem.hint)
    lines = with_lines(*mistake[:3]).splitlines()
    lines[problem.place.line - 1 : problem.place.line - 1 + mistake.new.count("\n")] = written
    left = [found.rule.code for found in read_text(Source("x.toml", "\n".join(lines))).problems]
    assert left == (["E009"] if mistake.not_judged == GHOSTS else [])
