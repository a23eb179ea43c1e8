"""The best day, shown before it is taken: what to choose and to drop, with a reason for each."""

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ..i18n import _
from ..itinerary.plan import Plan
from ..itinerary.suggesting.suggest import Proposal, Scope, Suggestion, suggest
from ..layout.cells import wrap
from ..programme.search import folded
from ..wording import short_date, times
from .colours import QUIET
from .form_screen import Field, FormScreen

_INDENT = "\u00a0\u00a0\u00a0\u00a0"  # of spaces, the beginning of a line is lost when it wraps
_MOST_LINES = 3
_PADDING = 2


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the delegate took: a suggestion, and the words that it was made from."""

    suggestion: Suggestion
    likes: tuple[str, ...]


class SuggestScreen(ModalScreen[Wanted | None]):
    """A list of proposals; what is left out by a key is not taken."""

    BINDINGS = [
        Binding("escape,q,s", "dismiss", _("Close")),
        Binding("space", "leave_out", show=False),
        Binding("w", "scope", show=False),
        Binding("l", "likes", show=False),
        Binding("j", "list('cursor_down')", show=False),
        Binding("k", "list('cursor_up')", show=False),
    ]

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self._plan = plan
        self._likes = plan.itinerary.likes
        self._scope = Scope.ROUNDS
        self._found = Suggestion((), (), (), is_proven=True)
        self._left_out: set[str] = set()

    def compose(self) -> ComposeResult:
        """The list in a frame."""
        yield OptionList(id="page", markup=False)

    def on_mount(self) -> None:
        """Look for the best day."""
        self._view.focus()
        self._look()

    def on_resize(self) -> None:
        """Break the lines for the width that there is."""
        self.call_after_refresh(self._show)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take what is not left out."""
        event.stop()
        kept = tuple(one for one in self._found.add if one.session.id not in self._left_out)
        if kept or self._found.drop:
            self.dismiss(Wanted(replace(self._found, add=kept), self._likes))

    def action_leave_out(self) -> None:
        """Leave a proposal out, or take it in again."""
        at = self._view.highlighted
        if at is not None and at < len(self._found.add):
            self._left_out ^= {self._found.add[at].session.id}
            self._show()

    def action_scope(self) -> None:
        """Fill what is open, or make the whole day anew."""
        self._scope = Scope.WHOLE_DAY if self._scope is Scope.ROUNDS else Scope.ROUNDS
        self._look()

    def action_likes(self) -> None:
        """Fill in what one likes, and look again."""

        def submit(values: Mapping[str, str]) -> str:
            words = (word.strip() for word in values["likes"].split(","))
            self._likes = tuple(dict.fromkeys(word for word in words if folded(word).strip()))
            self._look()
            return ""

        likes = ", ".join(self._likes)
        field = Field("likes", _("I like"), likes, _("words and tracks, with commas between"))
        self.app.push_screen(FormScreen(_("What you like"), [field], submit))

    def action_list(self, name: str) -> None:
        """Move along the list."""
        getattr(self._view, f"action_{name}")()

    @property
    def _view(self) -> OptionList:
        return self.query_one(OptionList)

    def _look(self) -> None:
        self._left_out.clear()
        self._view.border_title = _("Looking for the best day…")
        self.run_worker(self._find(), exclusive=True)

    async def _find(self) -> None:
        self._found = await asyncio.to_thread(suggest, self._plan, self._likes, self._scope)
        self._show()

    def _show(self) -> None:
        view = self._view
        at = view.highlighted or 0
        is_whole = self._scope is Scope.WHOLE_DAY
        view.border_title = _("The whole day anew") if is_whole else _("What could fill your day")
        other = _("w open rounds") if is_whole else _("w whole day")
        view.border_subtitle = " · ".join(
            [_("enter takes"), _("space leaves out"), _("l likes"), other]
        )
        width = view.scrollable_content_region.width - _PADDING
        view.set_options(self._rows(max(1, width - len(_INDENT))))
        view.highlighted = at if view.option_count else None

    def _rows(self, width: int) -> Iterator[Option]:
        for one in self._found.add:
            sign = " " if one.session.id in self._left_out else "+"
            yield Option(self._row(sign, one, width))
        for one in self._found.drop:
            yield Option(self._row("−", one, width))
        for notice in self._found.left:
            lines = wrap(notice.message, width, _MOST_LINES)
            text = "\n".join((_INDENT if n else "!\u00a0") + line for n, line in enumerate(lines))
            yield Option(Content.styled(text, "$text-warning"), disabled=True)
        if not self._found.add and not self._found.drop:
            text = _("Nothing to propose. l says what you like.")
            yield Option(Content.styled(text, QUIET), disabled=True)
        if not self._found.is_proven:
            text = _("This is the best day found in time; there may be a better one.")
            yield Option(Content.styled(text, QUIET), disabled=True)

    def _row(self, sign: str, one: Proposal, width: int) -> Content:
        programme = self._plan.programme
        when = times(one.session.timing, programme.zone)
        if len(programme.days) > 1:
            when = f"{short_date(one.session.day)} {when}"
        style = "bold" if sign.strip() else f"strike {QUIET}"
        head = Content.styled(f"{sign}\u00a0{when}\u00a0{one.session.title}", style)
        lines = wrap(one.reason, width, _MOST_LINES)
        return Content("\n").join(
            [head, *(Content.styled(_INDENT + line, QUIET) for line in lines)]
        )
