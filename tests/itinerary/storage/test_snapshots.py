"""Each earlier state of the last days can be had back, and keeping them never costs a save."""

import errno
import os
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from typing import NoReturn, Self

import pytest

from tui_planner.itinerary.editing.editor import ItineraryEditor
from tui_planner.itinerary.itinerary import Choice, Itinerary
from tui_planner.itinerary.storage.snapshots import Snapshot, list_superfluous
from tui_planner.itinerary.storage.store import ItineraryError, Store
from tui_planner.programme.model import Programme

NOW = datetime(2025, 2, 13, 12, 0, tzinfo=UTC)
EMPTY = Itinerary(programme="a-day")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "i.toml")


def choosing(store: Store, *ids: str) -> None:
    for id_ in ids:
        store.save(store.load("a-day").choose(Choice(session=id_)))


def earlier(store: Store) -> list[list[str]]:
    """The ids of each earlier state, the latest first, but for the one before the first save."""
    states = (state for state in store.list_earlier("a-day") if state.number)
    return [[choice.session for choice in state.itinerary.choices] for state in states]


def test_each_state_is_kept_when_the_next_takes_its_place(store: Store) -> None:
    assert earlier(store) == []
    choosing(store, "one")
    assert earlier(store) == []
    choosing(store, "two", "three")
    assert earlier(store) == [["one", "two"], ["one"]]
    store.save(store.load("a-day"))
    assert earlier(store) == [["one", "two"], ["one"]]


def test_they_are_numbered_and_say_until_when_they_were(store: Store) -> None:
    begin = datetime.now(UTC).replace(microsecond=0)
    choosing(store, "one", "two", "three")
    states = list(store.list_earlier("a-day"))
    assert [state.number for state in states] == [2, 1, 0]
    for state in states:
        assert begin <= state.until <= datetime.now(UTC)


def test_numbers_are_never_given_twice(store: Store) -> None:
    choosing(store, "one", "two", "three")
    first = min((store.path.parent / "i.toml.history").glob("000001-*.toml"))
    first.unlink()
    choosing(store, "four")
    assert [state.number for state in store.list_earlier("a-day")] == [3, 2, 0]


def test_what_is_no_state_of_this_itinerary_is_passed_over(store: Store) -> None:
    choosing(store, "one", "two")
    folder = store.path.parent / "i.toml.history"
    for name in ("notes.toml", "000009-20250213.toml", "000009-20259999T000000Z.toml"):
        (folder / name).write_text("mine", encoding="utf-8")
    (folder / "000010-20250213T000000Z.toml").write_text("format = [", encoding="utf-8")
    other = 'format = 1\nprogramme = "another"\n'
    (folder / "000011-20250213T000000Z.toml").write_text(other, encoding="utf-8")
    assert earlier(store) == [["one"]]
    choosing(store, "three")
    assert earlier(store) == [["one", "two"], ["one"]]
    assert (folder / "notes.toml").read_text("utf-8") == "mine"


def test_before_the_first_save_nothing_was_chosen(store: Store) -> None:
    choosing(store, "one")
    (before,) = store.list_earlier("a-day")
    assert (before.number, before.itinerary) == (0, EMPTY)
    store.path.unlink()
    choosing(store, "two")
    assert [state.number for state in store.list_earlier("a-day")] == [0]


def no_links(*_args: object, **_named: object) -> NoReturn:
    raise OSError(errno.EPERM, "Operation not permitted")


def test_a_disk_without_links_keeps_copies(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", no_links)
    choosing(store, "one", "two", "three")
    assert earlier(store) == [["one", "two"], ["one"]]


def test_a_state_that_cannot_be_kept_is_no_reason_not_to_save(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    choosing(store, "one")
    monkeypatch.setattr(os, "link", no_links)
    monkeypatch.setattr("tui_planner.itinerary.storage.snapshots.write_beside", no_links)
    choosing(store, "two")
    assert [choice.session for choice in store.load("a-day").choices] == ["one", "two"]
    assert earlier(store) == []


def test_saves_that_fail_keep_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a full disk, tried again and again, would push out the states worth having."""
    choosing(store, "one", "two")
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", no_links)
        for _time in range(3):
            with pytest.raises(ItineraryError):
                choosing(store, "three")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", no_links)
        for _time in range(3):
            with pytest.raises(ItineraryError):
                choosing(store, "three")
    choosing(store, "three")
    assert earlier(store) == [["one", "two"], ["one"]]


def ago(*days: float) -> list[Snapshot]:
    """States that ended so many days ago, the latest first."""
    return [Snapshot(len(days) - n, NOW - timedelta(day), Path()) for n, day in enumerate(days)]


def left(states: list[Snapshot]) -> list[float]:
    """How many days ago those ended that are not superfluous."""
    out = set(list_superfluous(states))
    return [(NOW - state.until) / timedelta(1) for state in states if state not in out]


def test_all_of_ten_days_are_kept_and_before_that_one_a_day() -> None:
    assert left(ago(0, 0.1, 0.2, 3, 6.9)) == [0, 0.1, 0.2, 3, 6.9]
    days = [day + part for day in range(12) for part in (0, 0.1, 0.2)]
    assert left(ago(*days, 30, 30.1)) == pytest.approx([*days[:30], 10, 11, 30])


@pytest.mark.parametrize("year", [1970, 2036])
def test_a_clock_that_is_wrong_for_a_moment_costs_no_state(
    store: Store, monkeypatch: pytest.MonkeyPatch, year: int
) -> None:
    def choosing_at(now: datetime, *ids: str) -> None:
        class Clock(datetime):
            @classmethod
            def now(cls, tz: tzinfo | None = None) -> Self:
                return cls.fromtimestamp(now.timestamp(), tz)

        monkeypatch.setattr("tui_planner.itinerary.storage.store.datetime", Clock)
        choosing(store, *ids)

    for day in range(7, 0, -1):
        choosing_at(NOW - timedelta(day), *(f"{day}-{number}" for number in range(4)))
    before = earlier(store)
    choosing_at(NOW.replace(year=year), *(f"wrong-{number}" for number in range(4)))
    choosing_at(NOW, "right", "again")
    assert earlier(store)[6:] == before
    assert len(earlier(store)) == len(before) + 6


def test_of_very_many_the_last_ones_are_kept() -> None:
    minutes = [n / 1440 for n in range(1000)]
    kept = left(ago(*minutes))
    assert kept[:150] == pytest.approx(minutes[:150])
    assert 150 < len(kept) < 250


def test_the_folder_does_not_grow_without_end(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui_planner.itinerary.storage.snapshots._MOST_RECENT", 5)
    for number in range(20):
        choosing(store, f"s{number}")
    assert 5 <= len(earlier(store)) <= 8
    assert earlier(store)[0] == [f"s{number}" for number in range(19)]


def test_undo_goes_on_into_what_was_before_this_start(hoorn: Programme, store: Store) -> None:
    def start() -> ItineraryEditor:
        return ItineraryEditor(hoorn, store.load(hoorn.id), store)

    first = start()
    for id_ in ("iza-lunch", "samen-slim", "asielketen"):
        first.choose(hoorn.session_by_id[id_])
    editor = start()
    editor.choose(hoorn.session_by_id["veiligheid"])
    shown = []
    while editor.undo():
        shown.append(sorted(editor.now.chosen))
    assert shown == [
        ["asielketen", "iza-lunch", "samen-slim"],
        ["iza-lunch", "samen-slim"],
        ["iza-lunch"],
        [],
    ]
    assert store.load(hoorn.id) == editor.now.plan.itinerary
    while editor.redo():
        pass
    assert editor.now.chosen == {"iza-lunch", "samen-slim", "asielketen", "veiligheid"}
