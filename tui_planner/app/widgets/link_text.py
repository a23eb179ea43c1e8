"""Text with links in it, which are shown as such only while the mouse is on them."""

from textual.widgets import Static


class LinkText(Static):
    """Text with links.

    Where another widget holds the mouse, Textual takes the look of the link that it has left back
    without drawing it.
    """

    def on_leave(self) -> None:
        """Draw the link that the mouse has left as the others."""
        self.refresh()
