"""What comes back is what was kept; what cannot be read is told apart and never lost."""

import os
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import get_args

import pytest
import tomli
import tomli_w
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui_planner.itinerary.itinerary import Appointment, Choice, Companion, Itinerary, Priority
from tui_planner.itinerary.storage.store import BrokenItineraryError, ItineraryError, Store

NOW = datetime(2025, 2, 13, 12, 50, tzinfo=UTC)
FIRST, LAST = datetime(1900, 1, 1), datetime(2999, 1, 1)  # noqa: DTZ001 - wall times

LINE = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=8
).filter(lambda text: text == text.strip())
TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t"), max_size=8
)
SEEN = st.text(st.characters(exclude_categories=["Cs"]), max_size=8).filter(bool)
WALL = st.one_of(
    st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    st.datetimes(FIRST, LAST).map(lambda at: at.replace(second=0, microsecond=0)),
)
EXTRA = st.dictionaries(st.sampled_from(["mood", "seat", "extra"]), st.integers(0, 9) | TEXT)
CHOICE = st.builds(
    Choice,
    session=LINE,
    priority=st.sampled_from(get_args(Priority)),
    join=st.none() | WALL,
    leave=st.none() | WALL,
    note=TEXT,
    title=st.none() | SEEN,
    start=st.none() | st.datetimes(FIRST),
    end=st.none() | st.datetimes(FIRST),
    room=st.none() | SEEN,
    status=st.none() | SEEN,
    speakers=st.lists(SEEN, max_size=2).map(tuple),
    extra=EXTRA,
)
APPOINTMENT = st.builds(
    Appointment,
    title=LINE,
    start=WALL,
    end=WALL,
    day=st.none() | st.dates(date(1900, 1, 1)),
    note=TEXT,
    extra=EXTRA,
)
COMPANION = st.builds(
    Companion, name=LINE, sessions=st.lists(LINE, max_size=3).map(tuple), extra=EXTRA
)
ITINERARY = st.builds(
    Itinerary,
    programme=SEEN,
    format=st.just(1),
    delegate=st.none() | SEEN,
    arrives=st.none() | WALL,
    leaves=st.none() | WALL,
    choices=st.lists(CHOICE, max_size=4).map(tuple),
    likes=st.lists(LINE, max_size=3).map(tuple),
    appointments=st.lists(APPOINTMENT, max_size=3).map(tuple),
    companions=st.lists(COMPANION, max_size=2).map(tuple),
    known_sessions=st.lists(SEEN, max_size=2).map(tuple),
    extra=EXTRA,
)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "i.toml")


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(ITINERARY)
def test_what_is_kept_comes_back(store: Store, itinerary: Itinerary) -> None:
    store.save(itinerary)
    assert store.load(itinerary.programme) == itinerary
    before = store.path.read_bytes()
    store.save(store.load(itinerary.programme))
    assert store.path.read_bytes() == before


def test_without_a_file_it_is_empty(store: Store) -> None:
    assert store.load("a-day") == Itinerary(programme="a-day")
    assert not store.path.exists()


def test_a_byte_order_mark_and_foreign_line_ends(store: Store) -> None:
    store.path.write_bytes(b'\xef\xbb\xbfformat = 1\r\nprogramme = "a-day"\r\ndelegate = "x"\r\n')
    assert store.load("a-day").delegate == "x"


@pytest.mark.parametrize(("written", "read"), [('"9.05"', time(9, 5)), ("09:05:00", time(9, 5))])
def test_times_as_a_person_writes_them(store: Store, written: str, read: time) -> None:
    store.path.write_text(f'format = 1\nprogramme = "a-day"\narrives = {written}\n')
    assert store.load("a-day").arrives == read


def test_empty_values_are_left_out_and_unknown_ones_kept(store: Store) -> None:
    unknown = {"blank": "", "none": [], "deep": {"list": [{"a": ""}]}, "when": NOW}
    values = {
        "format": 1,
        "programme": "a-day",
        **unknown,
        "choices": [{"session": "one", "note": "", **unknown}],
        "appointments": [{"title": "Call", "start": "09:00", "end": "10:00", **unknown}],
    }
    store.path.write_text(tomli_w.dumps(values))
    store.save(store.load("a-day").choose(Choice(session="two")))
    data = tomli.loads(store.path.read_text())
    for table in (data, data["choices"][0], data["appointments"][0]):
        assert {key: table[key] for key in unknown} == unknown
        assert "note" not in table
        assert "delegate" not in table


@pytest.mark.parametrize(
    "text",
    [
        "",
        "= 1",
        'format = 1\nprogramme = ""\nchoices = [1]',
        'format = 1\nprogramme = "a-day"\n[[choices]]\nsession = ""',
        'format = 1\nprogramme = "a-day"\n[[choices]]\npriority = "must"',
        'format = 1\nprogramme = "a-day"\n[[appointments]]\ntitle = "Call"',
        'format = 0\nprogramme = "a-day"',
        "format = 1",
    ],
)
def test_a_broken_file_is_told_in_a_sentence(store: Store, text: str) -> None:
    store.path.write_text(text)
    with pytest.raises(BrokenItineraryError) as told:
        store.load("a-day")
    message = str(told.value)
    assert message.startswith(f"The itinerary {store.path} cannot be read: ")
    assert message.endswith(".")
    assert "\n" not in message
    assert store.path.read_text() == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('format = 1\nprogramme = "other"', '"other", not to "a-day"'),
        ('format = 2\nprogramme = "a-day"', "format 2"),
        ("format = 99\nchoices = 3", "format 99"),
        ('[programme]\ntitle = "A day"', "is a programme, not an itinerary"),
    ],
)
def test_a_file_that_is_not_ours_is_not_broken(store: Store, text: str, words: str) -> None:
    store.path.write_text(text)
    with pytest.raises(ItineraryError) as told:
        store.load("a-day")
    assert not isinstance(told.value, BrokenItineraryError)
    assert words in str(told.value)


def test_a_file_that_is_too_large(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui_planner.itinerary.storage.codec._LARGEST", 30)
    store.path.write_text('format = 1\nprogramme = "a-day"\n# more')
    with pytest.raises(BrokenItineraryError, match="larger than"):
        store.load("a-day")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name")
def test_what_is_no_file_is_neither_read_nor_broken(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe", Path(os.devnull)):
        with pytest.raises(ItineraryError) as told:
            Store(path).load("a-day")
        assert not isinstance(told.value, BrokenItineraryError)
        assert str(told.value) == f"{path} is not a file."


@pytest.mark.parametrize("name", ["a\0b.toml", "x" * 300, "\ud83d.toml"])
def test_a_name_that_cannot_be(tmp_path: Path, name: str) -> None:
    store = Store(tmp_path / name)
    with pytest.raises(ItineraryError):
        store.load("a-day")
    with pytest.raises(ItineraryError):
        store.save(Itinerary(programme="a-day"))


def test_set_aside_never_overwrites_an_earlier_one(store: Store) -> None:
    asides = []
    for number in range(4):
        store.path.write_text(f"= {number}")
        asides.append(store.set_aside(NOW))
        assert not store.path.exists()
    assert [aside.read_text() for aside in asides] == ["= 0", "= 1", "= 2", "= 3"]
    assert asides[0].name == "i.unreadable-20250213-125000.toml"
    assert {aside.parent for aside in asides} == {store.path.parent}


def test_set_aside_of_a_link_leaves_the_link(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    target = tmp_path / "far" / "real.toml"
    target.write_text("= broken")
    store = Store(tmp_path / "i.toml")
    store.path.symlink_to(target)
    aside = store.set_aside(NOW)
    assert aside.parent == target.parent
    assert aside.read_text() == "= broken"
    store.save(Itinerary(programme="a-day"))
    assert store.path.is_symlink()
    assert target.exists()


def test_set_aside_that_fails_is_a_sentence(store: Store) -> None:
    with pytest.raises(ItineraryError, match=r"cannot be set aside: No such file or directory\.$"):
        store.set_aside(NOW)
