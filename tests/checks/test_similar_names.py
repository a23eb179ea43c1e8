"""A209: names that hardly differ, and several names in one text."""

import pytest

from tests.builders import block, room, session
from tests.checks.checking import checked
from tests.helpers import reading_of
from tui_planner.programme.problem import Problem


def told(body: str) -> list[Problem]:
    return [problem for problem in checked(reading_of(body)) if problem.rule.code == "A209"]


def of_speakers(*names: str) -> list[Problem]:
    return told(
        "".join(
            session(
                f"s{number}", f"{9 + number:02}:00-{9 + number:02}:30", f"speakers = ['{name}']"
            )
            for number, name in enumerate(names)
        )
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pia Peters", "pia peters"),
        ("Pia Peters", "Pia  Peters"),
        ("Pia Peters", "PiaPeters"),
        ("José Pérez", "Jose Perez"),
        ("Pia Peters", "Pia Peter"),
        ("Pia Peters", "Pia Petters"),
        ("Pia Peters", "Pia Pefers"),
        ("Otto Vos", "Otto Voss"),
        ("Otto Vos", "Otto Vis"),
        ("Housing", "Houssing"),
        ("Housing", "Jousing"),
    ],
)
def test_names_that_hardly_differ_are_told_once(one: str, other: str) -> None:
    (problem,) = of_speakers(one, other)
    assert problem.sessions == ("s1", "s0")
    assert of_speakers(other, one)[0].sessions == ("s1", "s0")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pia Peters", "Pia Peters"),
        ("Pia Peters", "Mia Peters"),
        ("Otto Vos", "Otto Bos"),
        ("Ada Vos", "Ida Vos"),
        ("Room 1", "Room 2"),
        ("Room 1", "Room 11"),
        ("Track A", "Track B"),
        ("Hall I", "Hall II"),
        ("Hall VI", "Hall VII"),
        ("Pia Peters", "Pia Petersen"),
        ("Jan", "Jo"),
    ],
)
def test_names_of_two_are_not(one: str, other: str) -> None:
    assert of_speakers(one, other) == []


def test_it_stands_at_the_one_that_is_used_less() -> None:
    (problem,) = of_speakers("Pia Peter", "Pia Peters", "Pia Peters")
    assert problem.sessions == ("s0", "s1")
    assert problem.message.startswith('"Pia Peter" is nearly "Pia Peters"')


@pytest.mark.parametrize("key", ["track = '{}'", "hosts = ['{}']", "speakers = ['{}']"])
def test_names_of_one_kind_are_compared(key: str) -> None:
    body = session("a", "10:00-11:00", key.format("Housing"))
    assert len(told(body + session("b", "11:00-12:00", key.format("Houssing")))) == 1
    other = "hosts = ['Houssing']" if "hosts" not in key else "track = 'Houssing'"
    assert told(body + session("b", "11:00-12:00", other)) == []


def test_so_are_rooms_and_the_people_of_the_file_with_its_speakers() -> None:
    assert len(told(room("a", "Great Hall") + room("b", "Great Hal"))) == 1
    body = session("a", "10:00-11:00", "speakers = ['Ann Ode']")
    assert len(told(body + '[[people]]\nname = "Anne Ode"\n')) == 1
    assert len(told(body + block("x", "social", "11:00-12:00", "speakers = ['Anne Ode']"))) == 1


@pytest.mark.parametrize("mark", [", ", ",", "; ", " & ", " and ", " en ", " / ", "/", " + "])
def test_several_names_in_one_text_are_told_with_what_to_write(mark: str) -> None:
    (problem,) = of_speakers(f"Otto Vos{mark}Pia Peters", "Pia Peters")
    assert problem.sessions == ("s0",)
    assert problem.hint.endswith('["Otto Vos", "Pia Peters"].')


@pytest.mark.parametrize(
    "name", ["Vos, Otto", "Ann Ode, City of Hoorn", "Andy Enders", "Ann Ode-Vos", "Jan en Piet"]
)
def test_a_text_that_may_be_of_one_is_not(name: str) -> None:
    assert of_speakers(name, "Pia Peters") == []


def test_two_whole_names_are_told_where_neither_is_known() -> None:
    assert len(of_speakers("Otto Vos & Pia Peters")) == 1


def test_a_group_may_have_such_a_name() -> None:
    groups = session("a", "10:00-11:00", "hosts = ['Housing and Care', 'Care']")
    assert told(groups) == []
    assert len(told(groups + session("b", "11:00-12:00", "hosts = ['Housing']"))) == 1
