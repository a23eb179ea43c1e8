"""Whatever becomes of a watched file is told, in a thread and in a coroutine."""

import asyncio
import shutil
import sys
import threading
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import NoReturn

import pytest
import watchfiles

from tests.helpers import PATIENCE
from tui_planner.support import file_watch

pytestmark = pytest.mark.slow


def write(file: Path) -> None:
    file.write_text("written anew", encoding="utf-8")


def replace(file: Path) -> None:
    other = file.with_name("other.toml")
    other.write_text("another", encoding="utf-8")
    other.replace(file)


def remove(file: Path) -> None:
    file.unlink()


def remove_folder(file: Path) -> None:
    shutil.rmtree(file.parent.parent)


def make_anew(file: Path) -> None:
    shutil.rmtree(file.parent.parent, ignore_errors=True)
    file.parent.mkdir(parents=True)
    file.write_text("made anew", encoding="utf-8")


ALL = [write, replace, remove, write, remove_folder, make_anew, write, make_anew, remove]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "deep" / "folder" / "i.toml"
    path.parent.mkdir(parents=True)
    path.write_text("first", encoding="utf-8")
    return path


@pytest.fixture
def events_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the look at the files now and then, which would find everything in the end."""
    monkeypatch.setattr(file_watch, "_POLL_INTERVAL", 600)
    monkeypatch.setitem(file_watch._OPTIONS, "rust_timeout", 600_000)


async def told(changes: AsyncIterator[None]) -> None:
    await asyncio.wait_for(anext(changes), PATIENCE)


@pytest.mark.usefixtures("events_only")
async def test_whatever_becomes_of_a_file_is_told(file: Path) -> None:
    changes = file_watch.watch_files_async([file])
    for become in ALL:
        become(file)
        await told(changes)


@pytest.mark.usefixtures("events_only")
async def test_a_folder_made_anew_is_watched_anew(file: Path) -> None:
    changes = file_watch.watch_files_async([file])
    write(file)
    await told(changes)
    for become in (make_anew, write):
        change = asyncio.ensure_future(told(changes))
        await asyncio.sleep(0.3)  # until it waits, and the last event of the old folder has come
        while not change.done():  # on a busy machine it may wait only later
            become(file)
            await asyncio.wait([change], timeout=2)
        await change


@pytest.mark.usefixtures("events_only")
async def test_a_file_whose_folder_is_not_there_yet(tmp_path: Path) -> None:
    file = tmp_path / "to" / "be" / "made.toml"
    changes = file_watch.watch_files_async([file])
    make_anew(file)
    await told(changes)


@pytest.mark.usefixtures("events_only")
async def test_each_of_several_files_is_watched(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    changes = file_watch.watch_files_async([file, other])
    for one in (other, file):
        write(one)
        await told(changes)


@pytest.mark.usefixtures("events_only")
async def test_what_a_link_leads_to_is_watched(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.toml"
    link.symlink_to(file)
    changes = file_watch.watch_files_async([link])
    for become in (write, replace):
        become(file)
        await told(changes)


async def test_a_relative_name_is_of_the_folder_at_the_call(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(file.parent)
    changes = file_watch.watch_files_async([Path(file.name)])
    monkeypatch.chdir(tmp_path)
    write(file)
    await told(changes)


async def test_nothing_is_told_of_other_files(file: Path) -> None:
    changes = file_watch.watch_files_async([file])
    file.with_name("stranger.toml").write_text("x", encoding="utf-8")
    first = asyncio.ensure_future(told(changes))
    await asyncio.wait([first], timeout=file_watch._POLL_INTERVAL + 0.5)
    assert not first.done()
    write(file)
    await first


def test_a_thread_can_wait_as_well(file: Path) -> None:
    changes = file_watch.watch_files([file])
    for become in (write, remove, make_anew):
        threading.Timer(0.1, become, [file]).start()
        next(changes)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere all names are characters")
async def test_a_name_that_is_no_text_beside_it_ends_nothing(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_watch, "_POLL_INTERVAL", 0.1)
    changes, waited = file_watch.watch_files_async([file]), file_watch.watch_files([file])
    for _time in range(2):
        change = asyncio.ensure_future(told(changes))
        await asyncio.sleep(0.3)  # until it waits
        write(file.with_name("half\udcff.toml"))
        await asyncio.sleep(0.5)
        write(file)
        await change
        next(waited)


def unwatchable(*_paths: object, **_options: object) -> NoReturn:
    raise OSError(28, "No space left on device")  # what inotify says when watches are used up


def silent(watch: Callable[..., object]) -> Callable[..., object]:
    """The watching of folders where nothing happens, as on a drive that tells no events."""
    return lambda *_folders, **options: watch(**options)


@pytest.mark.parametrize("kind", ["unwatchable", "silent"])
async def test_without_events_files_are_looked_at(
    file: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr(file_watch, "_POLL_INTERVAL", 0.05)
    monkeypatch.setitem(file_watch._OPTIONS, "rust_timeout", 50)
    for name in ("watch", "awatch"):
        blind = unwatchable if kind == "unwatchable" else silent(getattr(watchfiles, name))
        monkeypatch.setattr(watchfiles, name, blind)
    changes, waited = file_watch.watch_files_async([file]), file_watch.watch_files([file])
    for become in ALL:
        become(file)
        await told(changes)
        next(waited)


async def test_it_ends_when_it_is_cancelled(file: Path) -> None:
    async def wait() -> None:
        async for _change in file_watch.watch_files_async([file]):
            pytest.fail("nothing has changed")

    task = asyncio.ensure_future(wait())
    await asyncio.sleep(0.2)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asyncio.wait_for(task, PATIENCE)
