"""The details of what is pointed at, beside the grid: they change with every step of the cursor."""

from itertools import zip_longest

from textual.content import Content
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.visual import Visual


class DetailsView(ScrollView, can_focus=False, inherit_bindings=False):
    """A text that scrolls; of another one, only the lines that differ are painted.

    Nothing is laid out for it: its scrollbar, always there, is empty where the text fits.
    """

    def __init__(self) -> None:
        super().__init__(id="details")
        self.set_reactive(DetailsView.auto_links, False)  # there are none to look for in each line
        self.content = Content("")
        self._lines: list[Strip] = []

    def show(self, content: Content) -> None:
        """Show another text, from its beginning."""
        self.content = content
        self.scroll_to(y=0, animate=False)
        self._break_lines()

    def render_line(self, y: int) -> Strip:
        """One line of what is in view."""
        y += self.scroll_offset.y
        if y < len(self._lines):
            return self._lines[y]
        return Strip.blank(self.scrollable_content_region.width, self.rich_style)

    def on_resize(self) -> None:
        """Break the lines for the new width."""
        self._break_lines()

    def notify_style_update(self) -> None:
        """Take on the colours of another theme."""
        super().notify_style_update()
        self._break_lines()

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """The text that is selected with the mouse."""
        return selection.extract(self.content.plain), "\n"

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002 - it is known
        """Show what is selected."""
        self._break_lines()

    def _break_lines(self) -> None:
        width = self.scrollable_content_region.width
        if not width:
            return  # not laid out yet
        before = self._lines
        self._lines = Visual.to_strips(self, self.content, width, None, self.visual_style, pad=True)
        self.set_reactive(DetailsView.virtual_size, Size(width, len(self._lines)))
        # A text that fits is as long as what is seen: else the bar is painted for each, and empty.
        height = max(len(self._lines), self.scrollable_content_region.height)
        self.vertical_scrollbar.window_virtual_size = height
        top = self.scroll_offset.y
        for number, (one, other) in enumerate(zip_longest(before, self._lines)):
            if one != other:
                self.refresh(Region(0, number - top, width, 1))
