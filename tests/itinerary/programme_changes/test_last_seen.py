"""A clash that a change of the programme made is told from one that was there before."""

from typing import Any

import pytest

from tests.builders import appointment, chosen, clock
from tests.helpers import programme_of
from tui_planner.itinerary.itinerary import Choice, Itinerary
from tui_planner.itinerary.notices import Notice, find_notices
from tui_planner.itinerary.programme_changes.session_changes import mark_seen
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.programme.model import Programme

ROOMS = """\
[[rooms]]
id = "hall"
name = "Hall"
[[rooms]]
id = "attic"
name = "Attic"
[[routes]]
from = "hall"
to = "attic"
minutes = 10
[[blocks]]
id = "round"
kind = "choice"
title = "Round"
start = "09:00"
end = "12:00"
"""
BY_CHANGE = " A change of the programme made this clash."


def programme(*tables: str) -> Programme:
    """Sessions from their keys, like `id = "a"; start = "10:00"`."""
    bodies = [
        "[[sessions]]\n" + table.replace("; ", "\n").replace("'", '"') + "\n" for table in tables
    ]
    return programme_of(ROOMS + "".join(bodies))


def talk(id_: str, start: str, end: str, more: str = "") -> str:
    table = f"id = '{id_}'; title = '{id_.upper()}'; start = '{start}'"
    return table + (f"; end = '{end}'" if end else "") + (f"; {more}" if more else "")


A = talk("a", "10:00", "11:00")
B = talk("b", "11:00", "12:00")
MIDWAY = talk("b", "10:30", "11:30")
IN_HALL = talk("a", "10:00", "11:00", "room = 'hall'")
LATER = talk("b", "11:05", "12:00")


def told(before: tuple[str, ...], now: tuple[str, ...], **more: Any) -> list[Notice]:
    """The clashes of all sessions that were chosen as they were before."""
    then, present = programme(*before), programme(*now)
    choices = tuple(chosen(then, session.id) for session in then.sessions)
    itinerary = Itinerary(programme=present.id, choices=choices)
    plan = ResolvedItinerary(present, itinerary._replace(**more))
    return [notice for notice in find_notices(plan) if notice.pair]


def test_a_clash_that_was_there_is_not_made_by_a_change() -> None:
    (notice,) = told((A, talk("b", "10:30", "12:00")), (A, talk("b", "10:45", "12:00")))
    assert not notice.by_change
    assert notice.message == "A and B are at the same time, 10:45–11:00: 15 minutes."


@pytest.mark.parametrize("more", ["", "block = 'round'"])
def test_a_clash_with_an_end_that_was_not_stated_was_there(more: str) -> None:
    """Until the end of the block it was assumed, or of the day."""
    before = (talk("a", "10:00", "", more), B)
    now = (talk("a", "10:00", "10:50", f"overrun = '11:10'; {more}".rstrip("; ")), B)
    (notice,) = told(before, now)
    assert not notice.by_change


def test_a_clash_without_any_change_is_not_made_by_one() -> None:
    (notice,) = told((A, talk("b", "10:30", "12:00")), (A, talk("b", "10:30", "12:00")))
    assert not notice.by_change


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ((A, B), (A, talk("b", "10:30", "11:30"))),  # moved
        ((A, B), (talk("a", "10:00", "11:15"), B)),  # longer
        ((A, MIDWAY + "; status = 'cancelled'"), (A, MIDWAY)),
        ((IN_HALL, LATER + "; room = 'hall'"), (IN_HALL, LATER + "; room = 'attic'")),  # too far
        ((A, talk("b", "11:00", "")), (A, talk("b", "10:50", ""))),  # no stated end
        # An overrun comes along.
        (
            (talk("a", "09:30", "10:30", "overrun = '11:00'"), B),
            (talk("a", "10:00", "11:00", "overrun = '11:30'"), B),
        ),
        # What was possible is certain now.
        (
            (talk("a", "10:00", "11:00", "overrun = '11:30'"), B),
            (talk("a", "10:15", "11:15", "overrun = '11:30'"), B),
        ),
    ],
)
def test_a_clash_that_a_change_made(before: tuple[str, ...], now: tuple[str, ...]) -> None:
    (notice,) = told(before, now)
    assert notice.by_change
    assert notice.message.endswith(BY_CHANGE)


def test_a_clash_of_two_others_is_not_made_by_the_change() -> None:
    others = (talk("c", "14:00", "15:00"), talk("d", "14:30", "15:30"))
    made = {
        notice.things: notice.by_change
        for notice in told((A, B, *others), (A, talk("b", "10:30", "11:30"), *others))
    }
    assert made == {("a", "b"): True, ("c", "d"): False}


def test_a_clash_with_an_appointment() -> None:
    call = appointment("Call", "11:00", "11:30")
    (notice,) = told((A,), (talk("a", "10:15", "11:15"),), appointments=(call,))
    assert (notice.things, notice.by_change) == (("a", "Call"), True)


def test_own_times_count_for_what_was_there_before() -> None:
    """Who joined late clashed with nothing, until the session moved to a later time."""
    then = programme(A, talk("b", "10:30", "12:00"))
    now = programme(A, talk("b", "10:30", "12:00", "room = 'hall'"))
    late = chosen(then, "b", join=clock("11:00"))
    plan = ResolvedItinerary(now, Itinerary(programme=now.id, choices=(chosen(then, "a"), late)))
    assert not find_notices(plan)


def test_when_the_change_is_seen_the_clash_is_one_like_others() -> None:
    then, now = programme(A, B), programme(A, talk("b", "10:30", "11:30"))
    itinerary = Itinerary(programme=now.id, choices=(chosen(then, "a"), chosen(then, "b")))
    (notice,) = find_notices(ResolvedItinerary(now, mark_seen(itinerary, now, "b")))
    assert not notice.by_change
    assert BY_CHANGE not in notice.message


def test_a_session_that_comes_back_makes_its_clashes_anew() -> None:
    now = programme(A, talk("b", "10:30", "11:30"))
    back = chosen(now, "b", status="gone")
    (notice,) = find_notices(
        ResolvedItinerary(now, Itinerary(programme=now.id, choices=(chosen(now, "a"), back)))
    )
    assert notice.by_change


def test_a_status_that_a_hand_wrote_wrongly_does_no_harm() -> None:
    now = programme(A, talk("b", "10:30", "11:30"))
    odd = chosen(now, "b", status="postponed")
    (notice,) = find_notices(
        ResolvedItinerary(now, Itinerary(programme=now.id, choices=(chosen(now, "a"), odd)))
    )
    assert not notice.by_change


def test_a_choice_of_nothing_but_an_id_is_as_it_is_now() -> None:
    now = programme(A, talk("b", "10:30", "11:30"))
    choices = (Choice(session="a"), Choice(session="b"))
    (notice,) = find_notices(ResolvedItinerary(now, Itinerary(programme=now.id, choices=choices)))
    assert not notice.by_change


def test_past_midnight_and_on_another_day() -> None:
    head = '[programme]\ntitle = "Two days"\ntimezone = "Europe/Amsterdam"\n'
    days = "[[days]]\ndate = 2025-02-13\nend = 2025-02-14T02:00:00\n[[days]]\ndate = 2025-02-14\n"
    party = (
        '[[sessions]]\nid = "party"\ntitle = "Party"\nday = 2025-02-13\n'
        "start = 2025-02-14T00:{}:00\nend = 2025-02-14T01:00:00\n"
    )
    film = (
        '[[sessions]]\nid = "film"\ntitle = "Film"\nday = 2025-02-{}\n'
        'start = "22:00"\nend = 2025-02-{}T00:20:00\n'
    )
    then = programme_of(days + party.format(30) + film.format(13, 14), head)
    now = programme_of(days + party.format(10) + film.format(13, 14), head)
    choices = (chosen(then, "party"), chosen(then, "film"))
    (notice,) = find_notices(ResolvedItinerary(now, Itinerary(programme=now.id, choices=choices)))
    assert notice.by_change
    assert notice.minutes == 10
