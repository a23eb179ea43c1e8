"""C108: a part outside its whole is one finding, whatever else follows from it."""

import pytest

from tests.builders import block, room, session
from tests.checks.checking import found
from tests.helpers import HEAD
from tui_planner.checks.check_file import check_file
from tui_planner.programme.reading.read_programme import read_text
from tui_planner.programme.toml.source import Source

ROUND = block("round", "choice", "10:00-12:00")
WHOLE = ('block = "round"', 'room = "hall"', 'speakers = ["Ann Ode"]')
PART = ('block = "round"', 'part_of = "whole"', 'speakers = ["Ann Ode"]')


def told(part: str, *more: str, whole: tuple[str, ...] = WHOLE, rules: str = "") -> list[str]:
    """The rules of what is told of a part, and of its whole, which is 10:00-11:00."""
    body = room("hall") + ROUND + session("whole", "10:00-11:00", *whole)
    text = HEAD + body + session("part", part, *PART, *more)
    reading = read_text(Source("p.toml", text))
    problems = check_file(reading, {rules} if rules else {"E008", "E009", "C103", "C104", "C108"})
    return [problem.rule.code for problem in problems]


@pytest.mark.parametrize("part", ["09:30-10:30", "10:30-11:30", "11:30-12:30", "13:00-14:00"])
def test_a_part_outside_its_whole_and_its_block_is_told_once(part: str) -> None:
    assert told(part) == ["C108"]


def test_the_room_is_told_where_the_rule_of_parts_is_not_asked_for() -> None:
    assert told("10:30-11:30", rules="C103") == ["C103"]


@pytest.mark.parametrize(
    "whole",
    [
        (*WHOLE, 'status = "cancelled"'),
        (*WHOLE, "drop_in = true"),
        ('room = "hall"',),  # of no block
    ],
)
def test_the_block_is_told_where_the_whole_tells_nothing_of_it(whole: tuple[str, ...]) -> None:
    assert "E008" in told("11:30-12:30", whole=whole)


def test_a_part_outside_a_whole_that_cannot_be_read_is_told_with_its_block() -> None:
    assert "E008" in told("11:30-12:30", whole=(*WHOLE, 'status = "later"'))


def test_other_sessions_are_told_beside_a_part_that_is_outside() -> None:
    body = room("hall") + session("whole", "10:00-11:00", 'room = "hall"')
    body += session("part", "10:30-11:30", 'part_of = "whole"')
    body += session("other", "11:00-12:00", 'room = "hall"')
    assert found(body) == [
        ("C108", "warning", ("part", "whole")),
        ("C103", "error", ("part", "other")),
    ]


def test_a_part_of_a_part_is_told_at_the_one_that_is_outside() -> None:
    body = room("hall") + session("whole", "10:00-11:00", 'room = "hall"')
    body += session("part", "10:30-11:30", 'part_of = "whole"')
    body += session("inner", "11:00-11:30", 'part_of = "part"')
    assert found(body) == [("C108", "warning", ("part", "whole"))]
