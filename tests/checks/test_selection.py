"""Which rules --select and --ignore leave."""

import pytest

from tui_planner.checks.registry import REGISTRY
from tui_planner.checks.selection import UnknownRuleError, match_rules, select_rules

CLASHES = {code for code in REGISTRY if code.startswith("C")}


@pytest.mark.parametrize(
    ("select", "ignore", "wanted"),
    [
        ([], [], set(REGISTRY)),
        (["C"], [], CLASHES),
        (["C1"], [], CLASHES),
        (["C10"], [], CLASHES),
        (["C101"], [], {"C101"}),
        (["C101,A204"], [], {"C101", "A204"}),
        (["C101", "A204"], [], {"C101", "A204"}),
        ([" C101 , A204 ,"], [], {"C101", "A204"}),
        (["c101"], [], {"C101"}),
        (["overlap"], [], {"C101"}),
        (["C"], ["C102"], CLASHES - {"C102"}),
        (["C102"], ["C"], {"C102"}),
        (["C"], ["C"], set()),
        ([], ["E,A"], CLASHES),
        ([], ["E", "A"], CLASHES),
        ([""], [""], set(REGISTRY)),
    ],
)
def test_what_is_left(select: list[str], ignore: list[str], wanted: set[str]) -> None:
    assert select_rules(select, ignore) == wanted


@pytest.mark.parametrize(
    ("word", "meant"),
    [("C201", '"C'), ("C1011", '"C101"'), ("overlp", '"overlap"'), ("no-desc", "?")],
)
def test_an_unknown_one_names_the_nearest(word: str, meant: str) -> None:
    for select, ignore in (([word], []), ([], [word]), ([f"C101,{word}"], [])):
        with pytest.raises(UnknownRuleError, match=word) as raised:
            select_rules(select, ignore)
        assert meant in str(raised.value)


@pytest.mark.parametrize("word", ["", "Z", "*", "%", "ﬀ"])
def test_a_word_like_none(word: str) -> None:
    with pytest.raises(UnknownRuleError):
        match_rules(word)
