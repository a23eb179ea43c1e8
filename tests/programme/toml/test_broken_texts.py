"""E001: texts that go on in another line, in quotes that end with the first one."""

import pytest

from tests.helpers import HEAD
from tests.programme.marked import WALK, places
from tui_planner.programme.reading.read_programme import read_text
from tui_planner.programme.toml.source import Source

_LINE = (HEAD + WALK).count("\n") + 1


@pytest.mark.parametrize(
    ("text", "first", "last", "lines"),
    [
        ('"To the sea\nand back."', '"""To the sea', 'and back."""', 2),
        ("'To the sea\n\n  and \"back\".'", "'''To the sea", "and \"back\".'''", 3),
        ('"\nTo the sea.\n"  # by bus', '"""', '"""  # by bus', 3),
        ('"To \\"the\\" sea\nof "waves"\nand back."', '"""To \\"the\\" sea', 'and back."""', 3),
        ('"To [the] sea,\n# 1 in the world."', '"""To [the] sea,', '# 1 in the world."""', 2),
    ],
)
@pytest.mark.parametrize("key", ["description", "agenda"])
def test_a_text_of_several_lines_is_told_to_take_three_quotes(
    key: str, text: str, first: str, last: str, lines: int
) -> None:
    file = HEAD + WALK + f"{key} = {text}\nstatus = 'later'\n"
    broken, status = read_text(Source("p.toml", file)).problems
    assert places((broken,)) == [("E001", _LINE, len(key) + 4)]
    assert "needs three quotes at both ends" in broken.message
    end = _LINE + lines - 1
    assert broken.hint == f"Write as line {_LINE}: {key} = {first}; as line {end}: {last}"
    assert (status.rule.code, status.place.line) == ("E003", end + 1)  # the rest is read


def test_what_the_hint_says_makes_the_text_whole() -> None:
    file = HEAD + WALK + 'description = """To the sea\nand back."""\n'
    programme = read_text(Source("p.toml", file)).programme
    assert programme is not None
    assert programme.sessions[0].description == "To the sea\nand back."


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('track = "To the\n  sea"', 'track = "To the sea"'),
        ("hosts = ['Port of\n\nHoorn', 'Town']", "hosts = ['Port of Hoorn', 'Town']"),
        ('links = [{ url = "https://a.example/", title = "To\nsea" }]', "To sea"),
    ],
)
def test_a_text_of_one_line_is_told_to_stand_on_one(written: str, meant: str) -> None:
    (broken,) = read_text(Source("p.toml", HEAD + WALK + written + "\n")).problems
    assert (broken.rule.code, broken.place.line) == ("E001", _LINE)
    assert "has to stand on one" in broken.message
    assert broken.hint.startswith("Write: ")
    assert meant in broken.hint


@pytest.mark.parametrize("quote", ['"', "'"])
def test_a_text_that_nothing_ends_is_told_to_be_closed(quote: str) -> None:
    file = HEAD + WALK + f"description = {quote}To the sea\ntrack = {quote}a{quote}\n"
    (broken,) = read_text(Source("p.toml", file)).problems
    assert broken.message == "This is not TOML: the quotes of this text are not closed."
    assert broken.hint == f"Write: description = {quote}To the sea{quote}"


def test_a_thousand_lines_behind_a_quote_take_no_time() -> None:
    text = 'description = "a\n' + "b'\n" * 100_000
    reading = read_text(Source("p.toml", HEAD + WALK + text))
    assert reading.problems
