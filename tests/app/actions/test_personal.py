"""What is the delegate's own on the screen: priorities, notes, appointments, presence."""

import tomli
from textual.pilot import Pilot

from tests.app.conftest import MakePlanner, Planner
from tests.helpers import programme_of
from tui_planner.app.content.details_text import render_details
from tui_planner.app.screens.form_screen import FormScreen

WIDE, NARROW = (140, 45), (80, 24)


async def fill_in(pilot: Pilot[None], *texts: str) -> None:
    """Type into the lines of the form that is open, one after the other."""
    for number, text in enumerate(texts):
        if number:
            await pilot.press("tab")
        await pilot.press(*("space" if sign == " " else sign for sign in text))
    await pilot.press("enter")
    await pilot.pause()


async def go_to(app: Planner, pilot: Pilot[None], id_: str) -> None:
    app.planner.go_to(id_)
    await pilot.pause()


def first_choice(app: Planner) -> dict[str, object]:
    choice: dict[str, object] = tomli.loads(app.file.read_text("utf-8"))["choices"][0]
    return choice


async def test_p_goes_through_the_priorities_and_the_day_shows_them(planner: MakePlanner) -> None:
    app = planner("digital-twins")
    async with app.run_test(size=WIDE) as pilot:
        await go_to(app, pilot, "digital-twins")
        await pilot.press("p")
        assert first_choice(app)["priority"] == "must"
        await pilot.press("left", "right")
        await pilot.pause()
        assert "chosen, must" in app.status
        assert "must" in app.grid_text
        assert "must" in app.day_text
        seen = str(
            render_details(app.grid.programme.session_by_id["digital-twins"], app.planner.editor)
        )
        assert seen.count("must") == 1
        await pilot.press("p")
        assert first_choice(app)["priority"] == "maybe"
        assert "maybe" in app.day_text
        await pilot.press("p", "u")
        assert first_choice(app)["priority"] == "maybe"


async def test_p_on_what_is_not_chosen_says_so(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        await go_to(app, pilot, "digital-twins")
        await pilot.press("p")
        assert "Choose it first" in app.status
        assert not app.file.exists()


async def test_a_note_is_written_and_seen(planner: MakePlanner) -> None:
    app = planner("digital-twins")
    async with app.run_test(size=WIDE) as pilot:
        await go_to(app, pilot, "digital-twins")
        await pilot.press("e")
        await fill_in(pilot, "vraag om de sheets")
        assert first_choice(app)["note"] == "vraag om de sheets"
        assert "sheets" in app.day_text
        assert "Noted with Stadslogistiek" in app.status


async def test_an_appointment_stands_in_a_lane_of_its_own_and_is_judged(
    planner: MakePlanner,
) -> None:
    app = planner("digital-twins")
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("a")
        await fill_in(pilot, "Bellen", "14:00", "14.30")
        assert "Own" in app.grid_text
        assert "Bellen" in app.grid_text
        assert app.cursor == "Bellen"
        assert "14:00–14:30: 30 minutes" in app.status
        assert "1 keep Bellen" in app.status
        await pilot.press("right")
        assert app.cursor == "arbeidsmigranten-economie"
        await pilot.press("left", "space")
        await pilot.pause()
        assert "Bellen" not in app.grid_text
        assert "Dropped: Bellen" in app.status
        await pilot.press("u")
        await pilot.pause()
        assert "Bellen" in app.grid_text
        assert "Undone (added: Bellen)" in app.status


async def test_an_appointment_is_no_session_of_the_event(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("a")
        await fill_in(pilot, "Bellen", "14:00", "14:30")
        await pilot.press("A")
        await pilot.pause()
        assert "18 sessions" in str(app.screen.query_one("#page").border_title)


async def test_an_appointment_is_edited(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("a")
        await fill_in(pilot, "Bellen", "14:00", "14:30")
        await pilot.press("e", "tab", *["backspace"] * 5)
        await fill_in(pilot, "14:10")
        saved = tomli.loads(app.file.read_text("utf-8"))["appointments"]
        assert [str(appointment["start"]) for appointment in saved] == ["14:10:00"]


async def test_what_cannot_be_is_said_in_the_form_and_nothing_typed_is_lost(
    planner: MakePlanner,
) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("a")
        await fill_in(pilot, "Bellen", "14:00", "13:00")
        assert isinstance(app.screen, FormScreen)
        fault = str(app.screen.query_one("#fault").render())
        assert "13:00" in fault
        assert "is not after the start" in fault
        await pilot.press(*["backspace"] * 5)
        await fill_in(pilot, "15:00")
        assert "Bellen" in app.grid_text


async def test_the_line_that_lacks_a_time_is_named(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("a")
        await fill_in(pilot, "Bellen", "14:00", "")
        await pilot.press(*["backspace"] * 5, "enter")
        assert "Until: no time yet" in str(app.screen.query_one("#fault").render())
        await pilot.press("escape", "w")
        await fill_in(pilot, "", "soon")
        assert "I leave: " in str(app.screen.query_one("#fault").render())


async def test_the_line_at_fault_is_the_next_to_type_in(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("a")
        await fill_in(pilot, "Bellen", "soon", "later")
        await fill_in(pilot, "14:00")
        await fill_in(pilot, "14:30")
        assert not isinstance(app.screen, FormScreen)
        assert "Bellen" in app.grid_text


async def test_arrival_and_departure_are_said_and_what_is_missed_is_dimmed(
    planner: MakePlanner,
) -> None:
    app = planner("nota-ruimte", "gemeentefinancien")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("w")
        await fill_in(pilot, "13:00", "16:00")
        assert "nota-ruimte" in app.grid.marks.missed
        assert "gemeentefinancien" not in app.grid.marks.missed
        told = " ".join(app.status.split())
        assert "You attend from 13:00 until 16:00. Nota Ruimte" in told
        assert "before you arrive" in told
        await go_to(app, pilot, "nota-ruimte")
        assert "before you arrive" in app.grid_text
        assert "you miss 15 minutes" in " ".join(app.day_text.split())


async def test_escape_leaves_everything_as_it_was(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("a", "x", "escape")
        assert not app.file.exists()
        assert app.screen is app.planner


async def test_an_appointment_begins_with_the_times_under_the_cursor(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await go_to(app, pilot, "digital-twins")
        await pilot.press("a")
        await fill_in(pilot, "Bellen")
        saved = tomli.loads(app.file.read_text("utf-8"))["appointments"]
        assert [(str(one["start"]), str(one["end"])) for one in saved] == [("13:45:00", "14:45:00")]


async def test_past_midnight_the_times_come_with_their_dates(planner: MakePlanner) -> None:
    app = planner(programme=programme_of(NIGHT, "[programme]\ntitle = 'N'\ntimezone = 'UTC'\n"))
    async with app.run_test(size=NARROW) as pilot:
        await go_to(app, pilot, "late")
        await pilot.press("a")
        await fill_in(pilot, "Bellen")
        assert not isinstance(app.screen, FormScreen)
        (one,) = app.planner.editor.now.plan.scheduled_appointments
        late = app.grid.programme.session_by_id["late"]
        assert (one.timing.start, one.timing.end) == (late.timing.start, late.timing.end)


NIGHT = """
[[days]]
date = 2025-02-13
[[days]]
date = 2025-02-14
[[sessions]]
id = "late"
title = "Late"
day = 2025-02-13
start = "23:00"
end = 2025-02-14T01:00:00
"""


async def test_times_are_typed_as_people_write_them(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("a")
        await fill_in(pilot, "Bellen", "15.00 uur", "1530")
        saved = tomli.loads(app.file.read_text("utf-8"))["appointments"]
        assert [(str(one["start"]), str(one["end"])) for one in saved] == [("15:00:00", "15:30:00")]
