"""Where a programme's itinerary is kept: one safe file for each id."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_planner.itinerary.itinerary import Itinerary
from tui_planner.itinerary.storage.store import Store

SAFE = re.compile(r"[a-z0-9][a-z0-9-]*\.toml")
IDS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80),
    st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,30}", fullmatch=True),
    st.sampled_from(
        ["a-day", "A day", "A-Day", "á-day", "a_day", "../a-day", "a-day/..", ".", "..", "~"]
    ),
)


def test_a_plain_id_is_the_name(own_folders: Path) -> None:
    path = Store.of_user("bnd-g40-hoorn-2025").path
    assert path == own_folders / "tui-planner" / "itineraries" / "bnd-g40-hoorn-2025.toml"


@given(IDS)
def test_every_id_makes_a_safe_name(id_: str) -> None:
    path = Store.of_user(id_).path
    assert SAFE.fullmatch(path.name)
    assert len(path.name) <= 80
    assert path.parent == Store.of_user("a-day").path.parent


@given(IDS, IDS)
def test_different_ids_have_different_names(one: str, other: str) -> None:
    same = Store.of_user(one).path == Store.of_user(other).path
    assert same == (one == other)


def test_ids_that_differ_in_signs_only() -> None:
    ids = [
        "a-day",
        "A-day",
        "a day",
        "a_day",
        "á-day",
        "-a-day",
        "a-day!",
        "a/day",
        "日",
        "曜",
        "/",
    ]
    assert len({Store.of_user(id_).path for id_ in ids}) == len(ids)


@pytest.mark.parametrize("id_", ["x" * 300, "long-" * 100 + "id", "x" * 300 + "y", "日" * 300])
def test_a_long_id_can_be_kept(id_: str) -> None:
    store = Store.of_user(id_)
    store.save(Itinerary(programme=id_))
    assert store.load(id_).programme == id_
