"""Which findings are told together, and which other places belong to a finding."""

from tests.checks.checking import accepted, block, brief, checked, session
from tests.helpers import HEAD, reading_of
from tui_planner.checks.grouping import FindingGroup, group_by_cause, list_related_places
from tui_planner.programme.reading.read_result import ReadResult

SAID = 'description = "What it is about."'
LUNCH = block("lunch", "meal", "12:00-14:00", "minutes_needed = 0")
IN_LUNCH = (SAID, 'block = "lunch"')


def causes_in(body: str) -> list[FindingGroup]:
    return group_by_cause(checked(reading_of(body)))


def in_brief(found: list[FindingGroup]) -> list[tuple[str, str, int]]:
    return [(one.problems[0].rule.code, one.anchor, len(one.problems)) for one in found]


def test_one_session_with_several() -> None:
    walks = "".join(
        session(id_, "12:30-13:30", *IN_LUNCH, 'group = "walk"') for id_ in ("a", "b", "c")
    )
    body = LUNCH + walks + session("talk", "12:00-13:00", *IN_LUNCH)
    assert in_brief(causes_in(body)) == [("C101", "talk", 3)]


def test_a_single_pair_has_no_anchor() -> None:
    body = LUNCH + session("a", "12:00-13:00", *IN_LUNCH) + session("b", "12:30-14:00", *IN_LUNCH)
    assert in_brief(causes_in(body)) == [("C101", "", 1)]


def test_every_finding_is_told_once() -> None:
    ids = ("a", "b", "c", "d")
    body = LUNCH + "".join(session(id_, "12:00-13:00", *IN_LUNCH) for id_ in ids)
    found = causes_in(body)
    told = [problem for cause in found for problem in cause.problems]
    assert len(told) == 6
    assert len(set(map(brief, told))) == 6
    assert [len(cause.problems) for cause in found] == [3, 2, 1]


def test_other_severities_are_other_causes() -> None:
    body = block("tea", "break", "11:00-11:30") + session(
        "a", "10:00-11:00", SAID, 'overrun = "11:10"'
    )
    body += session("b", "11:00-12:00", SAID) + session("c", "11:00-12:00", SAID)
    assert sorted(in_brief(causes_in(body))) == [("C102", "", 1), ("C102", "a", 2)]


def test_what_is_not_filled_in_is_one_cause() -> None:
    body = session("a", "10:00-11:00") + session("b", "12:00-13:00") + session("c", "14:00-", SAID)
    assert in_brief(causes_in(body)) == [("A201", "", 2), ("A203", "", 1)]


def test_faults_stand_alone() -> None:
    reading = reading_of(session("a", "10:00-09:00") + session("b", "10:00-09:00"))
    assert in_brief(group_by_cause(reading.problems)) == [("E007", "", 1), ("E007", "", 1)]
    assert list_related_places(reading.problems[0], reading) == ()


def others_of(reading: ReadResult) -> list[tuple[str, int, int]]:
    (problem,) = checked(reading)
    return [
        (one.id, one.place.line, one.place.column) for one in list_related_places(problem, reading)
    ]


def test_the_other_place_is_the_start_of_the_other() -> None:
    body = LUNCH + session("b", "12:30-14:00", *IN_LUNCH) + session("a", "12:00-13:00", *IN_LUNCH)
    reading = reading_of(body)
    ((id_, line, column),) = others_of(reading)
    assert id_ == "a"
    assert ((HEAD + body).splitlines()[line - 1], column) == ('start = "12:00"', 9)


def test_of_a_speaker_it_is_where_the_other_names_them() -> None:
    more = (SAID, 'speakers = ["Ann Ode"]')
    body = session("a", "12:00-13:00", *more) + session("b", "12:30-14:00", *more)
    ((id_, line, column),) = others_of(reading_of(body))
    assert id_ == "a"
    assert ((HEAD + body).splitlines()[line - 1], column) == ('speakers = ["Ann Ode"]', 12)


def test_in_an_inline_array_too() -> None:
    one = '{ id = "a", title = "A", start = "12:00", end = "13:00", hosts = ["X"], description="d"}'
    two = one.replace('"a"', '"b"').replace("12:00", "12:30")
    reading = reading_of(HEAD, f"sessions = [{one},\n{two}]\n")
    (problem,) = checked(reading)
    assert (problem.place.line, problem.place.column) == (2, two.index('"X"') + 1)
    assert others_of(reading) == [("a", 1, len("sessions = [") + one.index('["X"]') + 1)]


def test_of_a_group_with_nothing_left_they_are_the_statuses() -> None:
    more = (SAID, 'group = "g"', 'status = "full"')
    body = "".join(session(id_, "10:00-11:00", *more) for id_ in ("a", "b", "c"))
    found = others_of(reading_of(body))
    lines = (HEAD + body).splitlines()
    assert [(id_, lines[line - 1], column) for id_, line, column in found] == [
        ("b", 'status = "full"', 10),
        ("c", 'status = "full"', 10),
    ]


def test_what_is_accepted_in_vain_stands_alone() -> None:
    body = session("a", "10:00-11:00", SAID) + session("b", "11:00-12:00", SAID)
    reading = reading_of(body + accepted("C101", "a", "b") + accepted("C102", "a", "b"))
    found = group_by_cause(checked(reading))
    assert in_brief(found) == [("A206", "", 1), ("A206", "", 1)]
    assert list_related_places(found[0].problems[0], reading) == ()


def test_a_finding_of_one_thing_has_no_other_place() -> None:
    assert others_of(reading_of(session("a", "10:00-11:00"))) == []
