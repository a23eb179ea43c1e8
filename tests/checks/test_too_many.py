"""Where everything meets everything, not every pair is told, and that is told."""

from collections import Counter

import pytest

from tests.helpers import reading_of
from tui_planner.checks.check_file import check_file
from tui_planner.checks.finding_limit import MOST_SHOWN
from tui_planner.programme.problem import Problem

pytestmark = pytest.mark.slow

MANY = 1_200

ROOMS = '[[rooms]]\nid = "r"\nname = "R"\n\n[[rooms]]\nid = "s"\nname = "S"\n'
BLOCK = '[[blocks]]\nid = "b"\nkind = "{kind}"\ntitle = "B"\nstart = "10:00"\nend = "12:00"\n'


def at_once(number: int, *lines: str) -> str:
    """Sessions that are all at the same time; `{n}` in a line is the number of each."""
    more = "\n".join(lines)
    table = '[[sessions]]\nid = "s{n}"\ntitle = "A talk"\nstart = "10:00"\ndescription = "…"\n'
    return "".join(f"{table}{more}\n".replace("{n}", str(n)) for n in range(number))


def found(body: str, rule: str) -> tuple[list[Problem], list[Problem]]:
    """The findings of a rule, and what is told of how many there are."""
    reading = reading_of(body)
    assert reading.programme is not None, reading.problems
    problems = [problem for problem in check_file(reading) if problem.rule.code == rule]
    return [one for one in problems if one.sessions], [one for one in problems if not one.sessions]


@pytest.mark.parametrize(
    ("rule", "body"),
    [
        ("C103", ROOMS + at_once(MANY, 'end = "11:00"', 'room = "r"')),
        ("C103", ROOMS + at_once(MANY, 'room = "r"')),
        ("C101", BLOCK.format(kind="break") + at_once(MANY, 'end = "11:00"', 'block = "b"')),
        ("C107", BLOCK.format(kind="break") + at_once(MANY, 'block = "b"')
            + at_once(MANY, 'block = "b"').replace('"s', '"t').replace('"10:00', '"10:30')),
        ("C102", at_once(MANY, 'end = "11:00"', 'overrun = "12:00"')
            + at_once(MANY, 'end = "12:00"').replace('"s', '"t').replace('"10:', '"11:')),
        ("C104", at_once(MANY, 'end = "11:00"', 'speakers = ["Ann"]')),
        ("C105", at_once(MANY, 'end = "11:00"', 'hosts = ["Ann"]')),
        ("A205", BLOCK.format(kind="meal").replace("12", "11")
            + BLOCK.format(kind="meal").replace("12", "11").replace('"b"', '"c"')
            + at_once(MANY, 'end = "11:00"')),
    ],
)  # fmt: skip
def test_of_very_many_pairs_the_first_of_each_session_is_told(rule: str, body: str) -> None:
    pairs, (more,) = found(body, rule)
    assert MOST_SHOWN <= len(pairs) <= MOST_SHOWN + 2 * MANY
    told = Counter(id_ for problem in pairs for id_ in problem.sessions)
    later = "t" if rule == "C107" else "s"
    assert {f"{later}{n}" for n in range(MANY)} <= told.keys()
    assert rule in more.message
    assert "1000" in more.message
    assert more.hint


def test_a_thousand_pairs_are_told_in_full() -> None:
    pairs, more = found(ROOMS + at_once(45, 'end = "11:00"', 'room = "r"'), "C103")
    assert len(pairs) == 45 * 44 / 2
    assert more == []


def test_an_accepted_pair_that_was_not_looked_at_is_not_called_unused() -> None:
    accepted = '[[accepted]]\nrule = "C103"\nsessions = ["s1190", "s1191"]\nreason = "known"\n'
    body = ROOMS + at_once(MANY, 'end = "11:00"', 'room = "r"') + accepted
    assert found(body, "A206") == ([], [])


def test_what_clashes_is_found_behind_very_many_that_do_not() -> None:
    alike = at_once(MANY, 'end = "11:00"', 'block = "b"', 'group = "g"')
    one = at_once(1, 'end = "11:00"', 'block = "b"').replace('"s0"', '"other"')
    pairs, (_more,) = found(BLOCK.format(kind="break") + one + alike, "C101")
    assert len(pairs) == MANY
