"""What was found as a list, also on other days; or what a filter that is typed may become."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from textual.content import Content

from tui_planner.app.content.colours import QUIET
from tui_planner.layout.text.cells import cut, join_lines
from tui_planner.programme.model import Programme, Thing
from tui_planner.programme.time_text import format_clock_narrow, format_long_date
from tui_planner.support.i18n import _

from .item_list import Item, ItemList

_INDENT = "\u00a0" * 7  # of spaces, the beginning of a line is lost when it is wrapped
_PADDING = 2
_MOST = 100
"""The rows that are listed: nobody reads on, and it is done at every key."""


class Offer(NamedTuple):
    """What the text may become: what is shown, and what is said beside it."""

    text: str
    beside: str = ""


class HitsView(ItemList, can_focus=False):
    """The hits in their order, or offers; the line in which one types keeps the focus."""

    def __init__(self, want: Callable[[int], None]) -> None:
        """Make it empty; `want` is told the number of a hit or offer that is clicked."""
        super().__init__(id="hits", markup=False)
        self._want = want
        self._numbers: list[int] = []
        """The option of each hit or offer: there are headings between them."""
        self._again: Callable[[], None] = lambda: None
        self._width = 0

    def show_hits(self, hits: Sequence[Thing], programme: Programme, at: int) -> None:
        """List hits, with one of them highlighted."""
        self._again = partial(self.show_hits, hits, programme, at)
        width = self._text_width
        rows = list(_hit_rows(hits[:_MOST], programme, width))
        if len(hits) > _MOST:
            more = _("… and {n} more").format(n=len(hits) - _MOST)
            rows.append((Content.styled(more, QUIET), False))
        self._show(rows)
        self.point_at(at)

    def show_offers(self, offers: Sequence[Offer], at: int) -> None:
        """List offers, with one of them highlighted."""
        self._again = partial(self.show_offers, offers, at)
        rows = ((_offer(offer, self._text_width), True) for offer in offers[:_MOST])
        self._show(list(rows))
        self.point_at(at)

    def point_at(self, number: int) -> None:
        """Highlight a hit or offer."""
        self.highlighted = self._numbers[number] if number < len(self._numbers) else None

    def on_resize(self) -> None:
        """Cut the lines anew where the width has changed."""
        if self._text_width != self._width:
            self._again()

    def on_show(self) -> None:
        """Cut the lines for the width that is known now."""
        self.on_resize()

    def on_item_list_chosen(self, event: ItemList.Chosen) -> None:
        """Ask for what was clicked."""
        event.stop()
        self._want(event.of)

    def _show(self, rows: Sequence[tuple[Content, bool]]) -> None:
        """Rows, of which some can be chosen and some are headings."""
        self._width = self._text_width
        self._numbers = [at for at, (_row, can_be) in enumerate(rows) if can_be]
        number_at = {at: number for number, at in enumerate(self._numbers)}
        self.set_options(Item(row, number_at.get(at)) for at, (row, _can_be) in enumerate(rows))

    @property
    def _text_width(self) -> int:
        return max(20, self.scrollable_content_region.width - _PADDING)


def _hit_rows(
    hits: Sequence[Thing], programme: Programme, width: int
) -> Iterator[tuple[Content, bool]]:
    """A heading where the day changes, where there are several, and two lines for each hit."""
    day = None
    for hit in hits:
        if len(programme.days) > 1 and hit.day != day:
            day = hit.day
            yield Content.styled(format_long_date(day), f"bold {QUIET}"), False
        time = f"{format_clock_narrow(hit.timing.start, programme.zone):<6} "
        title = cut(join_lines(hit.title), width - len(time))
        lines = [Content.assemble((time.replace(" ", "\u00a0"), QUIET), title)]
        if room := programme.get_room_name(hit.room):
            lines.append(
                Content.styled(_INDENT + cut(join_lines(room), width - len(_INDENT)), QUIET)
            )
        yield Content("\n").join(lines), True


def _offer(offer: Offer, width: int) -> Content:
    text = cut(offer.text, width - len(offer.beside) - 1)
    return Content.assemble(text, (f"\u00a0{offer.beside}", QUIET))
