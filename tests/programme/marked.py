"""Programmes in which the expected problems are marked where they must be reported.

`start = «E003»930` is the text `start = 930`, of which the value must be reported as E003.
"""

import re

from tests.helpers import HEAD
from tui_planner.programme.problem import Problem
from tui_planner.programme.reading.read_programme import read_text
from tui_planner.programme.reading.read_result import ReadResult
from tui_planner.programme.toml.source import Source

_MARK = re.compile(r"«([^»]*)»")

SEVERAL_DAYS = """\
[programme]
title = "Two days"
timezone = "Europe/Amsterdam"

[[days]]
date = 2025-02-13
start = "09:00"
end = "18:00"

[[days]]
date = 2025-02-14
"""

LUNCH = """
[[blocks]]
id = "lunch"
kind = "meal"
title = "Lunch"
start = "12:30"
end = "13:45"
"""

WALK = """
[[sessions]]
id = "walk"
title = "A walk"
start = "12:45"
end = "13:30"
"""


def unmarked(text: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The text without its marks, and the rule, line and column of each."""
    expected = []
    plain = ""
    behind = 0
    for mark in _MARK.finditer(text):
        plain += text[behind : mark.start()]
        behind = mark.end()
        line = plain.count("\n") + 1
        column = len(plain) - plain.rfind("\n")
        expected += [(code, line, column) for code in mark[1].split()]
    return plain + text[behind:], expected


def places(problems: tuple[Problem, ...]) -> list[tuple[str, int, int]]:
    """Rule, line and column of problems."""
    return [(found.rule.code, found.place.line, found.place.column) for found in problems]


def read_marked(text: str, head: str = HEAD) -> ReadResult:
    """Read a marked programme; its problems must be the marked ones, in that order."""
    plain, expected = unmarked(head + text)
    reading = read_text(Source("test.toml", plain))
    messages = [problem.message for problem in reading.problems]
    assert places(reading.problems) == expected, (plain, messages)
    assert (reading.programme is None) == bool(expected)
    return reading


def only_problem(text: str, head: str = HEAD) -> Problem:
    """The one problem of a marked programme."""
    (problem,) = read_marked(text, head).problems
    return problem


def session(extra: str, times: str = 'start = "12:45"\nend = "13:30"') -> str:
    """A session table with lines of one's own."""
    return f'\n[[sessions]]\nid = "walk"\ntitle = "A walk"\n{times}\n{extra}\n'


def block(times: str, name: str = "lunch", kind: str = "meal") -> str:
    """A block table with times of one's own."""
    return f'\n[[blocks]]\nid = "{name}"\nkind = "{kind}"\ntitle = "A block"\n{times}\n'
