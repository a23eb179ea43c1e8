"""What was found as a list, also on other days; or what a filter that is typed may become."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from textual.content import Content

from tui_planner.app.content.colours import QUIET
from tui_planner.layout.text.cells import cut, join_lines
from tui_planner.programme.model import Programme, Thing
from tui_planner.programme.time_text import format_clock_narrow, format_long_date
from tui_planner.support.i18n import _

from .item_list import Item, ItemList
from .search_messages import Picked
from .wrapped_list import NO_BREAK, WrappedList

_MARGIN = 7
_LEAST_WIDTH = 20
_MOST = 100
"""The rows that are listed: nobody reads on, and it is done at every key."""


class Offer(NamedTuple):
    """What the text may become: what is shown, and what is said beside it."""

    text: str
    beside: str = ""


_Row = tuple[Content, bool]
"""What stands in an item, and whether that can be chosen or is a heading."""


class HitsView(WrappedList, can_focus=False):
    """The hits in their order, or offers; the line in which one types keeps the focus."""

    MARGIN = _MARGIN

    def __init__(self) -> None:
        super().__init__("hits")
        self._rows: Callable[[int], Iterable[_Row]] = lambda _width: ()
        self._at = 0
        self._numbers: list[int] = []
        """The option of each hit or offer: there are headings between them."""

    def show_hits(self, hits: Sequence[Thing], programme: Programme, at: int) -> None:
        """List hits, with one of them highlighted."""
        self._rows, self._at = partial(_hit_rows, hits, programme), at
        self.refill()

    def show_offers(self, offers: Sequence[Offer], at: int) -> None:
        """List offers, with one of them highlighted."""
        self._rows, self._at = partial(_offer_rows, offers), at
        self.refill()

    def point_at(self, number: int) -> None:
        """Highlight a hit or offer."""
        self._at = number
        self.highlighted = self._numbers[number] if number < len(self._numbers) else None

    def fill_for(self, width: int) -> None:
        """Show the hits or offers in lines of so many cells."""
        rows = list(self._rows(width))
        self._numbers = [at for at, (_row, can_be) in enumerate(rows) if can_be]
        number_at = {at: number for number, at in enumerate(self._numbers)}
        self.set_options(Item(row, number_at.get(at)) for at, (row, _can_be) in enumerate(rows))
        self.point_at(self._at)

    @property
    def text_width(self) -> int:
        """The cells of a line; it is filled before it is laid out, for one can go along it then."""
        return max(_LEAST_WIDTH, super().text_width)

    def on_item_list_chosen(self, event: ItemList.Chosen) -> None:
        """Ask for what was clicked."""
        event.stop()
        self.post_message(Picked(event.of))


def _hit_rows(hits: Sequence[Thing], programme: Programme, width: int) -> Iterator[_Row]:
    """Give two lines for each hit, and a heading where the day changes if there are several."""
    day = None
    for hit in hits[:_MOST]:
        if len(programme.days) > 1 and hit.day != day:
            day = hit.day
            yield Content.styled(format_long_date(day), f"bold {QUIET}"), False
        is_all_day = hit.timing.all_day
        start = "" if is_all_day else format_clock_narrow(hit.timing.start, programme.zone)
        time = f"{start:<6} "
        title = cut(join_lines(hit.title), width - len(time))
        lines = [Content.assemble((time.replace(" ", NO_BREAK), QUIET), title)]
        words = (_("all day") if is_all_day else "", programme.get_room_name(hit.room))
        if room := " · ".join(filter(None, words)):
            lines.append(
                Content.styled(NO_BREAK * _MARGIN + cut(join_lines(room), width - _MARGIN), QUIET)
            )
        yield Content("\n").join(lines), True
    if len(hits) > _MOST:
        more = _("… and {n} more").format(n=len(hits) - _MOST)
        yield Content.styled(more, QUIET), False


def _offer_rows(offers: Sequence[Offer], width: int) -> Iterator[_Row]:
    for offer in offers[:_MOST]:
        text = cut(offer.text, width - len(offer.beside) - 1)
        yield Content.assemble(text, (f"{NO_BREAK}{offer.beside}", QUIET)), True
