"""The notices about what a delegate chose."""

from datetime import date

import pytest

from tests.builders import appointment, block, chosen, clock, plan_of, session
from tests.helpers import HEAD, local, programme_of
from tui_planner.clashes.judge import Reason
from tui_planner.itinerary.itinerary import Choice
from tui_planner.itinerary.notices import (
    Notice,
    NoticeKind,
    describe_notice_for,
    find_notices,
    list_clash_remarks,
)
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.programme.model import Programme

Brief = tuple[str, tuple[str, ...], int | None]


def brief_notices(plan: ResolvedItinerary) -> list[Brief]:
    return [(notice.kind.value, notice.things, notice.minutes) for notice in find_notices(plan)]


def only(plan: ResolvedItinerary) -> Notice:
    (notice,) = find_notices(plan)
    return notice


# -- Clashes --


def test_nothing_to_tell(hoorn: Programme) -> None:
    plan = plan_of(hoorn, "slim-met-stroom", "strandwandeling", "digital-twins", "asielketen")
    assert brief_notices(plan) == []
    assert brief_notices(plan_of(hoorn)) == []


def test_a_clash_among_what_is_chosen(hoorn: Programme) -> None:
    found = find_notices(plan_of(hoorn, "veiligheid", "iza-lunch", "strandwandeling"))
    assert [(one.kind.value, one.things, one.minutes) for one in found] == [
        ("meal", ("lunch", "iza-lunch", "strandwandeling"), 15),
        ("possible", ("veiligheid", "iza-lunch"), 15),
        ("possible", ("veiligheid", "strandwandeling"), 15),
        ("certain", ("iza-lunch", "strandwandeling"), 40),
    ]
    assert [one.reasons for one in found] == [
        (),
        (Reason.OVERRUN,),
        (Reason.OVERRUN, Reason.AROUND),
        (),
    ]


def test_two_of_one_round_clash(hoorn: Programme) -> None:
    assert brief_notices(plan_of(hoorn, "veiligheid", "slim-met-stroom")) == [
        ("certain", ("slim-met-stroom", "veiligheid"), 60)
    ]


def test_a_clash_with_an_own_appointment(hoorn: Programme) -> None:
    call = appointment("Call", "14:00", "14:20")
    assert brief_notices(plan_of(hoorn, "digital-twins", appointments=(call,))) == [
        ("certain", ("digital-twins", "Call"), 20)
    ]


def test_two_own_appointments_clash(hoorn: Programme) -> None:
    calls = appointment("Call", "17:00", "17:20"), appointment("Walk", "17:10", "17:30")
    assert brief_notices(plan_of(hoorn, appointments=calls)) == [("certain", ("Call", "Walk"), 10)]


def test_a_clash_with_a_plenary(hoorn: Programme) -> None:
    call = appointment("Call", "11:00", "11:20")
    assert brief_notices(plan_of(hoorn, appointments=(call,))) == [
        ("certain", ("plenair", "Call"), 15)
    ]


@pytest.mark.parametrize("kind", ["arrival", "break", "social", "choice", "meal"])
def test_no_other_block_is_clashed_with(kind: str) -> None:
    programme = programme_of(block("x", kind, "10:00-12:00") + session("a", "11:00-13:00"))
    assert brief_notices(plan_of(programme, "a")) == []


def test_two_plenaries_are_not_the_delegates_affair() -> None:
    plenaries = block("p", "plenary", "10:00-12:00") + block("q", "plenary", "11:00-13:00")
    programme = programme_of(plenaries + session("a", "15:00-16:00"))
    assert brief_notices(plan_of(programme, "a")) == []


def test_a_plenary_is_not_told_of_who_chose_nothing_over_it(hoorn: Programme) -> None:
    assert brief_notices(plan_of(hoorn, "veiligheid")) == []


def test_what_is_not_chosen_is_not_told() -> None:
    programme = programme_of(session("a", "10:00-11:00") + session("b", "10:00-11:00"))
    assert brief_notices(plan_of(programme, "a")) == []


def test_one_session_does_not_clash_with_itself(hoorn: Programme) -> None:
    assert brief_notices(plan_of(hoorn, "veiligheid", "veiligheid")) == []


@pytest.mark.parametrize("more", ["drop_in = true", 'part_of = "b"'])
def test_what_is_never_judged(more: str) -> None:
    body = session("a", "10:00-11:00", more) + session("b", "10:00-11:00")
    assert brief_notices(plan_of(programme_of(body), "a", "b")) == []


def test_the_reason_names_the_end_that_makes_it() -> None:
    """Not that of the later session, which has an overrun of its own."""
    body = session("a", "10:00-11:00", 'overrun = "11:30"')
    body += session("b", "11:15-12:00", 'overrun = "12:30"')
    notice = only(plan_of(programme_of(body), "a", "b"))
    assert notice.reasons == (Reason.OVERRUN,)
    assert "11:30" in notice.message
    assert "12:30" not in notice.message


def test_a_clash_says_which_and_when_and_how_long(hoorn: Programme) -> None:
    found = find_notices(plan_of(hoorn, "iza-lunch", "strandwandeling"))
    clash = next(one for one in found if one.kind is NoticeKind.CERTAIN)
    assert clash.interval.start == local(hoorn, "2025-02-13 12:50")
    assert clash.interval.end == local(hoorn, "2025-02-13 13:30")
    for word in ("IZA/AZWA", "Strandwandeling", "12:50–13:30", "40"):
        assert word in clash.message


# -- Joining late and leaving early --


def test_a_clash_with_what_has_no_end_says_how_much_of_it_is_sure() -> None:
    body = session("a", "10:00-11:00") + session("b", "10:00-", "around = 5")
    notice = only(plan_of(programme_of(body), "a", "b"))
    said = "10:00–11:00: at least 1 minute, likely 60 minutes (the end of B is not stated)."
    assert notice.message.endswith(said)


def test_who_leaves_when_the_other_begins_has_no_clash(hoorn: Programme) -> None:
    leaving = chosen(hoorn, "veiligheid", leave=clock("12:30"))
    kinds = [kind for kind, _, _ in brief_notices(plan_of(hoorn, leaving, "strandwandeling"))]
    assert kinds == []


def test_who_leaves_within_the_overrun_is_there_until_then(hoorn: Programme) -> None:
    """As if it were planned so: what was possible is certain."""
    leaving = chosen(hoorn, "veiligheid", leave=clock("12:55"))
    found = brief_notices(plan_of(hoorn, leaving, "iza-lunch"))
    assert ("certain", ("veiligheid", "iza-lunch"), 10) in found


def test_who_joins_late_is_not_there_before(hoorn: Programme) -> None:
    joining = chosen(hoorn, "strandwandeling", join=clock("13:30"))
    found = brief_notices(plan_of(hoorn, "iza-lunch", joining))
    assert [kind for kind, _, _ in found] == ["meal"]


def test_who_joins_at_the_announced_time_has_an_exact_start() -> None:
    body = session("a", "10:00-11:00") + session("b", "11:00-12:00", "around = 5")
    programme = programme_of(body)
    assert brief_notices(plan_of(programme, "a", "b")) == [("possible", ("a", "b"), 5)]
    assert brief_notices(plan_of(programme, "a", chosen(programme, "b", join=clock("11:00")))) == []


def test_who_leaves_early_has_an_exact_end() -> None:
    body = session("a", "10:00-") + session("b", "11:00-12:00")
    programme = programme_of(body, f"{HEAD}default_duration = 120\n")
    assert brief_notices(plan_of(programme, "a", "b")) == [("possible", ("a", "b"), 60)]
    assert (
        brief_notices(plan_of(programme, chosen(programme, "a", leave=clock("11:00")), "b")) == []
    )
    staying = chosen(programme, "a", leave=clock("11:30"))
    assert brief_notices(plan_of(programme, staying, "b")) == [("certain", ("a", "b"), 30)]


# -- Rooms --

CHANGEOVERS = f"{HEAD}changeover = 5\n"
ROOMS = "".join(f'[[rooms]]\nid = "{id_}"\nname = "{id_}"\n' for id_ in ("hall", "attic", "annex"))
ROUTE = '[[routes]]\nfrom = "annex"\nto = "hall"\nminutes = 20\n'


@pytest.mark.parametrize(
    ("start", "room", "wanted"),
    [
        ("11:00", "attic", [("tight", ("a", "b"), 0)]),
        ("11:04", "attic", [("tight", ("a", "b"), 4)]),
        ("11:05", "attic", []),
        ("11:05", "annex", [("tight", ("a", "b"), 5)]),
        ("11:19", "annex", [("tight", ("a", "b"), 19)]),
        ("11:20", "annex", []),
        ("11:00", "hall", []),
    ],
)
def test_too_few_minutes_for_the_way(start: str, room: str, wanted: list[Brief]) -> None:
    body = ROOMS + ROUTE + session("a", "10:00-11:00", 'room = "hall"')
    body += session("b", f"{start}-12:00", f'room = "{room}"')
    assert brief_notices(plan_of(programme_of(body, CHANGEOVERS), "a", "b")) == wanted


def test_a_tight_pair_says_both_numbers() -> None:
    body = ROOMS + session("a", "10:00-11:00", 'room = "hall"')
    body += session("b", "11:02-12:00", 'room = "attic"')
    plan = plan_of(programme_of(body, CHANGEOVERS), "a", "b")
    notice = only(plan)
    assert "2 minutes" in notice.message
    assert "5" in notice.message
    assert notice.interval.minutes == 2
    assert "2 minutes to change" in describe_notice_for(notice, "b", plan)
    assert "needs 5 minutes" in describe_notice_for(notice, "b", plan)
    assert list_clash_remarks([notice])["a"].startswith("2 of 5 min to change: ")


def test_who_leaves_early_has_time_for_the_way() -> None:
    body = ROOMS + session("a", "10:00-11:00", 'room = "hall"')
    body += session("b", "11:00-12:00", 'room = "attic"')
    programme = programme_of(body, CHANGEOVERS)
    assert (
        brief_notices(plan_of(programme, chosen(programme, "a", leave=clock("10:55")), "b")) == []
    )


# -- Status --


def test_a_full_session_is_told(hoorn: Programme) -> None:
    notice = only(plan_of(hoorn, "wandeling-gouden-erfgoed"))
    assert (notice.kind, notice.things) == (NoticeKind.STATUS, ("wandeling-gouden-erfgoed",))
    assert (notice.minutes, notice.pair) == (None, None)


def test_a_cancelled_session_is_told_and_clashes_with_nothing() -> None:
    body = session("a", "10:00-11:00", 'status = "cancelled"') + session("b", "10:00-11:00")
    assert brief_notices(plan_of(programme_of(body), "a", "b")) == [("status", ("a",), None)]


def test_a_full_session_clashes_all_the_same() -> None:
    body = session("a", "10:00-11:00", 'status = "full"') + session("b", "10:00-11:00")
    assert brief_notices(plan_of(programme_of(body), "a", "b")) == [
        ("certain", ("a", "b"), 60),
        ("status", ("a",), None),
    ]


@pytest.mark.parametrize("status", ["open", "invitation"])
def test_no_other_status_is_a_notice(status: str) -> None:
    programme = programme_of(session("a", "10:00-11:00", f'status = "{status}"'))
    assert brief_notices(plan_of(programme, "a")) == []


# -- The order --


def test_the_order_is_that_of_the_day_and_then_the_gravest_first() -> None:
    body = block("m", "meal", "10:00-11:00")
    body += session("a", "10:00-11:00", 'status = "full"') + session("b", "10:00-11:00")
    body += session("c", "09:00-09:30") + session("d", "09:00-10:00", 'overrun = "10:05"')
    plan = plan_of(programme_of(body), "a", "b", "c", "d", arrives=clock("11:00"))
    found = find_notices(plan)
    assert [one.kind.value for one in found] == [
        *["certain", "presence", "presence"],  # from nine
        *["certain", "possible", "possible", "status", "presence", "presence", "meal"],  # from ten
    ]
    starts = [one.interval.start for one in found]
    assert starts == sorted(starts)


def test_across_days_nothing_clashes() -> None:
    head = '[programme]\ntitle = "Two"\ntimezone = "Europe/Amsterdam"\n'
    body = "".join(f"[[days]]\ndate = 2025-02-{number}\n" for number in (13, 14))
    body += session("a", "10:00-11:00", "day = 2025-02-13")
    body += session("b", "10:00-11:00", "day = 2025-02-14")
    programme = programme_of(body, head)
    assert brief_notices(plan_of(programme, "a", "b")) == []
    call = appointment("Call", "10:30", "10:40", day=date(2025, 2, 14))
    assert brief_notices(plan_of(programme, "a", "b", appointments=(call,))) == [
        ("certain", ("b", "Call"), 10)
    ]


def test_what_is_gone_is_no_notice(hoorn: Programme) -> None:
    assert brief_notices(plan_of(hoorn, Choice(session="was-there"))) == []


def test_the_remark_is_of_the_gravest_clash(hoorn: Programme) -> None:
    plan = plan_of(hoorn, "veiligheid", "iza-lunch", "strandwandeling")
    said = list_clash_remarks(find_notices(plan))
    walk = hoorn.session_by_id["strandwandeling"].title
    assert said["iza-lunch"] == f"40 min: {walk}"
    assert said["veiligheid"].startswith("maybe 15 min: ")
    assert "lunch" not in said


def test_a_clash_is_told_from_either_side(hoorn: Programme) -> None:
    plan = plan_of(hoorn, "iza-lunch", "strandwandeling")
    clash = next(one for one in find_notices(plan) if one.kind is NoticeKind.CERTAIN)
    walk, talk = (hoorn.session_by_id[id_].title for id_ in ("strandwandeling", "iza-lunch"))
    assert walk in describe_notice_for(clash, "iza-lunch", plan)
    assert talk not in describe_notice_for(clash, "iza-lunch", plan)
    assert talk in describe_notice_for(clash, "strandwandeling", plan)
