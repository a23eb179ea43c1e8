"""E001: what is not TOML, all of it in one run, and the rest of the file all the same."""

import pytest

from tests.helpers import HEAD, SHIPPED
from tests.programme.marked import LUNCH, WALK, block, only_problem, places, read_marked, session
from tui_planner.programme.reading.read_programme import read_text
from tui_planner.programme.toml.source import Source


@pytest.mark.parametrize(
    "line",
    [
        "title = «E001»",
        "titel «E001»'x'",
        "«E001»= 5",
        "«E001»room = 'x",
        'room = "x«E001»',
        "room = «E001»hall",
        "room = 5 «E001»6",
        "room «E001»",
        "around = 0«E001»5",
        "overrun = 9«E001»:30",
        "end = «E001»2025-02-30",
        'room = "a\\q«E001»"',
        "hosts = [«E001»a]",
        "«E001»title = 'again'",
        "  «E001»id = 'again'",
        "na«E001»ïve = 1",
        "«E001»x = " + "[" * 1000,
        "«E001»x = " + "9" * 5000,
        '«E001»hosts = ["One",',
        '«E001»hosts = ["One",\n  "Two"',
        '«E001»description = """\n  never closed\n',
        "«E001»description = '''",
        "hosts = [\n  'One',\n  «E001»two,\n]",
        '«E001»title = """a\n  again"""',
    ],
)
def test_a_broken_line_is_the_only_problem_of_its_table(line: str) -> None:
    problem = only_problem(LUNCH + session(line) + WALK.replace('"walk"', '"tour"'))
    assert problem.message.startswith("This is not TOML: ")
    assert len(problem.message) < 200


def test_broken_lines_are_all_told_side_by_side_and_far_apart() -> None:
    read_marked(
        block('start = "12:30«E001»\nroom = «E001»hall\nurl «E001»x')
        + session("room = «E001»hall")
        + session('hosts = «E003»"x"\nurl = 5 «E001»6').replace('"walk"', '"tour"')
    )


def test_twenty_broken_lines_and_more() -> None:
    read_marked("".join(session(f"room{n} = «E001»x").replace("walk", f"w{n}") for n in range(30)))


@pytest.mark.parametrize(
    "text", ["[", "[[", "[a", "[a\n[[", "[a]\n" * 99, "x\n[\n" * 99, "= [\n" * 99]
)
def test_heads_that_never_end_do_not_go_on_for_ever(text: str) -> None:
    assert read_text(Source("heads.toml", text)).problems[0].rule.code == "E001"


def test_a_text_of_no_toml_at_all_does_not_go_on_for_ever() -> None:
    reading = read_text(Source("prose.txt", "Dear all, see below.\n" * 500))
    assert reading.programme is None
    assert {problem.rule.code for problem in reading.problems} == {"E001"}
    assert len(reading.problems) <= 50


@pytest.mark.parametrize(
    "line", ["id = «E001»walk", "title = «E001»A walk", "start «E001»'12:45'", "id = 'walk«E001»"]
)
def test_no_key_is_missing_where_its_line_is_broken(line: str) -> None:
    lines = {"id": "id = 'walk'", "title": "title = 'W'", "start": "start = '12:45'"}
    lines[line.split(maxsplit=1)[0]] = line
    read_marked("[[sessions]]\n" + "\n".join(lines.values()) + "\n")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('title = "A day"', "title = «E001»A day"),
        ("date = 2025-02-13", "date = 13«E001»-02-2025"),
        ('timezone = "Europe/Amsterdam"', 'timezone = "Europe/Amsterdam«E001»'),
        ("[programme]", "[programme«E001»"),
    ],
)
def test_no_key_of_the_programme_is_missing_either(old: str, new: str) -> None:
    read_marked(LUNCH + WALK, HEAD.replace(old, new))


def test_what_is_missing_from_other_tables_is_told() -> None:
    read_marked(session("room = «E001»x") + '«E002»[[sessions]]\nid = "y"\nstart = "12:00"\n')


def test_references_to_an_id_on_a_broken_line_are_not_accused() -> None:
    read_marked(
        LUNCH.replace('"lunch"', "«E001»lunch") + session('block = "lunch"\npart_of = «E006»"none"')
    )


def test_other_faults_are_told_beside_a_broken_line() -> None:
    read_marked(
        LUNCH
        + session('url = «E001»x\nblock = «E006»"lunhc"')
        + session("", 'start = "12:45"\nend = «E007»"12:00"').replace('"walk"', '«E005»"walk"')
        + session('block = "lunch"', 'start = «E008»"09:00"').replace('"walk"', '"tour"')
    )


def test_a_broken_head_keeps_its_table_apart() -> None:
    read_marked(
        LUNCH.replace("[[blocks]]", "[[blocks«E001»]")
        + WALK.replace("[[sessions]]", "[[sessions«E001»").replace('"12:45"', "«E003»1245")
        + LUNCH.replace('"lunch"', "«E005»'lunch'")
    )


def test_an_array_opened_as_a_table_is_told_at_its_head() -> None:
    tour = WALK.replace('"walk"', '"tour"')
    read_marked(WALK + tour.replace("[[sessions]]", "«E001»[sessions]"))
    read_marked(f"{HEAD.replace('[programme]', '«E001»[programme]')}", HEAD)


def test_a_head_that_nobody_can_read_takes_only_its_own_table_along() -> None:
    read_marked("[wh «E001»at]\nid = 5\n" + session("around = «E003»'x'"))


def test_an_unclosed_text_is_found_where_it_begins_and_not_where_the_next_one_does() -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    last = 'sluit de sessie af."""'
    assert text.count(last) == 1
    line = text[: text.rindex('description = """', 0, text.index(last))].count("\n") + 1
    (problem,) = read_text(Source("p.toml", text.replace(last, last[:-3]))).problems
    assert (problem.rule.code, problem.place.line) == ("E001", line)


def test_a_broken_item_of_a_list_of_tables_leaves_the_others() -> None:
    head = "sessions = [\n  { id = 'a', titel «E001»'x' },\n  { id = «E003»5 },\n]\n" + HEAD
    read_marked("", head)


@pytest.mark.parametrize(
    ("line", "column"), [('x = "abc', 9), ('x = """\\', 9), ("x", 2), ("x =", 4), ("[x", 3)]
)
def test_an_error_at_the_end_of_the_text_lies_within_it(line: str, column: int) -> None:
    reading = read_text(Source("t.toml", HEAD + line))
    assert places(reading.problems) == [("E001", 5, column)]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('track = "A walk', "the quotes of this text are not closed"),
        ('track = "A walk" by "the sea"', "a new one needs a line of its own"),
        ("room = hall", "no value can begin so"),
        ('= "hall"', "neither a key nor the head of a table can begin so"),
        ('id = "again"', "this key or table is there already"),
        ("[programme]", "this key or table is there already"),
    ],
)
def test_the_usual_slips_are_told_in_plain_words(line: str, said: str) -> None:
    reading = read_text(Source("test.toml", HEAD + WALK + line + "\n"))
    told = [problem.message for problem in reading.problems if problem.rule.code == "E001"]
    assert len(told) == 1
    assert said in told[0]
