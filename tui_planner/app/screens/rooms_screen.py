"""The rooms of a day as a list: to go to one, and to hide, pin and move their lanes."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from textual.binding import Binding

from tui_planner.app.content.key_hints import KeyHint, hint_at
from tui_planner.app.controllers.planner import Planner
from tui_planner.layout.day.lane_order import RoomKey, is_pinned
from tui_planner.support.i18n import _, ngettext

from .list_screen import ListRow, ListScreen


class RoomsScreen(ListScreen):
    """The rooms in the order of their lanes; its result is the number of the one to go to."""

    BINDINGS = [
        Binding("space,x", "change('hide')", _("Hide or show")),
        Binding("i", "change('pin')", _("Pin")),
        Binding("shift+up,K,less_than_sign", "change('up')", _("Move up")),
        Binding("shift+down,J,greater_than_sign", "change('down')", _("Move down")),
    ]

    def __init__(self, planner: Planner) -> None:
        self._planner = planner
        self._lanes = lanes = planner.lanes
        here = lanes.rooms.index(lanes.here) if lanes.here in lanes.rooms else 0
        super().__init__(_("Rooms"), self._described(), (), at=here)

    def list_hints(self) -> Sequence[KeyHint]:
        """List what the keys do with the room pointed at."""
        room = self._pointed_at
        is_shown = room is None or self._lanes.is_shown(room)
        pinned = room is not None and is_pinned(room, self._lanes.kept)
        return (
            hint_at("enter", _("Go there"), _("enter")),
            hint_at("space", _("Hide") if is_shown else _("Show"), _("space")),
            hint_at("i", _("Let go") if pinned else _("Pin")),
            hint_at("shift+up", _("Up"), _("shift ↑")),
            hint_at("shift+down", _("Down"), _("shift ↓")),
            hint_at("escape", _("Close"), "esc", stays=True),
        )

    def action_change(self, what: str) -> None:
        """Hide, pin or move the lane of the room pointed at; the highlight goes with it."""
        room = self._pointed_at
        if room is None:
            return
        changes: dict[str, Callable[[RoomKey], None]] = {
            "hide": self._lanes.toggle_hidden,
            "pin": self._lanes.toggle_pinned,
            "up": partial(self._lanes.move, step=-1),
            "down": partial(self._lanes.move, step=1),
        }
        changes[what](room)
        self.view.highlighted = self._lanes.rooms.index(room)
        self.show_rows(self._described())
        self.renew_keys()

    def on_item_list_pointed(self) -> None:
        """Tell what the keys do with another room."""
        self.renew_keys()

    @property
    def _pointed_at(self) -> RoomKey:
        """The room pointed at; None where there is none."""
        rooms, at = self._lanes.rooms, self.view.pointed_at if self.is_mounted else None
        return rooms[at] if at is not None and at < len(rooms) else None

    def _described(self) -> list[ListRow]:
        """Write a line for each room: what it holds, and how its lane is shown."""
        grid, own = self._planner.grid, self._planner.editor.now.own
        today = [session for session in grid.programme.sessions if session.day == grid.day]
        sessions = Counter(session.room for session in today)
        chosen = {session.room for session in today if session.id in own}
        rows = []
        for room in self._lanes.rooms:
            count = ngettext("{n} session", "{n} sessions", sessions[room])
            words = [
                f"{grid.glyphs.chosen if room in chosen else ' '} {self._lanes.title(room)}",
                count.format(n=sessions[room]),
                _("pinned") if is_pinned(room, self._lanes.kept) else "",
                "" if self._lanes.is_shown(room) else _("hidden"),
            ]
            rows.append(ListRow(" · ".join(filter(None, words))))
        return rows
