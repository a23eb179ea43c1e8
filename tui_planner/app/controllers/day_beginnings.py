"""The ways to begin with a day on which nothing is chosen yet."""

from tui_planner.app.content.key_hints import NamedCommand
from tui_planner.app.widgets.lists.beginnings import Beginnings, list_tracks
from tui_planner.support.i18n import _

from .planner import Planner


def list_beginnings(planner: Planner) -> Beginnings:
    """List how one may begin on the day that is shown."""
    keys: list[tuple[NamedCommand, str]] = [
        ("find", _("finds by a word, a speaker, a room")),
        ("suggest", _("suggests a day by your interests")),
        ("agenda", _("lists the whole event")),
    ]
    return Beginnings(
        [(id_, planner.key(id_), does) for id_, does in keys],
        list_tracks(planner.grid.programme, planner.grid.day),
        planner.grid.glyphs.bar,
    )
