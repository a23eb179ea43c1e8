"""The views of Sessionize: what is for all, tracks, people, links, and what is left out."""

import json
from typing import Any

import pytest

from tests.exchange.importing.support import clock, imported, notes_of, programme
from tests.helpers import DATA
from tui_planner.exchange.importing.import_errors import NoScheduleError
from tui_planner.exchange.importing.import_schedule import import_schedule
from tui_planner.programme.model import BlockKind

ALL = (DATA / "formats/sessionize-all.json").read_bytes()
GRID = (DATA / "formats/sessionize-gridsmart.json").read_bytes()
SESSIONS = (DATA / "formats/sessionize-sessions.json").read_bytes()


def _all(**session: Any) -> bytes:
    """A view All of one session."""
    known: dict[str, Any] = {"id": "1", "title": "Talk", "startsAt": "2026-05-09T10:00:00"}
    known |= {"endsAt": "2026-05-09T11:00:00", "isServiceSession": False, "isPlenumSession": False}
    return json.dumps({"sessions": [known | session], "speakers": [], "rooms": []}).encode()


def test_all_has_people_tracks_rooms_and_links_by_their_numbers() -> None:
    bees, mushrooms = programme(ALL).sessions
    assert (bees.id, bees.title, bees.track) == ("500101", "Bees on the roof", "Gardens")
    assert bees.speakers == ("Ada Verbeek", "Bram Kuiper")
    assert bees.description == "What they need.\n\nAnd what not.\n\nLevel: Beginner"
    assert [(link.title, link.url) for link in bees.links] == [
        ("Live stream", "https://live.example/bees"),
        ("Recording", "https://video.example/bees"),
    ]
    assert mushrooms.room is not None
    assert mushrooms.track == "Cellars"
    made = programme(ALL)
    assert clock(mushrooms.timing.start, made) == "2026-05-09 09:45"
    assert mushrooms.timing.end is not None
    assert clock(mushrooms.timing.end, made) == "2026-05-09 10:30"
    assert {room.name for room in made.rooms} == {"Orangery", "Shed"}


def test_service_sessions_and_plenums_are_for_everyone() -> None:
    assert [(block.title, block.kind) for block in programme(ALL).blocks] == [
        ("Check-in", BlockKind.ARRIVAL),
        ("Lunch", BlockKind.MEAL),
        ("Group photo", BlockKind.BREAK),
        ("All of us: the keynote", BlockKind.PLENARY),
        ("Drinks and goodbye", BlockKind.SOCIAL),
    ]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Coffee & networking", BlockKind.BREAK),
        ("Welcome and housekeeping", BlockKind.PLENARY),
        ("Afterparty", BlockKind.SOCIAL),
        ("Inloop met koffie", BlockKind.BREAK),
        ("Afsluiting", BlockKind.PLENARY),
        ("Ontbijt", BlockKind.MEAL),
        ("Change of rooms", BlockKind.BREAK),
    ],
)
def test_words_tell_what_a_service_session_is(title: str, kind: BlockKind) -> None:
    (block,) = programme(_all(title=title, isServiceSession=True)).blocks
    assert block.kind is kind


def test_what_is_not_accepted_or_not_placed_is_left_out_by_name() -> None:
    told = {message for kind, _place, message in notes_of(ALL) if kind == "left out"}
    assert told == {
        '"A talk on the list" is left out: it is waitlisted.',
        '"Still without a time" is left out: nothing that can be read says when it starts.',
    }


def test_answers_to_own_questions_are_told_as_left_away() -> None:
    assert any("questions are left away, of 1 session" in text for *_place, text in notes_of(ALL))


def test_times_without_a_zone_are_read_as_the_user_says() -> None:
    assert any("--timezone" in text for *_place, text in notes_of(ALL))
    made = programme(import_schedule(ALL, "all.json", zone="America/New_York"))
    assert clock(made.sessions[0].timing.start, made) == "2026-05-09 09:30"
    assert f"{made.sessions[0].timing.start:%z}" in {"-0400", "+0000"}


def test_times_in_utc_are_shown_where_the_user_says() -> None:
    made = programme(import_schedule(GRID, "grid.json", zone="Europe/Amsterdam"))
    assert clock(made.sessions[0].timing.start, made) == "2026-05-09 09:30"


def test_a_grid_lists_what_is_for_all_once_though_each_room_has_it() -> None:
    made = programme(GRID)
    assert [block.title for block in made.blocks] == ["Lunch"]
    assert made.blocks[0].room is None
    assert imported(GRID).found == 4
    assert [session.title for session in made.sessions] == [
        "Bees on the roof",
        "Growing mushrooms",
        "Bats in the night",
    ]
    assert made.sessions[0].speakers == ("Ada Verbeek",)
    assert made.sessions[0].track == "Gardens"
    assert not made.sessions[1].timing.end_stated


def test_the_list_of_sessions_says_the_same() -> None:
    made = programme(SESSIONS)
    assert [session.id for session in made.sessions] == ["500101"]
    assert [block.kind for block in made.blocks] == [BlockKind.MEAL]
    assert clock(made.sessions[0].timing.start, made) == "2026-05-09 09:30"


def test_ids_are_the_same_in_every_view() -> None:
    ids = [{session.id for session in programme(view).sessions} for view in (ALL, GRID, SESSIONS)]
    assert "500101" in ids[0] & ids[1] & ids[2]


def test_the_only_category_is_the_track_whatever_it_is_called() -> None:
    category = {"id": 1, "name": "Zaal-onderwerp", "categoryItems": [{"id": 2, "name": "Peat"}]}
    assert programme(_all(categories=[category])).sessions[0].track == "Peat"


def test_a_list_of_speakers_says_what_to_take_instead() -> None:
    speakers = [{"id": "a", "fullName": "Ada Verbeek", "sessions": [{"id": 1, "name": "Bees"}]}]
    with pytest.raises(NoScheduleError, match=r"says no times.*GridSmart"):
        imported(json.dumps(speakers).encode())


def test_titles_may_be_in_several_languages() -> None:
    made = programme(_all(title={"ja": "蜂", "en": "Bees"}, status="Accepted"))
    assert made.sessions[0].title == "Bees"
