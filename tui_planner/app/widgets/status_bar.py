"""The three lines below the grid: what is under the cursor, or what the app has to say."""

from collections.abc import Sequence
from itertools import product

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip

from tui_planner.app.content.key_hints import Key, NamedCommand
from tui_planner.app.content.prompts import Prompt, Way
from tui_planner.app.terminal.text_lines import TextLines
from tui_planner.itinerary.notices import NoticeKind
from tui_planner.layout.text.cells import cut, wrap
from tui_planner.support.i18n import _

from .link_text import LinkText

_LEAST_LABEL = 26
_LEAST_OF_PAIR = 12  # of two ways, both are told before either is told in full
_LEAST_WORDS = 14
_GAP = "   "
_STYLES = {
    NoticeKind.CERTAIN: "bold $text-error",
    NoticeKind.POSSIBLE: "bold $text-warning",
    NoticeKind.TIGHT: "bold $text-warning",
}


class StatusBar(LinkText):
    """What is under the cursor, until there is something to say."""

    def __init__(self, key: Key) -> None:
        """Make it empty; `key` tells the keys of the commands that take what is offered."""
        super().__init__(id="status", markup=False)
        self._key = key
        self._peek: Sequence[Content] = ()
        self._prompt: Prompt | None = None
        self._text_lines = TextLines(self)
        self._lines: list[Strip] = []

    def peek(self, lines: Sequence[Content]) -> None:
        """Tell what is under the cursor, in three lines."""
        self._peek = lines
        if self._prompt is None:
            self._show()

    def say(self, prompt: Prompt | None) -> None:
        """Say what the app has to say; be quiet again for None."""
        self._prompt = prompt
        self.set_class(prompt is not None, "-speaking")
        self._show()

    def on_resize(self) -> None:
        """Fit what is said to the new width."""
        self._show()

    def notify_style_update(self) -> None:
        """Take on the colours of another theme."""
        super().notify_style_update()
        self._text_lines.forget()
        self._show()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Give the lines of a part of the widget; what is under the cursor is known already."""
        lines = self._lines[crop.y : crop.bottom]
        if self._prompt is not None or self.text_selection is not None or len(lines) < crop.height:
            return super().render_lines(crop)
        return [line.crop(*crop.column_span) for line in lines]

    def _show(self) -> None:
        prompt = self._prompt
        width = self.content_size.width
        if prompt is not None:
            self.update(_content(prompt, width, self._key), layout=False)
            return
        content = Content("\n").join(line.truncate(width, ellipsis=True) for line in self._peek)
        self._lines = self._text_lines.of(content, width) if self._peek and width else []
        self.update(content, layout=False)


def _content(prompt: Prompt, width: int, key: Key) -> Content:
    """Write the sentence in two lines at the most, and the ways out in the third."""
    style = _STYLES.get(prompt.kind, "bold $text-warning") if prompt.kind else "bold"
    lines = [Content.styled(line, style) for line in _message(prompt, width)]
    if prompt.ways:
        lines.append(_ways(prompt.ways, width, key))
    return Content("\n").join(lines)


def _message(prompt: Prompt, width: int) -> list[str]:
    """Write the sentence in as many words as there is room for."""
    sign = "! " if prompt.kind else ""
    most = 2 if prompt.ways else 3
    *longer, briefest = (prompt.message, *prompt.briefer)
    for message in longer:
        lines = wrap(message, width, most + 1, lead=sign)
        if len(lines) <= most:
            return lines
    return wrap(briefest, width, most, lead=sign)


_Answer = tuple[str, str, NamedCommand]
"""A key, what it does in words, and the command that it is of."""


def _ways(ways: Sequence[Way], width: int, key: Key) -> Content:
    """Write keys with what they do: the best ways out that can be read, and how to see all."""
    answers, others, room = list[_Answer](), list[_Answer](), width

    def fitted(some: Sequence[Way], room: int) -> list[_Answer]:
        return [(key(way.command), _label(way, room), way.command) for way in some]

    for number, leave in product(range(len(ways), 0, -1), (_("leave it so"), "")):
        all_of_them = _("all {n}").format(n=len(ways))
        more: list[_Answer] = [(key("ways"), all_of_them, "ways")] if number < len(ways) else []
        answers, others = fitted(ways[:number], width), [*more, (key("dismiss"), leave, "dismiss")]
        room = width
        if _line([*answers, *others]).cell_length <= width:
            break
        widest = max(cell_len(key) for key, _words, _command in answers)
        room = (width - _line(others).cell_length) // number - cell_len(_GAP) - widest - 1
        is_pair = len(ways) == number <= 2 and not leave
        if room >= (_LEAST_OF_PAIR if is_pair else _LEAST_LABEL):
            break
    return _line([*fitted(ways[: len(answers)], max(1, room)), *others])


def _line(answers: Sequence[_Answer]) -> Content:
    """Put keys beside one another; what has lost its key can still be clicked."""
    return Content(_GAP).join(
        Content.assemble(
            (key, "bold $text-accent"),
            (f" {label}".rstrip() if key else label, f"@click=screen.command('{command}')"),
        )
        for key, label, command in answers
        if key or label
    )


def _label(way: Way, room: int) -> str:
    """Tell what a way out does, and what it costs where that leaves enough of the first."""
    cost = f" {way.cost}" if way.cost else ""
    if room - cell_len(cost) < _LEAST_WORDS:
        return cut(way.label, room)
    return cut(way.label, room - cell_len(cost)) + cost
