"""E002: what a programme cannot do without."""

import pytest

from tests.helpers import HEAD
from tests.programme.marked import LUNCH, SEVERAL_DAYS, WALK, block, only_problem, read_marked

_TABLES = {
    "days": "date = 2025-02-13\n",
    "rooms": 'id = "r"\nname = "Room"\n',
    "routes": 'from = "a"\nto = "b"\nminutes = 5\n',
    "blocks": 'id = "b"\nkind = "meal"\ntitle = "B"\nstart = "12:00"\n',
    "sessions": 'id = "s"\ntitle = "S"\nstart = "12:00"\n',
    "accepted": 'rule = "C101"\nsessions = ["b"]\nreason = "known"\n',
}
_ROOMS = '[[rooms]]\nid = "a"\nname = "A"\n[[rooms]]\nid = "b"\nname = "B"\n'
_REQUIRED = [
    (table, line) for table, lines in _TABLES.items() for line in lines.splitlines(keepends=True)
]


@pytest.mark.parametrize(("table", "line"), _REQUIRED)
def test_a_missing_key_is_reported_at_the_head_of_its_table(table: str, line: str) -> None:
    key = line.split(maxsplit=1)[0]
    rest = _TABLES[table].replace(line, "")
    problem = only_problem(
        f"{_ROOMS if table != 'rooms' else ''}\n# a table\n  «E002»[[{table}]]\n{rest}"
        f"{_AFTER.get(table, '')}"
    )
    assert f'"{key}"' in problem.message


_AFTER = {"accepted": '[[blocks]]\nid = "b"\nkind = "meal"\ntitle = "B"\nstart = "12:00"\n'}


@pytest.mark.parametrize("key", ["title", "date", "timezone"])
def test_a_programme_needs_title_date_and_zone(key: str) -> None:
    head = "".join(
        line for line in HEAD.splitlines(keepends=True) if not line.startswith(f"{key} ")
    )
    problem = only_problem(WALK, f"# first\n«E002»{head}")
    assert f'"{key}"' in problem.message


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", WALK, LUNCH])
def test_a_file_without_a_programme_table_is_one_problem_and_not_three(text: str) -> None:
    problem = only_problem(text, "«E002»")
    assert "[programme]" in problem.message


def test_all_that_a_table_lacks_is_told_at_once() -> None:
    read_marked("«E002 E002 E002 E002»[[blocks]]\n")


def test_a_start_is_missing_where_only_an_end_is_given() -> None:
    read_marked(LUNCH + '«E002»[[sessions]]\nid="x"\ntitle="X"\nblock="lunch"\nend="13:00"\n')


def test_a_start_is_missing_where_no_block_lends_one() -> None:
    read_marked('«E002»[[sessions]]\nid="x"\ntitle="X"\n')


def test_a_session_of_a_block_needs_no_times() -> None:
    read_marked(LUNCH + '[[sessions]]\nid="x"\ntitle="X"\nblock="lunch"\n')


def test_several_days_ask_every_block_and_free_session_for_its_day() -> None:
    text = block('start = "12:00"') + WALK
    marked = text.replace("[[", "«E002»[[")
    problem = read_marked(marked, SEVERAL_DAYS).problems[0]
    assert '"day"' in problem.message
    assert "2025-02-13" in problem.hint


@pytest.mark.parametrize(
    "extra",
    ["day = 2025-02-14\n", ""],
)
def test_a_session_of_a_block_takes_its_day(extra: str) -> None:
    read_marked(
        block('day = 2025-02-14\nstart = "12:00"')
        + f'[[sessions]]\nid="x"\ntitle="X"\nblock="lunch"\n{extra}',
        SEVERAL_DAYS,
    )


def test_a_full_date_and_time_says_the_day_too() -> None:
    read_marked(
        '[[sessions]]\nid="x"\ntitle="X"\nstart=2025-02-14T10:00:00\nend=2025-02-14T11:00:00\n',
        SEVERAL_DAYS,
    )


def test_one_day_in_a_days_table_is_the_day_of_all() -> None:
    head = SEVERAL_DAYS.rsplit("[[days]]", 1)[0]
    read_marked(LUNCH + WALK, head)


def test_a_faulty_list_of_days_is_not_also_a_missing_date() -> None:
    head = HEAD.replace("date = 2025-02-13\n", "")
    read_marked(WALK, f"days = «E003»5\n{head}")
