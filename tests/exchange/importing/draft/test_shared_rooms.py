"""Areas, which hold most of their sessions at once; and rooms that only seem so."""

from tests.exchange.importing.support import clashing, event, findings, notes_of, programme, xml

HOURS = "01:00"


def area_of(*spans: tuple[str, str]) -> tuple[bool, list[str]]:
    """Whether a room with sessions of some starts and durations is shared, and what is told."""
    events = [
        event(f"e{number}", start, title=f"Title {chr(97 + number)}x", duration=duration)
        for number, (start, duration) in enumerate(spans)
    ]
    data = xml({"Tent": events, "Hall": [event("other")]})
    tent, hall = programme(data).rooms
    assert not hall.shared
    assert bool(clashing(data)) != tent.shared
    return tent.shared, [kind for kind, place, _text in notes_of(data) if place == 'room "Tent"']


def test_an_area_that_holds_most_of_its_sessions_at_once_is_shared_and_told() -> None:
    at_once = [("10:00", HOURS)] * 4
    assert area_of(*at_once, ("12:00", HOURS), ("13:00", HOURS)) == (True, ["guessed"])


def test_an_area_in_which_one_follows_the_other_while_others_go_on() -> None:
    assert area_of(*((f"{10 + n // 2}:{n % 2 * 3}0", "02:00") for n in range(8)))[0]


def test_stands_of_all_day_beside_talks_are_an_area() -> None:
    talks = [(f"{hour}:00", HOURS) for hour in range(10, 16)]
    assert area_of(*[("10:00", "08:00")] * 3, *talks)[0]


def test_a_room_booked_twice_is_no_area_but_told_where_most_of_it_is() -> None:
    twice = [("10:00", HOURS)] * 2 + [("12:00", HOURS)] * 2
    assert area_of(*twice, ("14:00", HOURS)) == (False, ["likely"])
    assert area_of(*twice[:2], ("14:00", HOURS)) == (False, [])


def test_a_few_at_once_among_many_are_a_mistake() -> None:
    apart = [(f"{hour}:00", HOURS) for hour in range(12, 18)]
    assert area_of(*[("10:00", HOURS)] * 3, *apart) == (False, [])


def test_talks_beside_one_that_lasts_all_day_are_no_area() -> None:
    talks = [(f"{hour}:00", "01:10") for hour in range(10, 16)]
    assert area_of(("10:00", "08:00"), *talks)[0] is False


def test_what_the_check_tells_of_it_until_the_file_is_edited() -> None:
    data = xml({"Tent": [event(f"e{number}") for number in range(5)]})
    (found,) = findings(data, "A210")
    assert "Tent" in found.message
    assert found.severity == "info"
