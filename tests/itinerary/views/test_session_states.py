"""What holds for a delegate: still open, fits my day, now and next."""

from datetime import time

from tests.helpers import local, programme_of
from tui_planner.itinerary.edits import set_presence
from tui_planner.itinerary.itinerary import Choice, Itinerary
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.itinerary.views.session_states import find_fitting, find_states
from tui_planner.programme.model import Programme


def plan(programme: Programme, *chosen: str) -> ResolvedItinerary:
    itinerary = Itinerary(programme=programme.id)
    for id_ in chosen:
        itinerary = itinerary.choose(Choice.of(programme.session_by_id[id_], programme))
    return ResolvedItinerary(programme, itinerary)


def test_what_fits_clashes_with_nothing_that_is_chosen(hoorn: Programme) -> None:
    fits = find_fitting(plan(hoorn, "veiligheid", "digital-twins"))
    assert "iza-lunch" not in fits  # possible: an overrun
    assert "slim-met-stroom" not in fits
    assert "samen-slim" not in fits
    assert {"veiligheid", "digital-twins", "asielketen"} <= fits


def test_all_fits_who_has_chosen_nothing(hoorn: Programme) -> None:
    fits = find_fitting(plan(hoorn))
    assert {session.id for session in hoorn.sessions} == fits


def test_what_is_over_before_one_arrives_does_not_fit(hoorn: Programme) -> None:
    itinerary = set_presence(Itinerary(programme=hoorn.id), time(13), None)
    fits = find_fitting(ResolvedItinerary(hoorn, itinerary))
    assert "veiligheid" not in fits
    assert "asielketen" in fits


def test_now_and_next() -> None:
    body = "".join(
        f'[[sessions]]\nid = "s{hour}"\ntitle = "S"\nstart = "{hour}:00"\nend = "{hour + 1}:00"\n'
        for hour in range(10, 15)
    )
    programme = programme_of(body)
    now = local(programme, "2025-02-13 11:30")
    assert find_states(plan(programme), now)["now"] == {"s11", "s12"}


def test_still_open(hoorn: Programme) -> None:
    still_open = find_states(plan(hoorn), local(hoorn, "2025-02-13 09:00"))["open"]
    assert "wandeling-gouden-erfgoed" not in still_open
    assert "iza-lunch" in still_open
