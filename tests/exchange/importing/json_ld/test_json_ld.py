"""Events of schema.org: in a page or by themselves, one within another, on days or at hours."""

import json
from contextlib import suppress
from typing import Any

import pytest

from tests.exchange.importing.support import clock, imported, notes_of, programme
from tests.helpers import DATA, soon
from tui_planner.exchange.importing.import_errors import NoScheduleError
from tui_planner.programme.model import Programme, Session, Status

PAGE = (DATA / "formats/json-ld.html").read_bytes()
START, END = "2026-05-09T10:00:00+02:00", "2026-05-09T11:00:00+02:00"


def _event(name: str, **more: Any) -> dict[str, Any]:
    """An event of an hour; `more` replaces or adds what stands in it."""
    return {"@type": "Event", "name": name, "startDate": START, "endDate": END, **more}


def _alone(*events: dict[str, Any]) -> bytes:
    return json.dumps({"@context": "https://schema.org/", "@graph": events}).encode()


def _page(*blocks: str, head: str = "") -> bytes:
    scripts = "".join(f'<script type="application/ld+json">{one}</script>' for one in blocks)
    return f"<!DOCTYPE html><html><head><title>A page</title>{head}{scripts}</head></html>".encode()


def _titled(made: Programme, title: str) -> Session:
    return next(session for session in made.sessions if session.title == title)


def test_the_event_that_holds_the_others_is_the_programme() -> None:
    made = programme(PAGE)
    assert made.title == "Roof Garden Days"
    assert (made.venue, made.city, made.url) == ("Old Mill", "Utrecht", "https://roof.example/")
    assert str(made.zone) == "Europe/Amsterdam"
    assert {one.title for one in made.sessions} == {
        *("Bees & more", "Moss", "Exhibition", "Catching rain", "Dew")
    }


def test_an_event_keeps_what_it_says() -> None:
    made = programme(PAGE)
    bees = _titled(made, "Bees & more")
    assert clock(bees.timing.start, made) == "2026-05-08 09:30"
    assert bees.timing.end is not None
    assert clock(bees.timing.end, made) == "2026-05-08 10:15"
    assert bees.id == "#bees"
    assert bees.speakers == ("Ada Verbeek", "Bram Kuiper")
    assert bees.hosts == ("Bee Circle",)
    assert bees.description == "What they need.\n\nDoors open at 09:15."
    assert (bees.url, bees.language) == ("https://roof.example/bees", "en")
    assert [(link.title, link.url) for link in bees.links] == [
        ("Online", "https://live.example/bees")
    ]
    assert {room.name for room in made.rooms} == {"Glass Room", "Cellar"}


def test_states_are_those_of_the_event_and_its_places() -> None:
    made = programme(PAGE)
    assert _titled(made, "Bees & more").status is Status.FULL
    assert _titled(made, "Moss").status is Status.CANCELLED
    assert _titled(made, "Dew").status is Status.OPEN  # moved to another time, which it says
    assert clock(_titled(made, "Dew").timing.start, made) == "2026-05-09 14:00"


def test_the_end_may_be_a_duration() -> None:
    made = programme(PAGE)
    end = _titled(made, "Moss").timing.end
    assert end is not None
    assert clock(end, made) == "2026-05-08 11:45"


def test_an_event_of_dates_is_on_all_of_each_of_them() -> None:
    made = programme(PAGE)
    days = [one for one in made.sessions if one.title == "Exhibition"]
    assert [one.id for one in days] == ["#show#20260508", "#show#20260509"]
    assert [clock(one.timing.start, made) for one in days] == [
        *("2026-05-08 00:00", "2026-05-09 00:00")
    ]
    assert [clock(one.timing.end, made) for one in days] == [
        *("2026-05-09 00:00", "2026-05-10 00:00")
    ]


def test_a_track_that_is_an_event_is_the_track_of_its_parts() -> None:
    assert _titled(programme(PAGE), "Catching rain").track == "Water track"


def test_a_block_that_cannot_be_read_is_told() -> None:
    assert any("1 block of JSON-LD" in text for *_place, text in notes_of(PAGE))


def test_a_document_by_itself_is_read_too() -> None:
    made = programme(_alone(_event("One", url="https://x.example/1"), _event("Two")))
    assert {one.title for one in made.sessions} == {"One", "Two"}


def test_parts_name_their_whole_by_its_name_alone() -> None:
    whole = {"@type": "Event", "name": "All of it", "startDate": "2026-05-09"}
    blocks = [
        json.dumps({"@context": "https://schema.org", **_event(name, superEvent=whole)})
        for name in ("One", "Two")
    ]
    made = programme(_page(*blocks))
    assert made.title == "All of it"
    assert [one.title for one in made.sessions] == ["One", "Two"]


def test_runs_without_a_name_have_that_of_their_whole() -> None:
    run = {"startDate": "2026-05-10T10:00:00+02:00", "endDate": "2026-05-10T11:00:00+02:00"}
    made = programme(_alone({"@type": "Event", "name": "Play", "subEvent": [_event(""), run]}))
    assert [one.title for one in made.sessions] == ["Play", "Play"]
    assert [clock(one.timing.start, made) for one in made.sessions] == [
        *("2026-05-09 10:00", "2026-05-10 10:00")
    ]


def test_an_address_that_all_share_is_no_id() -> None:
    made = programme(_alone(*(_event(name, url="https://x.example/#all") for name in ("A", "B"))))
    assert {one.id for one in made.sessions} == {"a", "b"}


def test_line_breaks_in_its_texts_do_no_harm() -> None:
    block = json.dumps(_event("One", description="first\nsecond")).replace("\\n", "\n")
    made = programme(_page(f"<!-- {block} -->"))
    assert made.sessions[0].description == "first\nsecond"
    assert made.title == "One"


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (_page(), "look on it for a link"),
        (_page('{"@type": "Organization", "name": "Club"}'), "tells of no event"),
        (
            _page(head='<link rel="alternate" type="text/calendar" href="/all.ics?a=1&amp;b=2">'),
            r"schedule is at /all.ics\?a=1&b=2: fetch that",
        ),
        (
            _page(
                json.dumps(_event("The whole congress")),
                head="<link href=2025/schedule.xml type='application/xml' rel='alternate feed'>",
            ),
            "schedule is at 2025/schedule.xml",
        ),
        (
            _page(head='<link rel="alternate" type="application/json" href="/wp-json/pages/1">'),
            "page of HTML, no schedule: look on it",
        ),
    ],
)
def test_a_page_without_sessions_says_what_it_has(page: bytes, words: str) -> None:
    with pytest.raises(NoScheduleError, match=words):
        imported(page)


def test_a_document_without_events_is_refused() -> None:
    with pytest.raises(NoScheduleError, match="tells of no event"):
        imported(_alone({"@type": "Person", "name": "Ada Verbeek"}))


def _ring() -> list[dict[str, Any]]:
    """Events that are all parts of one another."""
    names = [{"@id": f"#{number}"} for number in range(60)]
    return [{**_event(one["@id"]), **one, "subEvent": names, "superEvent": names} for one in names]


def _chain() -> list[dict[str, Any]]:
    """Events each of which is a part of the next."""
    return [
        _event("e", superEvent={"@id": f"#{number + 1}"}) | {"@id": f"#{number}"}
        for number in range(5000)
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    "data",
    [
        _alone(*_ring()),
        _alone(*_chain()),
        _page("[" * 100_000),
        _page(*["{"] * 5000),
        b"<!DOCTYPE html><html>" + b"<script" * 200_000,
        b"<!DOCTYPE html><html>" + b"<script a" * 200_000,
        b"<!DOCTYPE html><html>" + b'<script type="application/ld+json">' * 50_000,
        b"<!DOCTYPE html><html>" + b"<link a='" * 200_000,
    ],
    ids=["ring", "chain", "deep", "broken", "cut", "open", "unclosed", "quotes"],
)
def test_what_is_made_to_be_slow_is_not(data: bytes) -> None:
    with soon(), suppress(NoScheduleError):
        programme(imported(data))
