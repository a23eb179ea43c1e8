"""E004: every key that the format does not know, with the nearest that it does."""

import pytest

from tests.helpers import HEAD
from tests.programme.marked import LUNCH, WALK, block, only_problem, read_marked, session

TEA = LUNCH.replace("[[blocks]]", "[[block]]").replace("lunch", "tea")


@pytest.mark.parametrize(
    ("key", "nearest"),
    [
        ("titel", "title"),
        ("Title", "title"),
        ("speaker", "speakers"),
        ("host", "hosts"),
        ("repeat", "repeat_of"),
        ("partof", "part_of"),
        ("part-of", "part_of"),
        ("overun", "overrun"),
        ("dropin", "drop_in"),
        ("statuss", "status"),
        ("'language '", "language"),
    ],
)
def test_a_misspelt_key_is_told_with_the_nearest(key: str, nearest: str) -> None:
    problem = only_problem(session(f'  «E004»{key} = "x"'))
    assert problem.message.endswith(f'Did you mean "{nearest}"?')


def test_where_no_key_is_near_all_are_told() -> None:
    problem = only_problem(session("«E004»xyzzy = 1"))
    assert "part_of" in problem.hint


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        (WALK.replace("[[sessions]]", "  «E004»[[session]]"), "sessions"),
        (LUNCH.replace("[[blocks]]", "«E004»[[block]]") + TEA, "blocks"),
        ("«E004»[room]\nid = 'a'\nname = 'A'\n", "rooms"),
        (WALK.replace("[[sessions]]", "«E004»[[talks]]"), "sessions"),
        ("«E004»[program]\n", "programme"),
    ],
)
def test_a_misspelt_table_is_told_at_its_first_head(text: str, nearest: str) -> None:
    assert f'"{nearest}"' in only_problem(text).message


def test_unknown_keys_of_all_tables_are_told() -> None:
    read_marked(
        "«E004»colour = 1\n"
        + '\n[[days]]\ndate = 2025-02-13\n«E004»opening = "x"\n'
        + '\n[[rooms]]\nid = "a"\nname = "A"\n«E004»floor = 2\n'
        + '\n[[rooms]]\nid = "b"\nname = "B"\n'
        + '\n[[routes]]\nfrom = "a"\nto = "b"\nminutes = 1\n«E004»via = "c"\n'
        + block('start = "12:00"\n«E004»around = 5')
        + session("«E004»kind = 1")
        + '\n[[accepted]]\nrule = "C101"\nsessions = ["walk"]\nreason = "x"\n«E004»by = "me"\n',
        f"«E004»format = 1\n{HEAD}",
    )


def test_an_unknown_table_in_a_session_is_told_at_its_head() -> None:
    read_marked(session("") + '«E004»[sessions.extra]\na = "b"\n')


def test_the_python_name_of_a_key_is_unknown() -> None:
    read_marked(
        '[[rooms]]\nid = "a"\nname = "A"\n[[rooms]]\nid = "b"\nname = "B"\n'
        '[[routes]]\n«E004»from_ = "b"\nto = "a"\nminutes=1'
    )


def test_an_unknown_key_leaves_the_rest_of_its_table_checked() -> None:
    read_marked(LUNCH + session('«E004»titel = "x"\nblock = «E006»"lunhc"'))


@pytest.mark.parametrize("key", ['"title"', "'title'", "title"])
def test_a_known_key_may_stand_in_quotes(key: str) -> None:
    read_marked(WALK.replace("title", key))
