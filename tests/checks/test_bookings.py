"""C103 to C106: one room, speaker or host in two places."""

import pytest

from tests.builders import block, room, session
from tests.checks.checking import Found, found, problems
from tests.helpers import HEAD

HALL = room("hall") + room("attic")
KEYS = {
    "C103": ('room = "hall"', "error", "warning"),
    "C104": ('speakers = ["Ann Ode"]', "error", "warning"),
    "C105": ('hosts = ["Group One"]', "warning", "warning"),
}
RULES = pytest.mark.parametrize("rule", KEYS)


def two(rule: str, a: str, b: str, more_a: str = "", more_b: str = "") -> list[Found]:
    """What is found of two sessions with one room, speaker or host."""
    key = KEYS[rule][0]
    return found(HALL + session("a", a, key, more_a) + session("b", b, key, more_b))


@RULES
@pytest.mark.parametrize("b", ["10:30-11:30", "10:59-11:30", "10:00-11:00"])
def test_certain(rule: str, b: str) -> None:
    assert two(rule, "10:00-11:00", b) == [(rule, KEYS[rule][1], ("a", "b"))]


@RULES
def test_possible(rule: str) -> None:
    wanted = [(rule, KEYS[rule][2], ("a", "b"))]
    assert two(rule, "10:00-11:00", "11:00-12:00", more_b="around = 5") == wanted
    by_overrun = two(rule, "10:00-11:00", "11:00-12:00", 'overrun = "11:10"')
    assert sorted(by_overrun) == [("C102", "warning", ("a", "b")), *wanted]


@pytest.mark.parametrize(
    ("rule", "severity"), [("C103", "info"), ("C104", "info"), ("C105", "warning")]
)
def test_possible_by_an_end_that_is_not_stated(rule: str, severity: str) -> None:
    key = KEYS[rule][0]
    body = HALL + block("r", "choice", "10:00-12:00")
    body += session("a", "10:00-", key, 'block = "r"')
    assert found(body + session("b", "11:00-12:00", key)) == [(rule, severity, ("a", "b"))]
    both = body + session("b", "11:00-12:00", key, "around = 5")
    assert found(both) == [(rule, severity if rule == "C105" else "warning", ("a", "b"))]


@pytest.mark.parametrize("rule", ["C103", "C104"])
def test_of_one_without_an_end_the_next_is_told_and_no_other(rule: str) -> None:
    key = KEYS[rule][0]
    body = HALL + block("r", "choice", "10:00-12:00")
    body += session("a", "10:00-", key, 'block = "r"')
    body += session("c", "11:30-12:00", key) + session("b", "11:00-11:30", key)
    assert found(body) == [(rule, "info", ("a", "b"))]


@RULES
def test_touching_is_none(rule: str) -> None:
    assert two(rule, "10:00-11:00", "11:00-12:00") == []


@RULES
def test_in_two_different_ones_is_none(rule: str) -> None:
    other = {
        "C103": 'room = "attic"',
        "C104": 'speakers = ["Ben Ode"]',
        "C105": 'hosts = ["Group Two"]',
    }[rule]
    body = session("a", "10:00-11:00", KEYS[rule][0]) + session("b", "10:00-11:00", other)
    assert found(HALL + body) == []


@RULES
@pytest.mark.parametrize(
    ("more_a", "more_b"),
    [
        ("", "drop_in = true"),
        ('status = "cancelled"', ""),
    ],
)
def test_what_is_never_judged_is_left_out(rule: str, more_a: str, more_b: str) -> None:
    assert two(rule, "10:00-11:00", "10:30-11:30", more_a, more_b) == []


@RULES
def test_a_part_is_left_out_where_it_lies_within(rule: str) -> None:
    assert two(rule, "10:00-11:00", "10:30-11:00", more_b='part_of = "a"') == []


@RULES
def test_of_a_part_outside_its_whole_that_alone_is_told(rule: str) -> None:
    outside = two(rule, "10:00-11:00", "10:30-11:30", more_b='part_of = "a"')
    assert [finding for finding in outside if finding[0][0] == "C"] == [
        ("C108", "warning", ("b", "a"))
    ]


@RULES
@pytest.mark.parametrize(
    ("more_a", "more_b"),
    [
        ('block = "r"', 'block = "r"'),
        ('group = "g"', 'group = "g"'),
        ("", 'repeat_of = "a"'),
    ],
)
def test_alternatives_for_a_delegate_are_not(rule: str, more_a: str, more_b: str) -> None:
    """A room of one round holds one session; who speaks in it cannot be next door."""
    key = KEYS[rule][0]
    body = HALL + block("r", "choice", "10:00-12:00")
    body += session("a", "10:00-11:00", key, more_a) + session("b", "10:30-11:30", key, more_b)
    assert found(body) == [(rule, KEYS[rule][1], ("a", "b"))]


@pytest.mark.parametrize("rule", ["C103", "C104"])
def test_a_session_and_a_plenary(rule: str) -> None:
    key = KEYS[rule][0]
    body = HALL + block("p", "plenary", "10:00-11:00", key) + session("a", "10:30-11:30", key)
    assert (rule, "error", ("p", "a")) in found(body)
    within = HALL + block("p", "plenary", "10:00-11:00", key)
    assert found(within + session("a", "", key, 'block = "p"')) == []


@RULES
def test_it_stands_at_the_value_in_the_later_session(rule: str) -> None:
    key = KEYS[rule][0]
    body = HALL + session("b", "10:30-11:30", key) + session("a", "10:00-11:00", key)
    (problem,) = problems(body)
    lines = (HEAD + body).splitlines()
    assert problem.place.line == lines.index(key) + 1
    assert problem.place.column == key.index('"') + 1


@pytest.mark.parametrize("name", ["ann ode", "ANN  ODE", " Ann Ode "])
def test_a_name_is_known_however_it_is_written(name: str) -> None:
    body = session("a", "10:00-11:00", 'speakers = ["Ann Ode"]')
    body += session("b", "10:30-11:30", f'speakers = ["Someone", "{name}"]')
    assert found(body) == [("C104", "error", ("a", "b"))]


def test_a_name_that_stands_twice_in_one_session_is_one_person() -> None:
    body = session("a", "10:00-11:00", 'speakers = ["Ann Ode", "ann ode"]')
    assert found(body) == []
    assert found(body + session("b", "10:30-11:30", 'speakers = ["Ann Ode"]')) == [
        ("C104", "error", ("a", "b"))
    ]


def test_a_speaker_is_no_host() -> None:
    body = session("a", "10:00-11:00", 'speakers = ["Ann Ode"]')
    assert found(body + session("b", "10:30-11:30", 'hosts = ["Ann Ode"]')) == []


@pytest.mark.parametrize("key", ['speakers = ["Ann Ode"]', 'hosts = ["Group One"]'])
def test_within_one_room_only_the_room_is_booked_twice(key: str) -> None:
    in_hall = 'room = "hall"'
    body = HALL + session("a", "10:00-11:00", key, in_hall)
    assert found(body + session("b", "10:30-11:30", key, in_hall)) == [
        ("C103", "error", ("a", "b"))
    ]
    elsewhere = found(body + session("b", "10:30-11:30", key))
    assert [ids for _rule, _severity, ids in elsewhere] == [("a", "b")]
    assert elsewhere[0][0] in {"C104", "C105"}


def test_a_shared_room_holds_several() -> None:
    body = HALL.replace('"Room hall"', '"Room hall"\nshared = true')
    body += "".join(session(id_, "10:00-11:00", 'room = "hall"') for id_ in "ab")
    assert found(body) == []


def test_a_room_is_booked_by_what_inherits_it() -> None:
    body = HALL + block("x", "social", "10:00-12:00", 'room = "hall"')
    body += session("a", "10:00-11:00", 'block = "x"') + session(
        "b", "10:30-11:30", 'room = "hall"'
    )
    assert found(body) == [("C103", "error", ("a", "b"))]
    part = session("c", "11:15-11:30", 'part_of = "b"') + session(
        "d", "11:15-11:30", 'room = "hall"'
    )
    assert ("C103", "error", ("c", "d")) in found(body + part)


@pytest.mark.parametrize("kind", ["arrival", "plenary", "choice", "break", "meal", "social"])
def test_who_speaks_in_a_block_of_any_kind_cannot_be_elsewhere(kind: str) -> None:
    name = 'speakers = ["Ann Ode"]'
    body = HALL + block("x", kind, "10:00-12:00", name, 'room = "hall"')
    body += session("a", "10:30-11:30", name, 'room = "attic"')
    assert ("C104", "error", ("x", "a")) in found(body)
    within = body.replace('room = "attic"', 'room = "attic"\nblock = "x"')
    assert found(within) == []


def test_who_speaks_in_a_block_needs_the_way_from_it() -> None:
    name = 'speakers = ["Ann Ode"]'
    body = HALL + block("x", "social", "10:00-11:00", name, 'room = "hall"')
    body += session("a", "11:00-11:30", name, 'room = "attic"')
    assert found(body, CHANGEOVER) == [("C106", "warning", ("x", "a"))]


def test_minutes_that_rest_on_no_stated_end_are_told_so() -> None:
    body = HALL + session("a", "10:00-", 'room = "hall"') + session("b", "10:00-", 'room = "hall"')
    (problem,) = problems(body)
    assert problem.minutes == 60
    told = "10:00–11:00, at least 1 minute, likely 60 minutes (their ends are not stated)."
    assert problem.message.endswith(told)


@pytest.mark.parametrize(
    ("end", "said"),
    [
        ("10:01", "10:00–10:01, 1 minute."),  # that is sure
        ("10:30", '30 minutes (the end of "B" is not stated).'),  # B may be over before
        ("12:30", '45 minutes (the end of "B" is not stated).'),
    ],
)
def test_of_minutes_beside_no_stated_end_the_sure_ones_are_told(end: str, said: str) -> None:
    in_hall = 'room = "hall"'
    body = HALL + session("a", f"10:00-{end}", in_hall) + session("b", "10:00-", in_hall)
    (problem,) = problems(body, f"{HEAD}default_duration = 45\n")
    assert problem.message.endswith(said)
    assert ("at least 1 minute, likely" in problem.message) == (end != "10:01")


def test_three_in_one_room_are_three_pairs() -> None:
    key = 'room = "hall"'
    body = "".join(session(id_, "10:00-11:00", key) for id_ in "abc")
    pairs = [("a", "b"), ("a", "c"), ("b", "c")]
    assert sorted(found(HALL + body)) == [("C103", "error", pair) for pair in pairs]


CHANGEOVER = f"{HEAD}changeover = 10\n"
ROUTE = '[[routes]]\nfrom = "attic"\nto = "hall"\nminutes = 15\n'


@pytest.mark.parametrize("key", ['speakers = ["Ann Ode"]', 'hosts = ["Group One"]'])
@pytest.mark.parametrize(
    ("b", "route", "wanted"),
    [
        ("11:00-12:00", "", True),
        ("11:09-12:00", "", True),
        ("11:10-12:00", "", False),
        ("11:10-12:00", ROUTE, True),
        ("11:15-12:00", ROUTE, False),
    ],
)
def test_changeover(key: str, b: str, route: str, wanted: bool) -> None:
    body = HALL + route
    body += session("a", "10:00-11:00", key, 'room = "hall"')
    body += session("b", b, key, 'room = "attic"')
    assert found(body, CHANGEOVER) == [("C106", "warning", ("a", "b"))] * wanted


@pytest.mark.parametrize("where", [("hall", "hall"), ("hall", None), (None, None)])
def test_no_changeover_without_two_rooms(where: tuple[str | None, str | None]) -> None:
    keys = [f'room = "{id_}"' if id_ else "" for id_ in where]
    name = 'speakers = ["Ann Ode"]'
    body = HALL + session("a", "10:00-11:00", name, keys[0])
    body += session("b", "11:00-12:00", name, keys[1])
    assert found(body, CHANGEOVER) == []


def test_no_changeover_for_two_people() -> None:
    body = HALL + session("a", "10:00-11:00", 'speakers = ["Ann Ode"]', 'room = "hall"')
    body += session("b", "11:00-12:00", 'speakers = ["Ben Ode"]', 'room = "attic"')
    assert found(body, CHANGEOVER) == []


def test_a_changeover_is_told_once_of_a_pair_with_all_who_have_to_go() -> None:
    body = HALL + session(
        "a", "10:00-11:00", 'speakers = ["Ann", "Ben"]', 'hosts = ["One", "Cas"]', 'room = "hall"'
    )
    body += session(
        "b", "11:05-12:00", 'hosts = ["One", "Ben"]', 'speakers = ["Ben", "Ann"]', 'room = "attic"'
    )
    (problem,) = problems(body, CHANGEOVER)
    assert problem.rule.code == "C106"
    assert problem.minutes == 5
    assert problem.message.startswith("Ben, Ann and One have 5 of the 10 minutes")
    lines = (CHANGEOVER + body).splitlines()
    assert lines[problem.place.line - 1][problem.place.column - 1 :] == '"Ben", "Ann"]'


def test_in_two_rooms_at_once_is_not_a_matter_of_a_changeover() -> None:
    name = 'speakers = ["Ann Ode"]'
    body = HALL + session("a", "10:00-11:00", name, 'room = "hall"')
    body += session("b", "10:30-12:00", name, 'room = "attic"')
    assert found(body, CHANGEOVER) == [("C104", "error", ("a", "b"))]
