"""What a session is to its delegate, in a line of a list: a sign, a style and a word."""

from typing import NamedTuple

from tui_planner.itinerary.editing.editor import PlanState
from tui_planner.itinerary.notices import NoticeKind
from tui_planner.layout.text.box_text import name_status
from tui_planner.layout.text.glyphs import Glyphs
from tui_planner.programme.model import Session, Status, Thing


class OwnMark(NamedTuple):
    """The mark of a session or block.

    Attributes:
        sign: One cell: whether it is chosen, and clashes or cannot be; a space for neither.
        style: The style of its title.
        status: Full, cancelled or by invitation, in a word; mostly empty.
    """

    sign: str
    style: str
    status: str


class OwnMarks:
    """The marks for one state of a plan."""

    def __init__(self, judged: PlanState, glyphs: Glyphs) -> None:
        self._judged = judged
        self._glyphs = glyphs

    def find(self, thing: Thing) -> OwnMark:
        """Find the mark of something: red where it is chosen and in a clash, full or cancelled."""
        is_own = thing.id in self._judged.own
        gravest = self._judged.gravest.get(thing.id) if is_own else None
        style = "bold" if is_own else ""
        if gravest in {NoticeKind.CERTAIN, NoticeKind.STATUS}:
            style = "bold $text-error"
        elif gravest in {NoticeKind.POSSIBLE, NoticeKind.TIGHT}:
            style = "bold $text-warning"
        if isinstance(thing, Session) and thing.status is Status.CANCELLED:
            style = f"{style} strike".lstrip()
        sign = self._glyphs.find_sign(gravest) if is_own else " "
        return OwnMark(sign, style, name_status(thing))
