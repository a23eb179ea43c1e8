"""The best day, shown before it is taken: what to choose and to drop, with a reason for each."""

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from tui_planner.app.content.colours import QUIET
from tui_planner.app.content.key_hints import KeyHint, hint_at
from tui_planner.app.widgets.lists.item_list import Item, ItemList
from tui_planner.app.widgets.lists.wrapped_list import NO_BREAK, wrap_indented
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.itinerary.suggestions.best_day import (
    Proposal,
    Scope,
    Suggestion,
    count_changes,
    suggest,
)
from tui_planner.programme.search.index import fold_text
from tui_planner.programme.time_text import format_long_date, format_short_date, format_times
from tui_planner.support.i18n import _

from .form_screen import Field, FormScreen
from .overlay import Overlay

_MARGIN = 4
_MOST_LINES = 6


class SuggestScreen(Overlay[Suggestion | None]):
    """A list of proposals; what is left out by a key is not taken."""

    BINDINGS = [
        Binding("escape,q,s", "dismiss", _("Close")),
        Binding("space", "leave_out", show=False),
        Binding("w", "scope", show=False),
        Binding("l", "likes", show=False),
        Binding("a", "all_days", show=False),
    ]

    def __init__(
        self,
        plan: ResolvedItinerary,
        day: date,
        keep_likes: Callable[[tuple[str, ...]], None],
    ) -> None:
        """Propose for a day; for all of them where that is asked.

        `keep_likes` keeps what is filled in as liked, whatever becomes of the proposals.
        """
        super().__init__()
        self._keep_likes = keep_likes
        self._plan = plan
        self._shown = day
        self._day: date | None = day
        self._likes = plan.itinerary.likes
        self._scope = Scope.ROUNDS
        self._found = Suggestion((), (), (), is_proven=True)
        self._left_out: set[str] = set()

    def compose(self) -> ComposeResult:
        """Put the list in a frame."""
        yield ItemList(id="page", markup=False)

    def on_mount(self) -> None:
        """Look for the best day."""
        self._view.focus()
        self._look()

    def on_resize(self) -> None:
        """Break the lines for the width that there is."""
        self.call_after_refresh(self._show)

    def on_item_list_chosen(self) -> None:
        """Take what is not left out."""
        add, drop = (
            tuple(one for one in some if one.session.id not in self._left_out)
            for some in (self._found.add, self._found.drop)
        )
        if add or drop:
            self.dismiss(replace(self._found, add=add, drop=drop))
        else:
            self.on_item_list_nothing_chosen()

    def on_item_list_nothing_chosen(self) -> None:
        """Say that nothing is proposed, or all of it left out."""
        self.tell(_("There is nothing to take."))

    def list_hints(self) -> Sequence[KeyHint]:
        """List what the keys do now."""
        is_whole = self._scope is Scope.WHOLE_DAY
        which = _("This day") if self._day is None else _("All days")
        several = len(self._plan.programme.days) > 1
        return (
            hint_at("enter", _("Take it"), _("enter")),
            hint_at("space", _("Leave out"), _("space")),
            hint_at("l", _("Likes")),
            *([hint_at("a", which)] if several else []),
            hint_at("w", _("Open rounds") if is_whole else _("Day anew")),
            *super().list_hints(),
        )

    def action_leave_out(self) -> None:
        """Leave a proposal out, or take it in again."""
        if (proposed := self._view.pointed_at) is not None:
            self._left_out ^= {proposed.session.id}
            self._show()
        else:
            self.tell(_("There is nothing to leave out here."))

    def action_scope(self) -> None:
        """Fill what is open, or make the whole day anew."""
        self._scope = Scope.WHOLE_DAY if self._scope is Scope.ROUNDS else Scope.ROUNDS
        self._look()

    def action_all_days(self) -> None:
        """Propose for all days, or for the one shown again."""
        if len(self._plan.programme.days) > 1:
            self._day = self._shown if self._day is None else None
            self._look()
        else:
            self.tell(_("The programme has one day."))

    def action_likes(self) -> None:
        """Fill in what one likes, and look again."""

        def submit(values: Mapping[str, str]) -> str:
            words = (word.strip() for word in values["likes"].split(","))
            self._likes = tuple(dict.fromkeys(word for word in words if fold_text(word).strip()))
            self._keep_likes(self._likes)
            self._look()
            return ""

        likes = ", ".join(self._likes)
        field = Field("likes", _("I like"), likes, _("words and tracks, with commas between"))
        self.app.push_screen(FormScreen(_("What you like"), [field], submit))

    @property
    def _view(self) -> ItemList:
        return self.query_one(ItemList)

    def _look(self) -> None:
        self._left_out.clear()
        self._view.border_title = _("Looking for the best day…")
        self.run_worker(self._find(), exclusive=True)

    async def _find(self) -> None:
        self._found = await asyncio.to_thread(
            suggest, self._plan, self._likes, self._scope, self._day
        )
        self._show()

    def _show(self) -> None:
        view = self._view
        at = view.highlighted or 0
        is_whole = self._scope is Scope.WHOLE_DAY
        title = _("The whole day anew") if is_whole else _("What could fill your day")
        days = len(self._plan.programme.days)
        if days > 1:
            when = _("all days") if self._day is None else format_short_date(self._day)
            title = f"{title}, {when}"
        if self._likes:
            likes = ", ".join(self._likes)
            title = _("{title} – you like {likes}").format(title=title, likes=likes)
        view.border_title = title
        self.renew_keys()
        view.fill([*self._items(max(view.text_width, _MARGIN + 1))], at)

    def _items(self, width: int) -> Iterator[Item]:
        if self._found.is_empty:
            text = _("Nothing to propose. l says what you like, w makes the whole day anew.")
            yield Item(Content.styled(text, QUIET))
        for day, add, drop in self._found.split_by_day():
            if self._day is None:
                text = f"{format_long_date(day)}: {count_changes(len(add), len(drop))}"
                yield Item(Content.styled(text, "bold $text-accent"))
            for sign, proposals in (("+", add), ("−", drop)):
                for one in proposals:
                    is_left_out = one.session.id in self._left_out
                    yield Item(self._row(" " if is_left_out else sign, one, width), one)
        for notice in self._found.left:
            yield Item(Content("\n").join(_lines(notice.message, width, "$text-warning", "!")))
        for sentence in self._found.explain_rest():
            yield Item(Content("\n").join(_lines(sentence, width, QUIET)))
        if not self._found.is_proven:
            text = _("This is the best day found in time; there may be a better one.")
            yield Item(Content.styled(text, QUIET))

    def _row(self, sign: str, one: Proposal, width: int) -> Content:
        when = format_times(one.session.timing, self._plan.programme.zone)
        style = "bold" if sign.strip() else f"strike {QUIET}"
        title = _lines(f"{when} {one.session.title}", width, style, sign)
        return Content("\n").join([*title, *_lines(one.reason, width, QUIET)])


def _lines(text: str, width: int, style: str, sign: str = "") -> list[Content]:
    lead = f"{sign}{NO_BREAK}" if sign else ""
    return wrap_indented(text, width, _MARGIN, _MOST_LINES, style, lead=lead)
