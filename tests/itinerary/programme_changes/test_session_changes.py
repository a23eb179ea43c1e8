"""What became of a chosen session since it was last seen."""

from typing import Any

import pytest

from tests.builders import chosen
from tests.helpers import programme_of
from tui_planner.itinerary.itinerary import Choice, Itinerary
from tui_planner.itinerary.programme_changes.session_changes import (
    Change,
    describe_change,
    find_changes,
    find_unseen,
    mark_seen,
)
from tui_planner.programme.model import Programme

BEFORE: dict[str, str] = {
    "title": '"Talk"',
    "start": '"10:00"',
    "end": '"11:00"',
    "room": '"hall"',
    "status": '"open"',
}
HALLS = "".join(f'[[rooms]]\nid = "{id_}"\nname = "{id_.title()}"\n' for id_ in ("hall", "attic"))


def programme(**now: str | None) -> Programme:
    """The talk as it was, but for what is named; None leaves a key out."""
    keys = {**BEFORE, **now}
    lines = [f"{key} = {value}" for key, value in keys.items() if value is not None]
    return programme_of("\n".join([HALLS, "[[sessions]]", 'id = "talk"', *lines, ""]))


def changed(**now: str | None) -> tuple[Change, ...]:
    return find_changes(chosen(programme(), "talk"), programme(**now))


def test_nothing_has_changed() -> None:
    assert changed() == ()


@pytest.mark.parametrize(
    ("now", "wanted"),
    [
        ({"start": '"10:30"'}, Change.MOVED),
        ({"end": '"11:30"'}, Change.MOVED),
        ({"end": None}, Change.MOVED),
        ({"title": '"Another talk"'}, Change.RENAMED),
        ({"room": '"attic"'}, Change.ROOM),
        ({"room": None}, Change.ROOM),
        ({"status": '"full"'}, Change.FULL),
        ({"status": '"cancelled"'}, Change.CANCELLED),
        ({"status": '"invitation"'}, Change.INVITATION),
    ],
)
def test_one_thing_has(now: dict[str, Any], wanted: Change) -> None:
    assert changed(**now) == (wanted,)


def test_several_the_gravest_first() -> None:
    now = {"start": '"10:30"', "room": '"attic"', "title": '"X"', "status": '"cancelled"'}
    assert changed(**now) == (Change.CANCELLED, Change.MOVED, Change.ROOM, Change.RENAMED)


def test_to_another_day_is_moved() -> None:
    choice = chosen(programme(), "talk")
    assert choice.start is not None
    before = choice._replace(start=choice.start.replace(day=12))
    assert find_changes(before, programme()) == (Change.MOVED,)


def test_gone(hoorn: Programme) -> None:
    assert find_changes(Choice(session="was-there", title="Was there"), hoorn) == (Change.GONE,)
    assert find_changes(Choice(session="was-there"), hoorn) == (Change.GONE,)


@pytest.mark.parametrize("before", ["full", "cancelled", "invitation"])
def test_open_again(before: str) -> None:
    choice = chosen(programme(status=f'"{before}"'), "talk")
    assert find_changes(choice, programme()) == (Change.OPEN,)


def test_full_as_it_was_is_no_change() -> None:
    choice = chosen(programme(status='"full"'), "talk")
    assert find_changes(choice, programme(status='"full"')) == ()


def test_what_was_never_seen_has_not_changed(hoorn: Programme) -> None:
    """A choice of nothing but an id, as a person may write it."""
    assert find_changes(Choice(session="wandeling-gouden-erfgoed"), hoorn) == ()
    assert find_changes(Choice(session="veiligheid", title="Safety"), hoorn) == ()


def test_its_own_choice_is_seen_at_once(hoorn: Programme) -> None:
    for session in hoorn.sessions:
        assert find_changes(Choice.of(session, hoorn), hoorn) == ()


# -- In words --


def words(before: dict[str, str | None], **now: str | None) -> str:
    """The only change, in words."""
    choice, changed_programme = chosen(programme(**before), "talk"), programme(**now)
    (change,) = find_changes(choice, changed_programme)
    return describe_change(change, choice, changed_programme)


NO_END: dict[str, str | None] = {"end": None}


@pytest.mark.parametrize(
    ("before", "now", "wanted"),
    [
        ({}, {"start": '"10:30"'}, "moved: 10:30–11:00, was 10:00–11:00"),
        ({}, {"end": '"11:30"'}, "moved: 10:00–11:30, was 10:00–11:00"),
        ({}, NO_END, "moved: 10:00–?, was 10:00–11:00"),
        (NO_END, {}, "moved: 10:00–11:00, was 10:00–?"),
        (NO_END, {**NO_END, "start": '"10:30"'}, "moved: 10:30, was 10:00"),
        ({}, {"room": '"attic"'}, "Attic, was Hall"),
        ({}, {"room": None}, "without a room now, was Hall"),
        ({"room": None}, {}, "Hall, was without a room"),
        ({}, {"title": '"Speech"'}, 'renamed, was "Talk"'),
        ({}, {"status": '"full"'}, "now full, was open"),
        ({"status": '"full"'}, {"status": '"cancelled"'}, "now cancelled, was full"),
        ({}, {"status": '"invitation"'}, "now by invitation, was open"),
        ({"status": '"full"'}, {}, "open again, was full"),
        ({"status": '"cancelled"'}, {}, "open again, was cancelled"),
        ({"status": '"invitation"'}, {}, "open again, was by invitation"),
    ],
)
def test_what_is_now_and_what_was(
    before: dict[str, str | None], now: dict[str, str | None], wanted: str
) -> None:
    assert words(before, **now) == wanted


def test_moved_from_another_day_is_said_with_the_days() -> None:
    choice = chosen(programme(), "talk")
    assert choice.start is not None
    assert choice.end is not None
    before = choice._replace(start=choice.start.replace(day=12), end=choice.end.replace(day=12))
    told = describe_change(Change.MOVED, before, programme())
    assert told == "moved: Thu 13 Feb 10:00–11:00, was Wed 12 Feb 10:00–11:00"


def test_a_room_that_is_no_more_is_called_by_its_id() -> None:
    choice = chosen(programme(), "talk", room="cellar")
    assert describe_change(Change.ROOM, choice, programme()) == "Hall, was cellar"


def test_gone_in_words() -> None:
    choice = Choice(session="was-there")
    assert describe_change(Change.GONE, choice, programme()) == "no longer in the programme"


# -- Seen --


def test_what_is_seen_is_told_no_more() -> None:
    now = programme(start='"10:30"', room='"attic"', title='"X"', status='"full"')
    choice = chosen(programme(), "talk", priority="must", note="Bring a pen")
    other = Choice(session="was-there", title="Was there")
    itinerary = Itinerary(programme=now.id, choices=(choice, other))
    assert find_unseen(itinerary, now) == (choice, other)
    after = mark_seen(itinerary, now, "talk")
    assert find_unseen(after, now) == (other,)
    assert after.find_choice("talk") == chosen(now, "talk", priority="must", note="Bring a pen")
    assert find_unseen(mark_seen(after, now, "was-there"), now) == ()


def test_a_session_that_comes_back_is_told() -> None:
    now = programme()
    gone = Itinerary(programme=now.id, choices=(chosen(now, "talk"),))
    empty = programme_of(HALLS)
    back = mark_seen(gone, empty, "talk")
    assert [choice.session for choice in back.choices] == ["talk"]
    assert find_changes(back.choices[0], now) == (Change.OPEN,)
    assert describe_change(Change.OPEN, back.choices[0], now) == "open again, was gone"


def test_seeing_nothing_changes_nothing(hoorn: Programme) -> None:
    itinerary = Itinerary(programme=hoorn.id, choices=(Choice(session="veiligheid"),))
    assert mark_seen(itinerary, hoorn) == itinerary
    assert mark_seen(itinerary, hoorn, "strandwandeling") == itinerary
