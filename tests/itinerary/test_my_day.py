"""The whole day as one delegate will live it."""

from datetime import date, datetime

import pytest

from tests.builders import TWO_DAYS_HEAD, appointment, block, chosen, clock, plan_of, session
from tests.helpers import HEAD, programme_of
from tui_planner.itinerary.itinerary import Choice
from tui_planner.itinerary.my_day import DayEntry, DayEntryKind, MyDay
from tui_planner.itinerary.notices import NoticeKind, find_notices
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.itinerary.views.summary import summarise
from tui_planner.programme.model import Programme

CHOSEN = ("slim-met-stroom", "iza-lunch", "strandwandeling", "digital-twins")
TWO_DAYS = "[[days]]\ndate = 2025-02-13\n[[days]]\ndate = 2025-02-14\n"
FIRST, SECOND = date(2025, 2, 13), date(2025, 2, 14)


def entries(plan: ResolvedItinerary, day: date | None = None) -> dict[str, DayEntry]:
    return {entry.id: entry for entry in MyDay(plan, day).entries}


def kinds(plan: ResolvedItinerary, day: date | None = None) -> list[tuple[DayEntryKind, str]]:
    return [(entry.kind, entry.id) for entry in MyDay(plan, day).entries]


def test_the_whole_day_in_order(hoorn: Programme) -> None:
    assert kinds(plan_of(hoorn, *CHOSEN)) == [
        (DayEntryKind.BLOCK, "inloop"),
        (DayEntryKind.BLOCK, "opening"),
        (DayEntryKind.BLOCK, "plenair"),
        (DayEntryKind.BLOCK, "koffie-1"),
        (DayEntryKind.CHOSEN, "slim-met-stroom"),
        (DayEntryKind.BLOCK, "lunch"),
        (DayEntryKind.CHOSEN, "iza-lunch"),
        (DayEntryKind.CHOSEN, "strandwandeling"),
        (DayEntryKind.CHOSEN, "digital-twins"),
        (DayEntryKind.BLOCK, "koffie-2"),
        (DayEntryKind.ROUND, "ronde-3"),
        (DayEntryKind.BLOCK, "afsluiting"),
    ]


def test_rounds_still_to_choose_say_how_many_are_open(hoorn: Programme) -> None:
    listed = entries(plan_of(hoorn))
    for id_, number in (("ronde-1", "4"), ("ronde-2", "4"), ("ronde-3", "5")):
        assert listed[id_].kind is DayEntryKind.ROUND
        assert listed[id_].remarks == (f"{number} to choose from",)


def test_a_round_in_which_nothing_is_left() -> None:
    body = block("r", "choice", "10:00-11:00")
    body += session("a", "10:00-11:00", 'block = "r"', 'status = "full"')
    assert entries(plan_of(programme_of(body)))["r"].remarks == ("nothing left to choose",)


def test_a_clash_is_told_under_its_later_session(hoorn: Programme) -> None:
    listed = entries(plan_of(hoorn, *CHOSEN))
    found = {id_: [one.kind.value for one in entry.notices] for id_, entry in listed.items()}
    assert {id_: one for id_, one in found.items() if one} == {
        "lunch": ["meal"],
        "strandwandeling": ["certain"],
    }


def test_both_of_a_clash_are_marked_and_a_meal_is_not(hoorn: Programme) -> None:
    listed = entries(plan_of(hoorn, *CHOSEN))
    marked = {id_: entry.clashes for id_, entry in listed.items() if entry.clashes}
    assert marked == dict.fromkeys(["iza-lunch", "strandwandeling"], NoticeKind.CERTAIN)


def test_the_gravest_mark_counts(hoorn: Programme) -> None:
    listed = entries(plan_of(hoorn, "veiligheid", "iza-lunch", "wandeling-gouden-erfgoed"))
    assert listed["veiligheid"].clashes is NoticeKind.POSSIBLE
    assert listed["wandeling-gouden-erfgoed"].clashes is NoticeKind.CERTAIN


@pytest.mark.parametrize("times", ["09:30-10:30", "10:30-11:30"])
def test_a_clash_with_a_plenary_is_told_at_the_session(times: str) -> None:
    programme = programme_of(block("p", "plenary", "10:00-11:00") + session("a", times))
    listed = entries(plan_of(programme, "a"))
    assert [one.kind for one in listed["a"].notices] == [NoticeKind.CERTAIN]
    assert listed["p"].notices == ()


def test_every_notice_is_told_once(hoorn: Programme) -> None:
    everything = [session.id for session in hoorn.sessions]
    plan = plan_of(
        hoorn,
        *everything,
        arrives=clock("11:45"),
        leaves=clock("16:00"),
        appointments=(appointment("Call", "10:30", "12:00"), appointment("Call", "16:00", "16:10")),
    )
    found = [one for entry in MyDay(plan).entries for one in entry.notices]
    assert sorted(found, key=repr) == sorted(find_notices(plan), key=repr)


def test_appointments_of_one_title_are_not_mixed_up(hoorn: Programme) -> None:
    calls = appointment("Call", "10:30", "10:40"), appointment("Call", "17:00", "17:10")
    listed = [
        entry
        for entry in MyDay(plan_of(hoorn, appointments=calls)).entries
        if entry.kind is DayEntryKind.APPOINTMENT
    ]
    assert [entry.title for entry in listed] == ["Call", "Call"]
    assert [len(entry.notices) for entry in listed] == [1, 0]
    assert [entry.clashes for entry in listed] == [NoticeKind.CERTAIN, None]


@pytest.mark.parametrize(
    ("start", "gap"), [("11:00", None), ("11:04", None), ("11:05", 5), ("12:00", 60)]
)
def test_gaps(start: str, gap: int | None) -> None:
    programme = programme_of(session("a", "10:00-11:00") + session("b", f"{start}-13:00"))
    listed = MyDay(plan_of(programme, "a", "b")).entries
    gaps = [entry.timing for entry in listed if entry.kind is DayEntryKind.GAP]
    assert [timing and timing.planned.minutes for timing in gaps] == ([] if gap is None else [gap])
    assert [entry.id for entry in listed if entry.kind is not DayEntryKind.GAP] == ["a", "b"]


def test_no_gap_beside_something_longer() -> None:
    body = session("long", "10:00-12:00") + session("short", "10:10-10:20")
    programme = programme_of(body + session("next", "12:00-13:00"))
    assert DayEntryKind.GAP not in {
        kind for kind, _ in kinds(plan_of(programme, "long", "short", "next"))
    }


def test_what_is_gone_is_still_there(hoorn: Programme) -> None:
    plan = plan_of(hoorn, Choice(session="was-there", title="Was there"), "veiligheid")
    gone = MyDay(plan).entries[-1]
    assert (gone.kind, gone.id, gone.title, gone.timing) == (
        DayEntryKind.GONE,
        "was-there",
        "Was there",
        None,
    )
    assert gone.remarks
    nameless = plan_of(hoorn, Choice(session="was-there"))
    assert MyDay(nameless).entries[-1].title == "was-there"


def test_a_pick_says_its_room_its_change_and_its_note() -> None:
    room = '[[rooms]]\nid = "hall"\nname = "The hall"\n'
    before = programme_of(room + session("a", "10:00-11:00", 'room = "hall"'))
    body = room + session("a", "10:30-11:30", 'room = "hall"', 'status = "invitation"')
    chosen_session = chosen(before, "a", note="Bring a pen")
    remarks = entries(plan_of(programme_of(body), chosen_session))["a"].remarks
    assert remarks == (
        "The hall",
        "now by invitation, was open",
        "moved: 10:30–11:30, was 10:00–11:00",
        "Bring a pen",
    )


def test_a_room_that_has_changed_is_said_once() -> None:
    table = '[[rooms]]\nid = "{}"\nname = "The {}"\n'
    rooms = table.format("hall", "hall") + table.format("attic", "attic")
    before = programme_of(rooms + session("a", "10:00-11:00", 'room = "hall"'))
    after = programme_of(rooms + session("a", "10:00-11:00", 'room = "attic"'))
    assert entries(plan_of(after, chosen(before, "a")))["a"].remarks == ("The attic, was The hall",)


def test_a_pick_stands_at_the_times_that_the_delegate_keeps(hoorn: Programme) -> None:
    plan = plan_of(hoorn, chosen(hoorn, "slim-met-stroom", join=clock("11:45")))
    my_day = MyDay(plan)
    entry = next(entry for entry in my_day.entries if entry.id == "slim-met-stroom")
    assert my_day.format_start(entry) == "11:45"
    assert my_day.format_full_times(entry) == "11:45–12:30"


def test_a_start_that_is_not_exact_is_marked(hoorn: Programme) -> None:
    my_day = MyDay(plan_of(hoorn, "strandwandeling"))
    entry = next(entry for entry in my_day.entries if entry.id == "strandwandeling")
    assert my_day.format_start(entry) == "~12:50"
    assert my_day.format_full_times(entry) == "~12:50–(13:45)"


# -- Several days --


def test_each_day_has_its_own() -> None:
    body = TWO_DAYS + block("b", "break", "12:00-12:30", "day = 2025-02-13")
    body += session("a", "10:00-11:00", "day = 2025-02-13")
    body += session("c", "10:00-11:00", "day = 2025-02-14")
    programme = programme_of(body, TWO_DAYS_HEAD)
    call = appointment("Call", "15:00", "15:30", day=SECOND)
    plan = plan_of(programme, "a", "c", Choice(session="gone"), appointments=(call,))
    first = [id_ for kind, id_ in kinds(plan, FIRST) if kind is not DayEntryKind.GAP]
    second = [id_ for kind, id_ in kinds(plan, SECOND) if kind is not DayEntryKind.GAP]
    assert first == ["a", "b"]
    assert second == ["c", "Call", "gone"]
    assert [one for one in kinds(plan) if one[0] is not DayEntryKind.GAP] == [
        (DayEntryKind.CHOSEN, "a"),
        (DayEntryKind.BLOCK, "b"),
        (DayEntryKind.CHOSEN, "c"),
        (DayEntryKind.APPOINTMENT, "Call"),
        (DayEntryKind.GONE, "gone"),
    ]


def test_an_appointment_on_a_day_that_is_gone_is_told_on_the_last_one() -> None:
    body = TWO_DAYS + session("a", "10:00-11:00", "day = 2025-02-13")
    call = appointment("Call", "15:00", "15:30", day=date(2025, 2, 12), note="ask")
    plan = plan_of(programme_of(body, TWO_DAYS_HEAD), "a", appointments=(call,))
    assert "Call" not in entries(plan, FIRST)
    assert entries(plan, SECOND)["Call"].remarks == (
        *("on Wed 12 Feb, no day of the programme", "ask"),
    )


def test_a_night_is_no_gap() -> None:
    body = TWO_DAYS + session("a", "10:00-11:00", "day = 2025-02-13")
    body += session("c", "10:00-11:00", "day = 2025-02-14")
    plan = plan_of(programme_of(body, TWO_DAYS_HEAD), "a", "c")
    assert DayEntryKind.GAP not in {kind for kind, _ in kinds(plan)}


def test_an_appointment_past_midnight_belongs_to_the_day_before() -> None:
    """Where the programme itself runs on into the night."""
    body = "[[days]]\ndate = 2025-02-13\nend = 2025-02-14T02:00:00\n"
    body += "[[sessions]]\nid = 'party'\ntitle = 'Party'\nstart = 2025-02-13T23:00:00\n"
    body += "end = 2025-02-14T02:00:00\n"
    programme = programme_of(body, TWO_DAYS_HEAD)
    taxi = appointment("Taxi", "00:30", "00:45", day=SECOND)
    plan = plan_of(programme, "party", appointments=(taxi,))
    assert kinds(plan, FIRST) == [
        (DayEntryKind.CHOSEN, "party"),
        (DayEntryKind.APPOINTMENT, "Taxi"),
    ]
    assert [one.kind for one in entries(plan, FIRST)["Taxi"].notices] == [NoticeKind.CERTAIN]


def test_moved_from_another_day_is_said() -> None:
    talk = '[[sessions]]\nid = "a"\ntitle = "A"\nstart = "10:00"\nend = "11:00"\nday = 2025-02-{}\n'
    before = programme_of(TWO_DAYS + talk.format(13), TWO_DAYS_HEAD)
    after = programme_of(TWO_DAYS + talk.format(14), TWO_DAYS_HEAD)
    plan = plan_of(after, chosen(before, "a"))
    assert entries(plan, SECOND)["a"].remarks == (
        "moved: Fri 14 Feb 10:00–11:00, was Thu 13 Feb 10:00–11:00",
    )


# -- The line that sums it up --


def said(plan: ResolvedItinerary, *, brief: bool = False) -> str:
    return summarise(plan, find_notices(plan), brief=brief)


def test_a_tight_change_is_told_as_tight() -> None:
    rooms = "".join(f'[[rooms]]\nid = "{id_}"\nname = "{id_}"\n' for id_ in ("hall", "attic"))
    body = rooms + session("a", "10:00-11:00", 'room = "hall"')
    body += session("b", "11:02-12:00", 'room = "attic"')
    plan = plan_of(programme_of(body, f"{HEAD}changeover = 5\n"), "a", "b")
    assert {entry.sign for entry in entries(plan).values() if entry.id} == {"»"}
    assert said(plan) == "2 chosen · 1 tight change"


def test_the_summary_line(hoorn: Programme) -> None:
    assert said(plan_of(hoorn)) == "0 chosen · 3 rounds still open"
    assert said(plan_of(hoorn, "slim-met-stroom", "digital-twins")) == (
        "2 chosen · Keuzesessies ronde 3 still open"
    )
    assert said(plan_of(hoorn, "slim-met-stroom", "digital-twins", "asielketen")) == "3 chosen"
    assert said(plan_of(hoorn, *CHOSEN)) == (
        "4 chosen · 1 clash · 1 notice · Keuzesessies ronde 3 still open"
    )
    assert said(plan_of(hoorn, "veiligheid", "iza-lunch", "strandwandeling")) == (
        "3 chosen · 1 clash · 2 possible clashes · 1 notice · 2 rounds still open"
    )


def test_in_brief(hoorn: Programme) -> None:
    assert said(plan_of(hoorn, *CHOSEN), brief=True) == "4 chosen · 1 clash"
    assert said(plan_of(hoorn), brief=True) == "0 chosen"


def test_what_is_gone_counts_as_chosen(hoorn: Programme) -> None:
    assert said(plan_of(hoorn, Choice(session="was-there"), "veiligheid")).startswith("2 chosen")


def test_what_the_file_has_twice_counts_once(hoorn: Programme) -> None:
    assert said(plan_of(hoorn, "veiligheid", "veiligheid")).startswith("1 chosen")


def test_the_order_of_the_file_does_not_matter_to_the_day() -> None:
    body = session("late", "14:00-15:00") + session("early", "10:00-11:00")
    plan = plan_of(programme_of(body, HEAD), "late", "early")
    assert [id_ for kind, id_ in kinds(plan) if kind is DayEntryKind.CHOSEN] == ["early", "late"]


def test_a_presence_that_cannot_be_is_told_once_on_the_first_day() -> None:
    head = '[programme]\ntitle = "Two"\ntimezone = "Europe/Amsterdam"\n'
    days = "[[days]]\ndate = 2025-02-13\n[[days]]\ndate = 2025-02-14\n"
    plan = plan_of(
        programme_of(days, head),
        arrives=datetime.fromisoformat("2025-02-14 12:00"),
        leaves=datetime.fromisoformat("2025-02-13 12:00"),
    )
    told = [
        notice.message
        for day in plan.programme.days
        for entry in MyDay(plan, day.date).entries
        for notice in entry.notices
    ]
    assert told == [
        "You leave at Thu 13 Feb 12:00, and arrive only at Fri 14 Feb 12:00: neither counts."
    ]
