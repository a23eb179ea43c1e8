"""The three lines below the grid: what is under the cursor, or what the app has to say."""

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from ..i18n import _
from ..itinerary.notices import NoticeKind
from ..layout.cells import cut
from .prompts import Prompt

_STYLES = {NoticeKind.CERTAIN: "bold $text-error", NoticeKind.POSSIBLE: "bold $text-warning"}


class StatusBar(Static):
    """Shows what is under the cursor until there is something to say."""

    def __init__(self) -> None:
        super().__init__(id="status", markup=False)
        self._peek = Content("")
        self._prompt: Prompt | None = None

    def peek(self, content: Content) -> None:
        """What is under the cursor."""
        self._peek = content
        if self._prompt is None:
            self.update(content, layout=False)

    def say(self, prompt: Prompt | None) -> None:
        """What the app has to say; None to be quiet again."""
        self._prompt = prompt
        self.set_class(prompt is not None, "-speaking")
        self.update(
            self._peek if prompt is None else _content(prompt, self.content_size.width),
            layout=False,
        )


def _content(prompt: Prompt, width: int) -> Content:
    style = _STYLES.get(prompt.kind, "bold $text-warning") if prompt.kind else "bold"
    sign = "! " if prompt.kind else ""
    parts = [Content.styled(f"{sign}{prompt.message}", style)]
    if prompt.ways:
        close = (_("esc"), _("leave it so"))
        keys = [*((way.key, way.label) for way in prompt.ways), close]
        # The labels share what the keys and the spaces between leave of the line.
        room = width - cell_len(" ".join(close)) - sum(len(way.key) + 4 for way in prompt.ways)
        longest = max(8, room // len(prompt.ways))
        parts.append(
            Content("   ").join(
                Content.assemble((key, "bold $text-accent"), " ", cut(label, longest))
                for key, label in keys
            )
        )
    return Content("\n").join(parts)
