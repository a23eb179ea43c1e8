"""What was found as a list, also on other days; or what a filter that is typed may become."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from textual.content import Content

from tui_planner.app.content.colours import QUIET
from tui_planner.app.content.own_marks import OwnMarks
from tui_planner.app.widgets.lists.item_list import Item, ItemList
from tui_planner.app.widgets.lists.wrapped_list import NO_BREAK, WrappedList
from tui_planner.app.widgets.search_messages import Picked
from tui_planner.layout.text.cells import cut, join_lines
from tui_planner.programme.model import Programme, Thing
from tui_planner.programme.search.index import find_words, fold_text
from tui_planner.programme.time_text import format_clock_narrow, format_long_date
from tui_planner.support.i18n import _

_MARGIN = 8
_LEAST_WIDTH = 20
MOST_HITS = 100
"""The rows that are listed: nobody reads on, and it is done at every key."""
_FOUND = "underline $text-accent"


class Offer(NamedTuple):
    """What the text may become: what is shown, and what is said beside it."""

    text: str
    beside: str = ""


class Hits(NamedTuple):
    """The hits in their order, the folded words that they have, and what they are to the user."""

    things: Sequence[Thing]
    words: Sequence[str]
    programme: Programme
    marks: OwnMarks


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

    def show_hits(self, hits: Hits, at: int) -> None:
        """List hits, with one of them highlighted."""
        self._rows, self._at = partial(_hit_rows, hits), at
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


def _hit_rows(hits: Hits, width: int) -> Iterator[_Row]:
    """Give two lines for each hit, and a heading where the day changes if there are several."""
    day = None
    for hit in hits.things[:MOST_HITS]:
        if len(hits.programme.days) > 1 and hit.day != day:
            day = hit.day
            yield Content.styled(format_long_date(day), f"bold {QUIET}"), False
        yield _hit_row(hit, hits, width), True
    if len(hits.things) > MOST_HITS:
        more = _("… and {n} more").format(n=len(hits.things) - MOST_HITS)
        yield Content.styled(more, QUIET), False


def _hit_row(hit: Thing, hits: Hits, width: int) -> Content:
    """Write the time, the sign and the title, and below these where, and who of those sought."""
    is_all_day = hit.timing.all_day
    start = "" if is_all_day else format_clock_narrow(hit.timing.start, hits.programme.zone)
    mark = hits.marks.find(hit)
    lead = (f"{start:<6}{mark.sign} ".replace(" ", NO_BREAK), QUIET)
    title = _mark_words(cut(join_lines(hit.title), width - _MARGIN), hits.words)
    lines = [Content.assemble(lead, title.stylize_before(mark.style))]
    names = (*hit.speakers, *getattr(hit, "hosts", ()), getattr(hit, "track", ""))
    sought = (name for name in names if any(word in fold_text(name) for word in hits.words))
    room = hits.programme.get_room_name(hit.room)
    words = (mark.status, _("all day") if is_all_day else "", room, *sought)
    if said := join_lines(" · ".join(filter(None, words))):
        rest = _mark_words(cut(said, width - _MARGIN), hits.words).stylize_before(QUIET)
        lines.append(Content.assemble(NO_BREAK * _MARGIN, rest))
    return Content("\n").join(lines)


def _mark_words(text: str, words: Sequence[str]) -> Content:
    content = Content(text)
    for start, end in find_words(text, words):
        content = content.stylize(_FOUND, start, end)
    return content


def _offer_rows(offers: Sequence[Offer], width: int) -> Iterator[_Row]:
    for offer in offers[:MOST_HITS]:
        text = cut(offer.text, width - len(offer.beside) - 1)
        yield Content.assemble(text, (f"{NO_BREAK}{offer.beside}", QUIET)), True
