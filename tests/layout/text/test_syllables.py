"""Words too long for a line are broken where one would break them by hand."""

import pytest
from rich.cells import cell_len

from tui_planner.layout.text.cells import wrap


@pytest.mark.parametrize(
    ("word", "width", "lines"),
    [
        ("arbeidsmigranten", 13, ["arbeidsmi-", "granten"]),
        ("maatschappelijke", 11, ["maatschap-", "pelijke"]),
        ("maatschappelijke", 8, ["maat-", "schappe-", "lijke"]),
        ("Stadslogistiek", 12, ["Stadslogis-", "tiek"]),
        ("Strandwandeling", 9, ["Strand-", "wandeling"]),
        ("Samenwerking", 11, ["Samenwer-", "king"]),
        ("financiën", 7, ["finan-", "ciën"]),
        ("Successfully", 9, ["Success-", "fully"]),
        ("woon-zorgvisie", 9, ["woon-", "zorgvisie"]),
        ("and/orwhatever", 9, ["and/", "orwhate-", "ver"]),
        ("ÉCOLES", 5, ["ÉCO-", "LES"]),
    ],
)
def test_a_long_word_is_broken_between_syllables(word: str, width: int, lines: list[str]) -> None:
    assert wrap(word, width, 9) == lines


@pytest.mark.parametrize("word", ["xkcdxkcdxkcd", "1234567890123", "日本語日本語日本語"])
def test_what_has_no_syllables_fills_the_line(word: str) -> None:
    first, *rest = wrap(word, 8, 9)
    assert cell_len(first) >= 7
    assert "".join(line.removesuffix("-") for line in [first, *rest]) == word
