"""Which rooms have lanes in the grid: as the settings keep it, or only those of what is chosen."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import lru_cache

from tui_planner.app.content.key_hints import Key
from tui_planner.app.widgets.grid import Grid
from tui_planner.itinerary.editing.editor import ItineraryEditor
from tui_planner.itinerary.views.own_lane import OWN_ROOM
from tui_planner.layout.day.lane_order import (
    RoomKey,
    arrange_lanes,
    is_pinned,
    list_shown_lanes,
    move_lane,
    toggle_lane,
)
from tui_planner.layout.day.lane_widths import format_lane_title, list_rooms
from tui_planner.layout.text.cells import join_lines
from tui_planner.programme.model import Programme, Session, Thing
from tui_planner.settings.settings import Lanes
from tui_planner.settings.settings_file import SettingsError, SettingsFile
from tui_planner.support.i18n import _, ngettext


class LaneController:
    """The arrangement of the lanes, kept in the settings; a lane that one is led to is shown.

    Attributes:
        kept: How the lanes are arranged, as the settings keep it.
    """

    def __init__(
        self,
        editor: ItineraryEditor,
        settings: SettingsFile,
        grid: Callable[[], Grid],
        say: Callable[[str], None],
        key: Key,
        changed: Callable[[], None],
    ) -> None:
        self._editor = editor
        self._settings = settings
        self._grid = grid
        self._say = say
        self._key = key
        self._changed = changed
        self.kept = settings.settings.lanes.get(editor.programme.id, Lanes())
        self._only_mine = False
        self._only: frozenset[RoomKey] = frozenset()
        self._mine: frozenset[RoomKey] = frozenset()
        self._revealed: frozenset[RoomKey] = frozenset()
        self._matching: frozenset[str] | None = None
        self._unfolded = False

    @property
    def rooms(self) -> list[RoomKey]:
        """The rooms of the day that is shown, in the order of their lanes, the hidden too."""
        grid = self._grid()
        used = _list_rooms_of_day(grid.programme, grid.day) if self._has_rooms else ()
        return arrange_lanes(used, self.kept)

    @property
    def here(self) -> RoomKey:
        """The room of the lane that the cursor is in."""
        thing = self._grid().cursor
        return thing.room if isinstance(thing, Session) else None

    @property
    def hidden_words(self) -> str:
        """How many rooms of the day are hidden, and the key that shows them; empty for none."""
        number = len(self.rooms) - len(list_shown_lanes(self.rooms, self._in_force))
        if not number:
            return ""
        key = self._key("my-rooms" if self._only_mine or self._only else "rooms")
        if self._find_without_hit(self._grid().day) and not self._unfolded:
            key = self._key("folded-rooms")
        words = ngettext("{n} room hidden ({key})", "{n} rooms hidden ({key})", number)
        return words.format(n=number, key=key)

    def is_shown(self, room: RoomKey) -> bool:
        """Tell whether the lane of a room of the day is shown."""
        return room in list_shown_lanes(self.rooms, self._in_force)

    def toggle_hidden(self, room: RoomKey) -> None:
        """Hide a lane, or show it again."""
        if not self._may_change(room):
            return
        if self.is_shown(room) and len(list_shown_lanes(self.rooms, self._in_force)) == 1:
            self._say(_("This is the only room that is shown."))
            return
        self._revealed -= {room}
        self._keep(self.kept._replace(hidden=toggle_lane(self.kept.hidden, room)))
        if not self.is_shown(room):
            text = _("{room} is hidden: {key} lists all rooms.")
            if room is None:
                text = _("What is in no room is hidden: {key} lists all rooms.")
            self._say(text.format(room=self.title(room), key=self._key("rooms")))

    def toggle_pinned(self, room: RoomKey) -> None:
        """Pin a lane, so that it stays in sight, or let it go."""
        if not self._may_change(room):
            return
        self._keep(self.kept._replace(pinned=toggle_lane(self.kept.pinned, room)))
        text = _("{room} stays at the left: {key} lets it go.")
        if not is_pinned(room, self.kept):
            text = _("{room} is back among the others.")
        if room is None:
            text = _("What is in no room stays at the left: {key} lets it go.")
            if not is_pinned(room, self.kept):
                text = _("What is in no room is back among the others.")
        self._say(text.format(room=self.title(room), key=self._key("pin-room")))

    def move(self, room: RoomKey, step: int) -> None:
        """Move a lane past its neighbour, to the left (-1) or right (1); a hidden one past any."""
        if not self._may_change(room):
            return
        programme = self._grid().programme
        everywhere = [*(one.id for one in programme.rooms), None]
        in_sight = list_shown_lanes(self.rooms, self._in_force)
        if room not in in_sight:
            in_sight = self.rooms
        self._keep(move_lane(self.kept, room, in_sight, everywhere, step))

    def toggle_only_mine(self) -> None:
        """Show only the lanes in which something is chosen, or all again."""
        if not self._has_rooms:
            self._say(_("The programme has no rooms."))
            return
        self.of_day(self._grid().day)
        if not (self._only_mine or self._only or self._mine):
            self._say(_("Nothing is chosen on this day."))
            return
        self._only_mine = not (self._only_mine or self._only)
        self._only = frozenset()
        self._show()
        if not self._only_mine:
            self._say(_("All rooms."))
        else:
            text = _("Only the rooms in which you chose something: {key} shows all.")
            self._say(text.format(key=self._key("my-rooms")))

    def narrow_to(self, ids: frozenset[str] | None) -> None:
        """Fold away the rooms without any session of a filter; without a filter, show all."""
        if ids != self._matching:
            self._matching, self._unfolded = ids, False
            self._show()

    def toggle_folded(self) -> None:
        """Show the rooms that a filter folds away, or fold them away again."""
        if not self._find_without_hit(self._grid().day):
            text = _("No filter folds rooms away: {key} finds, and filters.")
            self._say(text.format(key=self._key("find")))
            return
        self._unfolded = not self._unfolded
        self._show()
        text = _("All rooms.")
        if not self._unfolded:
            text = _("Only the rooms that the filter leaves: {key} shows all.")
        self._say(text.format(key=self._key("folded-rooms")))

    def show_only(self, rooms: Iterable[RoomKey]) -> None:
        """Show only the lanes of some rooms, on all days, until all are asked for."""
        self._only, self._only_mine, self._revealed = frozenset(rooms), False, frozenset()
        self._show()
        text = _("Only the rooms that you marked: {key} shows all.")
        self._say(text.format(key=self._key("my-rooms")))

    def go_to(self, room: RoomKey) -> None:
        """Go to a lane; one that was hidden is shown again."""
        if not self.is_shown(room):
            self._revealed |= {room}
            self._show()
        self._grid().go_to_lane(room)

    def of_day(self, day: date) -> Lanes:
        """Tell how the lanes of a day are arranged; what was led to on another counts no more."""
        programme, own = self._grid().programme, self._editor.now.own
        chosen = (s for s in programme.sessions if s.day == day and s.id in own)
        self._mine = frozenset(session.room for session in chosen)
        self._revealed = frozenset()
        return self._in_force_on(day)

    def reveal(self, thing: Thing) -> None:
        """Show the lane of something of the day, where it is not shown."""
        if not self._grid().shows(thing):
            self._revealed |= {thing.room}
            self._show()

    def title(self, room: RoomKey) -> str:
        """Name a room, in one line."""
        return join_lines(format_lane_title(room, self._grid().programme))

    @property
    def _has_rooms(self) -> bool:
        """Whether the programme names rooms; what is one's own stands in none of them."""
        return bool(self._editor.programme.rooms)

    @property
    def _in_force(self) -> Lanes:
        """What is kept, with what holds only for now, on the day that is shown."""
        return self._in_force_on(self._grid().day)

    def _in_force_on(self, day: date) -> Lanes:
        hidden = set(self.kept.hidden)
        shown = (self._mine if self._only_mine else frozenset()) or self._only
        if shown:
            rooms: list[RoomKey] = [*(room.id for room in self._grid().programme.rooms), None]
            hidden = {room or "" for room in rooms if room not in {*shown, OWN_ROOM}}
        if not self._unfolded:
            hidden |= {room or "" for room in self._find_without_hit(day)}
        hidden -= {room or "" for room in self._revealed}
        return self.kept._replace(hidden=tuple(sorted(hidden)))

    def _find_without_hit(self, day: date) -> frozenset[RoomKey]:
        """Find the rooms of a day without a session of the filter; none where no room has one."""
        matching = self._matching
        if matching is None or not self._has_rooms:
            return frozenset()
        on_day = self._grid().programme.by_day.get(day, ())
        today = [thing for thing in on_day if isinstance(thing, Session) and thing.room != OWN_ROOM]
        with_hit = frozenset(session.room for session in today if session.id in matching)
        return frozenset(session.room for session in today) - with_hit if with_hit else frozenset()

    def _may_change(self, room: RoomKey) -> bool:
        """Tell whether there is such a lane that is not the delegate's own; say so where not."""
        if room in self.rooms and room != OWN_ROOM:
            return True
        text = _("What is for everyone has no room of its own.")
        if not self._has_rooms:
            text = _("The programme has no rooms.")
        elif room == OWN_ROOM:
            text = _("Your own lane stays where it is.")
        self._say(text)
        return False

    def _keep(self, lanes: Lanes) -> None:
        self.kept = lanes
        self._show()
        try:
            self._settings.save_lanes(self._editor.programme.id, lanes)
        except SettingsError as error:
            self._say(str(error))

    def _show(self) -> None:
        self._grid().show_lanes(self._in_force)
        self._changed()


@lru_cache(maxsize=4)
def _list_rooms_of_day(programme: Programme, day: date) -> Sequence[RoomKey]:
    """List the rooms that have lanes on a day; the key line asks at every key."""
    today = [
        thing
        for thing in programme.by_day.get(day, ())
        if isinstance(thing, Session) and not thing.timing.all_day  # that is in no lane
    ]
    return list_rooms(today, programme)
