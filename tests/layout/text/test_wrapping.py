"""Text in lines: broken at spaces, nothing lost while there are lines."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.layout.text.test_cells import FAMILY, FLAG, PIECES, texts
from tui_planner.layout.text.cells import wrap

relaxed = settings(deadline=None)
leads = st.sampled_from(["", "! ", "✓ ", "中 "])
words = st.lists(st.lists(st.sampled_from([p for p in PIECES if p not in " -/"]), min_size=1))
TITLE = "Dakloze arbeidsmigranten in beeld"


@relaxed
@given(texts, st.integers(0, 14), st.integers(0, 6), leads)
def test_as_many_lines_and_cells_as_asked_at_most(
    text: str, width: int, most: int, lead: str
) -> None:
    lines = wrap(text, width, most, lead=lead)
    assert len(lines) <= most
    assert all(cell_len(line) <= width for line in lines)


@relaxed
@given(words, st.integers(5, 14), leads)
def test_no_letter_is_lost_while_there_are_lines(
    parts: list[list[str]], width: int, lead: str
) -> None:
    text = " ".join("".join(part) for part in parts)
    lines = wrap(text, width, 1000, lead=lead)
    together = "".join(line.removesuffix("-") for line in lines)
    assert together.replace(" ", "") == ((lead if parts else "") + text).replace(" ", "")
    assert all(lines)


@relaxed
@given(words, st.integers(4, 14))
def test_a_line_never_ends_within_a_character(parts: list[list[str]], width: int) -> None:
    whole = [piece for part in parts for piece in part]
    ends = {"".join(whole[:n]) for n in range(len(whole) + 1)}
    seen = ""
    for line in wrap(" ".join("".join(part) for part in parts), width, 1000):
        seen += line.removesuffix("-").replace(" ", "")
        assert seen in ends


@relaxed
@given(words.filter(bool), st.integers(5, 14), st.integers(1, 4))
def test_the_lead_is_on_the_line_of_the_first_letter(
    parts: list[list[str]], width: int, most: int
) -> None:
    text = " ".join("".join(part) for part in parts)
    assert wrap(text, width, most, lead="! ")[0].startswith(f"! {parts[0][0]}")


@pytest.mark.parametrize(
    ("text", "width", "most", "expected"),
    [
        (TITLE, 40, 3, [TITLE]),
        (TITLE, 16, 3, ["Dakloze", "arbeidsmigranten", "in beeld"]),
        (TITLE, 16, 2, ["Dakloze", "arbeidsmigrante…"]),
        (TITLE, 7, 1, ["Dakloz…"]),
        ("abcdefghijk", 10, 2, ["abcdefg-", "hijk"]),
        ("Wonen/Welzijn", 7, 2, ["Wonen/", "Welzijn"]),
        ("中中中", 2, 9, ["中", "中", "中"]),
        ("中中中", 3, 9, ["中-", "中-", "中"]),
        (FAMILY * 4, 7, 2, [f"{FAMILY * 3}-", FAMILY]),
        (FLAG * 3, 5, 2, [f"{FLAG * 2}-", FLAG]),
        ("abc", 1, 2, ["…"]),
        ("", 9, 2, []),
        ("abc", 0, 2, []),
        ("abc", 9, 0, []),
    ],
)
def test_wrap(text: str, width: int, most: int, expected: list[str]) -> None:
    assert wrap(text, width, most) == expected


@pytest.mark.parametrize(
    ("width", "expected"),
    [(12, ["! Veiligheid"]), (11, ["! Veilighe…"]), (4, ["! V…"]), (3, ["!…"]), (1, ["…"])],
)
def test_a_lead_takes_its_cells_of_the_first_line(width: int, expected: list[str]) -> None:
    assert wrap("Veiligheid", width, 1, lead="! ") == expected


def test_a_lead_stays_with_a_word_broken_after_few_letters() -> None:
    assert wrap("abcdefg", 5, 3, lead="! ") == ["! ab-", "cdefg"]
