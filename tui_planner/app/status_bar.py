"""The three lines below the grid: what is under the cursor, or what the app has to say."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from ..i18n import _
from ..itinerary.notices import NoticeKind
from ..layout.cells import cut, wrap
from .prompts import Prompt

_ROOM_FOR_WORDS = 60
_STYLES = {NoticeKind.CERTAIN: "bold $text-error", NoticeKind.POSSIBLE: "bold $text-warning"}


class StatusBar(Static):
    """Shows what is under the cursor until there is something to say."""

    def __init__(self) -> None:
        super().__init__(id="status", markup=False)
        self._peek: Sequence[Content] = ()
        self._prompt: Prompt | None = None

    def peek(self, lines: Sequence[Content]) -> None:
        """What is under the cursor, in three lines."""
        self._peek = lines
        if self._prompt is None:
            self._show()

    def say(self, prompt: Prompt | None) -> None:
        """What the app has to say; None to be quiet again."""
        self._prompt = prompt
        self.set_class(prompt is not None, "-speaking")
        self._show()

    def on_resize(self) -> None:
        """Fit what is said to the new width."""
        self._show()

    def _show(self) -> None:
        prompt = self._prompt
        width = self.content_size.width
        if prompt is not None:
            self.update(_content(prompt, width), layout=False)
            return
        lines = (line.truncate(width, ellipsis=True) for line in self._peek)
        self.update(Content("\n").join(lines), layout=False)


def _content(prompt: Prompt, width: int) -> Content:
    """The sentence in two lines at the most, and the ways out in the third."""
    style = _STYLES.get(prompt.kind, "bold $text-warning") if prompt.kind else "bold"
    sign = "! " if prompt.kind else ""
    whole = wrap(prompt.message, width, 3, lead=sign)
    if len(whole) > 2 and prompt.brief:
        whole = wrap(prompt.brief, width, 2, lead=sign)
    lines = [Content.styled(line, style) for line in whole[: 2 if prompt.ways else 3]]
    if prompt.ways:
        lines.append(_ways(prompt, width))
    return Content("\n").join(lines)


def _command(key: str) -> str:
    """The command that a way out has its key from."""
    return f"way-{key}" if key.isdigit() else "confirm"


def _ways(prompt: Prompt, width: int) -> Content:
    """The keys with what they do, cut so that every key is seen."""
    keys = [(way.key, way.label) for way in prompt.ways]
    close = (_("esc"), _("leave it so") if width >= _ROOM_FOR_WORDS else "")
    taken = cell_len(" ".join(close)) + sum(len(key) + 4 for key, _label in keys)
    longest = max(8, (width - taken) // len(keys))
    actions = [*(f"command('{_command(key)}')" for key, _label in keys), "command('dismiss')"]
    return Content("   ").join(
        Content.assemble(
            (key, "bold $text-accent"),
            (f" {cut(label, longest)}", f"@click=screen.{action}"),
        )
        for (key, label), action in zip([*keys, close], actions, strict=True)
    )
