"""Any draft, however odd, becomes a programme without an error, with all that was in it."""

import tomllib
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.importing.support import event, imported, xml
from tui_planner.exchange.importing.draft.draft import (
    Draft,
    DraftLink,
    DraftRoom,
    DraftSession,
    NoteKind,
)
from tui_planner.exchange.importing.draft.normalise import normalise
from tui_planner.exchange.importing.draft.programme_text import write_programme
from tui_planner.programme.import_marks import is_as_imported
from tui_planner.programme.model import Thing
from tui_planner.programme.reading.format.file_models import (
    BlockTable,
    SessionTable,
    list_known_keys,
)
from tui_planner.programme.reading.read_programme import read_text
from tui_planner.programme.toml.source import Source

ZONES = ("Europe/Berlin", "UTC", "America/Sao_Paulo", "Pacific/Apia", "Asia/Kolkata")
ODD = st.sampled_from(
    ["", " ", "a", "A", "Lunch", "日本", "x" * 300, 'q"\\', "a\nb", "\x00", "#", "é"]
)
TEXTS = ODD | st.text(max_size=8)
FIRST = datetime(2025, 3, 29, 12, tzinfo=UTC)  # the night after it has an hour less in Europe
MINUTES = st.integers(-20, 60 * 60)


@st.composite
def sessions(draw: st.DrawFn) -> DraftSession:
    start = FIRST + timedelta(minutes=draw(MINUTES), seconds=draw(st.sampled_from([0, 0, 30])))
    end = draw(st.none() | st.builds(lambda m: start + timedelta(minutes=m), st.integers(-5, 3000)))
    return DraftSession(
        id=draw(TEXTS),
        title=draw(TEXTS),
        start=start.astimezone(ZoneInfo(draw(st.sampled_from(ZONES)))),
        day=draw(st.dates(date(2025, 3, 27), date(2025, 4, 2))),
        place="somewhere",
        end=end,
        all_day=draw(st.integers(0, 5)) == 0,
        room=draw(TEXTS),
        track=draw(TEXTS),
        speakers=tuple(draw(st.lists(TEXTS, max_size=2))),
        hosts=tuple(draw(st.lists(TEXTS, max_size=2))),
        description=draw(TEXTS),
        url=draw(TEXTS),
        status=draw(st.sampled_from(["open", "cancelled"])),
        part_of=draw(st.none() | TEXTS),
        repeat_of=draw(st.none() | TEXTS),
        drop_in=draw(st.booleans()),
        meal=draw(st.booleans()),
        for_everyone=draw(st.sampled_from(["", "", "break", "meal", "nonsense"])),
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(sessions(), min_size=1, max_size=8), st.sampled_from(ZONES), TEXTS, TEXTS)
def test_any_draft_is_a_programme_without_an_error(
    found: list[DraftSession], zone: str, title: str, room: str
) -> None:
    starts = sorted(session.start.replace(second=0) for session in found)
    draft = Draft(title or "x", zone, list(found), [DraftRoom(room)], found=len(found))
    joined = normalise(draft)
    text = write_programme(draft)
    reading = read_text(Source("draft", text))
    assert reading.programme is not None, (reading.problems, text)
    programme = reading.programme
    left_out = sum(note.kind is NoteKind.LEFT_OUT for note in draft.notes)
    written = len(programme.sessions) + len(programme.blocks) - draft.added
    assert written + joined + left_out == len(found)
    things: list[Thing] = [*programme.sessions, *programme.blocks]
    begun = {thing.timing.start for thing in things if not thing.timing.all_day}
    repeated = any("clocks" in note.message for note in draft.notes)
    assert repeated or begun <= set(starts)


def test_a_person_can_read_it() -> None:
    rooms = {
        "Big hall": [event("one", duration="", description="One.\nTwo."), event("two", "11:00")],
        "Attic": [event("pause", "12:00", title="Lunch", persons="")],
    }
    text = imported(xml(rooms, version="1", acronym="rope")).text
    body, _line, last = text.removesuffix("\n").rpartition("\n")
    assert last.startswith("# As imported")
    assert body == (
        "# Imported from a published schedule. Edit it as you like. "
        "Comments say what was mended, guessed\n"
        "# or left out.\n"
        "\n"
        "[programme]\n"
        'id = "rope-2025"\n'
        'title = "A conference"\n'
        "date = 2025-02-13\n"
        'timezone = "Europe/Berlin"\n'
        "\n"
        "[[rooms]]\n"
        'id = "big-hall"\n'
        'name = "Big hall"\n'
        "\n"
        "[[rooms]]\n"
        'id = "attic"\n'
        'name = "Attic"\n'
        "\n"
        "\n"
        f"# ---- Thu 13 February 2025 {'-' * 72}\n"
        "\n"
        "# mended: It has no duration: its end counts as not stated.\n"
        "[[sessions]]\n"
        'id = "one"\n'
        'title = "Talk one"\n'
        'start = "10:00"\n'
        'room = "big-hall"\n'
        'description = """\n'
        "One.\n"
        'Two."""\n'
        "\n"
        "[[sessions]]\n"
        'id = "two"\n'
        'title = "Talk two"\n'
        'start = "11:00"\n'
        'end = "11:45"\n'
        'room = "big-hall"\n'
        "\n"
        "# guessed: By its title it is a meal for everyone.\n"
        "[[blocks]]\n"
        'id = "pause"\n'
        'kind = "meal"\n'
        'title = "Lunch"\n'
        'start = "12:00"\n'
        'end = "12:45"\n'
        'room = "attic"\n'
    )


@pytest.mark.parametrize("kind", ["", "meal"])
def test_keys_stand_in_the_order_of_the_format(kind: str) -> None:
    link = DraftLink("https://a.example/slides")
    draft = Draft("Day", "UTC", [
        DraftSession(
            "one", "One", FIRST, FIRST.date(), "here", FIRST + timedelta(hours=1), "Hall", "Track",
            "", ("Ann",), ("Club",), "Text", "https://a.example/", (link,), "en", "full",
            part_of="two", repeat_of="two", drop_in=True, meal=True, capacity=3, for_everyone=kind,
        ),
        DraftSession("two", "Two", FIRST, FIRST.date() + timedelta(days=1), "here"),
    ], [DraftRoom("Hall")], [FIRST.date(), FIRST.date() + timedelta(days=1)])  # fmt: skip
    name, model = ("blocks", BlockTable) if kind else ("sessions", SessionTable)
    written = list(tomllib.loads(write_programme(draft))[name][0])
    assert written == [key for key in list_known_keys(model) if key in written]
    left_out = {"minutes_needed"} if kind else {
        "block", "all_day", "overrun", "around", "group", "agenda"
    }  # fmt: skip
    assert set(list_known_keys(model)) - set(written) == left_out


def test_a_day_without_sessions_has_no_heading() -> None:
    draft = Draft("x", "UTC", [], days=[date(2025, 2, 13), date(2025, 2, 14)])
    normalise(draft)
    assert "# ----" not in write_programme(draft)


def test_the_seal_tells_whether_a_person_has_edited_it() -> None:
    text = imported(xml({"Hall": [event()]})).text
    assert is_as_imported(text)
    for edited in (text + "# mine\n", text.replace("Talk", "Walk"), "# mine\n" + text, ""):
        assert not is_as_imported(edited)
