"""Where a frame over the grid stands: in the middle, or beside what it concerns."""

from collections.abc import Iterator, Sequence

from textual.geometry import Offset, Region, Size


def place_beside(frame: Size, room: Size, concerned: Sequence[Region]) -> Offset:
    """Find the place of a frame that covers the least of what it concerns, the middle first.

    Where it covers some of it anywhere, it is where that is least.
    """
    places = [*_places(frame, room, Region.from_union(concerned))]
    return min(places, key=lambda place: _count_covered(place, frame, concerned))


def _count_covered(place: Offset, frame: Size, concerned: Sequence[Region]) -> int:
    covering = Region.from_offset(place, frame)
    return sum(covering.intersection(one).area for one in concerned)


def _places(frame: Size, room: Size, around: Region) -> Iterator[Offset]:
    """List the middle, what is below, above, right and left of some cells, and the edges."""
    most_x, most_y = max(0, room.width - frame.width), max(0, room.height - frame.height)
    middle = Offset(most_x // 2, most_y // 2)
    yield middle
    across = around.x + (around.width - frame.width) // 2
    down = around.y + (around.height - frame.height) // 2
    wanted = (
        (across, around.bottom),
        (across, around.y - frame.height),
        (around.right, down),
        (around.x - frame.width, down),
        (middle.x, 0),
        (middle.x, most_y),
        (0, middle.y),
        (most_x, middle.y),
    )
    for x, y in wanted:
        yield Offset(min(max(0, x), most_x), min(max(0, y), most_y))
