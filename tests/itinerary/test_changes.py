"""What became of a chosen session since it was last seen."""

from typing import Any

import pytest

from tests.helpers import programme_of
from tests.itinerary.plans import chosen
from tui_planner.itinerary.changes import Change, change_words, changes_of
from tui_planner.itinerary.model import Choice
from tui_planner.programme.model import Programme

BEFORE: dict[str, str] = {
    "title": '"Talk"',
    "start": '"10:00"',
    "end": '"11:00"',
    "room": '"hall"',
    "status": '"open"',
}
HALLS = "".join(f'[[rooms]]\nid = "{id_}"\nname = "{id_}"\n' for id_ in ("hall", "attic"))


def programme(**now: str | None) -> Programme:
    """The talk as it was, but for what is named; None leaves a key out."""
    keys = {**BEFORE, **now}
    lines = [f"{key} = {value}" for key, value in keys.items() if value is not None]
    return programme_of("\n".join([HALLS, "[[sessions]]", 'id = "talk"', *lines, ""]))


def changed(**now: str | None) -> tuple[Change, ...]:
    return changes_of(chosen(programme(), "talk"), programme(**now))


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
    before = choice.model_copy(update={"start": choice.start.replace(day=12)})
    assert changes_of(before, programme()) == (Change.MOVED,)


def test_gone(hoorn: Programme) -> None:
    assert changes_of(Choice(session="was-there", title="Was there"), hoorn) == (Change.GONE,)
    assert changes_of(Choice(session="was-there"), hoorn) == (Change.GONE,)


@pytest.mark.parametrize("status", ['"open"', '"invitation"'])
def test_open_again_is_no_change_to_tell(status: str) -> None:
    choice = chosen(programme(status='"full"'), "talk")
    assert changes_of(choice, programme(status=status)) == ()


def test_full_as_it_was_is_no_change() -> None:
    choice = chosen(programme(status='"full"'), "talk")
    assert changes_of(choice, programme(status='"full"')) == ()


def test_what_was_never_seen_has_not_changed(hoorn: Programme) -> None:
    """A choice of nothing but an id, as a person may write it."""
    assert changes_of(Choice(session="wandeling-gouden-erfgoed"), hoorn) == ()


def test_its_own_choice_is_seen_at_once(hoorn: Programme) -> None:
    for session in hoorn.sessions:
        assert changes_of(Choice.of(session, hoorn), hoorn) == ()


def test_moved_is_said_with_the_times_that_were() -> None:
    choice = chosen(programme(), "talk")
    assert change_words(Change.MOVED, choice) == "moved, was 10:00–11:00"
    open_end = choice.model_copy(update={"end": None})
    assert change_words(Change.MOVED, open_end) == "moved, was 10:00–"


def test_moved_from_another_day_is_said_with_the_day() -> None:
    choice = chosen(programme(), "talk")
    assert choice.start is not None
    day = choice.start.date()
    assert change_words(Change.MOVED, choice, day) == "moved, was 10:00–11:00"
    other = day.replace(day=14)
    assert change_words(Change.MOVED, choice, other) == "moved, was Thu 13 Feb 10:00–11:00"


@pytest.mark.parametrize("change", Change)
def test_each_has_words(change: Change) -> None:
    assert change_words(change, chosen(programme(), "talk"))
    assert change_words(change, Choice(session="talk"))


def test_renamed_says_the_title_that_was() -> None:
    assert '"Talk"' in change_words(Change.RENAMED, chosen(programme(), "talk"))
