"""Wall times as instants: what a row leaves out, midnight, and the nights the clocks change."""

from datetime import timedelta

import pytest

from tests.helpers import HEAD, local, programme_of
from tests.programme.marked import LUNCH, SEVERAL_DAYS, block, session
from tui_planner.programme.model import Link

_SPRING = HEAD.replace("2025-02-13", "2025-03-30")
_AUTUMN = HEAD.replace("2025-02-13", "2025-10-26")


def _minutes(times: str, head: str) -> int:
    (found,) = programme_of(session("", times), head).sessions
    return (found.timing.end - found.timing.start) // timedelta(minutes=1)


def test_a_session_without_times_takes_those_of_its_block() -> None:
    programme = programme_of(LUNCH + session('block = "lunch"', ""))
    timing = programme.sessions[0].timing
    assert timing.start == local(programme, "2025-02-13 12:30")
    assert timing.end == local(programme, "2025-02-13 13:45")
    assert timing.end_stated
    assert not timing.open_end


def test_a_session_with_its_blocks_times_has_its_own_overrun_and_around() -> None:
    extra = 'block = "lunch"\noverrun = "14:00"\naround = 5'
    programme = programme_of(LUNCH + session(extra, ""))
    timing = programme.sessions[0].timing
    assert timing.overrun == local(programme, "2025-02-13 14:00")
    assert timing.around == 5
    assert programme.blocks[0].timing.overrun is None


def test_an_end_that_is_not_stated_is_the_blocks() -> None:
    programme = programme_of(LUNCH + session('block = "lunch"', 'start = "12:50"'))
    timing = programme.sessions[0].timing
    assert timing.end == local(programme, "2025-02-13 13:45")
    assert not timing.end_stated
    assert not timing.open_end


@pytest.mark.parametrize(
    ("days", "end"),
    [
        ("", "2025-02-14 00:00"),
        ('[[days]]\ndate = 2025-02-13\nend = "18:00"\n', "2025-02-13 18:00"),
    ],
)
def test_what_is_open_lasts_until_the_days_end(days: str, end: str) -> None:
    party = block('start = "16:00"', "party", "social")
    programme = programme_of(
        days
        + party
        + session('block = "party"', 'start = "17:00"')
        + session('block = "party"', "").replace('"walk"', '"takes"')
    )
    timings = [one.timing for one in programme.blocks] + [one.timing for one in programme.sessions]
    assert len(timings) == 3
    for timing in timings:
        assert timing.end == local(programme, end)
        assert not timing.end_stated
        assert timing.open_end


def test_a_session_that_starts_at_its_blocks_end_ends_there() -> None:
    programme = programme_of(LUNCH + session('block = "lunch"', 'start = "13:45"'))
    timing = programme.sessions[0].timing
    assert timing.start == timing.end


def test_a_session_stands_on_the_day_of_its_block() -> None:
    lunch = block('day = 2025-02-14\nstart = "12:30"\nend = "13:45"')
    programme = programme_of(
        lunch
        + session('block = "lunch"')
        + session('block = "lunch"', "").replace('"walk"', '"takes"'),
        SEVERAL_DAYS,
    )
    assert [str(one.day) for one in programme.sessions] == ["2025-02-14"] * 2
    assert programme.sessions[0].timing.start == local(programme, "2025-02-14 12:45")


def test_days_are_in_their_order_whatever_that_of_the_file() -> None:
    head, first, second = SEVERAL_DAYS.split("[[days]]")
    programme = programme_of("", f"{head}[[days]]{second}\n[[days]]{first}")
    assert [str(day.date) for day in programme.days] == ["2025-02-13", "2025-02-14"]
    assert programme.days[0].extent.start == local(programme, "2025-02-13 09:00")
    assert programme.days[1].extent.end == local(programme, "2025-02-15 00:00")


def test_past_midnight_a_session_stays_on_the_day_it_began() -> None:
    times = 'start = "22:00"\nend = 2025-02-14T01:30:00'
    programme = programme_of(session("overrun = 2025-02-14T02:00:00", times))
    (found,) = programme.sessions
    assert str(found.day) == "2025-02-13"
    assert found.timing.planned.minutes == 210
    assert found.timing.last_end == local(programme, "2025-02-14 02:00")


def test_after_midnight_of_a_long_day_a_session_belongs_to_that_day() -> None:
    head = SEVERAL_DAYS.replace('end = "18:00"', "end = 2025-02-14T04:00:00")
    programme = programme_of(session("", "start = 2025-02-14T01:00:00"), head)
    assert str(programme.sessions[0].day) == "2025-02-13"
    assert programme.sessions[0].timing.end == local(programme, "2025-02-14 02:00")


@pytest.mark.parametrize(
    ("times", "minutes"),
    [
        ('start = "00:00"\nend = "06:00"', 300),
        ('start = "01:30"\nend = "03:30"', 60),
        ('start = "01:59"\nend = "03:00"', 1),
        ('start = "03:00"\nend = "04:00"', 60),
        ('start = "00:00"\nend = 2025-03-31T00:00:00', 23 * 60),
    ],
)
def test_the_night_the_clocks_go_forward_is_an_hour_shorter(times: str, minutes: int) -> None:
    assert _minutes(times, _SPRING) == minutes


@pytest.mark.parametrize(
    ("times", "minutes"),
    [
        ('start = "00:00"\nend = "06:00"', 420),
        ('start = "01:30"\nend = "03:30"', 180),
        ('start = "01:00"\nend = "02:00"', 60),
        ('start = "02:15"\nend = "02:45"', 30),
        ('start = "02:45"\nend = "02:15"', 30),  # the second 02:15
        ('start = "02:00"\nend = "03:00"', 120),
        ('start = "00:00"\nend = 2025-10-27T00:00:00', 25 * 60),
    ],
)
def test_the_night_the_clocks_go_back_is_an_hour_longer(times: str, minutes: int) -> None:
    assert _minutes(times, _AUTUMN) == minutes


@pytest.mark.parametrize(
    ("day", "night", "minutes"),
    [("2025-03-29", "2025-03-30", 300), ("2025-10-25", "2025-10-26", 420)],
)
def test_a_party_into_such_a_night_lasts_as_long_as_it_lasts(
    day: str, night: str, minutes: int
) -> None:
    times = f'start = "22:00"\nend = {night}T04:00:00'
    assert _minutes(times, HEAD.replace("2025-02-13", day)) == minutes


def test_an_overrun_in_the_hour_that_comes_twice_follows_the_end() -> None:
    times = 'start = "01:30"\nend = "02:45"\noverrun = "02:15"'
    programme = programme_of(session("", times), _AUTUMN)
    timing = programme.sessions[0].timing
    assert timing.overrun is not None
    assert timing.overrun - timing.end == timedelta(minutes=30)


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (HEAD, "a-day-2025-02-13"),
        (HEAD + 'id = "mine"\n', "mine"),
        (HEAD.replace("A day", "Día — één!"), "dia-een-2025-02-13"),
        (HEAD.replace("A day", "会議"), "2025-02-13"),
        (SEVERAL_DAYS, "two-days-2025-02-13"),
    ],
)
def test_a_programme_without_an_id_is_named_by_title_and_first_day(head: str, name: str) -> None:
    assert programme_of("", head).id == name


def test_routes_go_both_ways_and_else_the_changeover_holds() -> None:
    rooms = "".join(f'[[rooms]]\nid = "{room}"\nname = "{room}"\n' for room in "abc")
    route = '[[routes]]\nfrom = "a"\nto = "b"\nminutes = 7\n'
    programme = programme_of(rooms + route, HEAD + "changeover = 3\n")
    assert programme.find_changeover("a", "b") == programme.find_changeover("b", "a") == 7
    assert programme.find_changeover("a", "c") == 3
    assert programme.find_changeover("a", "a") == programme.find_changeover(None, "b") == 0


def test_what_a_session_says_of_itself_arrives() -> None:
    extra = """
        room = "hall"
        track = "Care"
        hosts = ["One", "Two"]
        speakers = ["Three"]
        status = "invitation"
        group = "walks"
        drop_in = true
        meal = true
        language = "en"
        capacity = 12
        agenda = "Soon"
        url = "https://example.org"
        links = [{ url = "https://example.org/a.pdf", title = "Slides" }, "mailto:a@example.org"]
    """
    found = programme_of('[[rooms]]\nid = "hall"\nname = "H"\n' + session(extra)).sessions[0]
    assert (found.room, found.track, found.group) == ("hall", "Care", "walks")
    assert (found.hosts, found.speakers) == (("One", "Two"), ("Three",))
    assert (found.status, found.drop_in, found.meal) == ("invitation", True, True)
    assert (found.language, found.capacity, found.agenda) == ("en", 12, "Soon")
    assert found.url == "https://example.org"
    assert found.links == (
        Link("https://example.org/a.pdf", "Slides"),
        Link("mailto:a@example.org"),
    )
