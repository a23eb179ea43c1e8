"""The itinerary's file is written whole or not at all."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from tui_planner.itinerary.itinerary import Choice, Itinerary
from tui_planner.itinerary.storage.store import ItineraryError, Store

ONE = Itinerary(programme="a-day", choices=(Choice(session="one"),))
TWO = Itinerary(programme="a-day", choices=(Choice(session="two"),))
FULL = "No space left on device"


def full_disk(*_args: object, **_named: object) -> NoReturn:
    raise OSError(errno.ENOSPC, FULL)


def no_mkstemp(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("tui_planner.support.atomic_write.tempfile.mkstemp", full_disk)


def no_write(patch: pytest.MonkeyPatch) -> None:
    opened = os.fdopen

    class Full:
        def __init__(self, descriptor: int, mode: str) -> None:
            self.file = opened(descriptor, mode)

        def __enter__(self) -> "Full":
            return self

        def __exit__(self, *_error: object) -> None:
            self.file.close()

        def write(self, data: bytes) -> NoReturn:
            self.file.write(data[:5])
            full_disk()

    patch.setattr("tui_planner.support.atomic_write.os.fdopen", Full)


def no_fsync(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("tui_planner.support.atomic_write.os.fsync", full_disk)


def no_replace(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Path, "replace", full_disk)


STEPS = [no_mkstemp, no_write, no_fsync, no_replace]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    folder = tmp_path / "kept"
    folder.mkdir()
    return Store(folder / "i.toml")


def names(store: Store) -> list[str]:
    """What lies in the folder, besides that of the earlier states."""
    names = {path.name for path in store.path.parent.iterdir()}
    return sorted(names - {"i.toml.history"})


@pytest.mark.parametrize("break_", STEPS)
def test_a_failure_leaves_the_old_file_whole(
    store: Store, break_: Callable[[pytest.MonkeyPatch], None]
) -> None:
    store.save(ONE)
    before = store.path.read_bytes()
    with pytest.MonkeyPatch.context() as patch:
        break_(patch)
        with pytest.raises(ItineraryError) as told:
            store.save(TWO)
    assert str(told.value) == f"The itinerary {store.path} cannot be written: {FULL}."
    assert store.path.read_bytes() == before
    assert names(store) == ["i.toml"]
    store.save(TWO)
    assert store.load("a-day") == TWO


@pytest.mark.parametrize("break_", STEPS)
def test_a_first_failure_leaves_nothing(
    store: Store, break_: Callable[[pytest.MonkeyPatch], None]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        break_(patch)
        with pytest.raises(ItineraryError):
            store.save(ONE)
    assert names(store) == []


def test_an_interrupt_leaves_no_temporary_file(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_descriptor: int) -> NoReturn:
        raise KeyboardInterrupt

    store.save(ONE)
    before = store.path.read_bytes()
    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        store.save(TWO)
    assert names(store) == ["i.toml"]
    assert store.path.read_bytes() == before


def test_what_a_killed_process_left_is_removed_and_nothing_else(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        no_replace(patch)
        patch.setattr(Path, "unlink", lambda *_args, **_named: None)  # a killed one does not
        with pytest.raises(ItineraryError):
            store.save(ONE)
    assert len(names(store)) == 1
    others = [".i.toml.swp", ".i.toml.12345678.bak", ".j.toml.12345678.new", "i.toml.12345678.new"]
    for name in others:
        store.path.with_name(name).touch()
    store.save(ONE)
    assert names(store) == sorted(["i.toml", *others])


@pytest.mark.skipif(os.name == "nt", reason="no modes")
def test_who_may_read_it_stays_as_the_user_has_set_it(store: Store) -> None:
    store.save(ONE)
    assert store.path.stat().st_mode & 0o777 == 0o600
    store.path.chmod(0o664)
    store.save(TWO)
    assert store.path.stat().st_mode & 0o777 == 0o664


def test_a_folder_that_cannot_be_flushed_is_no_failure(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some network disks refuse; the file is in its place by then."""
    synced = os.fsync
    calls: list[int] = []

    def only_files(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) > 1:
            raise OSError(errno.EINVAL, "Invalid argument")
        synced(descriptor)

    monkeypatch.setattr(os, "fsync", only_files)
    store.save(ONE)
    assert store.load("a-day") == ONE
    assert names(store) == ["i.toml"]


def test_it_is_flushed_before_it_is_put_in_place(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    synced, replaced = os.fsync, Path.replace

    def fsync(descriptor: int) -> None:
        steps.append("fsync")
        synced(descriptor)

    def replace(self: Path, target: Path) -> Path:
        assert self.parent == target.parent
        assert self.stat().st_size > 0
        steps.append("replace")
        return replaced(self, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(Path, "replace", replace)
    store.save(ONE)
    store.save(TWO)
    assert steps.count("replace") == 3  # of the state before the first save too
    for at in [number for number, step in enumerate(steps) if step == "replace"]:
        before = steps[:at]
        assert before.count("fsync") > before.count("replace")


def test_missing_folders_are_made(tmp_path: Path) -> None:
    store = Store(tmp_path / "a" / "b" / "i.toml")
    store.save(ONE)
    assert store.load("a-day") == ONE


def test_a_file_in_the_place_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("mine")
    with pytest.raises(ItineraryError, match="cannot be written"):
        Store(tmp_path / "a" / "i.toml").save(ONE)
    assert (tmp_path / "a").read_text() == "mine"


def test_a_folder_without_rights(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Simulated, as rights mean nothing to root."""
    store.save(ONE)

    def denied(*_args: object, **_named: object) -> NoReturn:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("tui_planner.support.atomic_write.tempfile.mkstemp", denied)
    with pytest.raises(ItineraryError, match=r"cannot be written: Permission denied\.$"):
        store.save(TWO)
    assert store.load("a-day") == ONE


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links")
@pytest.mark.parametrize("dangling", [False, True])
def test_a_link_stays_a_link(tmp_path: Path, dangling: bool) -> None:
    (tmp_path / "far").mkdir()
    target = tmp_path / "far" / "real.toml"
    if not dangling:
        Store(target).save(ONE)
    link = tmp_path / "i.toml"
    link.symlink_to(target)
    store = Store(link)
    store.load("a-day")
    store.save(TWO)
    assert link.is_symlink()
    assert not target.is_symlink()
    assert Store(target).load("a-day") == store.load("a-day") == TWO
    assert [path.name for path in tmp_path.iterdir() if path != link] == ["far"]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links")
def test_a_link_to_itself_is_a_sentence(tmp_path: Path) -> None:
    loop = tmp_path / "loop.toml"
    loop.symlink_to(loop)
    with pytest.raises(ItineraryError, match=r"cannot be read: "):
        Store(loop).load("a-day")
    assert loop.is_symlink()


def test_a_file_that_must_not_be_written_is_not_replaced(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Simulated too; the folder would let it be replaced."""
    store.save(ONE)
    access = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK and access(path, mode))
    with pytest.raises(ItineraryError, match=r"cannot be written: Permission denied\.$"):
        store.save(TWO)
    assert store.load("a-day") == ONE


def test_a_folder_in_which_no_lock_can_be_made(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_only(*_args: object, **_named: object) -> NoReturn:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(Path, "mkdir", read_only)
    with pytest.raises(ItineraryError, match=r"cannot be written: Read-only file system\.$"):
        store.save(ONE)
    assert names(store) == []


def test_a_file_that_says_the_same_is_left_as_it_is(store: Store) -> None:
    """What a person wrote into it, such as a comment, stays until there is something to write."""
    text = 'format = 1\nprogramme = "a-day"\n# mine\n[[choices]]\nsession = "one"\n'
    store.path.write_text(text)
    store.save(store.load("a-day"))
    assert store.path.read_text() == text
