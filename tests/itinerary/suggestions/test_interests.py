"""What of a session meets a like: whole words first, then beginnings, then parts."""

import pytest

from tests.builders import plan_of
from tests.helpers import programme_of
from tests.itinerary.suggestions.test_best_day import added
from tui_planner.itinerary.suggestions.best_day import suggest
from tui_planner.itinerary.suggestions.interests import Interests
from tui_planner.programme.model import Programme


def test_a_track_itself_counts_most_and_short_words_stand_alone() -> None:
    programme = programme_of(
        """
[[sessions]]
id = "a"
title = "Painting with AI"
start = "09:00"
end = "10:00"
[[sessions]]
id = "b"
title = "Said in the main hall"
start = "09:00"
end = "10:00"
track = "Ai"
[[sessions]]
id = "c"
title = "Chair painting"
start = "11:00"
end = "12:00"
"""
    )
    assert added(suggest(plan_of(programme), ["AI"])) == ["b"]
    points = [Interests(["áI"], programme.sessions).score(one) for one in programme.sessions]
    assert points[1] > points[0] > points[2] == 0


def words_day(*titles: str) -> Programme:
    return programme_of(
        "\n".join(
            f'[[sessions]]\nid = "s{number}"\ntitle = "{title}"\nstart = "{9 + number}:00"\n'
            f'end = "{9 + number}:30"\ntrack = "Trusted Computing"'
            for number, title in enumerate(titles)
        )
    )


@pytest.mark.parametrize(
    ("like", "titles", "wanted", "why"),
    [
        ("rust", ["Rust 101", "Zero trust", "A"], ["s0"], 'you like "rust"'),
        ("java", ["JavaScript", "Java today", "A"], ["s1"], 'you like "java"'),
        ("java", ["JavaScript", "B", "A"], ["s0"], 'you like "java" (begins "javascript")'),
        (
            "zorg",
            ["De woonzorgvisie", "Zorgvuldig"],
            ["s1"],
            'you like "zorg" (begins "zorgvuldig")',
        ),
        (
            "zorg",
            ["De woonzorgvisie", "B"],
            ["s0"],
            'you like "zorg" (only a part of "woonzorgvisie")',
        ),
        (
            "rust day",
            ["Trusted daylight", "Day of rust"],
            ["s1"],
            'you like "rust day"',
        ),
        ("rus", ["Trust", "Rusty"], [], ""),  # a short word stands alone
    ],
)
def test_whole_words_first_then_beginnings_then_parts(
    like: str, titles: list[str], wanted: list[str], why: str
) -> None:
    found = suggest(plan_of(words_day(*titles)), [like])
    assert added(found) == wanted
    assert [one.reasons[0] for one in found.add] == [why] * len(wanted)


def test_a_closer_word_counts_for_more_than_a_likelier_place() -> None:
    programme = words_day("Java today", "Painting", "Zorgvuldig")
    interests = Interests(["java", "zorg"], programme.sessions)
    whole, none, beginning = (interests.score(one) for one in programme.sessions)
    assert whole > beginning > none == 0
