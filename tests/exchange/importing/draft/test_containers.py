"""What is taken as a part of another: only what the file shows to be one; the rest is told."""

import pytest

from tests.exchange.importing.support import clashing, event, notes_of, programme, xml

Event = dict[str, str]


def talk(id_: str, start: str, title: str, duration: str = "00:20", **more: str) -> Event:
    return event(id_, start, title=title, duration=duration, **more)


def hour(title: str = "Lightning talks", **more: str) -> Event:
    """An hour that is made of others, if what is said of it tells."""
    return event("hour", "10:00", title=title, duration="01:00", **more)


def parts_of(*events: Event, elsewhere: tuple[Event, ...] = ()) -> set[str]:
    """The ids of those that became parts of the hour."""
    made = programme(xml({"Hall": [*events], "Attic": [*elsewhere]}))
    assert {session.part_of for session in made.sessions} <= {None, "hour"}
    return {session.id for session in made.sessions if session.part_of}


TITLES = [
    ("Lightning talks", ["Lightning talk: bees", "Lightning talk: ants", "Lightning Talk – owls"]),
    ("Lightning talks, part 2", ["Lightning talk 4", "Lightning talk 5", "Lightning talk 6"]),
    ("Rust devroom", ["Why Rust", "Rust at sea", "Rust and rest"]),
    ("Opening, keynote and panel", ["Opening", "Keynote", "Panel"]),
    ("Beekeeping (workshop)", ["Beekeeping 1/3", "Beekeeping 2/3", "Beekeeping 3/3"]),
]


@pytest.mark.parametrize(("whole", "titles"), TITLES)
def test_those_that_follow_each_other_and_fill_it_are_parts_where_titles_tell(
    whole: str, titles: list[str]
) -> None:
    starts = ("10:00", "10:20", "10:40")
    parts = [talk(at, at, title) for at, title in zip(starts, titles, strict=True)]
    data = xml({"Hall": [hour(whole), *parts]})
    assert parts_of(hour(whole), *parts) == {*starts}
    assert clashing(data) == set()
    assert {(kind, "its title tells" in text) for kind, _place, text in notes_of(data)} == {
        ("guessed", True)
    }


BEES, ANTS, OWLS = (
    talk("bees", "10:00", "Bees"),
    talk("ants", "10:20", "Ants"),
    talk("owls", "10:40", "Owls"),
)


@pytest.mark.parametrize(
    ("whole", "more"),
    [
        ({"track": "Animals"}, {"track": "Animals"}),
        ({"title": "Animals in the morning"}, {"track": "Animals"}),
        ({"title": "Lightning talks"}, {"type": "lightning_talk"}),
        ({"title": "Together", "type": "Symposium"}, {"type": "talk"}),
    ],
    ids=["their track", "the title names the track", "the title names the type", "its type"],
)
def test_tracks_and_types_tell_too(whole: Event, more: Event) -> None:
    parts = [each | more for each in (BEES, ANTS, OWLS)]
    other = event("other", "12:00", track="Machines", type="talk")
    assert parts_of(hour(**whole), *parts, other) == {"bees", "ants", "owls"}
    assert parts_of(hour(**whole), *parts, elsewhere=(other,)) == {"bees", "ants", "owls"}


def test_the_track_of_all_in_a_room_tells_nothing() -> None:
    track = {"track": "Main"}
    parts = [each | track for each in (BEES, ANTS, OWLS)]
    others = [event(at, at, **track) for at in ("12:00", "13:00", "14:00")]
    elsewhere = (event("other", track="Side"),)
    assert parts_of(hour(**track), *parts, *others, elsewhere=elsewhere) == set()
    assert parts_of(hour(**track), *parts) == set()


NO_EVIDENCE = {
    "nothing tells": (hour("Hackathon"), BEES, ANTS, OWLS),
    "they do not fill it": (
        hour(),
        talk("a", "10:00", "Lightning talk a"),
        talk("b", "10:30", "Lightning talk b"),
    ),
    "they are at once": (
        hour(),
        talk("a", "10:00", "Lightning talk a", "00:40"),
        talk("b", "10:20", "Lightning talk b", "00:40"),
    ),
    "it is one": (hour(), talk("a", "10:00", "Lightning talk a", "00:50")),
    "they run over": (
        hour(),
        talk("a", "10:00", "Lightning talk a", "00:30"),
        talk("b", "10:30", "Lightning talk b", "00:35"),
    ),
}


@pytest.mark.parametrize("events", NO_EVIDENCE.values(), ids=NO_EVIDENCE)
def test_without_evidence_all_are_judged(events: tuple[Event, ...]) -> None:
    whole, *others = events
    assert parts_of(*events) == set()
    pairs = {frozenset((whole["id"], other["id"])) for other in others}
    assert pairs <= clashing(xml({"Hall": [*events]}))


@pytest.mark.parametrize(
    "name", ["nothing tells", "they do not fill it", "they are at once", "it is one"]
)
def test_what_is_likely_is_told_with_the_line_to_write(name: str) -> None:
    _whole, *others = NO_EVIDENCE[name]
    notes = notes_of(xml({"Hall": [*NO_EVIDENCE[name]]}))
    assert [kind for kind, _place, _text in notes] == ["likely"] * len(others)
    assert all(text.endswith('write: part_of = "hour"') for _kind, _place, text in notes)


def test_nothing_is_likely_of_two_of_which_nothing_tells() -> None:
    assert notes_of(xml({"Hall": [hour("Hackathon"), BEES]})) == []


def test_another_session_in_between_stays_a_clash() -> None:
    parts = [talk(at, at, f"Lightning talk {at}") for at in ("10:00", "10:20", "10:40")]
    keynote = talk("keynote", "10:10", "Keynote")
    data = xml({"Hall": [hour(), *parts, keynote]})
    assert parts_of(hour(), *parts, keynote) == {"10:00", "10:20", "10:40"}
    assert clashing(data) == {frozenset(("keynote", other)) for other in ("hour", "10:00", "10:20")}


def test_a_part_of_two_is_a_part_of_the_shorter() -> None:
    events = [
        event("day", "10:00", title="Animals: birds and mammals", duration="02:00"),
        event("birds", "11:00", title="Birds", duration="01:00"),
        event("mammals", "10:00", title="Mammals", duration="01:00"),
        event("owls", "11:00", title="Birds: owls", duration="00:30"),
        event("tits", "11:30", title="Birds: tits", duration="00:30"),
    ]
    made = programme(xml({"Hall": events, "Attic": [event("other")]}))
    assert {session.id: session.part_of for session in made.sessions if session.part_of} == {
        "birds": "day",
        "mammals": "day",
        "owls": "birds",
        "tits": "birds",
    }


@pytest.mark.parametrize("title", ["CANCELLED: Lightning talks", "Lightning talks"])
def test_what_is_cancelled_has_no_parts_and_is_none(title: str) -> None:
    state = {} if title[0] == "C" else {"state": "cancelled"}
    parts = [talk(at, at, f"Lightning talk {at}") for at in ("10:00", "10:20", "10:40")]
    assert parts_of(hour(title, **state), *parts) == set()
    assert clashing(xml({"Hall": [hour(title, **state), *parts]})) == set()


def test_many_at_once_in_one_room_take_no_time_to_speak_of() -> None:
    events = [event(f"{n}", "10:00", duration=f"{n // 60 + 1:02}:{n % 60:02}") for n in range(900)]
    assert not any(session.part_of for session in programme(xml({"Hall": events})).sessions)


def test_what_is_on_all_day_contains_nothing_and_makes_no_room_an_area() -> None:
    all_day = [event(id_, "00:00", duration="24:00", title=f"Fair {id_}") for id_ in "abc"]
    talks = [
        event(f"t{n}", f"{10 + n}:00", duration="01:00", title=f"Fair a {n}") for n in range(4)
    ]
    made = programme(xml({"Hall": [*all_day, *talks]}))
    assert [one.timing.all_day for one in made.sessions] == [True] * 3 + [False] * 4
    assert not any(one.part_of for one in made.sessions)
    assert not made.rooms[0].shared
