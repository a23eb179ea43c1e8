"""Copies of an itinerary whose file cannot be written: told of, and in the place of nothing."""

import errno
import os
import stat
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import pytest

from tui_planner.itinerary.itinerary import Choice, Itinerary
from tui_planner.itinerary.storage.rescue_copies import find_rescued, rescue, write_copy
from tui_planner.itinerary.storage.store import ItineraryError, Store

NOW = datetime(2025, 2, 13, 12, 0, tzinfo=UTC)
ONE = Itinerary(programme="a-day", choices=(Choice(session="one"),))


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def test_a_copy_is_an_itinerary_that_nobody_else_reads(tmp_path: Path) -> None:
    path = tmp_path / "copy.toml"
    write_copy(path, ONE)
    assert Store(path).load("a-day") == ONE
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("there", ["a file", "a folder"])
def test_a_copy_takes_the_place_of_nothing(tmp_path: Path, there: str) -> None:
    path = tmp_path / "there"
    if there == "a file":
        path.write_bytes(b"what somebody wrote")
    else:
        path.mkdir()
    with pytest.raises(ItineraryError, match="is there already"):
        write_copy(path, ONE)
    assert [one.name for one in tmp_path.iterdir()] == ["there"]


@pytest.mark.parametrize("name", ["no folder/copy.toml", "a\0b", "x" * 300])
def test_a_name_that_will_not_do_is_a_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(ItineraryError, match="cannot be written"):
        write_copy(tmp_path / name, ONE)
    assert list(tmp_path.iterdir()) == []


def test_it_is_rescued_beside_its_file(tmp_path: Path, temporary: Path) -> None:
    file = tmp_path / "mine.toml"
    path = rescue(file, ONE, NOW)
    assert path is not None
    assert path.parent == tmp_path
    assert find_rescued(file, "a-day") == [path]
    assert find_rescued(file, "another") == []
    assert find_rescued(tmp_path / "other.toml", "a-day") == []
    path.unlink()
    assert find_rescued(file, "a-day") == []
    assert list(temporary.iterdir()) == []


def test_it_is_rescued_elsewhere_where_its_folder_takes_nothing(
    tmp_path: Path, own_folders: Path, temporary: Path
) -> None:
    file = tmp_path / "gone" / "mine.toml"
    (own_folders / "tui-planner" / "itineraries").mkdir(parents=True)
    first = rescue(file, ONE, NOW)
    assert first is not None
    assert first.parent == own_folders / "tui-planner" / "itineraries"
    second = rescue(file, ONE, NOW)
    assert second is not None
    assert second.parent == temporary
    assert find_rescued(file, "a-day") == [first, second]
    assert rescue(file, ONE, NOW) is None


def test_where_nothing_can_be_written_nothing_is_left(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(_descriptor: int) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("tui_planner.support.atomic_write.os.fsync", full_disk)
    assert rescue(tmp_path / "mine.toml", ONE, NOW) is None
    assert list(temporary.iterdir()) == []
    assert list(tmp_path.iterdir()) == [temporary]


def test_what_only_looks_like_a_copy_is_none(tmp_path: Path, temporary: Path) -> None:
    (tmp_path / "mine.unwritten-1.toml").write_bytes(b"no [itinerary")
    (tmp_path / "mine.unwritten-2.toml").mkdir()
    assert find_rescued(tmp_path / "mine.toml", "a-day") == []
    assert list(temporary.iterdir()) == []
