"""The answers of pretalx: submissions, slots, the older talks, and the data of its widget."""

import json
from typing import Any

import pytest

from tests.exchange.importing.support import clock, imported, notes_of, programme
from tests.helpers import DATA
from tui_planner.exchange.importing import json_document
from tui_planner.exchange.importing.import_errors import NoScheduleError
from tui_planner.programme.model import BlockKind, Status

SUBMISSIONS = (DATA / "formats/pretalx-submissions.json").read_bytes()
SLOTS = (DATA / "formats/pretalx-slots.json").read_bytes()
TALKS = (DATA / "formats/pretalx-talks.json").read_bytes()
WIDGET = (DATA / "formats/pretalx-widget.json").read_bytes()


def _page(*results: Any) -> bytes:
    return json.dumps({"count": len(results), "next": None, "results": results}).encode()


def _room_of(data: bytes) -> list[str]:
    return [room.name for room in programme(data).rooms]


def test_a_submission_keeps_what_it_says() -> None:
    made = programme(SUBMISSIONS)
    bread = made.sessions[0]
    assert (bread.id, bread.title) == ("QX7PLA", "Bread without yeast")
    assert clock(bread.timing.start, made) == "2026-05-09 10:00"
    assert bread.timing.end is not None
    assert clock(bread.timing.end, made) == "2026-05-09 10:30"
    assert bread.speakers == ("Doris Ahlmann",)
    assert (bread.track, bread.language) == ("Kitchen", "en")
    assert bread.description == "What **rises** by itself."
    assert [(link.title, link.url) for link in bread.links] == [
        ("The recipes", "https://talks.example/bread.pdf")
    ]
    assert _room_of(SUBMISSIONS) == ["Great Hall", "Yard"]


def test_each_slot_of_a_submission_is_a_run_of_it() -> None:
    made = programme(SUBMISSIONS)
    first, second = (one for one in made.sessions if one.title == "Salt, and twice")
    assert (first.id, second.id) == ("QX7PLB-20260509-1100", "QX7PLB-20260509-1500")
    assert second.repeat_of == first.id
    assert clock(second.timing.start, made) == "2026-05-09 15:00"
    assert first.timing.end is not None
    assert clock(first.timing.end, made) == "2026-05-09 11:30"  # by its duration


def test_states_tell_what_is_on() -> None:
    made = programme(SUBMISSIONS)
    assert {one.title: one.status for one in made.sessions}["Oven building"] is Status.CANCELLED
    told = {message for kind, _place, message in notes_of(SUBMISSIONS) if kind == "left out"}
    assert told == {
        '"Withdrawn meanwhile" is left out: it is withdrawn.',
        '"Not placed yet" is left out: nothing that can be read says when it starts.',
    }


def test_further_pages_are_told_with_their_count() -> None:
    assert any("holds 5 of 61" in text for *_place, text in notes_of(SUBMISSIONS))
    assert not any("page" in text for *_place, text in notes_of(SLOTS))


def test_a_slot_without_a_submission_is_a_break() -> None:
    made = programme(SLOTS)
    assert [(one.title, one.kind) for one in made.blocks] == [("Lunch", BlockKind.MEAL)]
    assert [one.id for one in made.sessions] == ["QX7PLA", "QX7PLF"]


def test_what_has_only_numbers_is_told() -> None:
    (told,) = (text for *_place, text in notes_of(SLOTS) if "numbers" in text)
    assert "some rooms, tracks, kinds of session and speakers" in told
    assert "?expand=room,submission,submission.speakers" in told


def test_the_older_answer_has_one_slot_and_names_by_language() -> None:
    made = programme(TALKS)
    (bread,) = made.sessions
    assert clock(bread.timing.start, made) == "2026-01-09 10:00"
    assert (bread.track, bread.speakers) == ("Kitchen", ("Doris Ahlmann",))
    assert _room_of(TALKS) == ["Great Hall"]


def test_the_data_of_the_widget_names_its_parts_apart() -> None:
    made = programme(WIDGET)
    assert str(made.zone) == "Europe/Berlin"
    assert [one.id for one in made.sessions] == ["QX7PLA", "QX7PLG"]
    assert made.sessions[0].speakers == ("Doris Ahlmann",)
    assert made.sessions[0].track == "Kitchen"
    assert [(one.title, one.kind) for one in made.blocks] == [("Lunch", BlockKind.MEAL)]
    assert clock(made.sessions[1].timing.start, made) == "2026-05-10 01:00"


def test_names_are_in_the_language_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_document, "LANGUAGE", "de")
    made = programme(SUBMISSIONS)
    assert made.sessions[0].track == "Küche"
    assert _room_of(SUBMISSIONS) == ["Großer Saal", "Yard"]


@pytest.mark.parametrize(
    "result",
    [
        {"code": "QX7PLA", "title": "Bread", "slots": [901], "speakers": ["SPAAAA"]},
        {"id": 1, "submission": "QX7PLA", "room": 4, "start": "2026-05-09T10:00:00+02:00"},
    ],
)
def test_an_answer_of_numbers_alone_says_how_to_ask(result: dict[str, Any]) -> None:
    with pytest.raises(NoScheduleError, match=r"only numbers and codes.*\?expand="):
        imported(_page(result))


def test_a_list_of_something_else_is_not_taken_for_it() -> None:
    with pytest.raises(NoScheduleError, match='"count", "next", "results"'):
        imported(_page({"code": "SPAAAA", "name": "Doris Ahlmann", "submissions": ["QX7PLA"]}))
