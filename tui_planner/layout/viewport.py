"""What part of a picture is seen, and how it is scrolled so that a box is in it."""

from dataclasses import dataclass, replace

from .picture import Box, Picture


@dataclass(frozen=True, slots=True)
class Viewport:
    """The cells of a picture that are seen: from `x` and `y` on, `columns` by `rows`."""

    x: int
    y: int
    columns: int
    rows: int

    def showing(self, box: Box, picture: Picture) -> "Viewport":
        """Scrolled as little as shows a box, with the row above it for its heading."""
        return replace(self, x=self._x_for(box, picture), y=self._y_for(box))

    def _y_for(self, box: Box) -> int:
        top, bottom = max(0, box.top - 1), box.bottom
        if top < self.y or bottom - top > self.rows:
            return top
        return bottom - self.rows if bottom > self.y + self.rows else self.y

    def _x_for(self, box: Box, picture: Picture) -> int:
        if box.left < self.x or box.width > self.columns:
            return box.left
        least = box.right - 1 - self.columns  # its last cell is only the gap to the next
        if least <= self.x:
            return self.x
        # Stop where a box beside this one begins, so that none is cut at its left.
        rows = picture.boxes_by_row[box.top : box.bottom]
        beside = {other.left for row in rows for other in row}
        return min((left for left in beside if least <= left <= box.left), default=least)
