"""How much of anything is a programme: what goes beyond is refused in one sentence (E010)."""

import pytest

from tests.helpers import HEAD, reading_of
from tui_planner.programme.reading.read_programme import read_text
from tui_planner.programme.reading.read_result import ReadResult
from tui_planner.programme.toml.limits import MOST_FAULTS, MOST_OF_A_TABLE, MOST_VALUES
from tui_planner.programme.toml.source import Source

pytestmark = pytest.mark.slow

SESSION = '[[sessions]]\nid = "s{}"\ntitle = "A talk"\nstart = "10:00"\n'


def codes(reading: ReadResult) -> list[str]:
    return [problem.rule.code for problem in reading.problems]


def test_as_many_sessions_as_can_be_and_one_more() -> None:
    sessions = [SESSION.format(n) for n in range(MOST_OF_A_TABLE + 1)]
    reading = reading_of("".join(sessions[1:]))
    assert reading.programme is not None
    assert len(reading.programme.sessions) == MOST_OF_A_TABLE
    (problem,) = reading_of("".join(sessions)).problems
    assert problem.rule.code == "E010"
    assert "20001 [[sessions]]" in problem.message
    assert "20000" in problem.message
    assert problem.hint


@pytest.mark.parametrize("array", ["days", "rooms", "routes", "blocks", "accepted"])
def test_so_it_is_with_every_table(array: str) -> None:
    (problem,) = reading_of(f"[[{array}]]\n" * (MOST_OF_A_TABLE + 1)).problems
    assert problem.rule.code == "E010"
    assert f"[[{array}]]" in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "[[sessions]]\n" * 1_000_000,
        "sessions = [" + "{}," * MOST_VALUES + "]\n",
        "x = [" + "[]," * MOST_VALUES + "]\n",
        "".join(f"k{n} = 1\n" for n in range(MOST_VALUES + 1)),
        ".".join(["a"] * (MOST_VALUES + 2)) + " = 1\n",
        ("[" + ".".join(["a"] * 1_000) + "]\n") * (MOST_VALUES // 999 + 1),
        'x = """\n' + "[[sessions]]\n" * 1_000_000,
        'x = "\n' + "[[sessions]]\n" * 1_000_000,
    ],
    ids=["heads", "inline", "lists", "keys", "dots", "deep heads", "open text", "open quotes"],
)
def test_too_many_keys_and_values_are_told_before_they_are_read(text: str) -> None:
    (problem,) = read_text(Source("test.toml", text + HEAD)).problems
    assert problem.rule.code == "E010"
    assert str(MOST_VALUES) in problem.message
    assert "20000 sessions" in problem.message


def test_signs_in_texts_and_comments_are_no_values() -> None:
    signs = "a.b, [c] = {d} " * (MOST_VALUES // 3)
    texts = [f'"{signs} \\" = "', f"'{signs}'", f'"""\n{signs}\n \\""" ="""', f"'''{signs}\n'''"]
    for text in texts:
        reading = reading_of("", f"{HEAD}description = {text}\n# ' {signs}\n")
        assert reading.programme is not None, reading.problems


def test_quotes_that_do_not_end_hide_nothing() -> None:
    hidden = 'x = = 1\n"""\n' + "[[sessions]]\n" * 1_000_000 + '"""\n'
    reading = reading_of(hidden)
    assert reading.programme is None
    assert len(reading.problems) < 10


def test_more_faults_than_anyone_reads_end_with_one_that_says_so() -> None:
    body = "".join(f"key{n} = 1\n" for n in range(MOST_FAULTS + 10))
    problems = read_text(Source("test.toml", HEAD + body)).problems
    assert len(problems) == MOST_FAULTS + 1
    assert [problem.message for problem in problems if problem.rule.code == "E010"] == [
        f"It has more than {MOST_FAULTS} faults: the others are not told."
    ]


def test_what_may_be_meant_is_told_of_many_slips_and_of_very_many_not() -> None:
    known = "".join(SESSION.format(f"ession-{n}") for n in range(4_000))
    wrong = "".join(SESSION.format(f"x{n}") + f'part_of = "sesion-{n}"\n' for n in range(4_000))
    hints = [problem.message for problem in reading_of(known + wrong).problems]
    assert len(hints) == 4_000
    meant = sum("Did you mean" in hint for hint in hints)
    assert 100 < meant < 1_000
    assert 'Did you mean "session-0"?' in hints[0]


def test_a_word_of_any_length_is_no_slip() -> None:
    long = "x" * 1_000_000
    body = SESSION.format(long) + SESSION.format("1") + f'part_of = "{long}y"\n'
    (problem,) = reading_of(body).problems
    assert problem.rule.code == "E006"
    assert "Did you mean" not in problem.message


def test_a_line_of_signs_is_one_fault() -> None:
    for line in ("x " + "=" * 400_000, "x =" + "[=" * 200_000, "[" * 400_000, "x.y" * 400_000):
        assert codes(reading_of(line + "\n"))[:1] == ["E001"]


def test_far_too_long_a_text_with_faults_ends_with_those_that_could_be_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    body = "".join(SESSION.format(n) for n in range(200)) + "x = = 1\n" * 40
    assert codes(reading_of(body)) == ["E001"] * 40
    monkeypatch.setattr("tui_planner.programme.toml.faulty_lines._MOST_PARSED", 20 * len(body))
    found = reading_of(body)
    assert found.programme is None
    assert 0 < len(found.problems) < 40


def test_of_very_many_days_a_hint_lists_the_first() -> None:
    days = "".join(f"[[days]]\ndate = {year}-01-01\n" for year in range(1900, 2900))
    head = '[programme]\ntitle = "A day"\ntimezone = "Europe/Amsterdam"\n'
    (problem,) = reading_of(days + SESSION.format(1) + "day = 2025-02-13\n", head).problems
    assert "1900-01-01" in problem.hint
    assert len(problem.hint) < 500
