"""What the tables of an itinerary's file may hold, and how the place of a fault is told."""

import re
from datetime import date, datetime

import pytest

from tui_planner.itinerary.storage.record_tables import make_table, parse_itinerary

BASE = {"format": 1, "programme": "a-day"}
NOON = datetime(2025, 2, 13, 12)  # noqa: DTZ001 - a wall time
CALL = {"title": "Call", "start": "09:00", "end": "10:00"}


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"choices": [{"session": ""}]}, "choices.0.session: it is empty"),
        ({"choices": [{"session": "a\nb"}]}, "choices.0.session: it has control characters"),
        ({"choices": [{"session": 1}]}, "choices.0.session: it is no text"),
        ({"choices": [{"priority": "must"}]}, "choices.0.session: it is missing"),
        (
            {"choices": [{"session": "a"}, {"session": "b", "priority": "urgent"}]},
            'choices.1.priority: "urgent" is not one of: "must", "want", "maybe"',
        ),
        ({"choices": [{"session": "a", "join": 930}]}, "choices.0.join: 930 is no time"),
        ({"choices": [{"session": "a", "join": "25:00"}]}, "choices.0.join: "),
        ({"choices": [{"session": "a", "note": "\x1b[31m"}]}, "choices.0.note: it has control"),
        ({"choices": [{"session": "a", "title": 3}]}, "choices.0.title: it is no text"),
        ({"choices": [{"session": "a", "start": "10:00"}]}, "choices.0.start: it is no date"),
        ({"choices": [{"session": "a", "speakers": "b"}]}, "choices.0.speakers: it is no list"),
        ({"choices": [{"session": "a", "speakers": [2]}]}, "choices.0.speakers.0: it is no text"),
        ({"choices": [1]}, "choices.0: it is no table"),
        ({"choices": {"session": "a"}}, "choices: it is no list"),
        ({"appointments": [{**CALL, "day": NOON}]}, "appointments.0.day: it is no date"),
        ({"appointments": [{"title": "Call", "start": "09:00"}]}, "appointments.0.end: it is miss"),
        ({"companions": [{"name": "Zus", "sessions": [""]}]}, "companions.0.sessions.0: it is em"),
        ({"likes": [" "]}, "likes.0: it is empty"),
        ({"format": True}, "format: true is not one of: 1"),
        ({"format": 1.0}, "format: 1.0 is not one of: 1"),
        ({"programme": 3}, "programme: it is no text"),
    ],
)
def test_what_cannot_be_is_told_with_its_place(values: dict[str, object], told: str) -> None:
    with pytest.raises(ValueError, match=re.escape(told)):
        parse_itinerary({**BASE, **values})


def test_blanks_around_a_line_do_not_count() -> None:
    read = parse_itinerary({**BASE, "choices": [{"session": " a "}], "appointments": [CALL]})
    assert read.choices[0].session == "a"


def test_a_key_may_be_called_as_what_keeps_the_unknown_ones() -> None:
    values = {
        **BASE,
        "extra": 1,
        "choices": [{"session": "a", "priority": "want", "extra": {"extra": [date.min]}}],
    }
    assert make_table(parse_itinerary(values)) == values
