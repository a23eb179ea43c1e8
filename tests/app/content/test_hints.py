"""The keys that a frame tells of, in the room that its edge has."""

from tui_planner.app.content.hints import fitting

HINTS = "enter keeps", "esc leaves", "tab goes on"


def test_what_has_no_room_is_left_out_whole_from_the_end() -> None:
    assert fitting(HINTS, 80) == "enter keeps · esc leaves · tab goes on"
    assert fitting(HINTS, 41) == "enter keeps · esc leaves"
    assert fitting(HINTS, 5) == "enter keeps"
