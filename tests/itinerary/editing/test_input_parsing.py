"""What a person types of their own time."""

from contextlib import suppress
from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import appointment
from tests.helpers import local, programme_of
from tui_planner.itinerary.editing.input_parsing import (
    InputError,
    check_note,
    check_presence,
    describe_appointment,
    parse_appointment,
    parse_time,
)
from tui_planner.itinerary.itinerary import Appointment, Itinerary
from tui_planner.itinerary.resolved import ResolvedItinerary, ScheduledAppointment
from tui_planner.programme.model import Programme

TWO = programme_of(
    "[[days]]\ndate = 2025-02-13\nend = 2025-02-14T02:00:00\n[[days]]\ndate = 2025-02-14\n",
    '[programme]\ntitle = "Two days"\ntimezone = "Europe/Amsterdam"\n',
)
TWO_PM, HALF_PAST = time(14), time(14, 30)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def engaged(programme: Programme, kept: Appointment) -> ScheduledAppointment:
    (scheduled,) = ResolvedItinerary(
        programme, Itinerary(programme=programme.id, appointments=(kept,))
    ).scheduled_appointments
    return scheduled


@pytest.mark.parametrize("text", ["14:00", "14.00", "14:00:00", "14.00.00", " 14:00 "])
def test_a_time_of_day(text: str) -> None:
    assert parse_time(text) == TWO_PM


@pytest.mark.parametrize(
    "text",
    ["14", "1400", "14.00 uur", "14 uur", "14u", "14u00", "14 uur 00", "14h00", "14:00 h", "2 pm",
     "2pm", "200 PM", "2.00 p.m.", " 14 "],
)  # fmt: skip
def test_a_time_as_people_write_it(text: str) -> None:
    assert parse_time(text) == TWO_PM
    assert parse_time(f"2025-02-13 {text}") == at("2025-02-13 14:00")


@pytest.mark.parametrize("text", ["9:30", "09.30", "930", "9u30", "9.30 am"])
def test_an_early_time_with_and_without_its_zero(text: str) -> None:
    assert parse_time(text) == time(9, 30)


@pytest.mark.parametrize(
    "text", ["2025-02-13 14:00", "2025-02-13T14:00:00", "2025-02-13 14.00", "2025-02-13  14:00"]
)
def test_a_date_and_a_time(text: str) -> None:
    assert parse_time(text) == at("2025-02-13 14:00")


@pytest.mark.parametrize(
    "text",
    ["", "24", "9300", "25:00", "14:60", "noon", "14:00:30", "14:00+01:00", "2025-02-13", "١٤:٠٠x"],
)
def test_what_is_no_time_is_said(text: str) -> None:
    with pytest.raises(InputError, match="is no time; write it like"):
        parse_time(text)


def test_what_is_no_date_is_said() -> None:
    with pytest.raises(InputError, match='"2025-02-30" is no date'):
        parse_time("2025-02-30 10:00")


def test_a_year_that_cannot_be_meant() -> None:
    with pytest.raises(InputError, match="year"):
        parse_time("0025-02-13 10:00")


def test_midnight_wants_its_date() -> None:
    with pytest.raises(InputError, match="is the next day"):
        parse_time("24:00")


@settings(max_examples=60)
@given(st.times(), st.sampled_from([":", "."]), st.sampled_from(["", "2025-02-13 "]))
def test_every_minute_of_the_day_can_be_typed(clock: time, colon: str, day: str) -> None:
    wall = parse_time(f"{day}{clock.hour}{colon}{clock.minute:02}")
    assert (wall.hour, wall.minute, wall.second) == (clock.hour, clock.minute, 0)
    assert isinstance(wall, datetime) == bool(day)


@settings(max_examples=60)
@given(st.text(max_size=12) | st.from_regex(r"[0-9:. T-]{0,20}", fullmatch=True))
def test_any_text_is_a_time_or_is_refused(text: str) -> None:
    with suppress(InputError):
        assert parse_time(text).second == 0


def test_of_one_day_no_day_is_kept(hoorn: Programme) -> None:
    kept = parse_appointment(hoorn, " Bellen ", TWO_PM, HALF_PAST, note="thuis")
    assert kept == Appointment(title="Bellen", start=TWO_PM, end=HALF_PAST, note="thuis")


def test_of_several_days_one_must_be_named() -> None:
    with pytest.raises(InputError, match=r"say which: 2025-02-13, 2025-02-14\."):
        parse_appointment(TWO, "Call", TWO_PM, HALF_PAST)
    kept = parse_appointment(TWO, "Call", TWO_PM, HALF_PAST, date(2025, 2, 14))
    assert kept.day == date(2025, 2, 14)
    assert engaged(TWO, kept).timing.start == local(TWO, "2025-02-14 14:00")


def test_a_day_that_the_programme_has_not(hoorn: Programme) -> None:
    with pytest.raises(InputError, match=r"no day 2025-02-15. Its days: 2025-02-13\."):
        parse_appointment(hoorn, "Call", TWO_PM, HALF_PAST, date(2025, 2, 15))
    with pytest.raises(InputError, match="no day 2026-02-13"):
        parse_appointment(hoorn, "Call", at("2026-02-13 14:00"), HALF_PAST)


def test_a_start_with_a_date_gives_the_end_its_date() -> None:
    kept = parse_appointment(TWO, "Call", at("2025-02-14 14:00"), HALF_PAST)
    assert (kept.start, kept.end) == (at("2025-02-14 14:00"), at("2025-02-14 14:30"))
    timing = engaged(TWO, kept).timing
    assert timing.start == local(TWO, "2025-02-14 14:00")
    assert timing.end == local(TWO, "2025-02-14 14:30")


def test_past_midnight() -> None:
    kept = parse_appointment(TWO, "Call", time(23), at("2025-02-14 01:00"), date(2025, 2, 13))
    assert engaged(TWO, kept).timing.end == local(TWO, "2025-02-14 01:00")


def test_after_midnight_of_a_day_that_runs_on() -> None:
    body = '[[sessions]]\nid = "a"\ntitle = "A"\nstart = "22:00"\nend = 2025-02-14T02:00:00\n'
    night = programme_of(body)
    kept = parse_appointment(night, "Call", at("2025-02-14 00:30"), time(1))
    assert engaged(night, kept).timing.end == local(night, "2025-02-14 01:00")


@pytest.mark.parametrize("end", [TWO_PM, time(13)])
def test_an_end_that_is_not_after_the_start(hoorn: Programme, end: time) -> None:
    with pytest.raises(
        InputError, match=r"is not after the start, 14:00\. Where it is on the next"
    ):
        parse_appointment(hoorn, "Call", TWO_PM, end)


def test_an_end_on_an_earlier_day() -> None:
    with pytest.raises(InputError, match=r"2025-02-13 15:00, is not after the start, 14:00\.$"):
        parse_appointment(TWO, "Call", TWO_PM, at("2025-02-13 15:00"), date(2025, 2, 14))


@pytest.mark.parametrize("title", ["", "  ", "a\nb", "\udcff"])
def test_a_title_that_cannot_be_kept(hoorn: Programme, title: str) -> None:
    with pytest.raises(InputError, match="needs a title, on one line"):
        parse_appointment(hoorn, title, TWO_PM, HALF_PAST)


def test_a_note_that_cannot_be_kept(hoorn: Programme) -> None:
    for note in ("a\x1b[31m", "\udcff"):
        with pytest.raises(InputError, match="note"):
            parse_appointment(hoorn, "Call", TWO_PM, HALF_PAST, note=note)
        with pytest.raises(InputError, match="note"):
            check_note(note)
    check_note("two\nlines, é")


def test_another_title_or_note_keeps_the_times_and_what_is_not_known() -> None:
    old = appointment(
        "Call", "22:00", "01:00", extra={"with_whom": "home"}
    )  # past midnight, by hand
    new = describe_appointment(old, "Talk", "about it")
    assert (new.title, new.note) == ("Talk", "about it")
    assert (new.start, new.end, new.extra) == (old.start, old.end, {"with_whom": "home"})
    with pytest.raises(InputError):
        describe_appointment(old, "", "")


def test_presence_the_wrong_way_round(hoorn: Programme) -> None:
    with pytest.raises(InputError, match=r"leave at 09:00, and arrive only at 10:00\."):
        check_presence(hoorn, time(10), time(9))
    with pytest.raises(InputError):
        check_presence(hoorn, time(10), time(10))
    check_presence(hoorn, time(9), time(10))
    check_presence(hoorn, None, time(10))


def test_presence_over_several_days() -> None:
    check_presence(TWO, time(16), time(10))  # the first day, and the last
    with pytest.raises(InputError, match="no day 2025-03-01"):
        check_presence(TWO, at("2025-03-01 10:00"), None)


@pytest.mark.parametrize("text", ["2:00pm", "2pm", "02.00 PM", "2 p.m.", "2025-02-13 2:00pm"])
def test_a_time_by_a_clock_of_12_hours(text: str) -> None:
    assert parse_time(text) in {TWO_PM, at("2025-02-13 14:00")}


@pytest.mark.parametrize(("text", "hour"), [("12:30am", 0), ("12:30pm", 12), ("11:30am", 11)])
def test_noon_and_midnight_by_a_clock_of_12_hours(text: str, hour: int) -> None:
    assert parse_time(text) == time(hour, 30)
