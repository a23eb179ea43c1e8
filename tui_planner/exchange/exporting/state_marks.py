"""The marks of what is chosen and of what clashes: a sign, a word and a name for each state."""

from collections.abc import Iterable
from dataclasses import dataclass

from tui_planner.itinerary.notices import Notice, NoticeKind, find_gravest
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.itinerary.views.own_lane import OWN_ROOM
from tui_planner.layout.text.glyphs import UNICODE
from tui_planner.programme.model import Thing
from tui_planner.support.i18n import _


@dataclass(frozen=True, slots=True)
class StateMark:
    """The mark of one state of something chosen.

    Attributes:
        sign: The sign before its title.
        word: The same for who hears it.
        name: What style sheets call it: `clash`, `may-clash`, `lost`, or empty for none of these.
    """

    sign: str
    word: str
    name: str


def find_mark(kind: NoticeKind | None) -> StateMark | None:
    """Find the mark of a kind of notice; None where it is no clash."""
    match kind:
        case NoticeKind.CERTAIN:
            return StateMark(UNICODE.clash, _("clash"), "clash")
        case NoticeKind.POSSIBLE:
            return StateMark(UNICODE.possible, _("possible clash"), "may-clash")
        case NoticeKind.TIGHT:
            return StateMark(UNICODE.tight, _("tight"), "may-clash")
    return None


class StateMarks:
    """The marks of the sessions and appointments of a plan, by its notices."""

    def __init__(self, plan: ResolvedItinerary, found: Iterable[Notice]) -> None:
        self._chosen = plan.chosen_by_id
        self._gravest = find_gravest(found)

    def find(self, thing: Thing) -> StateMark | None:
        """Find the mark of something chosen or of an own appointment; None for all else."""
        is_own = thing.room == OWN_ROOM
        if not is_own and thing.id not in self._chosen:
            return None
        kind = self._gravest.get(thing.id)
        if kind is NoticeKind.STATUS:
            return StateMark(UNICODE.lost, _("chosen, and full or cancelled"), "lost")
        word = _("own") if is_own else _("chosen")
        return find_mark(kind) or StateMark(UNICODE.chosen, word, "")
