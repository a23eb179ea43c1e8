"""The search: what is looked for, what was found, and which hit one is at."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime

from tui_planner.app.content.own_marks import OwnMarks
from tui_planner.app.widgets.find_bar import FindBar
from tui_planner.app.widgets.lists.hits_view import MOST_HITS, Hits, HitsView, Offer
from tui_planner.app.widgets.search_messages import (
    Closed,
    Completed,
    FilterDropped,
    Picked,
    SearchAsked,
    Stepped,
    Submitted,
    Typed,
)
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.itinerary.views.session_states import find_states
from tui_planner.programme.model import Thing
from tui_planner.programme.search.facets import IS, Facets, Filter
from tui_planner.programme.search.index import Index, fold_text
from tui_planner.support.i18n import _

from .planner import Planner

_OPEN = "-finding"
_FILTERED = "-filtered"


class SearchController:
    """The finder: it goes to hits as one types; without one, the cursor is where it began.

    Filters stay when the line is closed, until they are removed: what they leave out is dim.

    Attributes:
        bar: The line in which one types.
        list: What is found, or what may be typed.
    """

    def __init__(self, planner: Planner) -> None:
        self._planner = planner
        self.bar = FindBar()
        self.list = HitsView()
        self._index = Index(planner.editor.programme)
        self._known = Facets(planner.editor.programme, self._states)
        self._states_at: (
            tuple[tuple[ResolvedItinerary, datetime], Mapping[str, frozenset[str]]] | None
        ) = None
        self._filters: list[Filter] = []
        self._begun_at = ""
        self._words = ""
        self._hits: Sequence[Thing] = ()
        self._number = 0
        self._best = 0  # the number of the first hit by rank; they are listed by day
        self._offers: Sequence[tuple[Offer, str | Filter]] = ()
        self._offer = 0

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all hits of words."""
        return frozenset(hit.id for hit in self._hits) if self._words else frozenset()

    @property
    def kept(self) -> frozenset[str] | None:
        """The ids of what the search leaves; None where nothing is looked for."""
        is_looking = self._words or self._filters or self._hits
        return frozenset(hit.id for hit in self._hits) if is_looking else None

    @property
    def is_filtering(self) -> bool:
        """Whether filters hold while the line is closed."""
        return self._planner.has_class(_FILTERED)

    def open(self) -> None:
        """Begin, at the cursor."""
        thing = self._planner.grid.cursor
        self._begun_at = thing.id if thing else ""
        self._planner.prompts.be_quiet()
        self._planner.remove_class(_FILTERED)
        self._planner.add_class(_OPEN)
        self.bar.open()
        self._planner.run_worker(self._prepare(self._index))
        self._look("")

    def show_only(self, key: str, value: str) -> None:
        """Let one filter hold, and go to the first that it leaves on this day."""
        self._filters = [Filter(key, value)]
        self._planner.add_class(_FILTERED)
        self._find("")
        self._narrow()
        self._planner.refresh_marks()
        today = (hit for hit in self._hits if hit.day == self._planner.grid.day)
        if (first := next(today, None)) is not None:
            self._planner.go_to(first.id)

    def answer(self, asked: SearchAsked) -> None:
        """Do what the line or the list asks for."""
        match asked:
            case Typed(text=text):
                self.find(text)
            case Stepped(step=step):
                self.step(step)
            case Completed():
                self.complete()
            case Submitted():
                self.submit()
            case Picked(number=number):
                self.want(number)
            case FilterDropped():
                self.drop(-1)
            case Closed(keep=keep):
                self.close(keep=keep)

    def find(self, text: str) -> None:
        """Find, and go to the first hit; a filter that is followed by a space holds from then."""
        if not self._planner.has_class(_OPEN):
            return
        typed = self._known.parse(text)
        if typed.filters and text.endswith(" ") and not self._known.find_unfinished(text):
            self._filters += (one for one in typed.filters if one not in self._filters)
            self.bar.type(f"{typed.words} " if typed.words else "")
            return  # the line has changed, and tells so
        begun = self._known.find_unfinished(text)
        self._offers = self._values(begun[1]) if begun else ()
        self._offer = 0
        self._look(text)

    def complete(self) -> None:
        """Offer the filters that there are; take the one that is pointed at where some are."""
        if self._offers:
            self._take_offer()
            return
        head, _space, begun = self.bar.typed.rpartition(" ")
        head = f"{head} " if head else ""
        keys = [key for key in self._known.keys if key.startswith(begun)] or self._known.keys
        offers = [(Offer(f"{key}:", _about(key)), f"{head}{key}:") for key in keys]
        self._offers, self._offer = offers, 0
        self._show()

    def step(self, step: int) -> None:
        """Go to a later or earlier hit or offer, around the end."""
        if self._offers:
            self._offer = (self._offer + step) % len(self._offers)
        elif self._hits:
            self._number = (self._number + step) % len(self._hits)
        self._point()

    def submit(self) -> None:
        """Take the offer that is pointed at, or stay at the hit."""
        if self._offers:
            self._take_offer()
        else:
            self.close(keep=True)

    def want(self, number: int) -> None:
        """Take a row of the list: the offer, or go to the hit and stay there."""
        if self._offers:
            self._offer = number
            self._take_offer()
        else:
            self._number = number
            self._show()
            self.close(keep=True)

    def drop(self, number: int) -> None:
        """Remove a filter."""
        if not self._filters:
            return
        del self._filters[number]
        self._look(self.bar.typed)
        if not self._filters and self.is_filtering:
            self.clear()

    def renew(self) -> None:
        """Find the same in another version of the programme, without moving the cursor."""
        self._index = Index(self._planner.editor.programme)
        self._known = Facets(self._planner.editor.programme, self._states)
        self._find_again()

    def plan_changed(self) -> None:
        """Find the same for another plan, without moving the cursor."""
        if any(one.key == IS for one in self._filters):
            self._find_again()

    def _find_again(self) -> None:
        if self._planner.has_class(_OPEN) or self.is_filtering:
            self._narrow()
            self._find(self.bar.typed)
            self.bar.tell(len(self._hits), 0)

    def close(self, *, keep: bool) -> None:
        """End; stay at the hit, or go back to where it began, without any filter."""
        if not self._planner.has_class(_OPEN):
            return
        found = bool(self._hits)
        self._planner.remove_class(_OPEN)
        if keep and self._filters:
            self._planner.add_class(_FILTERED)
            self.bar.type("")
            self._find("")
            self.bar.tell(len(self._hits), 0)
            self._planner.refresh_marks()
        else:
            self.clear()
        if self._begun_at and not (keep and found):
            self._planner.go_to(self._begun_at)
        self._planner.grid.focus()

    def clear(self) -> None:
        """Remove all filters."""
        self._planner.remove_class(_FILTERED)
        self._filters.clear()
        self._words, self._hits, self._offers = "", (), ()
        self._narrow()
        self._planner.refresh_marks()

    def _narrow(self) -> None:
        """Fold away the rooms without what the filters leave, and show the filters."""
        self._planner.lanes.narrow_to(self._known.select_ids(self._filters))
        self.bar.show_filters([str(one) for one in self._filters])

    def _states(self) -> Mapping[str, frozenset[str]]:
        """Find the ids of the sessions in each state, for the plan at this minute."""
        wanted = self._planner.editor.now.plan, self._planner.now()
        if self._states_at is None or self._states_at[0] != wanted:
            self._states_at = wanted, find_states(*wanted)
        return self._states_at[1]

    async def _prepare(self, index: Index) -> None:
        """Fold the programme in parts, so that no key waits for it."""
        while index.fold_some():
            await asyncio.sleep(0)

    def _look(self, text: str) -> None:
        self._find(text)
        self._number = self._best
        self._show()

    def _find(self, text: str) -> None:
        typed = self._known.parse(text)
        begun = self._known.find_unfinished(text)
        self._words = typed.words if begun is None else self._known.parse(begun[0]).words
        among = self._known.select_ids([*self._filters, *typed.filters])
        ranked = self._index.find(self._words, among)
        listed = sorted(ranked[:MOST_HITS], key=lambda hit: hit.day)
        self._hits = [*listed, *ranked[MOST_HITS:]]
        self._best = listed.index(ranked[0]) if ranked else 0

    def _values(self, begun: Filter) -> Sequence[tuple[Offer, str | Filter]]:
        """Offer what a filter that is begun may become."""
        names = _meanings() if begun.key == IS else {}
        values = self._known.list_values(begun)
        return [(Offer(str(one), f"{names.get(one.value, '')} {n}"), one) for one, n in values]

    def _take_offer(self) -> None:
        _shown, taken = self._offers[self._offer]
        self._offers = ()
        if isinstance(taken, str):
            self.bar.type(taken)
            return
        begun = self._known.find_unfinished(self.bar.typed)
        if taken not in self._filters:
            self._filters.append(taken)
        text = begun[0] if begun else ""
        if text == self.bar.typed:
            self._look(text)
        else:
            self.bar.type(text)

    def _show(self) -> None:
        self._planner.refresh_marks()
        self._narrow()
        if self._offers:
            self.list.show_offers([offer for offer, _taken in self._offers], self._offer)
        else:
            planner, words = self._planner, fold_text(self._words).split()
            marks = OwnMarks(planner.editor.now, planner.grid.glyphs)
            hits = Hits(self._hits, words, planner.editor.programme, marks)
            self.list.show_hits(hits, self._number)
        self._point()

    def _point(self) -> None:
        """Point at the hit or offer, and go to the hit."""
        self.list.point_at(self._offer if self._offers else self._number)
        if self._hits or (self.kept is not None and not self._offers):
            self.bar.tell(len(self._hits), self._number)
        else:
            self.bar.tell_nothing()
        self._planner.go_to(self._hits[self._number].id if self._hits else self._begun_at)


def _meanings() -> Mapping[str, str]:
    """Tell what the states mean, by the words that are typed for them."""
    return {"open": _("still open"), "fits": _("fits my day"), "now": _("now and next")}


def _about(key: str) -> str:
    return ", ".join(_meanings().values()) if key == IS else ""
