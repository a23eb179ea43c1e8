"""[[accepted]]: a finding that the organiser knows is not told again; any other is."""

import pytest

from tests.builders import accepted, block, room, session
from tests.checks.checking import found
from tests.helpers import HEAD

HEAD_WITH_WAY = f"{HEAD}changeover = 10\n"
ROOMS = room("hall") + room("attic")
LUNCH = block("lunch", "meal", "10:00-13:00")
NAMES = 'speakers = ["Ann Ode"]'
BREAKING = {
    "C101": LUNCH
    + session("a", "10:00-11:00", 'block = "lunch"')
    + session("b", "10:30-11:30", 'block = "lunch"'),
    "C102": session("a", "10:00-11:00", 'overrun = "11:10"') + session("b", "11:00-12:00"),
    "C103": ROOMS
    + session("a", "10:00-11:00", 'room = "hall"')
    + session("b", "10:30-11:30", 'room = "hall"'),
    "C104": session("a", "10:00-11:00", NAMES) + session("b", "10:30-11:30", NAMES),
    "C105": session("a", "10:00-11:00", 'hosts = ["One"]')
    + session("b", "10:30-11:30", 'hosts = ["One"]'),
    "C106": ROOMS
    + session("a", "10:00-11:00", NAMES, 'room = "hall"')
    + session("b", "11:05-12:00", NAMES, 'room = "attic"'),
    "C107": LUNCH
    + session("a", "10:00-11:00", 'block = "lunch"')
    + session("b", "11:00-12:00", 'block = "lunch"', "around = 5"),
}
RULES = pytest.mark.parametrize("rule", BREAKING)


def rules_found(body: str) -> list[str]:
    return [rule for rule, _, _ in found(body, HEAD_WITH_WAY)]


@RULES
def test_it_is_told_where_nothing_is_accepted(rule: str) -> None:
    assert rules_found(BREAKING[rule]) == [rule]


@RULES
@pytest.mark.parametrize("ids", [("a", "b"), ("b", "a")], ids=["as-told", "turned"])
def test_accepted_it_is_not(rule: str, ids: tuple[str, str]) -> None:
    assert rules_found(BREAKING[rule] + accepted(rule, *ids)) == []


@RULES
def test_accepting_another_rule_does_nothing(rule: str) -> None:
    others = "".join(accepted(other, "a", "b") for other in BREAKING if other != rule)
    assert rules_found(BREAKING[rule] + others) == [rule]


@RULES
@pytest.mark.parametrize("ids", [("a",), ("b",), ("a", "b", "c"), ("a", "c"), ("a", "a")])
def test_accepting_other_sessions_does_nothing(rule: str, ids: tuple[str, ...]) -> None:
    other = session("c", "18:00-19:00")
    assert rules_found(BREAKING[rule] + other + accepted(rule, *ids)) == [rule]


def test_a_block_is_accepted_by_its_id() -> None:
    body = block("b", "meal", "11:00-12:00") + session("a", "10:00-11:00", 'overrun = "11:10"')
    assert rules_found(body) == ["C102"]
    assert rules_found(body + accepted("C102", "b", "a")) == []
