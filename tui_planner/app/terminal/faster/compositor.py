"""Renders only what is to be seen of a change of the screen.

Textual renders every line of every widget under the box around all that has changed, and of the
containers behind them: for a step of the cursor in the grid, with the details beside it, some 500
lines of which 30 are wanted, and for the whole screen 400 of which 100 are.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import RenderableType
from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip


class RegionCompositor(Compositor):
    """Asks each widget only for lines that have changed, and none for what lies behind others.

    Attributes:
        is_held: Whether nothing is rendered; what is rendered then is first of all the whole.
    """

    def __init__(self) -> None:
        super().__init__()
        self.is_held = False
        self._has_begun = False
        self._changed: set[Region] = set()

    def render_update(
        self,
        full: bool = False,
        screen_stack: list[Screen[Any]] | None = None,
        simplify: bool = False,
    ) -> RenderableType | None:
        """Render what there is to write, if anything."""
        if not full and not self._has_begun:
            if self.is_held or self.size.region not in self._dirty_regions:
                self._dirty_regions.clear()  # the whole is still to come
                return None
            self._has_begun = True
        return super().render_update(full, screen_stack, simplify)

    def render_partial_update(self) -> ChopsUpdate | None:
        """Render a change of the screen."""
        self._changed = self._dirty_regions.copy()
        try:
            return super().render_partial_update()
        finally:
            self._changed.clear()

    def _get_renders(
        self, crop: Region | None = None
    ) -> Iterable[tuple[Region, Region, list[Strip]]]:
        """Render the widgets from front to back: where each is, what of it is seen, its lines."""
        wanted = [*self._changed] or [crop or self.size.region]
        for widget, (region, clip) in self.visible_widgets.items():
            visible = region.intersection(clip)
            named = [part for one in wanted if (part := visible.intersection(one))]
            if not named:
                continue
            lines = Region.from_union(named)
            seen = Region(visible.x, lines.y, visible.width, lines.height)
            strips = widget.render_lines(seen.translate(-region.offset))
            yield region, seen, strips
            if not _fills(strips, seen):
                continue  # as while its size changes: what lies behind is seen beside it
            wanted = [rest for one in wanted for rest in _beside(one, visible)]
            if not wanted:
                return


def _fills(strips: Sequence[Strip], region: Region) -> bool:
    """Tell whether lines are as many and as long as a region."""
    is_long = (strip.cell_length >= region.width for strip in strips)
    return len(strips) >= region.height and all(is_long)


def _beside(region: Region, hole: Region) -> list[Region]:
    """Find what is left of a region where another one covers it."""
    covered = region.intersection(hole)
    if not covered:
        return [region]
    rest = (
        Region(region.x, region.y, region.width, covered.y - region.y),
        Region(region.x, covered.bottom, region.width, region.bottom - covered.bottom),
        Region(region.x, covered.y, covered.x - region.x, covered.height),
        Region(covered.right, covered.y, region.right - covered.right, covered.height),
    )
    return [part for part in rest if part]
