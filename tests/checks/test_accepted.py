"""[[accepted]]: a finding that the organiser knows is not told again; any other is."""

import pytest

from tests.builders import accepted, accepted_among, block, room, session
from tests.checks.checking import checked, found, problems
from tests.helpers import HEAD, reading_of

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
@pytest.mark.parametrize("ids", [("a",), ("b",), ("a", "c"), ("b", "c"), ("a", "a")])
def test_accepting_other_sessions_does_nothing(rule: str, ids: tuple[str, ...]) -> None:
    other = session("c", "18:00-19:00")
    assert rules_found(BREAKING[rule] + other + accepted(rule, *ids)) == [rule]


@RULES
def test_every_pair_of_a_list_is_accepted(rule: str) -> None:
    other = session("c", "18:00-19:00")
    assert rules_found(BREAKING[rule] + other + accepted(rule, "c", "b", "a")) == []


def test_of_a_list_each_pair_and_each_session_and_no_other() -> None:
    four = "".join(session(id_, "10:00-11:00", 'room = "hall"') for id_ in ("a", "b", "c", "d"))
    text = ROOMS + four + accepted("C103", "a", "b", "c") + accepted("A201", "a", "b")
    left = [(p.rule.code, tuple(sorted(p.sessions))) for p in checked(reading_of(text))]
    assert sorted(left) == [
        ("A201", ("c",)),
        ("A201", ("d",)),
        ("C103", ("a", "d")),
        ("C103", ("b", "d")),
        ("C103", ("c", "d")),
    ]


BY_ROOM, BY_TRACK, BY_SPEAKER = 'room = "hall"', 'track = "Water"', 'speaker = "ann  ode"'
IN_LUNCH = 'block = "lunch"'


def test_by_a_room_it_is_what_all_sessions_are_in() -> None:
    assert rules_found(BREAKING["C103"] + accepted_among("C103", BY_ROOM)) == []
    assert rules_found(BREAKING["C103"] + accepted_among("C103", 'room = "attic"')) == ["C103"]
    of_two_rooms = accepted_among("C106", BY_ROOM)
    assert rules_found(BREAKING["C106"] + of_two_rooms) == ["C106"]


def test_by_a_room_that_a_session_has_of_its_block() -> None:
    lunch = LUNCH + BY_ROOM + "\n"
    body = ROOMS + lunch + BREAKING["C101"].removeprefix(LUNCH)
    assert "C101" in rules_found(body)
    assert "C101" not in rules_found(body + accepted_among("C101", BY_ROOM))


@pytest.mark.parametrize(("number", "left"), [(2, []), (1, ["C101"])])
def test_by_a_track_it_is_what_all_sessions_belong_to(number: int, left: list[str]) -> None:
    body = BREAKING["C101"].replace(IN_LUNCH, f"{IN_LUNCH}\n{BY_TRACK}", number)
    assert rules_found(body + accepted_among("C101", BY_TRACK)) == left
    assert rules_found(body + accepted_among("C101", 'track = "Wind"')) == ["C101"]


def test_by_a_track_into_a_block_too() -> None:
    body = block("tea", "break", "11:00-12:00") + session(
        "a", "10:00-11:00", 'overrun = "11:10"', BY_TRACK
    )
    assert rules_found(body) == ["C102"]
    assert rules_found(body + accepted_among("C102", BY_TRACK)) == []


def test_by_a_speaker_it_is_what_is_about_them_alone() -> None:
    both = 'speakers = ["Ann Ode", "Ben Bo"]'
    body = session("a", "10:00-11:00", both) + session("b", "10:30-11:30", both)
    (problem,) = problems(body + accepted_among("C104", BY_SPEAKER))
    assert problem.people == ("Ben Bo",)
    only_ben = body.replace(both, 'speakers = ["Ben Bo"]', 1)
    assert rules_found(only_ben + accepted_among("C104", BY_SPEAKER)) == ["C104"]


def test_by_a_speaker_what_is_about_sessions_of_theirs() -> None:
    body = BREAKING["C103"].replace(BY_ROOM, f"{BY_ROOM}\n{NAMES}")
    body += accepted_among("C104", BY_SPEAKER)
    assert rules_found(body + accepted_among("C103", BY_SPEAKER)) == []
    assert rules_found(body + accepted_among("C103", 'speaker = "Ben Bo"')) == ["C103"]


def test_who_has_too_few_minutes_is_accepted_where_it_is_only_they() -> None:
    body = BREAKING["C106"]
    assert rules_found(body + accepted_among("C106", BY_SPEAKER)) == []
    body = body.replace(NAMES, NAMES.replace("]", ', "Ben Bo"]'))
    assert rules_found(body + accepted_among("C106", BY_SPEAKER)) == ["C106"]


def test_a_block_is_accepted_by_its_id() -> None:
    body = block("b", "meal", "11:00-12:00") + session("a", "10:00-11:00", 'overrun = "11:10"')
    assert rules_found(body) == ["C102"]
    assert rules_found(body + accepted("C102", "b", "a")) == []
