"""What the commands do with the links of what is under the cursor: open one, copy one."""

from collections.abc import Callable
from functools import partial

from tui_planner.app.content.details_text import list_links
from tui_planner.app.content.key_hints import hint_at
from tui_planner.app.controllers.browser import open_address
from tui_planner.app.controllers.planner import Planner
from tui_planner.app.screens.list_screen import ListRow, ListScreen
from tui_planner.support.i18n import _

_DIGITS = 9


def open_link(planner: Planner) -> None:
    """Open a link in the browser; where there are several, the one that is chosen."""
    _take_one(planner, _("Open"), partial(open_address, planner))


def copy_link(planner: Planner) -> None:
    """Copy a link; where there are several, the one that is chosen."""

    def copy(address: str) -> None:
        planner.app.copy_to_clipboard(address)
        planner.prompts.say(_("Copied: {address}").format(address=address))

    _take_one(planner, _("Copy"), copy)


def _take_one(planner: Planner, verb: str, take: Callable[[str], None]) -> None:
    thing = planner.grid.cursor
    links = list_links(thing, planner.editor) if thing is not None else []
    if not links:
        planner.prompts.say(_("There is no link here."))
    elif len(links) == 1:
        take(links[0][1])
    else:

        def answer(number: int | None) -> None:
            if number is not None:
                take(links[number][1])

        rows = [
            ListRow(title, address if title != address else "", str(n) if n <= _DIGITS else "")
            for n, (title, address) in enumerate(links, 1)
        ]
        hints = (
            hint_at("enter", verb, _("enter")),
            hint_at("escape", _("Close"), "esc", stays=True),
        )
        planner.app.push_screen(ListScreen(_("Links"), rows, hints), answer)
