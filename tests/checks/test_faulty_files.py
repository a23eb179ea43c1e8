"""A fault in a file hides no clash: what can be read of it is judged, and the rest is named."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.checks.oracle import Drawn
from tests.checks.test_any_programme import Written, programmes
from tests.helpers import DATA, HEAD, reading_of, times
from tui_planner.checks.check_file import check_file
from tui_planner.checks.not_judged import describe_not_judged
from tui_planner.programme.problem import Problem
from tui_planner.programme.reading.read_programme import read_text
from tui_planner.programme.reading.read_result import ReadResult
from tui_planner.programme.toml.source import Source

TWO_DAYS = (DATA / "two-days.toml").read_text(encoding="utf-8")
PAIR = """\
[[rooms]]
id = "hall"
name = "Hall"

[[sessions]]
id = "talk"
title = "Talk"
start = "10:00"
end = "11:00"
room = "hall"
speakers = ["Ann"]

[[sessions]]
id = "walk"
title = "Walk"
start = "10:30"
end = "11:30"
room = "hall"
speakers = ["Ann"]
"""


def clashes(reading: ReadResult) -> list[Problem]:
    return [problem for problem in check_file(reading) if problem.rule.code[0] == "C"]


def changed(*changes: tuple[str, str]) -> ReadResult:
    """The two talks at once in one room, with other lines in the second or in the head."""
    text = HEAD + PAIR
    for old, new in changes:
        before, found, after = text.rpartition(old)
        assert found, old
        text = before + new + after
    return read_text(Source("test.toml", text))


def test_a_misspelt_key_hides_no_clash_of_another_kind() -> None:
    text = TWO_DAYS.replace('speakers = ["Eva Peters"]', 'speaker = ["Eva Peters"]')
    before, found, after = text.partition('title = "Libraries"\nroom = "north"')
    assert found
    reading = read_text(Source("x.toml", f'{before}title = "Libraries"\nroom = "great"{after}'))
    found_rules = [problem.rule.code for problem in check_file(reading)]
    assert found_rules == ["E004", "C103", "C101", "C101"]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ('title = "Walk"', 'titel = "Walk"', "E004"),
        ('title = "Walk"', "", "E002"),
        ('title = "Walk"', 'title = "Walk', "E001"),
        ('title = "Walk"', "title = “Walk”", "E001"),
        ('title = "Walk"', 'title = "Walk"\ncapacity = "many"', "E003"),
        ('title = "Walk"', 'title = "Walk"\nurl = "javascript:x"', "E003"),
        ('title = "Walk"', 'title = "Walk"\nblock = "nowhere"', "E006"),
        ('title = "Walk"', 'title = "Walk"\nrepeat_of = "nothing"', "E006"),
        ("date = 2025-02-13", 'date = "2025-02-13"', "E003"),
        ("date = 2025-02-13", "", "E002"),
        ('"Europe/Amsterdam"', '"Europe/Amsterdm"', "E003"),
        ('title = "A day"', "", "E002"),
        ('name = "Hall"', "", "E002"),
        ('id = "hall"', 'id = "holl"', "E006"),
    ],
)
def test_a_fault_beside_the_times_hides_no_clash(old: str, new: str, rule: str) -> None:
    reading = changed((old, new))
    assert rule in {problem.rule.code for problem in reading.problems}
    found = clashes(reading)
    assert [(p.rule.code, p.minutes) for p in found if p.sessions == ("talk", "walk")] == [
        ("C103", 30)
    ]
    assert found
    assert not describe_not_judged(reading)


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ('room = "hall"', "room = “hall”", "E001"),
        ('room = "hall"', 'room\N{NO-BREAK SPACE}= "hall"', "E001"),
        ('room = "hall"', 'room = "hall" // the large one', "E001"),
        ('room = "hall"', 'room = "hall",', "E001"),
        ('room = "hall"', 'room: "hall"', "E001"),
        ('room = "hall"', '<<<<<<< a\nroom = "hall"\n=======\n>>>>>>> b', "E001"),
        ('speakers = ["Ann"]', 'speakers = ["Ann" "Bob"]', "E001"),
        ('speakers = ["Ann"]', 'speakers = ["Ann", "Bob"', "E001"),
        ("[[sessions]]", "", "E001"),
        ("[[sessions]]", "[sessions]", "E001"),
        ("[[sessions]]", "[[sessions]", "E001"),
        ("[[sessions]]", "[[session]]", "E004"),
        ("[[sessions]]", "[talks]", "E004"),
        ("[programme]", "[program]", "E004"),
        ("[programme]", "[[programme]]", "E003"),
        ("[programme]", "", "E002"),
        ('room = "hall"', 'zaal = "hall"', "E004"),
        ('room = "hall"', 'location = "hall"', "E004"),
        ('room = "hall"', 'romo = "hall"', "E004"),
        ('room = "hall"', 'room = "ha\N{ZERO WIDTH SPACE}ll"', "E006"),
        ('id = "hall"', 'id = "ha\N{ZERO WIDTH SPACE}ll"', "E003"),
        ('speakers = ["Ann"]', 'speakers = "Ann"', "E003"),
        ('speakers = ["Ann"]', 'speaker = "Ann"', "E004"),
        ('start = "10:30"', 'time = "10:30"', "E004"),
        ('end = "11:30"', "duration = 60", "E004"),
        ('end = "11:30"', 'until = "11:30"', "E004"),
    ],
)
def test_what_is_certainly_meant_is_judged_so(old: str, new: str, rule: str) -> None:
    reading = changed((old, new))
    assert [problem.rule.code for problem in reading.problems] == [rule]
    found = [(p.rule.code, p.sessions, p.minutes) for p in clashes(reading)]
    assert found == [("C103", ("talk", "walk"), 30)]
    assert reading.readable is not None
    assert all("Ann" in session.speakers for session in reading.readable.programme.sessions)


@pytest.mark.parametrize(
    "lost", ["[wh at]\nid = 5\n", '[[rooms]]\nid = "x"\nname = "X"\nid = "y"\nname = "Y"\n']
)
def test_a_table_that_is_lost_hides_no_clash_of_the_others(lost: str) -> None:
    reading = reading_of(f"{PAIR}{lost}")
    assert [problem.rule.code for problem in reading.problems] == ["E001"]
    assert [problem.rule.code for problem in clashes(reading)] == ["C103"]
    assert not describe_not_judged(reading)


def test_of_two_with_one_id_both_are_judged() -> None:
    found = clashes(changed(('id = "walk"', 'id = "talk"')))
    assert [(p.rule.code, p.sessions, p.minutes) for p in found] == [("C103", ("talk", "talk"), 30)]


def test_one_without_an_id_is_judged() -> None:
    found = clashes(changed(('id = "walk"', "")))
    assert [(p.rule.code, p.sessions) for p in found] == [("C103", ("talk",))]


def test_two_in_a_room_that_is_not_listed_are_in_one_room() -> None:
    text = PAIR.replace('room = "hall"', 'room = "hull"')
    found = clashes(reading_of(text))
    assert [problem.rule.code for problem in found] == ["C103"]
    assert "hull" in found[0].message


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('start = "10:30"', 'start = "half past ten"'),
        ('end = "11:30"', 'end = "10:15"'),
        ('end = "11:30"', 'end = "11:30"\nround = 5\naround = "five"'),
        ('end = "11:30"', 'end = "11:30"\noverrun = "11:15"'),
        ('title = "Walk"', 'title = "Walk"\nstatus = "canceled"'),
        ('title = "Walk"', 'title = "Walk"\npart_of = "tlk"'),
    ],
)
def test_what_cannot_be_judged_is_named_once(old: str, new: str) -> None:
    reading = changed((old, new))
    assert clashes(reading) == []
    assert describe_not_judged(reading) == (
        "not judged: 1 session, until the errors are mended (walk)"
    )


def test_a_session_that_takes_the_times_of_a_faulty_block_is_not_judged() -> None:
    block = '[[blocks]]\nid = "round"\nkind = "choice"\ntitle = "Round"\nstart = "10:00"\nend = 9\n'
    lines = 'start = "10:30"\nend = "11:30"\n'
    reading = reading_of(block + PAIR.replace(lines, 'block = "round"\n'))
    assert describe_not_judged(reading) == (
        "not judged: 1 session and 1 block, until the errors are mended (walk, round)"
    )


def test_without_a_date_no_instant_is_told() -> None:
    found = clashes(changed(("date = 2025-02-13", 'date = "2025-02-13"')))
    assert [problem.interval for problem in found] == [None]
    assert "10:30–11:00" in found[0].message


def test_of_parts_in_a_ring_the_one_that_cannot_be_a_part_is_judged() -> None:
    whole = PAIR.replace('end = "11:00"', 'end = "12:00"').replace(
        'id = "talk"', 'id = "talk"\npart_of = "walk"'
    )
    reading = reading_of(whole.replace('id = "walk"', 'id = "walk"\npart_of = "talk"'))
    assert [problem.rule.code for problem in check_file(reading)] == ["E006"]


HARMLESS = ['colour = "red"', "description = 5", "capacity = -1", 'url = "ftp://x"', "agenda = []"]
"""Lines that are faults, and take nothing away that any clash rests on."""


@settings(deadline=None, max_examples=times(200, 1_000))
@given(programmes(), st.data())
def test_faults_in_any_programme_hide_no_clash(drawn: Drawn, data: st.DataObject) -> None:
    written = Written(drawn)
    sound = reading_of(written.text)
    assert sound.programme is not None
    ids = [row["id"] for row in drawn.rows]
    text = written.text
    for id_ in data.draw(st.lists(st.sampled_from(ids), min_size=1, unique=True)):
        line = data.draw(st.sampled_from(HARMLESS))
        text = add_line(text, id_, line)
    broken = data.draw(st.none() | st.sampled_from([i for i in ids if i.startswith("session")]))
    if broken:
        text = add_line(text, broken, "drop_in = 25")
    faulty = reading_of(text)
    assert faulty.programme is None
    kept = [p for p in clashes(sound) if broken not in p.sessions]
    told = {said(problem) for problem in clashes(faulty)}
    assert {said(problem) for problem in kept} <= told, text


def add_line(text: str, id_: str, line: str) -> str:
    """The text with one more line in the table of an id."""
    head, found, rest = text.partition(f'id = "{id_}"  # said\n')
    assert found
    return f"{head}{found}{line}\n{rest}"


def said(problem: Problem) -> tuple[object, ...]:
    """A finding without its place, which is another in another text."""
    return problem.rule.code, problem.severity, problem.sessions, problem.message
