"""E005 and E006: ids that stand twice, and ids that stand for nothing."""

import pytest

from tests.helpers import HEAD
from tests.programme.marked import (
    LUNCH,
    SEVERAL_DAYS,
    WALK,
    block,
    only_problem,
    read_marked,
    session,
)

ROOMS = '\n[[rooms]]\nid = "hall"\nname = "Hall"\n[[rooms]]\nid = "attic"\nname = "Attic"\n'


def test_a_second_session_of_an_id_names_the_line_of_the_first() -> None:
    problem = only_problem(WALK + WALK.replace('id = "walk"', 'id = «E005»"walk"'))
    assert "line 7" in problem.message
    assert '"walk"' in problem.message


def test_every_further_use_of_an_id_is_told() -> None:
    again = WALK.replace('id = "walk"', 'id = «E005»"walk"')
    found = read_marked(WALK + again + again).problems
    assert all("line 7" in problem.message for problem in found)


@pytest.mark.parametrize(("first", "second"), [(LUNCH, WALK), (WALK, LUNCH)])
def test_ids_are_unique_over_blocks_and_sessions(first: str, second: str) -> None:
    first, second = (text.replace('"walk"', '"lunch"') for text in (first, second))
    problem = only_problem(first + second.replace('id = "', 'id = «E005»"'))
    assert "line 7" in problem.message


def test_rooms_and_days_stand_once() -> None:
    read_marked(ROOMS + ROOMS.replace('id = "', 'id = «E005»"'))
    read_marked("[[days]]\ndate = «E005»2025-02-14\n", SEVERAL_DAYS)


@pytest.mark.parametrize("other", ["Walk", "walk-2", "walk.", "wàlk"])
def test_ids_that_differ_a_little_are_two(other: str) -> None:
    read_marked(WALK + WALK.replace('"walk"', f'"{other}"'))


def test_a_room_and_a_session_may_share_an_id() -> None:
    read_marked(ROOMS + WALK.replace('"walk"', '"hall"'))


@pytest.mark.parametrize("value", ['"hal"', '"Hall"', '"hall!"'])
def test_an_unknown_room_is_told_with_the_nearest(value: str) -> None:
    problem = only_problem(ROOMS + session(f"room = «E006»{value}"))
    assert problem.message.endswith('Did you mean "hall"?')
    read_marked(ROOMS + block(f'start = "12:00"\nroom = «E006»{value}'))


def test_a_room_in_a_file_without_rooms_is_unknown() -> None:
    read_marked(session('room = «E006»"hall"'))


@pytest.mark.parametrize("key", ["part_of", "repeat_of"])
@pytest.mark.parametrize("value", ["tour", "lunch", "walk"])
def test_a_session_refers_to_another_session(key: str, value: str) -> None:
    read_marked(LUNCH + session(f'{key} = «E006»"{value}"'))


@pytest.mark.parametrize("key", ["part_of", "repeat_of"])
def test_a_session_may_refer_to_one_that_comes_later(key: str) -> None:
    read_marked(session(f'{key} = "tour"') + WALK.replace('"walk"', '"tour"'))


def test_a_block_may_come_after_its_sessions() -> None:
    read_marked(session('block = "lunch"') + LUNCH)


def test_an_unknown_block_is_told_once_and_with_the_nearest() -> None:
    text = LUNCH + '[[sessions]]\nid = "x"\ntitle = "X"\nblock = «E006»"lunsh"\n'
    assert only_problem(text).message.endswith('Did you mean "lunch"?')


def test_a_session_is_no_block() -> None:
    read_marked(WALK + '[[sessions]]\nid = "x"\ntitle = "X"\nblock = «E006»"walk"\n')


def test_both_ends_of_a_route_are_rooms() -> None:
    read_marked(f'{ROOMS}[[routes]]\nfrom = «E006»"hal"\nto = «E006»"cellar"\nminutes = 5\n')
    read_marked(f'{ROOMS}[[routes]]\nfrom = "hall"\nto = "attic"\nminutes = 5\n')


def test_every_unknown_session_of_an_accepted_finding_is_told() -> None:
    accepted = '[[accepted]]\nrule = "C101"\nreason = "known"\nsessions = ["walk", '
    read_marked(WALK + LUNCH + accepted + '«E006»"wakl",\n  "lunch", «E006»"x"]\n')


def test_what_is_accepted_by_a_room_names_one_that_is_there() -> None:
    accepted = '[[accepted]]\nrule = "C103"\nreason = "known"\nroom = '
    read_marked(f'{ROOMS}{accepted}"hall"\n')
    read_marked(f'{ROOMS}{accepted}«E006»"hal"\n')


@pytest.mark.parametrize("other", ['room = "hall"', 'speaker = "Ann Ode"', 'track = "Water"'])
def test_one_accepted_entry_names_one_thing(other: str) -> None:
    accepted = f'[[accepted]]\nrule = "C103"\nreason = "known"\n«E003»{other}\n'
    text = f'{WALK}{ROOMS}{accepted}sessions = ["walk"]\n'
    assert "sessions" in only_problem(text).message


def test_an_id_that_is_no_text_is_no_reference_for_others() -> None:
    read_marked(
        '[[sessions]]\nid = «E003»5\ntitle = "X"\nstart = "12:00"\n'
        + session('part_of = «E006»"5"'),
        HEAD,
    )


def test_an_unknown_group_or_track_is_fine() -> None:
    read_marked(session('group = "walks"\ntrack = "outside"'))


ROUTE = '[[routes]]\nfrom = "{}"\nto = {}"{}"\nminutes = {}{}\n'


def test_a_way_that_takes_another_time_on_the_way_back_is_told_with_the_first() -> None:
    ways = ROUTE.format("hall", "", "attic", "", 5) + ROUTE.format("attic", "", "hall", "«E005»", 3)
    problem = only_problem(ROOMS + ways)
    assert "line 12" in problem.message
    assert "5 minutes" in problem.message


def test_the_same_way_said_twice_is_fine() -> None:
    ways = ROUTE.format("hall", "", "attic", "", 5) + ROUTE.format("attic", "", "hall", "", 5)
    read_marked(ROOMS + ways)


def test_a_route_goes_to_another_room() -> None:
    read_marked(ROOMS + ROUTE.format("hall", "«E003»", "hall", "", 5))


def test_a_person_stands_once() -> None:
    people = '[[people]]\nname = {}"Ann Ode"\n'
    read_marked(people.format("") + people.format("«E005»"))


@pytest.mark.parametrize("key", ["part_of", "repeat_of"])
@pytest.mark.parametrize("length", [1, 2, 3, 12])
def test_a_ring_is_told_once_at_its_last_session(key: str, length: int) -> None:
    ring = [
        WALK.replace('"walk"', f'"w{number}"')
        + f'{key} = {"«E006»" if number == length - 1 else ""}"w{(number + 1) % length}"\n'
        for number in range(length)
    ]
    beside = WALK.replace('"walk"', '"beside"') + f'{key} = "w0"\n'
    problem = only_problem("".join([beside, *ring]))
    assert length == 1 or f"w{length - 1} → w0" in problem.message


@pytest.mark.parametrize("key", ["part_of", "repeat_of"])
def test_two_that_refer_to_one_are_no_ring(key: str) -> None:
    beside = WALK.replace('"walk"', '"b"') + f'{key} = "walk"\n'
    read_marked(WALK + beside + beside.replace('"b"', '"c"').replace('"walk"', '"b"'))
