"""The details of what is pointed at, beside the grid: they change with every step of the cursor."""

from itertools import zip_longest

from textual.content import Content
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.visual import Visual

from tui_planner.app.terminal.text_lines import TextLines


class DetailsView(ScrollView, can_focus=False, inherit_bindings=False):
    """A text that scrolls; of another one, only the lines that differ are painted.

    Nothing is laid out for it: its scrollbar, always there, is empty where the text fits.
    """

    def __init__(self) -> None:
        super().__init__(id="details")
        self.set_reactive(DetailsView.auto_links, False)  # there are none to look for in each line
        self.content = Content("")
        self._text_lines = TextLines(self)
        self._lines: list[Strip] = []
        self._placed: list[Strip] = []
        self._placed_width = 0

    def show(self, content: Content) -> None:
        """Show another text, from its beginning."""
        self.content = content
        self.scroll_to(y=0, animate=False)
        self._break_lines()

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is in view, of which the mouse can tell the characters apart."""
        y += self.scroll_offset.y
        width = self.scrollable_content_region.width
        if not self._placed or self._placed_width != width:  # of another size, it comes untold
            style, self._placed_width = self.visual_style, width
            self._placed = Visual.to_strips(self, self.content, width, None, style, pad=True)
        return self._placed[y] if y < len(self._placed) else Strip.blank(width, self.rich_style)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Give the lines of a part of the widget: below its frame, as they are known already."""
        top = self.gutter.top
        if self.text_selection is not None:
            return super().render_lines(crop)
        if crop.y < top:
            frame, text = crop.split_horizontal(min(top - crop.y, crop.height))
            return [*super().render_lines(frame), *self.render_lines(text)]
        first = crop.y - top + self.scroll_offset.y
        lines = self._lines[first : first + crop.height]
        if (rest := crop.height - len(lines)) > 0:
            lines += [self._text_lines.blank()] * rest
        return [line.crop(*crop.column_span) for line in lines]

    def on_resize(self) -> None:
        """Break the lines for the new width."""
        self._break_lines()

    def notify_style_update(self) -> None:
        """Take on the colours of another theme."""
        super().notify_style_update()
        self._text_lines.forget()
        self._break_lines()

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """Give the text that is selected with the mouse."""
        return selection.extract(self.content.plain), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Show what is selected."""
        self._placed = []
        super().selection_updated(selection)

    def _break_lines(self) -> None:
        self._placed = []
        width = self.scrollable_content_region.width
        if not width:
            return  # not laid out yet
        before = self._lines
        self._lines = self._text_lines.of(self.content, width)
        self.set_reactive(DetailsView.virtual_size, Size(width, len(self._lines)))
        # A text that fits is as long as what is seen: else the bar is painted for each, and empty.
        height = max(len(self._lines), self.scrollable_content_region.height)
        self.vertical_scrollbar.window_virtual_size = height
        top = self.scroll_offset.y
        lines = enumerate(zip_longest(before, self._lines))
        changed = [Region(0, y - top, width, 1) for y, (one, other) in lines if one != other]
        if changed:
            self.refresh(*changed)
