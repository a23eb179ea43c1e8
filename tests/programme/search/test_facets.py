"""Filters among the words to find."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import programme_of
from tui_planner.programme.search.facets import Facets, Filter
from tui_planner.programme.search.index import Index

BODY = """
[[rooms]]
id = "great"
name = "Great hall"
[[rooms]]
id = "small"
name = "Small hall"
[[blocks]]
id = "lunch"
kind = "meal"
title = "Lunch"
start = "12:00"
end = "13:00"
[[sessions]]
id = "sun"
title = "Sun"
start = "10:00"
end = "11:00"
track = "Énergie"
room = "great"
speakers = ["Ann Ode", "Bob"]
language = "nl"
[[sessions]]
id = "wind"
title = "Wind and sun"
start = "11:00"
end = "12:00"
track = "Energy from wind"
room = "small"
speakers = ["Bob"]
[[sessions]]
id = "soup"
title = "Soup"
block = "lunch"
track = "Food"
room = "great"
"""
STATES = {"open": frozenset({"sun", "soup"}), "fits": frozenset({"sun", "wind"})}


@pytest.fixture
def facets() -> Facets:
    return Facets(programme_of(BODY), lambda: STATES)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("track:energ", {"sun", "wind"}),  # a part, accents and case aside
        ("track:energie", {"sun"}),
        ("TRACK:Energie", {"sun"}),
        ("room:hall", {"sun", "wind", "soup"}),
        ('room:"great hall"', {"sun", "soup"}),
        ('room:"great', {"sun", "soup"}),  # while one is still typing
        ("speaker:bob", {"sun", "wind"}),
        ("kind:meal", {"soup", "lunch"}),
        ("lang:nl", {"sun"}),
        ("is:open", {"sun", "soup"}),
        ("is:open is:fits", {"sun"}),  # states all have to hold
        ("track:energie track:food", {"sun", "soup"}),  # values of one key add up
        ("track:energ room:small", {"wind"}),  # different keys all have to hold
        ("track:nothing", set()),
    ],
)
def test_what_filters_leave(facets: Facets, text: str, ids: set[str]) -> None:
    typed = facets.parse(text)
    assert typed.words == ""
    assert facets.select_ids(typed.filters) == frozenset(ids)


def test_words_among_filters(facets: Facets) -> None:
    typed = facets.parse('sun room:"great hall" bright is:open')
    assert typed.words == "sun bright"
    assert typed.filters == (Filter("room", "Great hall".lower()), Filter("is", "open"))


@pytest.mark.parametrize("text", ["http://example.org", "re:think", "open", "12:30", "x", "track:"])
def test_what_is_no_filter_is_words(facets: Facets, text: str) -> None:
    assert facets.parse(text).words == text
    assert facets.select_ids(facets.parse(text).filters) is None


def test_what_a_filter_may_become_the_most_frequent_first(facets: Facets) -> None:
    found = facets.find_unfinished("sun room:ha")
    assert found == ("sun ", Filter("room", "ha"))
    assert facets.list_values(Filter("room", "ha")) == [
        (Filter("room", "Great hall"), 2),
        (Filter("room", "Small hall"), 1),
    ]
    assert facets.list_values(Filter("track", "zzz")) == []
    assert facets.find_unfinished("room:hall sun") is None


def test_a_filter_is_written_as_it_is_read(facets: Facets) -> None:
    for one in (Filter("room", "Great hall"), Filter("track", "Food")):
        assert facets.parse(str(one)).filters == (one,)


def test_only_keys_that_the_programme_has_values_of() -> None:
    body = '[[sessions]]\nid = "a"\ntitle = "A"\nstart = "10:00"\nend = "11:00"\ntrack = "T"\n'
    assert Facets(programme_of(body), dict).keys == ["track", "is"]


def test_words_are_found_among_what_filters_leave() -> None:
    index = Index(programme_of(BODY))
    assert [thing.id for thing in index.find("sun")] == ["sun", "wind"]
    assert [thing.id for thing in index.find("sun", frozenset({"wind", "soup"}))] == ["wind"]
    assert [thing.id for thing in index.find("", frozenset({"soup", "sun"}))] == ["sun", "soup"]
    assert [thing.id for thing in index.find("snu wind", frozenset({"soup"}))] == []


@given(st.lists(st.sampled_from(["su", "sun", "win", "wnid", "hall", "s", ""]), max_size=6))
def test_what_was_sought_before_changes_nothing(queries: list[str]) -> None:
    index = Index(programme_of(BODY))
    for query in queries:
        assert index.find(query) == Index(programme_of(BODY)).find(query)


@given(st.text(alphabet='track:isopen "é', max_size=20))
def test_any_text_can_be_read(text: str) -> None:
    facets = Facets(programme_of(BODY), lambda: STATES)
    facets.select_ids(facets.parse(text).filters)
    facets.find_unfinished(text)
