"""What is mended in every draft: ids, rooms, breaks, cancellations."""

import pytest

from tests.exchange.importing.support import clock, event, imported, notes_of, programme, xml


def test_a_room_element_that_differs_from_the_name_of_the_room() -> None:
    data = xml({"Random Room": [event(room="Rooming")]})
    made = programme(data)
    assert [room.name for room in made.rooms] == ["Random Room"]
    ((kind, _place, text),) = notes_of(data)
    assert kind == "mended"
    assert '"Rooming"' in text
    assert '"Random Room"' in text


def test_rooms_have_readable_ids_also_where_their_names_are_alike_or_not_latin() -> None:
    names = ["Saal 1", "Saal-1", "日本", "中文", "K.4.201"]
    made = programme(xml({name: [event(name)] for name in names}))
    assert [room.name for room in made.rooms] == names
    assert [room.id for room in made.rooms] == ["saal-1", "saal-1-2", "room", "room-2", "k-4-201"]


def test_one_id_for_two_sessions() -> None:
    data = xml({"A": [event("one")], "B": [event("one", "12:00", title="Another")]})
    ids = [session.id for session in programme(data).sessions]
    assert ids == ["one-talk-one", "one-another"]
    ((kind, _place, text),) = notes_of(data)
    assert kind == "mended"
    assert all(id_ in text for id_ in ids)


def test_one_id_at_two_times_is_another_run() -> None:
    data = xml({"A": [event("one"), event("one", "12:00")]})
    first, second = programme(data).sessions
    assert (first.id, second.id) == ("one-20250213-1000", "one-20250213-1200")
    assert (first.repeat_of, second.repeat_of) == (None, first.id)
    assert notes_of(data)[0][0] == "guessed"


@pytest.mark.parametrize("gone", [0, 1, 2])
def test_the_ids_of_runs_stay_when_one_is_added_or_taken_away(gone: int) -> None:
    starts = ["09:00", "10:00", "14:00", "16:00"]

    def ids(*starts: str) -> dict[str, str]:
        made = programme(xml({"A": [event("one", start, guid="g") for start in starts]}))
        return {clock(session.timing.start, made)[-5:]: session.id for session in made.sessions}

    fewer = ids(*(start for start in starts if start != starts[gone]))
    assert fewer == {start: id_ for start, id_ in ids(*starts).items() if start in fewer}
    assert len(fewer) == 3


def test_an_id_that_all_share_is_told_apart_by_the_titles() -> None:
    """And by the rooms, where title and time are the same too: never by the order."""
    rooms = {
        "Attic": [event(title="Knots"), event(title="Rope", start="11:00")],
        "Hall": [event(title="Knots"), event(title="結び", start="12:00")],
    }
    wanted = ["one-knots-20250213-1000-attic", "one-knots-20250213-1000-hall"]
    wanted += ["one-rope", "one-session-1f9c60d0"]
    assert [session.id for session in programme(xml(rooms)).sessions] == wanted
    turned = {name: events[::-1] for name, events in reversed(rooms.items())}
    assert sorted(session.id for session in programme(xml(turned)).sessions) == wanted


def test_the_note_stands_beside_the_session_that_it_is_about() -> None:
    events = [event("one"), event("one", "12:00", title="Another", duration="")]
    lines = imported(xml({"A": events})).text.splitlines()
    at = lines.index('id = "one-another"')
    above = "\n".join(lines[at - 5 : at])
    assert "not stated" in above


def test_what_is_listed_twice_with_the_same_times_is_left_out_once() -> None:
    made = imported(xml({"A": [event("one"), event("one")]}))
    assert (made.found, made.sessions, made.left_out) == (2, 1, 1)
    assert '"Talk one"' in notes_of(made)[0][2]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Lunch", "meal"),
        ("LUNCH BREAK", "meal"),
        ("Mittagspause", "meal"),
        ("Main Conference: dinner", "meal"),
        ("Coffee break", "break"),
        ("Koffie en thee", "break"),
        ("Morning Tea", "break"),
        ("Registration", "arrival"),
    ],
)
def test_the_same_break_in_every_room_is_one_block(title: str, kind: str) -> None:
    pause = {"title": title, "duration": "01:00"}
    rooms = {
        name: [event(f"talk-{name}"), event(f"pause-{name}", "12:00", **pause)] for name in "ABC"
    }
    made = imported(xml(rooms))
    assert (made.found, made.sessions, made.blocks, made.joined) == (6, 3, 1, 2)
    (block,) = programme(made).blocks
    assert (block.kind.value, block.room, block.timing.planned.minutes) == (kind, None, 60)
    assert "3 times" in notes_of(made)[0][2]


@pytest.mark.parametrize(
    "title", ["Breaking the web", "Lunch talk", "Penguin dinner", "The pause that refreshes", ""]
)
def test_what_only_sounds_like_a_break_is_none(title: str) -> None:
    made = programme(xml({"A": [event(title=title or "1")], "B": [event("two", title=title)]}))
    assert made.blocks == ()


def test_a_break_with_a_speaker_is_a_session() -> None:
    assert programme(xml({"A": [event(title="Break", persons="Ann")]})).blocks == ()


def test_a_break_in_one_room_while_others_go_on_is_a_session() -> None:
    rooms = {"A": [event("pause", title="Break")], "B": [event("two")], "C": [event("three")]}
    assert programme(xml(rooms)).blocks == ()


def test_a_meal_is_a_window_for_everyone_while_talks_go_on() -> None:
    rooms = {
        "": [event("lunch", "11:00", title="Lunch", duration="03:00")],
        "B": [event("b", "12:00")],
    }
    (block,) = programme(xml(rooms)).blocks
    assert (block.kind.value, block.minutes_needed, block.timing.planned.minutes) == (
        "meal",
        20,
        180,
    )


def test_three_lunches_for_three_audiences_stay_three() -> None:
    times = ("11:30", "12:00", "12:30")
    rooms = {at: [event(at, at, title="Lunch")] for at in times}
    assert len(programme(xml(rooms)).blocks) == 3


@pytest.mark.parametrize(
    "title",
    [
        *("CANCELLED: A talk", "[Canceled] A talk", "Abgesagt – Vortrag"),
        *("A talk (cancelled)", "A talk – CANCELLED!", "Lezing [geannuleerd]"),
    ],
)
def test_what_its_title_says_is_cancelled(title: str) -> None:
    data = xml({"A": [event(title=title)]})
    assert programme(data).sessions[0].status.value == "cancelled"
    assert notes_of(data)[0][0] == "guessed"


@pytest.mark.parametrize("title", ["Why my show was cancelled", "Cancelledness", "Un-cancelled"])
def test_a_title_about_it_is_not(title: str) -> None:
    session = programme(xml({"A": [event(title=title)]})).sessions[0]
    assert session.status.value == "open"


def test_html_in_a_description_is_plain_text() -> None:
    html = "<p>First <b>bold</b> &amp; <a href='https://example.org/'>linked</a>.</p><ul><li>x</ul>"
    data = xml({"A": [event(abstract=html)]})
    description = programme(data).sessions[0].description
    assert description == "First bold & linked (https://example.org/).\n\n- x"
    assert "HTML" in notes_of(data)[0][2]


def test_a_description_with_less_than_signs_is_no_html() -> None:
    text = "if a < b and c > d:\n\treturn <x>"
    data = xml({"A": [event(abstract=text)]})
    assert programme(data).sessions[0].description == text
    assert notes_of(data) == []


def test_a_title_of_several_lines_and_controls() -> None:
    made = programme(xml({"A": [event(title="A\n  title\u2028of\tlines \x9b and\u202e more")]}))
    assert made.sessions[0].title == "A title of lines and\u202e more"


def test_a_session_without_a_title() -> None:
    data = xml({"A": [event(title=" ", subtitle="Only this")]})
    assert programme(data).sessions[0].title == "Only this"
    assert notes_of(data)[0][2] == "It has no title."


def test_sessions_stand_in_the_order_of_days_times_and_rooms() -> None:
    rooms = {"B": [event("late", "12:00"), event("b")], "A": [event("a")]}
    made = programme(xml(rooms))
    assert [session.id for session in made.sessions] == ["b", "a", "late"]
    assert clock(made.sessions[2].timing.start, made).endswith("12:00")
