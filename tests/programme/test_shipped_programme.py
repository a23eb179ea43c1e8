"""The programme that is shipped: whole, without a problem, as its organiser published it."""

from datetime import timedelta

import pytest

from tests.helpers import local
from tui_planner.programme.model import BlockKind, Programme, Session, Status
from tui_planner.programme.reading.read_result import ReadResult

_BLOCKS = [
    *("inloop", "opening", "plenair", "koffie-1", "ronde-1", "lunch"),
    *("ronde-2", "koffie-2", "ronde-3", "afsluiting"),
]
_WALKS = [
    "wandeling-gouden-erfgoed",
    "wandeling-westerdijk",
    "strandwandeling",
    "verhaal-van-hoorn",
]
_ROUNDS = {
    "ronde-1": ["nota-ruimte", "slim-met-stroom", "dakloze-arbeidsmigranten", "veiligheid"],
    "lunch": [*_WALKS, "iza-lunch"],
    "ronde-2": [
        *("arbeidsmigranten-economie", "digital-twins"),
        *("hervormingsagenda-jeugd", "samen-slim"),
    ],
    "ronde-3": [
        *("gemeentefinancien", "waarde-van-cultuur", "ruimte-voor-werken"),
        *("regionaal-samenwerken", "asielketen"),
    ],
}


def _clock(hoorn: Programme, session: Session) -> str:
    start, end = session.timing.start, session.timing.end
    return f"{start.astimezone(hoorn.zone):%H:%M}-{end.astimezone(hoorn.zone):%H:%M}"


def test_it_has_no_problem(hoorn_reading: ReadResult) -> None:
    assert hoorn_reading.problems == ()


def test_its_blocks_are_those_of_the_design_in_order(hoorn: Programme) -> None:
    assert [block.id for block in hoorn.blocks] == _BLOCKS


def test_its_sessions_stand_round_by_round(hoorn: Programme) -> None:
    of_design = [(block, name) for block, names in _ROUNDS.items() for name in names]
    found = [(session.block or "", session.id) for session in hoorn.sessions]
    assert len(found) == 18
    assert sorted(found) == sorted(of_design)
    assert list(dict.fromkeys(block for block, _ in found)) == list(_ROUNDS)


@pytest.mark.parametrize("block", ["ronde-1", "ronde-2", "ronde-3"])
def test_the_sessions_of_a_round_are_in_the_order_of_the_design(
    hoorn: Programme, block: str
) -> None:
    assert [one.id for one in hoorn.sessions if one.block == block] == _ROUNDS[block]


def test_the_event_is_on_one_day_in_hoorn(hoorn: Programme) -> None:
    assert [str(day.date) for day in hoorn.days] == ["2025-02-13"]
    assert hoorn.zone.key == "Europe/Amsterdam"
    assert hoorn.city == "Hoorn"
    assert hoorn.language == "nl"


@pytest.mark.parametrize(("session", "until"), [("veiligheid", "13:00"), ("asielketen", "16:45")])
def test_two_sessions_may_run_over(hoorn: Programme, session: str, until: str) -> None:
    found = hoorn.session_by_id[session]
    assert found.timing.overrun == local(hoorn, f"2025-02-13 {until}")
    assert found.timing.end - found.timing.start == timedelta(hours=1)
    assert sum(other.timing.overrun is not None for other in hoorn.sessions) == 2


def test_the_four_walks_are_one_group_around_ten_to_one(hoorn: Programme) -> None:
    assert {session.id for session in hoorn.sessions if session.group} == set(_WALKS)
    for walk in (hoorn.session_by_id[name] for name in _WALKS):
        assert walk.group == "wandeling"
        assert walk.timing.around == 5
        assert not walk.timing.end_stated
        assert not walk.timing.open_end
        assert _clock(hoorn, walk) == "12:50-13:45"


def test_only_the_golden_walk_is_full(hoorn: Programme) -> None:
    not_open = {one.id: one.status for one in hoorn.sessions if one.status is not Status.OPEN}
    assert not_open == {"wandeling-gouden-erfgoed": Status.FULL}


@pytest.mark.parametrize(
    ("session", "clock"),
    [
        ("iza-lunch", "12:45-13:30"),
        ("veiligheid", "11:30-12:30"),
        ("slim-met-stroom", "11:30-12:30"),
        ("digital-twins", "13:45-14:45"),
        ("asielketen", "15:15-16:15"),
    ],
)
def test_the_sessions_have_their_published_times(
    hoorn: Programme, session: str, clock: str
) -> None:
    assert _clock(hoorn, hoorn.session_by_id[session]) == clock


def test_the_closing_has_no_end(hoorn: Programme) -> None:
    closing = hoorn.block_by_id["afsluiting"]
    assert closing.kind is BlockKind.SOCIAL
    assert closing.timing.open_end
    assert not closing.timing.end_stated
    assert closing.timing.end == local(hoorn, "2025-02-14 00:00")
    assert sum(block.timing.open_end for block in hoorn.blocks) == 1


def test_lunch_leaves_twenty_minutes_to_eat(hoorn: Programme) -> None:
    lunch = hoorn.block_by_id["lunch"]
    assert lunch.kind is BlockKind.MEAL
    assert lunch.minutes_needed == 20
    assert not any(session.meal for session in hoorn.sessions)
