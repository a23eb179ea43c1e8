"""The keys that a frame tells of, in the room that its edge has."""

from tui_planner.app.content.hints import join_hints

HINTS = "enter keeps", "esc leaves", "tab goes on"


def test_what_has_no_room_is_left_out_whole_from_the_end() -> None:
    assert join_hints(HINTS, 80) == "enter keeps · esc leaves · tab goes on"
    assert join_hints(HINTS, 41) == "enter keeps · esc leaves"
    assert join_hints(HINTS, 5) == "enter keeps"
