"""The key line: what the keys do now, as many as the width holds, each of them clickable."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.style import Style as RichStyle
from textual.content import Content

from tui_planner.app.content.key_hints import KeyHint

from .link_text import LinkText


class KeyLine(LinkText):
    """One line of keys, the most needed first."""

    def __init__(self, hints: Sequence[KeyHint] = ()) -> None:
        super().__init__(id="keys", markup=False)
        self._hints = hints

    def show(self, hints: Sequence[KeyHint]) -> None:
        """Show other keys; where they are the same, nothing is drawn."""
        if hints != self._hints:
            self._hints = hints
            self._fill()

    @property
    def link_style(self) -> RichStyle:
        """A key looks as it does in any line, and a word beside it too: both can be clicked."""
        return RichStyle()

    def on_resize(self) -> None:
        """Fill the width that there is."""
        self._fill()

    def _fill(self) -> None:
        if self.size.width:
            hints = _fit(self._hints, self.size.width)
            self.update(Content("").join(map(_content, hints)), layout=False)


def _fit(hints: Sequence[KeyHint], width: int) -> Iterator[KeyHint]:
    """Choose what there is room for, in its order; then what stays."""
    last = [hint for hint in hints if hint.stays]
    room = width - sum(map(_width, last))
    for hint in hints:
        if not hint.stays and _width(hint) <= room:
            room -= _width(hint)
            yield hint
    yield from last


def _width(hint: KeyHint) -> int:
    return cell_len(f" {hint.shown} {hint.label} ")


def _content(hint: KeyHint) -> Content:
    click = f"@click={hint.action}"
    return Content.assemble(
        (f" {hint.shown} ", f"bold $footer-key-foreground {click}"), (f"{hint.label} ", click)
    )
