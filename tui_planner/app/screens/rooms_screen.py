"""The rooms of a day as a list: to go to one, and to hide, pin, move and choose their lanes."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList

from tui_planner.app.content.colours import QUIET
from tui_planner.app.content.key_hints import KeyHint, hint_at
from tui_planner.app.controllers.planner import Planner
from tui_planner.app.widgets.lists.item_list import Item, ItemList
from tui_planner.app.widgets.lists.wrapped_list import NO_BREAK
from tui_planner.layout.day.lane_order import RoomKey, is_pinned
from tui_planner.layout.text.cells import fit, join_lines
from tui_planner.programme.search.index import fold_text
from tui_planner.support.i18n import _

from .overlay import Overlay

_GAP = "  "
_LEAST_NAME, _WIDEST_TRACK = 12, 24
_MARKED = "•"


class TypedList(ItemList, inherit_bindings=False):
    """A list without letters of its own: what is typed is looked for in it."""

    BINDINGS = OptionList.BINDINGS


class RoomRow(NamedTuple):
    """What the columns say of a room, from its name to whether it is hidden."""

    name: str
    track: str
    sessions: str
    chosen: str
    pinned: str
    hidden: str


class RoomsScreen(Overlay[tuple[RoomKey] | None], inherit_bindings=False):
    """The rooms in the order of their lanes; its result is the one to go to, alone in a tuple.

    An item stands for its room, which may have gone with another version of the programme.
    """

    BINDINGS = [
        Binding("escape", "dismiss", _("Close")),
        Binding("space", "mark", _("Mark")),
        Binding("equals_sign", "only", _("Only these")),
        Binding("minus", "change('hide')", _("Hide or show")),
        Binding("asterisk", "change('pin')", _("Pin")),
        Binding("shift+up,less_than_sign", "move(-1)", _("Move up")),
        Binding("shift+down,greater_than_sign", "move(1)", _("Move down")),
        Binding("backspace", "untype", show=False),
    ]

    def __init__(self, planner: Planner) -> None:
        super().__init__()
        self._planner = planner
        self._lanes = planner.lanes
        self._marked: set[RoomKey] = set()
        self._typed = ""

    def compose(self) -> ComposeResult:
        """Put the list in a frame."""
        view = TypedList(id="page", classes="one-line", markup=False)
        view.styles.scrollbar_gutter = "stable"
        yield view

    def on_mount(self) -> None:
        """Begin at the room of the lane that the cursor is in."""
        self._view.focus()
        rooms = self._lanes.rooms
        self._show(rooms.index(self._lanes.here) if self._lanes.here in rooms else 0)

    def on_resize(self) -> None:
        """Fit the columns to the new width."""
        self.call_after_refresh(self._show)

    def list_hints(self) -> Sequence[KeyHint]:
        """List what the keys do with the rooms that are marked, or the one pointed at."""
        room = (self._pointed() or (None,))[0]
        is_shown = room is None or self._lanes.is_shown(room)
        pinned = room is not None and is_pinned(room, self._lanes.kept)
        return (
            hint_at("enter", _("Go there"), _("enter")),
            hint_at("space", _("Mark"), _("space")),
            hint_at("equals_sign", _("Only these"), "="),
            hint_at("minus", _("Hide") if is_shown else _("Show"), "-"),
            hint_at("asterisk", _("Let go") if pinned else _("Pin"), "*"),
            hint_at("less_than_sign", _("Up"), "<"),
            hint_at("greater_than_sign", _("Down"), ">"),
            hint_at("escape", _("Close"), "esc", stays=True),
        )

    def on_item_list_pointed(self) -> None:
        """Tell what the keys do with another room."""
        self.renew_keys()

    def on_item_list_chosen(self, event: ItemList.Chosen) -> None:
        """Close with the room that was chosen."""
        self.dismiss(event.of)

    def on_key(self, event: events.Key) -> None:
        """Jump to the room whose name has what is typed."""
        sign = event.character or ""
        if sign.isalnum() or (self._typed and sign == "."):
            event.stop()
            self._jump(self._typed + sign)

    def action_untype(self) -> None:
        """Take back the letter typed last."""
        self._jump(self._typed[:-1])

    def action_mark(self) -> None:
        """Mark the room, or take its mark away; what is typed next begins anew."""
        if (room := self._pointed()) is not None:
            self._typed = ""
            self._marked ^= {room[0]}
            self._show()

    def action_only(self) -> None:
        """Show only the rooms that are marked, else the one pointed at, and close."""
        rooms = self._meant()
        if rooms:
            self._lanes.show_only(rooms)
            self.dismiss(None)

    def action_change(self, what: str) -> None:
        """Hide or pin the lanes of the rooms that are marked, else of the one pointed at."""
        changes: dict[str, Callable[[RoomKey], None]] = {
            "hide": self._lanes.toggle_hidden,
            "pin": self._lanes.toggle_pinned,
        }
        self._change(self._meant(), changes[what])

    def action_move(self, step: int) -> None:
        """Move the lane of the room pointed at; the highlight goes with it."""
        room = self._pointed()
        self._change(room or (), lambda one: self._lanes.move(one, step))

    def _change(self, rooms: Iterable[RoomKey], change: Callable[[RoomKey], None]) -> None:
        here = self._pointed()
        before = self._planner.prompts.prompt
        for room in rooms:
            change(room)
        if here is not None:
            self._show(self._lanes.rooms.index(here[0]))
        prompt = self._planner.prompts.prompt
        if prompt is not None and prompt is not before:
            self.tell(prompt.message.split(":")[0].rstrip(".") + ".")

    def _meant(self) -> Sequence[RoomKey]:
        """List what is marked, in the order of the lanes; else what is pointed at."""
        marked = [room for room in self._lanes.rooms if room in self._marked]
        return marked or self._pointed() or ()

    def _pointed(self) -> tuple[RoomKey] | None:
        """Find the room that is pointed at; it may itself be None, for what is in no room."""
        room: tuple[RoomKey] | None = self._view.pointed_at if self.is_mounted else None
        return room if room is not None and room[0] in self._lanes.rooms else None

    def _jump(self, typed: str) -> None:
        names = [fold_text(self._lanes.title(room)) for room in self._lanes.rooms]
        sought = fold_text(typed)
        begins = (n for n, name in enumerate(names) if name.startswith(sought))
        has = (n for n, name in enumerate(names) if sought in name.replace(" ", "") + "\n" + name)
        number = next(begins, next(has, None))
        if number is None:
            self.tell(_('No room has "{typed}" in its name.').format(typed=typed))
            return
        self._typed = typed
        self._show(number if typed else None)

    def _show(self, number: int | None = None) -> None:
        """Fill the list anew, with the highlight on a room by its number, or where it is."""
        view = self._view
        at = view.highlighted if number is None else number + 1
        width = view.text_width if view.text_width > 0 else self.app.size.width
        rows = self._describe()
        heads = RoomRow(_("Room"), _("Track"), _("sessions"), _("chosen"), _("pinned"), _("hidden"))
        widths = _find_widths([heads, *rows], width - 2)
        items = [Item(Content.styled(_line(heads, widths, " "), QUIET))]
        for room, row in zip(self._lanes.rooms, rows, strict=True):
            mark = _MARKED if room in self._marked else " "
            style = "" if not row.hidden else QUIET
            items.append(Item(Content.styled(_line(row, widths, mark), style), (room,)))
        view.fill(items, at)
        typed = [_("typed: {letters}").format(letters=self._typed)] if self._typed else []
        marked = [_("{n} marked").format(n=len(self._marked))] if self._marked else []
        view.border_title = " · ".join([_("Rooms"), *marked, *typed])
        self.renew_keys()

    def _describe(self) -> list[RoomRow]:
        """Describe each room: what it holds, and how its lane is shown."""
        grid, own = self._planner.grid, self._planner.editor.now.own
        today = [session for session in grid.programme.sessions if session.day == grid.day]
        sessions = Counter(session.room for session in today)
        chosen = Counter(session.room for session in today if session.id in own)
        tracks = {room: Counter[str]() for room in sessions}
        for session in today:
            if session.track:
                tracks[session.room][session.track] += 1
        return [
            RoomRow(
                self._lanes.title(room),
                _name_tracks(tracks[room]),
                str(sessions[room]),
                f"{chosen[room]}{grid.glyphs.chosen}" if chosen[room] else "",
                _("pinned") if is_pinned(room, self._lanes.kept) else "",
                "" if self._lanes.is_shown(room) else _("hidden"),
            )
            for room in self._lanes.rooms
        ]

    @property
    def _view(self) -> ItemList:
        return self.query_one(ItemList)


def _name_tracks(tracks: Counter[str]) -> str:
    """Name the track that most sessions of a room are of, and count the others."""
    if not tracks:
        return ""
    first = join_lines(tracks.most_common(1)[0][0])
    return first if len(tracks) == 1 else f"{first} +{len(tracks) - 1}"


def _find_widths(rows: Sequence[RoomRow], width: int) -> list[int]:
    """Find the cells of each column; what there is no room for is taken from track and name."""
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    widths[1] = min(widths[1], _WIDEST_TRACK) if any(row.track for row in rows[1:]) else 0
    over = sum(widths) + len(_GAP) * (len(widths) - 1) - width
    taken = min(max(0, over), widths[1])
    widths[1] -= taken
    widths[0] = max(min(widths[0], _LEAST_NAME), widths[0] - max(0, over - taken))
    return widths


def _line(row: RoomRow, widths: Sequence[int], mark: str) -> str:
    cells = [fit(text, width) if width else "" for text, width in zip(row, widths, strict=True)]
    return f"{mark} {_GAP.join(cells)}".replace(" ", NO_BREAK)
