"""The overview of a day: all rooms at once, each session in rows that it is on in."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import LARGE_ROOMS, block, large_event, room, session
from tests.helpers import local, programme_of
from tui_planner.layout.cursor.navigation import Direction, find_neighbour
from tui_planner.layout.overview.layout import (
    OverviewLayout,
    lay_out_overview,
    opens_in_overview,
)
from tui_planner.programme.model import Programme, Session
from tui_planner.settings.settings import Lanes

DAY = date(2025, 2, 13)


@pytest.fixture(scope="module")
def large() -> Programme:
    """450 sessions in thirty rooms."""
    return programme_of(large_event(), "")


def programme_in(rooms: list[tuple[str, str]], *more: str) -> Programme:
    """A programme with a session in each room, from nine to ten, and what else is given."""
    text = [room(id_, name) for id_, name in rooms]
    text += [session(f"in-{id_}", "9:00-10:00", f'room = "{id_}"') for id_, _name in rooms]
    return programme_of("".join([*text, *more]))


def groups_of(overview: OverviewLayout) -> list[str]:
    """The names of the groups."""
    return [group.title for group in overview.groups]


def sessions_at(overview: OverviewLayout, row: int) -> set[str]:
    """What stands in a row, stacked or not."""
    return {box.thing.id for box in overview.boxes if box.top <= row < box.bottom}


@pytest.mark.parametrize("width", [1, 9, 29, 30, 31, 60, 73, 140, 400])
@pytest.mark.parametrize("height", [1, 10, 20, 43])
def test_every_session_of_the_day_is_there_in_the_lane_of_its_room(
    large: Programme, width: int, height: int
) -> None:
    overview = lay_out_overview(large, DAY, width, height)
    today = [one for one in large.sessions if one.day == DAY]
    assert {box.thing.id for box in overview.boxes} == {one.id for one in today}
    for box in overview.boxes:
        lane = overview.find_lane_at(box.left)
        assert box.thing.room in overview.rooms[lane]
        assert overview.lanes[lane].left <= box.left < box.right <= overview.lanes[lane].right
    assert all(one.right <= other.left for one, other in pairwise(overview.lanes))


@pytest.mark.parametrize(("width", "cells"), [(30, 1), (60, 2), (90, 3)])
def test_all_rooms_are_seen_at_once_as_wide_as_fits(
    large: Programme, width: int, cells: int
) -> None:
    overview = lay_out_overview(large, DAY, width, 40)
    assert overview.width <= width
    assert {lane.width for lane in overview.lanes} == {cells}
    assert len(overview.lanes) == LARGE_ROOMS


@pytest.mark.parametrize(("height", "step"), [(200, 5), (45, 15), (25, 30), (13, 60), (5, 30)])
def test_rows_are_as_fine_as_fit_and_half_hours_where_none_do(
    large: Programme, height: int, step: int
) -> None:
    overview = lay_out_overview(large, DAY, 60, height)
    lengths = {row.end - row.start for row in overview.axis.rows if not row.is_folded}
    assert lengths == {timedelta(minutes=step)}
    if height != 5:
        assert overview.height + overview.header_rows <= height


def test_a_session_is_in_the_row_that_it_begins_in() -> None:
    programme = programme_in(
        [(str(n), f"H.{n}") for n in range(20)],
        session("odd", "11:25-11:50", 'room = "3"'),
        session("after", "11:50-12:30", 'room = "3"'),
    )
    overview = lay_out_overview(programme, DAY, 60, 9)
    assert overview.scale.step == 30
    row = overview.axis.find_top(local(programme, "2025-02-13 11:00"))
    assert sessions_at(overview, row) == {"odd"}
    assert sessions_at(overview, row + 1) == {"after"}


def test_what_one_cell_is_too_small_for_is_stacked_and_the_arrows_reach_it() -> None:
    short = [session(f"t{n}", f"11:{n * 5:02}-11:{n * 5 + 5:02}", 'room = "3"') for n in range(6)]
    programme = programme_in([(str(n), f"H.{n}") for n in range(20)], *short)
    overview = lay_out_overview(programme, DAY, 20, 9)
    box = overview.box_by_id["in-3"]
    assert len(overview.stacks[overview.box_by_id["t0"].top, box.left]) == 3
    met = []
    while (below := find_neighbour(overview, box, Direction.DOWN, box.middle)) is not None:
        box = below
        met.append(box.thing.id)
    assert met[:6] == [f"t{n}" for n in range(6)]
    back = []
    while (above := find_neighbour(overview, box, Direction.UP, box.middle)) is not None:
        box = above
        back.append(box.thing.id)
    assert back[-6:] == [*(f"t{n}" for n in reversed(range(5))), "in-3"]


def test_rooms_stand_in_groups_by_building() -> None:
    rooms = "".join(
        f'[[rooms]]\nid = "{n}"\nname = "Room {n}"\nbuilding = "{"East" if n % 2 else "West"}"\n'
        for n in range(12)
    )
    sessions = "".join(session(f"s{n}", "9:00-10:00", f'room = "{n}"') for n in range(12))
    overview = lay_out_overview(programme_of(rooms + sessions), DAY, 40, 20)
    assert groups_of(overview) == ["West", "East"]
    assert [rooms[0] for rooms in overview.rooms] == [
        *map(str, (*range(0, 12, 2), *range(1, 12, 2)))
    ]
    gap = overview.groups[1].left - overview.groups[0].right
    assert gap == 1


def test_rooms_stand_in_groups_by_track_where_a_track_has_several() -> None:
    text = "".join(room(str(n)) for n in range(12))
    text += "".join(
        session(f"s{n}", "9:00-10:00", f'room = "{n}"', f'track = "T{n % 3}"') for n in range(12)
    )
    assert groups_of(lay_out_overview(programme_of(text), DAY, 40, 20)) == ["T0", "T1", "T2"]


def test_rooms_stand_in_groups_by_the_letters_of_halls() -> None:
    rooms = [(f"{hall}{n}", f"{hall}.{n}") for hall in ("H", "AW") for n in range(6)]
    assert groups_of(lay_out_overview(programme_in(rooms), DAY, 40, 20)) == ["H", "AW"]


def test_rooms_that_have_nothing_in_common_stand_in_no_groups() -> None:
    rooms = [(str(n), f"{chr(65 + n)} hall") for n in range(12)]
    overview = lay_out_overview(programme_in(rooms), DAY, 40, 20)
    assert groups_of(overview) == [""]
    assert overview.header_rows == 1


def test_rooms_share_lanes_only_where_there_are_more_than_cells() -> None:
    rooms = [(str(n), f"Hall {n}") for n in range(6)]
    late = [(f"late-{n}", f"Late {n}") for n in range(6)]
    text = [room(*one) for one in [*rooms, *late]]
    text += [session(f"in-{id_}", "9:00-10:00", f'room = "{id_}"') for id_, _name in rooms]
    text += [session(f"in-{id_}", "11:00-12:00", f'room = "{id_}"') for id_, _name in late]
    programme = programme_of("".join(text))
    assert len(lay_out_overview(programme, DAY, 12, 20).lanes) == 12
    tight = lay_out_overview(programme, DAY, 8, 20)
    assert len(tight.lanes) == 8
    assert tight.width == 8
    assert max(len(rooms) for rooms in tight.rooms) == 2


def test_blocks_lie_behind_and_the_cursor_goes_to_no_block() -> None:
    rooms = [(str(n), f"Hall {n}") for n in range(12)]
    programme = programme_in(rooms, block("lunch", "meal", "12:00-13:00"))
    overview = lay_out_overview(programme, DAY, 40, 20)
    assert [band.block.id for band in overview.bands] == ["lunch"]
    assert all(isinstance(box.thing, Session) for box in overview.boxes)


def test_it_opens_where_less_than_half_of_many_rooms_would_be_seen(large: Programme) -> None:
    assert opens_in_overview(large, DAY, 90, Lanes())
    assert not opens_in_overview(large, DAY, 16 * LARGE_ROOMS // 2, Lanes())
    hidden = Lanes(hidden=tuple(f"room-{number}" for number in range(19)))
    assert not opens_in_overview(large, DAY, 20, hidden)


@given(
    st.lists(
        st.tuples(st.integers(0, 13), st.integers(540, 1200), st.integers(5, 240)),
        min_size=1,
        max_size=40,
    ),
    st.integers(1, 40),
    st.integers(3, 60),
)
def test_each_session_has_rows_that_it_is_on_in(
    made: list[tuple[int, int, int]], width: int, height: int
) -> None:
    text = [room(str(number)) for number in range(14)]
    for number, (at, start, minutes) in enumerate(made):
        times = [f"{m // 60:02}:{m % 60:02}" for m in (start, min(start + minutes, 1439))]
        text.append(session(f"s{number}", "-".join(times), f'room = "{at}"'))
    programme = programme_of("".join(text))
    overview = lay_out_overview(programme, DAY, width, height)
    rows = overview.axis.rows
    for box in overview.boxes:
        timing = box.thing.timing
        assert rows[box.top].start <= timing.start < rows[box.top].end
        assert all(row.start < timing.end for row in rows[box.top : box.bottom])
        assert (
            timing.end - rows[box.bottom - 1].end
            < rows[box.bottom - 1].end - rows[box.bottom - 1].start
        )
    for row in range(overview.height):
        lefts = [box.left for box in overview.boxes_by_row[row]]
        assert lefts == sorted({*lefts})
