"""The zones of cities and countries."""

import pytest

from tui_planner.exchange.importing.text.cities import find_zones_of_place


@pytest.mark.parametrize(
    ("place", "zone"),
    [
        ("Brussels", "Europe/Brussels"),
        ("new york", "America/New_York"),
        ("Buenos Aires", "America/Argentina/Buenos_Aires"),
        ("Zürich", "Europe/Zurich"),
        ("KÖLN", "Europe/Berlin"),
        ("Den Haag", "Europe/Amsterdam"),
        ("Hall 3, Munich", "Europe/Berlin"),
        ("San Francisco (USA)", "America/Los_Angeles"),
        ("San Jose, USA", "America/Los_Angeles"),
        ("San Jose, Costa Rica", "America/Costa_Rica"),
        ("Somewhere, NL", "Europe/Amsterdam"),
        ("Atlanta, GA", "America/New_York"),
    ],
)
def test_the_first_zone_of_a_place(place: str, zone: str) -> None:
    assert find_zones_of_place(place)[0] == zone


@pytest.mark.parametrize("place", ["", " , ", "Atlantis", "online", "../../etc/passwd", "GMT"])
def test_a_place_that_is_not_known_has_none(place: str) -> None:
    assert list(find_zones_of_place(place)) == []


def test_a_city_of_two_countries_has_the_zones_of_both() -> None:
    assert set(find_zones_of_place("San Jose")) == {"America/Costa_Rica", "America/Los_Angeles"}
