"""Which boxes are to be drawn anew for other marks."""

from datetime import UTC, datetime

from tui_planner.itinerary.notices import NoticeKind
from tui_planner.layout.painting.highlights import Highlights

BEFORE = Highlights(
    chosen=frozenset({"a", "b"}),
    gravest={"a": NoticeKind.CERTAIN, "c": NoticeKind.MEAL},
    notes={"a": "40 min", "d": "full"},
    hits=frozenset({"e"}),
    missed=frozenset({"f"}),
)


def test_what_is_marked_otherwise() -> None:
    after = Highlights(
        chosen=frozenset({"b", "g"}),
        gravest={"a": NoticeKind.POSSIBLE, "c": NoticeKind.MEAL},
        notes={"a": "40 min", "d": "cancelled", "h": "gone"},
        hits=frozenset({"i"}),
        missed=frozenset({"f", "j"}),
    )
    assert BEFORE.find_differences(after) == after.find_differences(BEFORE) == set("aghdeij")


def test_neither_the_cursor_nor_the_clock_marks_a_box() -> None:
    after = BEFORE._replace(cursor="a", now=datetime(2025, 2, 13, tzinfo=UTC))
    assert BEFORE.find_differences(after) == set()
