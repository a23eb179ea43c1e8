"""Mistakes of an organiser in a programme of two days, each as a line that stands otherwise."""

import pytest

from tests.helpers import DATA
from tui_planner.checks.check_file import check_file
from tui_planner.programme.reading.read_programme import read_text
from tui_planner.programme.toml.source import Source

LINES = (DATA / "two-days.toml").read_text(encoding="utf-8").splitlines()


def found(lines: list[str]) -> set[tuple[str, int]]:
    """The rules that find something, with their lines."""
    problems = check_file(read_text(Source("two-days.toml", "\n".join(lines))))
    return {(problem.rule.code, problem.place.line) for problem in problems}


def mistaken(number: int, old: str, *new: str) -> set[tuple[str, int]]:
    """What is found besides, where other lines stand at the place of one; above it, with ""."""
    if old:
        assert LINES[number - 1] == old
    kept = LINES[number:] if old else LINES[number - 1 :]
    added = len(new) - bool(old)
    before = {(rule, line + added if line >= number else line) for rule, line in found(LINES)}
    return found([*LINES[: number - 1], *new, *kept]) - before


@pytest.mark.parametrize(
    ("number", "old", "new", "wanted"),
    [
        (640, "", ['part_of = "workshop-1-intro"'], {("E006", 653)}),
        (340, "", ['repeat_of = "libraries"'], {("E006", 340)}),
        (274, "capacity = 390", ["capacity = 3900"], {("A207", 274)}),
        (
            67,
            "",
            ["[[routes]]", 'from = "lab"', 'to = "great"', "minutes = 3", ""],
            {("E005", 70)},
        ),
        (64, 'to = "lab"', ['to = "great"'], {("E003", 64)}),
        (895, 'end = "22:45"', ['end = "21:30"'], {("E007", 895)}),
        (
            345,
            'speakers = ["Otto Vos"]',
            ['speakers = ["Otto Vos, Pia Peters"]'],
            {("A209", 345)},
        ),
        (
            345,
            'speakers = ["Otto Vos"]',
            ['speakers = ["pia  peters"]'],
            {("A209", 345), ("C104", 345)},
        ),
        (
            654,
            'start = "15:15"',
            ['start = "14:45"'],
            {("C108", 654)},
        ),
        (7, "", ["date = 2026-10-14"], set()),
        (7, "", ["date = 2026-10-16"], {("E003", 7)}),
        (136, 'start = "12:15"', ['start = "12:00"'], {("A208", 136)}),
        (343, 'track = "Housing"', ['track = "Houssing"'], {("A209", 343)}),
    ],
)
def test_a_mistake_is_found_where_it_stands(
    number: int, old: str, new: list[str], wanted: set[tuple[str, int]]
) -> None:
    # A file with faults gets no advice.
    assert mistaken(number, old, *new) == wanted
