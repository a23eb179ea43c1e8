"""Renders only what a change of the screen names.

Textual renders every line of every widget under the box around all that has changed, and of the
containers behind them: for a step of the cursor in the grid, with the details beside it, some 500
lines of which 30 are wanted.
"""

from collections.abc import Iterable

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip


class SparingCompositor(Compositor):
    """Asks each widget only for lines that have changed, and none for what lies behind others."""

    def __init__(self) -> None:
        super().__init__()
        self._changed: set[Region] = set()

    def render_partial_update(self) -> ChopsUpdate | None:
        """A change of the screen."""
        self._changed = self._dirty_regions.copy()
        try:
            return super().render_partial_update()
        finally:
            self._changed.clear()

    def _get_renders(
        self, crop: Region | None = None
    ) -> Iterable[tuple[Region, Region, list[Strip]]]:
        """The widgets from front to back: where each is, what of it is to be seen, its lines."""
        if not self._changed:
            yield from super()._get_renders(crop)
            return
        wanted = [*self._changed]
        for widget, (region, clip) in self.visible_widgets.items():
            visible = region.intersection(clip)
            named = [visible.intersection(one) for one in wanted if visible.overlaps(one)]
            if not named:
                continue
            lines = Region.from_union(named)
            seen = Region(visible.x, lines.y, visible.width, lines.height)
            yield region, seen, widget.render_lines(seen.translate(-region.offset))
            wanted = [one for one in wanted if not visible.contains_region(one)]
