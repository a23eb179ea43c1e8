"""When rooms and people are available, as the file says it."""

import pytest

from tests.helpers import HEAD, programme_of
from tests.programme.marked import SEVERAL_DAYS, only_problem, read_marked

ROOM = '[[rooms]]\nid = "hall"\nname = "Hall"\navailable = [{}]\n'
PERSON = '[[people]]\nname = "Ann Ode"\navailable = [{}]\n'


def spans(text: str, head: str = HEAD) -> list[str]:
    programme = programme_of(text, head)
    limited = [room.available for room in programme.rooms]
    limited += [person.available for person in programme.people]
    return [
        " ".join(f"{at.astimezone(programme.zone):%d-%H:%M}" for at in interval)
        for interval in limited[0]
    ]


@pytest.mark.parametrize("table", [ROOM, PERSON])
@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('{ from = "09:00", until = "12:00" }', ["13-09:00 13-12:00"]),
        ("{ from = 09:00:00 }", ["13-09:00 14-00:00"]),
        ('{ until = "12:00" }', ["13-00:00 13-12:00"]),
        ("{ day = 2025-02-13 }", ["13-00:00 14-00:00"]),
        ('{ from = "22:00", until = 2025-02-14T01:00:00 }', ["13-22:00 14-01:00"]),
        ("{ from = 2025-02-13T22:00:00 }", ["13-22:00 14-00:00"]),
        ('{ until = "10:00" }, { from = "13:00" }', ["13-00:00 13-10:00", "13-13:00 14-00:00"]),
    ],
)
def test_what_is_left_out_limits_nothing(table: str, written: str, meant: list[str]) -> None:
    assert spans(table.format(written)) == meant


def test_without_a_day_it_holds_on_each() -> None:
    written = PERSON.format('{ from = "09:00", until = "12:00" }')
    assert spans(written, SEVERAL_DAYS) == ["13-09:00 13-12:00", "14-09:00 14-12:00"]
    assert spans(PERSON.format("{ day = 2025-02-14 }"), SEVERAL_DAYS) == ["14-00:00 15-00:00"]


def test_it_can_be_written_as_tables() -> None:
    written = '[[people]]\nname = "Ann"\n[[people.available]]\nuntil = "12:00"\n'
    assert spans(written) == ["13-00:00 13-12:00"]


@pytest.mark.parametrize("table", [ROOM, PERSON])
@pytest.mark.parametrize(
    "written",
    [
        '{ from = "12:00", until = «E007»"09:00" }',
        '{ from = "12:00", until = «E007»"12:00" }',
        '{ from = «E003»"noon" }',
        "{ day = «E009»2025-02-14 }",
        "{ «E004»till = 12:00:00 }",
    ],
)
def test_what_is_wrong_in_it_is_told_where_it_stands(table: str, written: str) -> None:
    read_marked(table.format(written))


def test_a_key_that_is_not_known_in_it_is_told_with_those_that_are() -> None:
    problem = only_problem(PERSON.format("{ «E004»zzz = 12:00:00 }"))
    assert problem.hint == "Known here: day, from, until."


def test_available_at_no_time_is_told() -> None:
    read_marked(PERSON.replace("= [{}]", "= «E003»[]"))


def test_a_time_that_the_clocks_skip_is_told() -> None:
    read_marked(PERSON.format('{ from = «E003»"02:30" }'), HEAD.replace("02-13", "03-30"))


@pytest.mark.parametrize(("level", "text"), [("2", "2"), ('"mezzanine"', "mezzanine")])
def test_a_level_is_a_number_or_a_name(level: str, text: str) -> None:
    room = f'[[rooms]]\nid = "hall"\nname = "Hall"\nlevel = {level}\nshared = true\n'
    (hall,) = programme_of(room).rooms
    assert (hall.level, hall.shared, hall.available) == (text, True, ())
