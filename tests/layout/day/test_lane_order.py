"""Lanes hidden, pinned and moved: nothing is lost, and what is kept is no more than it must be."""

from hypothesis import given
from hypothesis import strategies as st

from tests.layout.days import DATE, programme, session
from tui_planner.layout.day.day_layout import lay_out_day
from tui_planner.layout.day.lane_order import RoomKey as RoomId
from tui_planner.layout.day.lane_order import (
    arrange_lanes,
    is_pinned,
    list_shown_lanes,
    move_lane,
    toggle_lane,
)
from tui_planner.programme.model import Room
from tui_planner.settings.settings import Lanes

ROOMS: list[RoomId] = ["a", "b", "c", "d", None]
ids = st.lists(st.sampled_from(["a", "b", "c", "d", "", "gone"]), unique=True).map(tuple)
any_lanes = st.builds(Lanes, hidden=ids, pinned=ids, order=ids)


@given(any_lanes)
def test_every_room_is_arranged_once_and_the_pinned_ones_first(lanes: Lanes) -> None:
    rooms = arrange_lanes(ROOMS, lanes)
    assert sorted(rooms, key=str) == sorted(ROOMS, key=str)
    pinned = [is_pinned(room, lanes) for room in rooms]
    assert pinned == sorted(pinned, reverse=True)


@given(any_lanes)
def test_something_is_always_shown(lanes: Lanes) -> None:
    assert list_shown_lanes(ROOMS, lanes)


@given(any_lanes, st.sampled_from(ROOMS), st.sampled_from([-1, 1]))
def test_a_lane_moves_past_its_neighbour_and_back(lanes: Lanes, room: RoomId, step: int) -> None:
    before = arrange_lanes(ROOMS, lanes)
    there = move_lane(lanes, room, before, ROOMS, step)
    after = arrange_lanes(ROOMS, there)
    here = before.index(room)
    if there == lanes:
        end = not 0 <= here + step < len(ROOMS)
        assert end or is_pinned(before[here + step], lanes) != is_pinned(room, lanes)
        return
    expected = [*before]
    expected[here], expected[here + step] = expected[here + step], expected[here]
    assert after == expected
    assert arrange_lanes(ROOMS, move_lane(there, room, after, ROOMS, -step)) == before


def test_a_lane_moved_back_leaves_nothing_to_keep() -> None:
    there = move_lane(Lanes(), "b", ROOMS, ROOMS, -1)
    assert there.order == ("b",)
    assert move_lane(there, "b", arrange_lanes(ROOMS, there), ROOMS, 1) == Lanes()


def test_what_is_toggled_twice_is_as_before() -> None:
    assert toggle_lane(("a",), None) == ("a", "")
    assert toggle_lane(("a", ""), None) == ("a",)


def test_the_picture_has_the_lanes_that_are_shown_in_their_order() -> None:
    rooms = tuple(Room(id_, id_.upper()) for id_ in "abc")
    day = programme(tuple(session(f"s{r.id}", 600, 660, room=r.id) for r in rooms), (), rooms)
    lanes = Lanes(hidden=("a",), order=("c",))
    day_layout = lay_out_day(day, DATE, 60, 20, lane_setup=lanes)
    assert [lane.title for lane in day_layout.lanes] == ["C", "B"]
    assert set(day_layout.box_by_id) == {"sb", "sc"}
