"""What the grid draws of a delegate's own: appointments, notes in the boxes, what is missed."""

from datetime import date

from tests.builders import appointment, chosen, clock, plan_of
from tests.helpers import local, programme_of
from tui_planner.itinerary.itinerary import Companion
from tui_planner.itinerary.my_day import MyDay
from tui_planner.itinerary.notices import find_notices, list_clash_remarks
from tui_planner.itinerary.presence import find_missed
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.itinerary.views.box_notes import make_box_notes
from tui_planner.itinerary.views.own_lane import add_own_lane
from tui_planner.layout.day.day_layout import DayLayout, lay_out_day
from tui_planner.layout.day.lane_widths import Lane
from tui_planner.programme.model import Programme

DAY = date(2025, 2, 13)
CALL = appointment("Call", "14:00", "14:30")
ROOMS = """\
[[rooms]]
id = "hall"
name = "Hall"
[[sessions]]
id = "a"
title = "A"
start = "10:00"
end = "11:00"
room = "hall"
"""


def drawn(plan: ResolvedItinerary) -> DayLayout:
    return lay_out_day(add_own_lane(plan.programme, plan), DAY, 120, 45)


def lane_of(day_layout: DayLayout, id_: str) -> Lane:
    box = day_layout.box_by_id[id_]
    return next(lane for lane in day_layout.lanes if lane.left <= box.left < lane.left + lane.width)


def notes(plan: ResolvedItinerary) -> dict[str, str]:
    return make_box_notes(plan, list_clash_remarks(find_notices(plan)))


def test_an_appointment_on_a_day_that_is_gone_is_not_drawn(hoorn: Programme) -> None:
    late = appointment("Late", "14:00", "14:30", day=date(2025, 2, 14))
    plan = plan_of(hoorn, appointments=(late,))
    assert add_own_lane(hoorn, plan) is hoorn
    plan = plan_of(hoorn, appointments=(late, CALL))
    assert "Late" not in add_own_lane(hoorn, plan).session_by_id
    assert "Call" in drawn(plan).box_by_id


def test_appointments_stand_in_the_first_lane(hoorn: Programme) -> None:
    day_layout = drawn(plan_of(hoorn, appointments=(CALL, appointment("Call", "10:00", "10:30"))))
    own = day_layout.lanes[0]
    assert own.title == "Own"
    assert lane_of(day_layout, "Call") == lane_of(day_layout, "Call (2)") == own
    assert lane_of(day_layout, "digital-twins") != own
    box = day_layout.box_by_id["Call (2)"]
    rows = day_layout.axis.rows
    assert rows[box.top].start == local(hoorn, "2025-02-13 10:00")
    assert rows[box.bottom].start == local(hoorn, "2025-02-13 10:30")


def test_the_rooms_keep_their_lanes() -> None:
    programme = programme_of(ROOMS)
    day_layout = drawn(plan_of(programme, appointments=(CALL,)))
    assert [lane.title for lane in day_layout.lanes] == ["Own", "Hall"]
    assert lane_of(day_layout, "a").title == "Hall"


def test_without_appointments_nothing_changes(hoorn: Programme) -> None:
    assert add_own_lane(hoorn, plan_of(hoorn, "iza-lunch")) is hoorn


def test_notes_say_priority_and_company(hoorn: Programme) -> None:
    plan = plan_of(
        hoorn,
        chosen(hoorn, "iza-lunch", priority="must"),
        chosen(hoorn, "digital-twins", priority="maybe"),
        "veiligheid",
        companions=(Companion(name="Collega", sessions=("iza-lunch", "asielketen", "gone")),),
    )
    noted = notes(plan)
    assert noted["iza-lunch"] == "maybe 15 min: Veiligheid, must, with Collega"
    assert noted["digital-twins"] == "maybe"
    assert noted["asielketen"] == "Collega goes"
    assert "gone" not in noted
    assert "samen-slim" not in noted


def test_a_clash_with_an_appointment_is_noted_at_both(hoorn: Programme) -> None:
    noted = notes(plan_of(hoorn, "samen-slim", appointments=(CALL,)))
    assert noted["samen-slim"] == "30 min: Call"
    assert noted["Call"].startswith("30 min: Samen Slim")


def test_what_is_missed(hoorn: Programme) -> None:
    plan = plan_of(hoorn, arrives=clock("09:45"), leaves=clock("15:15"))
    assert find_missed(plan) == {
        *("inloop", "ronde-3", "afsluiting"),
        *("gemeentefinancien", "waarde-van-cultuur", "ruimte-voor-werken"),
        *("regionaal-samenwerken", "asielketen"),
    }
    assert notes(plan)["inloop"] == "before you arrive"
    assert notes(plan)["asielketen"] == "after you leave"


def test_what_is_attended_in_part_is_not_missed(hoorn: Programme) -> None:
    plan = plan_of(hoorn, arrives=clock("09:30"), leaves=clock("15:16"))
    assert find_missed(plan) == {"afsluiting"}
    assert find_missed(plan_of(hoorn)) == frozenset()


def test_the_day_asks_nothing_of_who_is_not_there(hoorn: Programme) -> None:
    plan = plan_of(hoorn, arrives=clock("09:45"), leaves=clock("15:15"))
    assert [block.id for block in plan.rounds_to_choose] == ["ronde-1", "ronde-2"]
    by_id = {entry.id: entry for entry in MyDay(plan).entries}
    assert by_id["inloop"].remarks == ("before you arrive",)
    assert by_id["afsluiting"].remarks == ("after you leave",)
    assert by_id["opening"].remarks == ()


def test_the_day_says_a_priority(hoorn: Programme) -> None:
    plan = plan_of(hoorn, chosen(hoorn, "iza-lunch", priority="must", note="ask"), "veiligheid")
    by_id = {entry.id: entry.remarks for entry in MyDay(plan).entries}
    assert by_id["iza-lunch"] == ("must", "ask")
    assert by_id["veiligheid"] == ()


def test_the_own_lane_is_as_wide_as_its_text_and_the_others_have_the_rest(hoorn: Programme) -> None:
    layout = drawn(plan_of(hoorn, appointments=(CALL,)))
    own, others = layout.lanes
    assert own.width == len("12:30–13:45") + 5  # the sign, the edge and the gap
    assert own.width + others.width == layout.width == 120
    long = appointment("Call with everyone who comes along", "14:00", "14:30")
    wider = drawn(plan_of(hoorn, appointments=(long,))).lanes[0]
    assert own.width < wider.width < 40
