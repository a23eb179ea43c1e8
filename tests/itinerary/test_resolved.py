"""An itinerary held against its programme."""

from datetime import date, datetime

import pytest

from tests.builders import TWO_DAYS_HEAD, appointment, chosen, clock, plan_of
from tests.helpers import local, programme_of
from tui_planner.itinerary.itinerary import Choice
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.programme.model import Programme
from tui_planner.programme.timing import Timing

TWO_DAYS = "[[days]]\ndate = 2025-02-13\nend = 2025-02-14T02:00:00\n[[days]]\ndate = 2025-02-14\n"


def at(programme: Programme, text: str) -> datetime:
    return local(programme, f"2025-02-13 {text}")


def timing_of(plan: ResolvedItinerary, id_: str) -> Timing:
    return plan.chosen_by_id[id_].session.timing


def test_picks_are_in_the_order_of_the_day(hoorn: Programme) -> None:
    plan = plan_of(hoorn, "asielketen", "strandwandeling", "iza-lunch", "wandeling-westerdijk")
    assert [chosen_session.session.id for chosen_session in plan.chosen_sessions] == [
        "iza-lunch",
        "wandeling-westerdijk",
        "strandwandeling",
        "asielketen",
    ]


def test_picks_are_in_the_order_of_the_times_that_the_delegate_keeps(hoorn: Programme) -> None:
    plan = plan_of(hoorn, chosen(hoorn, "iza-lunch", join=clock("13:00")), "strandwandeling")
    assert [chosen_session.session.id for chosen_session in plan.chosen_sessions] == [
        "strandwandeling",
        "iza-lunch",
    ]


def test_what_is_gone_is_kept_apart(hoorn: Programme) -> None:
    plan = plan_of(hoorn, Choice(session="was-there", title="Was there"), "veiligheid")
    assert [choice.session for choice in plan.gone] == ["was-there"]
    assert [chosen_session.session.id for chosen_session in plan.chosen_sessions] == ["veiligheid"]


def test_a_session_that_the_file_has_twice_is_chosen_once(hoorn: Programme) -> None:
    """As `Itinerary.choice` has it, the first one counts."""
    plan = plan_of(hoorn, chosen(hoorn, "veiligheid", note="first"), "veiligheid")
    assert [chosen_session.choice.note for chosen_session in plan.chosen_sessions] == ["first"]


def test_what_is_gone_twice_is_gone_once(hoorn: Programme) -> None:
    gone = Choice(session="was-there")
    assert len(plan_of(hoorn, gone, gone).gone) == 1


@pytest.mark.parametrize(
    ("join", "leave", "start", "end"),
    [
        (None, None, "11:30", "12:30"),
        ("11:45", None, "11:45", "12:30"),
        (None, "12:15", "11:30", "12:15"),
        ("11:45", "12:15", "11:45", "12:15"),
        (None, "12:45", "11:30", "12:45"),  # within the overrun
        ("12:35", "12:45", "12:35", "12:45"),  # the overrun alone
    ],
)
def test_the_times_that_a_delegate_keeps(
    hoorn: Programme, join: str | None, leave: str | None, start: str, end: str
) -> None:
    choice = chosen(hoorn, "veiligheid", join=join and clock(join), leave=leave and clock(leave))
    timing = timing_of(plan_of(hoorn, choice), "veiligheid")
    assert (timing.start, timing.end) == (at(hoorn, start), at(hoorn, end))
    assert (timing.overrun is None) == (leave is not None)


def test_who_joins_late_knows_when_exactly(hoorn: Programme) -> None:
    choice = chosen(hoorn, "strandwandeling", join=clock("13:00"))
    timing = timing_of(plan_of(hoorn, choice), "strandwandeling")
    assert (timing.around, timing.end_stated) == (0, False)
    assert timing.end == at(hoorn, "13:45")


def test_who_leaves_early_knows_when_exactly(hoorn: Programme) -> None:
    choice = chosen(hoorn, "strandwandeling", leave=clock("13:10"))
    timing = timing_of(plan_of(hoorn, choice), "strandwandeling")
    assert (timing.around, timing.end_stated) == (5, True)
    assert timing.end == at(hoorn, "13:10")


@pytest.mark.parametrize(
    ("join", "leave", "start", "end"),
    [
        ("14:00", None, "11:30", "12:30"),  # it is over
        ("12:45", None, "11:30", "12:30"),  # in an overrun that there may not be
        ("10:00", None, "11:30", "12:30"),  # it has not begun: that is not late
        ("10:00", "12:00", "11:30", "12:00"),
        (None, "11:00", "11:30", "12:30"),
        (None, "16:00", "11:30", "12:30"),  # it is over: that is not early
        ("11:45", "16:00", "11:45", "12:30"),
        ("12:15", "11:45", "11:30", "12:30"),  # turned round
    ],
)
def test_times_that_cannot_be_are_not_kept(
    hoorn: Programme, join: str | None, leave: str | None, start: str, end: str
) -> None:
    """They are those of a session that was moved since."""
    choice = chosen(hoorn, "veiligheid", join=join and clock(join), leave=leave and clock(leave))
    timing = timing_of(plan_of(hoorn, choice), "veiligheid")
    assert (timing.start, timing.end) == (at(hoorn, start), at(hoorn, end))


def test_leaving_behind_an_end_that_is_only_assumed(hoorn: Programme) -> None:
    """The delegate knows better than the programme, which does not say."""
    choice = chosen(hoorn, "strandwandeling", leave=clock("14:00"))
    assert timing_of(plan_of(hoorn, choice), "strandwandeling").end == at(hoorn, "14:00")


def test_leaving_in_the_hour_that_is_there_twice() -> None:
    head = TWO_DAYS_HEAD + "date = 2025-10-26\n"
    body = '[[sessions]]\nid = "a"\ntitle = "A"\nstart = "02:30"\nend = "03:30"\n'
    programme = programme_of(body, head)
    timing = timing_of(plan_of(programme, chosen(programme, "a", leave=clock("02:15"))), "a")
    assert (timing.end - timing.start).total_seconds() == 45 * 60


def test_own_appointments(hoorn: Programme) -> None:
    late, early = appointment("Call", "14:00", "14:30"), appointment("Walk", "09:00", "09:10")
    plan = plan_of(hoorn, appointments=(late, early))
    assert [scheduled.id for scheduled in plan.scheduled_appointments] == ["Walk", "Call"]
    timing = plan.scheduled_appointments[1].timing
    assert (timing.start, timing.end) == (at(hoorn, "14:00"), at(hoorn, "14:30"))


def test_own_appointments_are_told_apart_by_their_ids(hoorn: Programme) -> None:
    """Two may have one title, and a title may be the id of a session or block."""
    calls = (
        appointment("Call", "10:00", "10:10"),
        appointment("Call", "17:00", "17:10"),
        appointment("lunch", "12:00", "12:10"),
    )
    plan = plan_of(hoorn, appointments=calls)
    assert [scheduled.title for scheduled in plan.scheduled_appointments] == [
        "Call",
        "lunch",
        "Call",
    ]
    ids = {scheduled.id for scheduled in plan.scheduled_appointments}
    assert len(ids) == 3
    assert not ids & {*hoorn.session_by_id, *hoorn.block_by_id}
    assert plan.scheduled_appointments[0].id == "Call"


def test_bare_times_are_of_the_first_and_the_last_day() -> None:
    programme = programme_of(TWO_DAYS, TWO_DAYS_HEAD)
    plan = plan_of(
        programme,
        arrives=clock("10:00"),
        leaves=clock("16:00"),
        appointments=(
            appointment("First", "12:00", "12:30"),
            appointment("Second", "12:00", "12:30", day=date(2025, 2, 14)),
        ),
    )
    assert plan.arrives == local(programme, "2025-02-13 10:00")
    assert plan.leaves == local(programme, "2025-02-14 16:00")
    assert [scheduled.timing.start for scheduled in plan.scheduled_appointments] == [
        local(programme, "2025-02-13 12:00"),
        local(programme, "2025-02-14 12:00"),
    ]


def test_times_of_one_day_are_of_their_session() -> None:
    body = '[[sessions]]\nid = "b"\ntitle = "B"\nday = 2025-02-14\nstart = "10:00"\nend = "11:00"\n'
    programme = programme_of(TWO_DAYS + body, TWO_DAYS_HEAD)
    plan = plan_of(programme, chosen(programme, "b", join=clock("10:20")))
    assert timing_of(plan, "b").start == local(programme, "2025-02-14 10:20")


def test_who_says_nothing_is_there_all_the_time(hoorn: Programme) -> None:
    plan = plan_of(hoorn)
    assert (plan.arrives, plan.leaves) == (None, None)


def rounds(plan: ResolvedItinerary) -> list[str]:
    return [block.id for block in plan.rounds_to_choose]


def test_rounds_to_choose(hoorn: Programme) -> None:
    assert rounds(plan_of(hoorn)) == ["ronde-1", "ronde-2", "ronde-3"]
    assert rounds(plan_of(hoorn, "digital-twins", "iza-lunch")) == ["ronde-1", "ronde-3"]
    assert rounds(plan_of(hoorn, "digital-twins", "veiligheid", "asielketen")) == []


def test_a_round_is_to_choose_again_where_the_choice_is_cancelled() -> None:
    body = '[[blocks]]\nid = "r"\nkind = "choice"\ntitle = "R"\nstart = "10:00"\nend = "11:00"\n'
    for id_, status in (("a", "cancelled"), ("b", "full"), ("c", "open"), ("d", "invitation")):
        body += f'[[sessions]]\nid = "{id_}"\nblock = "r"\ntitle = "X"\nstatus = "{status}"\n'
    programme = programme_of(body)
    assert rounds(plan_of(programme, "a")) == ["r"]
    assert rounds(plan_of(programme, "b")) == []
    assert plan_of(programme).count_open(programme.block_by_id["r"]) == 1
