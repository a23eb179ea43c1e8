"""A list over the grid, of which one chooses one."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Region

from tui_planner.app.content.colours import QUIET
from tui_planner.app.content.key_hints import KeyHint
from tui_planner.app.widgets.lists.item_list import Item, ItemList
from tui_planner.app.widgets.lists.wrapped_list import wrap_indented
from tui_planner.layout.text.cells import wrap
from tui_planner.support.i18n import _

from .overlay import FindRegions, Overlay

_MARGIN = 2
_MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class ListRow:
    """An entry of a list: what it says, what is said of it below, and a digit that chooses it."""

    title: str
    text: str = ""
    key: str = ""


class ListScreen(Overlay[int | None]):
    """The rows, to choose one by enter or its key; the result is its number from 0, None for none.

    Args:
        title: What is listed.
        rows: What one chooses from.
        hints: What the keys do, the most needed first.
        about: A sentence above the rows; it may be empty.
        at: The number of the row to begin at.
        find_concerned: Finds what must stay in sight, in cells of the screen.
    """

    BINDINGS = [
        Binding("escape,q", "dismiss", _("Close")),
        *(Binding(digit, f"choose('{digit}')", show=False) for digit in "123456789"),
    ]

    def __init__(
        self,
        title: str,
        rows: Sequence[ListRow],
        hints: Sequence[KeyHint],
        about: str = "",
        at: int = 0,
        *,
        find_concerned: FindRegions = list,
    ) -> None:
        super().__init__()
        self._find_concerned = find_concerned
        self._title = title
        self._rows = rows
        self._hints = hints
        self._about = about
        self._at = at

    def compose(self) -> ComposeResult:
        """Put the list in a frame."""
        view = ItemList(id="page", markup=False)
        view.border_title = self._title
        yield view

    def on_mount(self) -> None:
        """Let the arrows move at once."""
        self.view.focus()

    def on_resize(self) -> None:
        """Break the lines for the width that there is."""
        self.call_after_refresh(self._show)

    def find_concerned(self) -> Sequence[Region]:
        """Find what must stay in sight."""
        return self._find_concerned()

    def list_hints(self) -> Sequence[KeyHint]:
        """List what the keys do."""
        return self._hints

    def on_item_list_chosen(self, event: ItemList.Chosen) -> None:
        """Close with what was chosen."""
        self.dismiss(event.of)

    def action_choose(self, key: str) -> None:
        """Close with the row of a key, where there is one."""
        number = next((number for number, row in enumerate(self._rows) if row.key == key), None)
        if number is not None:
            self.dismiss(number)

    def show_rows(self, rows: Sequence[ListRow]) -> None:
        """Show other rows, with the highlight where it is."""
        self._rows = rows
        self._show()

    @property
    def view(self) -> ItemList:
        """The list."""
        return self.query_one(ItemList)

    @property
    def _first(self) -> int:
        """The number of the option of the first row."""
        return 1 if self._about else 0

    def _show(self) -> None:
        view = self.view
        at = self._first + self._at if view.highlighted is None else view.highlighted
        width = max(1, view.text_width)
        items = [Item(_prompt(row, width), number) for number, row in enumerate(self._rows)]
        if self._about:
            lines = wrap(self._about, width, _MOST_LINES)
            items.insert(0, Item(Content("\n".join(lines))))
        view.fill(items, at)


def _prompt(row: ListRow, width: int) -> Content:
    lead = f"{row.key} " if row.key else ""
    style = "" if row.key else "bold"
    first, *more = wrap(row.title, width, _MOST_LINES, lead=lead) or [lead]
    lines = [
        Content.assemble((lead, "bold $text-accent"), (first.removeprefix(lead), style)),
        *(Content.styled(line, style) for line in more),
        *wrap_indented(row.text, max(width, _MARGIN + 1), _MARGIN, _MOST_LINES, QUIET),
    ]
    return Content("\n").join(lines)
