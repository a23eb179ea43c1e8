"""The three lines below the grid: what is under the cursor, or what the app has to say."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from ..i18n import _
from ..itinerary.notices import NoticeKind
from ..layout.cells import cut, wrap
from .prompts import Prompt, Way

_ROOM_FOR_WORDS = 60
_ROOM_FOR_OTHERS = 20
_LEAST_LABEL = 24
_LEAST_WORDS = 14
_GAP = "   "
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
    most = 2 if prompt.ways else 3
    is_long = len(wrap(prompt.message, width, 3, lead=sign)) > 2
    message = prompt.brief if is_long and prompt.brief else prompt.message
    lines = [Content.styled(line, style) for line in wrap(message, width, most, lead=sign)]
    if prompt.ways:
        lines.append(_ways(prompt, width))
    return Content("\n").join(lines)


def _command(key: str) -> str:
    """The command that a way out has its key from."""
    return f"way-{key}" if key.isdigit() else "confirm"


def _ways(prompt: Prompt, width: int) -> Content:
    """The keys with what they do: the best ways out, as many as can be read, and how to see all."""
    shown = prompt.ways[: _number_shown(prompt, width)]
    others = [(_("esc"), _("leave it so") if width >= _ROOM_FOR_WORDS else "", "dismiss")]
    if len(shown) < len(prompt.ways):
        others.insert(0, ("o", _("all {n}").format(n=len(prompt.ways)), "ways"))
    taken = sum(cell_len(f"{key} {label}".rstrip()) for key, label, _command in others)
    taken += cell_len(_GAP) * (len(shown) + len(others) - 1)
    room = max(8, (width - taken) // len(shown) - cell_len("1 "))
    keys = [(way.key, _label(way, room), _command(way.key)) for way in shown]
    return Content(_GAP).join(
        Content.assemble(
            (key, "bold $text-accent"),
            (f" {label}", f"@click=screen.command('{command}')"),
        )
        for key, label, command in (*keys, *others)
    )


def _number_shown(prompt: Prompt, width: int) -> int:
    """How many ways out are shown: all where that cuts none, else as many as can be read."""
    whole = sum(cell_len(f"{way.key} {_label(way, width)}{_GAP}") for way in prompt.ways)
    if whole <= width - _ROOM_FOR_OTHERS:
        return len(prompt.ways)
    return max(2, (width - _ROOM_FOR_OTHERS) // _LEAST_LABEL)


def _label(way: Way, room: int) -> str:
    """What a way out does, and what it costs where that leaves enough of the first."""
    cost = f" {way.cost}" if way.cost else ""
    if room - cell_len(cost) < _LEAST_WORDS:
        return cut(way.label, room)
    return cut(way.label, room - cell_len(cost)) + cost
