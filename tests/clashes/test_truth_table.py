"""The truth table of the design, on the shipped programme."""

from typing import NamedTuple

import pytest

from tests.helpers import local
from tui_planner.clashes.judge import Attendable, Reason, Verdict, judge
from tui_planner.programme.model import Programme


class Row(NamedTuple):
    """A row of the table that names a verdict; the times are of the wall clock."""

    a: str
    b: str
    verdict: Verdict
    start: str
    end: str
    minutes: int
    reasons: tuple[Reason, ...] = ()


BY_OVERRUN = (Reason.OVERRUN,)
BY_BOTH = (Reason.OVERRUN, Reason.AROUND)
ROWS = [
    Row("iza-lunch", "strandwandeling", Verdict.CERTAIN, "12:50", "13:30", 40),
    Row("veiligheid", "iza-lunch", Verdict.POSSIBLE, "12:45", "13:00", 15, BY_OVERRUN),
    Row("veiligheid", "wandeling-westerdijk", Verdict.POSSIBLE, "12:45", "13:00", 15, BY_BOTH),
    Row("veiligheid", "slim-met-stroom", Verdict.CERTAIN, "11:30", "12:30", 60),
]
SILENT = [("wandeling-westerdijk", "digital-twins"), ("asielketen", "afsluiting")]


def thing(programme: Programme, id_: str) -> Attendable:
    return programme.session_by_id.get(id_) or programme.block_by_id[id_]


@pytest.mark.parametrize("turned", [False, True], ids=["as-listed", "turned"])
@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.a}+{row.b}")
def test_a_row_that_clashes(hoorn: Programme, row: Row, turned: bool) -> None:
    a, b = thing(hoorn, row.a), thing(hoorn, row.b)
    clash = judge(b, a, hoorn) if turned else judge(a, b, hoorn)
    assert clash is not None
    assert clash.verdict is row.verdict
    assert clash.interval.start == local(hoorn, f"2025-02-13 {row.start}")
    assert clash.interval.end == local(hoorn, f"2025-02-13 {row.end}")
    assert clash.minutes == row.minutes
    assert clash.reasons == row.reasons


@pytest.mark.parametrize("turned", [False, True], ids=["as-listed", "turned"])
@pytest.mark.parametrize(("a", "b"), SILENT)
def test_a_row_that_does_not(hoorn: Programme, a: str, b: str, turned: bool) -> None:
    pair = thing(hoorn, a), thing(hoorn, b)
    one, other = reversed(pair) if turned else pair
    assert judge(one, other, hoorn) is None


def test_the_walk_that_touches_has_its_end_from_its_block(hoorn: Programme) -> None:
    walk = hoorn.session_by_id["wandeling-westerdijk"].timing
    assert walk.end == local(hoorn, "2025-02-13 13:45")
    assert not walk.end_stated


@pytest.mark.parametrize(
    ("a", "b", "first"),
    [
        ("strandwandeling", "iza-lunch", "iza-lunch"),  # by start
        ("strandwandeling", "wandeling-westerdijk", "wandeling-westerdijk"),  # as in the file
    ],
)
def test_the_earlier_of_a_pair_is_named_first(hoorn: Programme, a: str, b: str, first: str) -> None:
    clash = judge(thing(hoorn, a), thing(hoorn, b), hoorn)
    assert clash is not None
    assert clash.first.id == first
