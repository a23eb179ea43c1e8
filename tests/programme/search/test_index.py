"""Finding by words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import programme_of
from tui_planner.programme.model import Programme
from tui_planner.programme.search.index import Index, fold_text

BODY = """
[[rooms]]
id = "grote-zaal"
name = "Grote zaal"
[[sessions]]
id = "energie"
title = "Énergie voor de stad"
start = "10:00"
end = "11:00"
track = "Klimaat"
speakers = ["Kees Vendrik"]
[[sessions]]
id = "stad"
title = "Wonen"
description = "Over de stad en haar energie."
start = "09:00"
end = "10:00"
room = "grote-zaal"
hosts = ["Themagroep Wonen"]
[[sessions]]
id = "zorg"
title = "Zorgakkoord"
start = "12:00"
end = "13:00"
"""


@pytest.fixture
def index() -> Index:
    return Index(programme_of(BODY))


def found(index: Index, query: str) -> list[str]:
    return [thing.id for thing in index.find(query)]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("energie", ["energie", "stad"]),  # in a title first, though it is later
        ("ENERGIE stad", ["energie", "stad"]),
        ("énergïe", ["energie", "stad"]),
        ("klimaat", ["energie"]),
        ("vendrik", ["energie"]),
        ("grote zaal", ["stad"]),
        ("themagroep", ["stad"]),
        ("haar energie", ["stad"]),
        ("", []),
        ("  ", []),
        ("niets", []),
    ],
)
def test_every_word_must_be_said_somewhere(index: Index, query: str, ids: list[str]) -> None:
    assert found(index, query) == ids


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("enrgie", ["energie", "stad"]),  # a letter too few
        ("eneergie", ["energie", "stad"]),
        ("enegrie", ["energie", "stad"]),  # two turned round
        ("klimat", ["energie"]),
        ("klmi", ["energie"]),  # while one is still typing
        ("zorgakord", ["zorg"]),
        ("zorgaccoord", ["zorg"]),  # two slips in a long word
        ("wonem", ["stad"]),
        ("zorh", ["zorg"]),
        ("znrh", []),  # two slips in a short word
        ("sta", ["energie", "stad"]),
        ("stq", []),  # too short for a slip
    ],
)
def test_small_slips_are_forgiven(index: Index, query: str, ids: list[str]) -> None:
    assert sorted(found(index, query)) == sorted(ids)


def test_slips_are_forgiven_only_where_nothing_is_said_exactly() -> None:
    index = Index(
        programme_of(
            """
[[sessions]]
id = "boten"
title = "Boten"
start = "09:00"
end = "10:00"
[[sessions]]
id = "bomen"
title = "Bomen"
start = "10:00"
end = "11:00"
"""
        )
    )
    assert found(index, "bomen") == ["bomen"]
    assert found(index, "botem") == ["boten"]


@given(st.text(max_size=12))
def test_any_query_ends_and_finds_only_what_there_is(query: str) -> None:
    index = Index(programme_of(BODY))
    assert {thing.id for thing in index.find(query)} <= {"energie", "stad", "zorg"}


def test_a_letter_that_has_no_case_of_its_own_is_folded_too() -> None:
    assert fold_text("𝕬") == "a"


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold_text(fold_text(text)) == fold_text(text)


def test_the_walks_of_the_shipped_day(hoorn: Programme) -> None:
    ids = {thing.id for thing in Index(hoorn).find("wandeling")}
    assert {"wandeling-gouden-erfgoed", "wandeling-westerdijk", "strandwandeling"} <= ids
