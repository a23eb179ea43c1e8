"""E003: values of the wrong type or kind."""

import pytest

from tests.helpers import HEAD
from tests.programme.marked import LUNCH, WALK, only_problem, read_marked, session

_WRONG_TIMES = [
    ("930", "09:30"),
    ("1130", "11:30"),
    ("9", "09:00"),
    ("2460", "11:30"),
    ("-930", "11:30"),
    ("11.30", "11:30"),
    ("true", "true"),
    ("[]", "a list"),
    ("{}", "a table"),
    ('""', "11:30"),
    ('"noon"', "noon"),
    ('"11:60"', "11:60"),
    ('"24:00"', "next day"),
    ('"25:00"', "25:00"),
    ('"9:5"', "9:5"),
    ('"930"', "930"),
    ('"11:30:15"', "11:30"),
    ('"11:30 uur"', '= "11:30"'),
    ('"9.30 PM"', '= "21:30"'),
    ('"09u30"', '= "09:30"'),
    ('"noon"', '= "12:00"'),
    ("9.5", "9.5"),
    ('"half past nine"', "half past nine"),
    ("11:30:30", "seconds"),
    ("11:30:00.25", "seconds"),
    ("2025-02-13", "2025-02-13"),
    ("2025-02-13T11:30:00Z", "offset"),
    ("2025-02-13T11:30:00+01:00", "offset"),
    ("1066-10-14T09:00:00", "year"),
]


@pytest.mark.parametrize(("value", "said"), _WRONG_TIMES)
@pytest.mark.parametrize("key", ["start", "end", "overrun"])
def test_what_is_no_time_is_refused(key: str, value: str, said: str) -> None:
    others = {"start": 'start = "10:00"\n', "end": 'end = "11:00"\n'}
    others.pop(key, None)
    problem = only_problem(session(f"{key} = «E003»{value}", "".join(others.values())))
    assert said in problem.message + problem.hint
    assert problem.message.startswith(f'"{key}"')
    assert "datetime" not in problem.message


@pytest.mark.parametrize(
    "value",
    [
        '"11:30"',
        '"11.30"',
        '"9:05"',
        '"09:05"',
        '"09:05:00"',
        '"9:05:00"',
        '" 11:30 "',
        "'11:30'",
        '"00:00"',
        "11:30:00",
        "11:30",
        "11:30:00.000",
        "2025-02-13T11:30:00",
        "2025-02-13T11:30",
        "2025-02-13 11:30:00",
    ],
)
def test_times_may_be_written_in_many_ways(value: str) -> None:
    read_marked(session("", f"start = {value}"))


@pytest.mark.parametrize(
    "line",
    [
        "title = «E003»5",
        'title = «E003»""',
        'title = «E003»"  "',
        'title = «E003»"two\\nlines"',
        'title = «E003»"a\\u001b[31mred"',
        'title = «E003»["a"]',
        "id = «E003»1",
        "url = «E003»true",
    ],
)
def test_text_must_be_text_of_one_line(line: str) -> None:
    others = {"id": 'id = "x"\n', "title": 'title = "X"\n'}
    others.pop(line.split(maxsplit=1)[0], None)
    only_problem(f'[[sessions]]\nstart = "12:00"\n{"".join(others.values())}{line}\n')


@pytest.mark.parametrize(
    "links",
    [
        '«E003»"https://example.org"',
        "[«E003»5]",
        '[«E003»"javascript:alert(1)"]',
        '["https://example.org", { url = «E003»"example.org" }]',
        '[{ url = "https://example.org", title = «E003»"" }]',
        '[{ url = "https://example.org", title = «E003»5 }]',
        '[«E002»{ title = "Slides" }]',
        '[{ url = "https://example.org", «E004»name = "Slides" }]',
    ],
)
def test_links_are_addresses_with_or_without_a_title(links: str) -> None:
    only_problem(f'[[sessions]]\nid = "x"\ntitle = "X"\nstart = "12:00"\nlinks = {links}\n')


@pytest.mark.parametrize(
    "line",
    [
        'around = «E003»"5"',
        "around = «E003»5.0",
        "around = «E003»true",
        "around = «E003»-1",
        "around = «E003»1441",
        "capacity = «E003»-1",
        'capacity = «E003»"many"',
        "capacity = «E003»inf",
        "drop_in = «E003»1",
        "drop_in = «E003»0",
        'meal = «E003»"true"',
        "meal = «E003»[]",
        'hosts = «E003»"One"',
        "hosts = «E003»5",
        'hosts = «E003»{ a = "One" }',
        'hosts = ["One", «E003»2, «E003»""]',
        'speakers = [["x"]]'.replace('["x"]', '«E003»["x"]'),
        "day = «E003»2025",
        'day = «E003»"2025-02-13"',
        "day = «E003»2025-02-13T00:00:00",
        "day = «E003»1700-01-01",
        'status = «E003»"booked"',
        "status = «E003»1",
        'language = «E003»"dutch language"',
        "description = «E003»5",
        'description = «E003»"bell \\u0007"',
    ],
)
def test_a_session_refuses_values_of_another_type(line: str) -> None:
    found = read_marked(session(line)).problems
    assert all(problem.message.startswith(f'"{line.split(maxsplit=1)[0]}"') for problem in found)


@pytest.mark.parametrize(
    "line",
    [
        "around = 0",
        "around = 1440",
        "capacity = 0",
        "capacity = 1_000",
        "capacity = 0x10",
        "hosts = []",
        "hosts = [ # none\n]",
        'status = "invitation"',
        'language = "zh-Hans-CN"',
        'description = """\nTwo\n\tlines"""',
        'description = ""',
        "day = 2025-02-13",
    ],
)
def test_values_at_the_edge_are_fine(line: str) -> None:
    read_marked(session(line))


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ('"Europe/Amsterdm"', "Europe/Amsterdam"),
        ('"europe/amsterdam "', "Europe/Amsterdam"),
        ('"Amsterdam"', "Europe/Amsterdam"),
        ('"../etc/passwd"', "IANA"),
        ('"Europe"', ""),
        ("1", ""),
        ('"a\\u0000b"', ""),
    ],
)
def test_an_unknown_time_zone_is_told_with_the_nearest(value: str, hint: str) -> None:
    problem = only_problem(WALK, HEAD.replace('"Europe/Amsterdam"', f"«E003»{value}"))
    assert hint in problem.message + problem.hint


@pytest.mark.parametrize(
    ("table", "hint"),
    [
        (LUNCH.replace('"meal"', '«E003»"meals"'), '"meal"'),
        (LUNCH.replace('"meal"', '«E003»"Meal"'), '"meal"'),
        (LUNCH.replace('"meal"', '«E003»"workshop"'), "plenary"),
        (session('status = «E003»"canceled"'), '"cancelled"'),
        (session('status = «E003»"xyz"'), "invitation"),
    ],
)
def test_an_unknown_word_is_told_with_the_nearest_or_all(table: str, hint: str) -> None:
    problem = only_problem(table)
    assert hint in problem.message + problem.hint


@pytest.mark.parametrize("rule", ["overlap", "c101", "C1", "C1011"])
def test_an_accepted_rule_has_a_number(rule: str) -> None:
    text = f'[[accepted]]\nrule = «E003»"{rule}"\nsessions = ["walk"]\nreason = "known"\n'
    assert "C101" in only_problem(WALK + text).hint


def test_an_accepted_finding_names_a_session() -> None:
    read_marked('[[accepted]]\nrule = "C101"\nsessions = «E003»[]\nreason = "known"\n')


@pytest.mark.parametrize(
    ("text", "head", "hint"),
    [
        ("«E003»[sessions]\nid = 'x'\ntitle = 'X'\nstart = '12:00'\n", HEAD, "[[sessions]]"),
        ("", HEAD.replace("[programme]", "«E003»[[programme]]"), "[programme]"),
        ("", f"rooms = «E003»5\n{HEAD}", ""),
        ("", f"sessions = [«E003»5, «E003»'x']\n{HEAD}", ""),
    ],
)
def test_a_table_of_the_wrong_kind_is_told(text: str, head: str, hint: str) -> None:
    assert hint in read_marked(text, head).problems[0].hint


def test_blocks_that_cannot_be_read_do_not_make_every_reference_unknown() -> None:
    read_marked(session('block = "lunch"'), f"blocks = «E003»5\n{HEAD}")


@pytest.mark.filterwarnings("error")
def test_a_faulty_route_warns_nobody_but_the_user() -> None:
    rooms = '[[rooms]]\nid = "a"\nname = "A"\n[[rooms]]\nid = "b"\nname = "B"\n'
    read_marked(f'{rooms}[[routes]]\nfrom = "a"\nto = "b"\nminutes = «E003»"5"\n')


def test_a_number_of_thousands_of_digits_is_told_shortly() -> None:
    problem = only_problem(session(f"room = «E003»0x{'f' * 5000}"))
    assert len(problem.message) < 200
    read_marked(session(f"around = «E003»0x{'f' * 5000}"))


def test_a_long_value_is_told_shortly() -> None:
    problem = only_problem(session("", f'start = «E003»"{"x" * 5000}"'))
    assert len(problem.message) < 200


@pytest.mark.parametrize("value", ["«E003»1", '«E003»"x"', "«E003»2025-02-13T10:00:00"])
def test_the_date_is_a_date(value: str) -> None:
    only_problem(WALK, HEAD.replace("2025-02-13", value))
