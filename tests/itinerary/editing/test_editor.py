"""The desk: every change is on disk at once, can be undone, and says so where it could not."""

import errno
import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

from tui_planner.itinerary.editing.editor import ItineraryEditor
from tui_planner.itinerary.itinerary import Choice, Itinerary
from tui_planner.itinerary.storage.store import Store
from tui_planner.programme.model import Programme


@pytest.fixture
def store(tmp_path: Path) -> Store:
    folder = tmp_path / "kept"
    folder.mkdir()
    return Store(folder / "i.toml")


@pytest.fixture
def desk(hoorn: Programme, store: Store) -> ItineraryEditor:
    return ItineraryEditor(hoorn, Itinerary(programme=hoorn.id), store)


def full_disk(_descriptor: int) -> NoReturn:
    raise OSError(errno.ENOSPC, "No space left on device")


def choose(desk: ItineraryEditor, id_: str) -> None:
    desk.choose(desk.programme.session_by_id[id_])


def kept(store: Store) -> list[str]:
    return [choice.session for choice in store.load("bnd-g40-hoorn-2025").choices]


def test_nothing_is_written_before_a_change(desk: ItineraryEditor, store: Store) -> None:
    assert desk.now.chosen == frozenset()
    assert not desk.undo()
    assert not desk.redo()
    assert not store.path.exists()


def test_every_change_is_on_disk(desk: ItineraryEditor, store: Store) -> None:
    choose(desk, "iza-lunch")
    assert kept(store) == ["iza-lunch"]
    choose(desk, "strandwandeling")
    assert kept(store) == ["iza-lunch", "strandwandeling"]
    desk.drop("iza-lunch")
    assert kept(store) == ["strandwandeling"]
    assert desk.undo()
    assert kept(store) == ["iza-lunch", "strandwandeling"]
    assert desk.redo()
    assert kept(store) == ["strandwandeling"]


def test_what_is_told_follows_the_change(desk: ItineraryEditor) -> None:
    choose(desk, "iza-lunch")
    assert desk.now.clashes == ()
    choose(desk, "strandwandeling")
    assert desk.now.chosen == {"iza-lunch", "strandwandeling"}
    assert len(desk.now.clashes) == 1
    assert desk.now.clashes_of("iza-lunch") == desk.now.clashes
    assert desk.now.clashes_of("veiligheid") == ()
    assert desk.now.gravest["iza-lunch"].value == "certain"
    assert desk.now.notes["iza-lunch"].startswith("40 min")
    desk.drop("strandwandeling")
    assert desk.now.clashes == ()
    assert desk.now.notes == {}
    assert [pick.session.id for pick in desk.now.plan.picks] == ["iza-lunch"]


def test_choosing_again_loses_no_note(hoorn: Programme, store: Store) -> None:
    session = hoorn.session_by_id["iza-lunch"]
    choice = Choice.of(session, hoorn, "must")._replace(note="ask about money")
    desk = ItineraryEditor(hoorn, Itinerary(programme=hoorn.id, choices=(choice,)), store)
    desk.choose(session)
    assert store.load(hoorn.id).choices == (choice,)
    assert not desk.undo()


def test_dropping_nothing_can_not_be_undone(desk: ItineraryEditor) -> None:
    choose(desk, "iza-lunch")
    desk.drop("strandwandeling")
    assert desk.undo()
    assert desk.now.chosen == frozenset()


def test_a_change_after_undo_forgets_what_was_undone(desk: ItineraryEditor) -> None:
    choose(desk, "iza-lunch")
    desk.undo()
    choose(desk, "strandwandeling")
    assert not desk.redo()
    assert desk.now.chosen == {"strandwandeling"}


def test_trouble_until_a_later_write_works(
    desk: ItineraryEditor, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(desk, "iza-lunch")
    assert desk.trouble == ""
    with monkeypatch.context() as patch:
        patch.setattr("tui_planner.support.atomic_write.os.fsync", full_disk)
        choose(desk, "digital-twins")
        assert desk.trouble == (
            f"The itinerary {store.path} cannot be written: No space left on device."
        )
        desk.undo()
        assert desk.trouble == ""  # what is on disk is what is wanted
        desk.redo()
        assert "No space left" in desk.trouble
        desk.keep()
        assert "No space left" in desk.trouble
        assert desk.now.chosen == {"iza-lunch", "digital-twins"}  # kept here, if not on disk
    assert kept(store) == ["iza-lunch"]
    desk.keep()
    assert desk.trouble == ""
    assert kept(store) == ["iza-lunch", "digital-twins"]


def test_the_next_change_writes_what_could_not_be_written(
    desk: ItineraryEditor, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("tui_planner.support.atomic_write.os.fsync", full_disk)
        choose(desk, "iza-lunch")
        assert "No space left" in desk.trouble
    choose(desk, "samen-slim")
    assert desk.trouble == ""
    assert kept(store) == ["iza-lunch", "samen-slim"]


def test_a_file_that_becomes_unreadable_meanwhile_is_set_aside_and_said(
    desk: ItineraryEditor, store: Store
) -> None:
    choose(desk, "iza-lunch")
    store.path.write_text("format = [", encoding="utf-8")
    choose(desk, "nota-ruimte")
    assert kept(store) == ["iza-lunch", "nota-ruimte"]
    aside = list(store.path.parent.glob("*.unreadable-*"))
    assert [path.read_text("utf-8") for path in aside] == ["format = ["]
    assert aside[0].name in desk.news
    choose(desk, "digital-twins")
    assert desk.news == ""


@pytest.mark.parametrize("text", ['format = 1\nprogramme = "another"\n', "format = 2\n"])
def test_a_file_that_becomes_another_ones_meanwhile_is_left_as_it_is(
    desk: ItineraryEditor, store: Store, text: str
) -> None:
    choose(desk, "iza-lunch")
    store.path.write_text(text, encoding="utf-8")
    choose(desk, "nota-ruimte")
    assert store.path.read_text("utf-8") == text
    assert str(store.path) in desk.trouble
    assert desk.now.chosen == {"iza-lunch", "nota-ruimte"}


def test_what_another_program_wrote_is_taken_over(desk: ItineraryEditor, store: Store) -> None:
    choose(desk, "iza-lunch")
    other = Store(store.path)
    there = other.load(desk.programme.id)
    other.save(there.drop("iza-lunch").choose(Choice(session="samen-slim", note="ask")))
    assert desk.now.chosen == {"iza-lunch"}
    assert desk.take_over()
    assert desk.now.chosen == {"samen-slim"}
    assert not desk.take_over()
    assert desk.undo()
    assert desk.now.chosen == {"iza-lunch"}
    assert kept(store) == ["iza-lunch"]


def test_what_both_changed_is_merged(
    desk: ItineraryEditor, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(desk, "iza-lunch")
    with monkeypatch.context() as patch:
        patch.setattr("tui_planner.support.atomic_write.os.fsync", full_disk)
        choose(desk, "nota-ruimte")
    other = Store(store.path)
    there = other.load(desk.programme.id)
    other.save(there.choose(Choice(session="iza-lunch", note="ask")).choose(Choice(session="gone")))
    assert desk.take_over()
    assert desk.now.chosen == {"iza-lunch", "nota-ruimte", "gone"}
    assert desk.trouble  # what was chosen here is still nowhere else
    desk.keep()
    assert desk.trouble == ""
    assert set(kept(store)) == {"iza-lunch", "nota-ruimte", "gone"}
    choice = store.load(desk.programme.id).choice("iza-lunch")
    assert choice is not None
    assert choice.note == "ask"


def test_what_is_changed_between_the_look_and_the_save_is_merged(
    desk: ItineraryEditor, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(desk, "iza-lunch")
    look = store.catch_up

    def late(mine: Itinerary) -> Itinerary:
        found = look(mine)
        other = Store(store.path)
        other.save(other.load(mine.programme).choose(Choice(session="samen-slim")))
        return found

    monkeypatch.setattr(store, "catch_up", late)
    choose(desk, "nota-ruimte")
    assert desk.now.chosen == {"iza-lunch", "samen-slim", "nota-ruimte"}
    assert desk.now.plan.itinerary == Store(store.path).load(desk.programme.id)


def test_a_folder_that_vanishes_is_made_again_with_the_next_change(
    desk: ItineraryEditor, store: Store
) -> None:
    choose(desk, "iza-lunch")
    shutil.rmtree(store.path.parent)
    assert not desk.take_over()
    choose(desk, "nota-ruimte")
    assert desk.trouble == ""
    assert kept(store) == ["iza-lunch", "nota-ruimte"]


def test_a_file_that_was_gone_for_a_while_drops_nothing(
    desk: ItineraryEditor, store: Store
) -> None:
    choose(desk, "iza-lunch")
    store.path.unlink()
    desk.take_over()
    Store(store.path).save(Itinerary(programme=desk.programme.id).choose(Choice(session="new")))
    desk.take_over()
    assert desk.now.chosen == {"iza-lunch", "new"}


def test_a_file_that_was_set_aside_by_another_program_drops_nothing(
    desk: ItineraryEditor, store: Store
) -> None:
    choose(desk, "iza-lunch")
    store.path.write_text("format = [", encoding="utf-8")
    assert not desk.take_over()
    store.path.unlink()
    Store(store.path).save(Itinerary(programme=desk.programme.id).choose(Choice(session="new")))
    desk.take_over()
    assert desk.now.chosen == {"iza-lunch", "new"}


def test_a_folder_in_the_place_of_the_file_is_a_sentence(
    desk: ItineraryEditor, store: Store
) -> None:
    store.path.mkdir()
    choose(desk, "iza-lunch")
    assert desk.trouble == f"{store.path} is not a file."
    assert not list(store.path.iterdir())
    store.path.rmdir()
    desk.keep()
    assert desk.trouble == ""
    assert kept(store) == ["iza-lunch"]


def test_there_is_nothing_to_keep_where_all_is_written(desk: ItineraryEditor, store: Store) -> None:
    desk.keep()
    assert not store.path.exists()


def test_what_is_not_in_the_file_is_named(
    desk: ItineraryEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(desk, "iza-lunch")
    assert desk.is_written
    assert desk.unwritten == ""
    with monkeypatch.context() as patch:
        patch.setattr("tui_planner.support.atomic_write.os.fsync", full_disk)
        choose(desk, "nota-ruimte")
        desk.drop("iza-lunch")
        assert not desk.is_written
        assert desk.unwritten == (
            "chosen: Nota Ruimte en ruimtelijk economisch perspectief; "
            "dropped: Actualiteit IZA/AZWA (lunchbespreking)"
        )
    desk.keep()
    assert desk.is_written
    assert desk.unwritten == ""


def test_what_another_program_wrote_is_not_named_as_unwritten(
    desk: ItineraryEditor, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(desk, "iza-lunch")
    with monkeypatch.context() as patch:
        patch.setattr("tui_planner.support.atomic_write.os.fsync", full_disk)
        choose(desk, "nota-ruimte")
    other = Store(store.path)
    there = other.load(desk.programme.id)
    other.save(there.choose(Choice(session="digital-twins", title="Digital twins")))
    assert desk.take_over()
    assert desk.unwritten == "chosen: Nota Ruimte en ruimtelijk economisch perspectief"


NO_LOCKS = [errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL, errno.ENOLCK]


@pytest.mark.parametrize("number", NO_LOCKS, ids=errno.errorcode.get)
def test_a_disk_without_locks_is_told_once(
    desk: ItineraryEditor,
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
    recwarn: pytest.WarningsRecorder,
    number: int,
) -> None:
    choose(desk, "nota-ruimte")

    def no_locks(*_args: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("fcntl.flock", no_locks)
    choose(desk, "iza-lunch")
    assert desk.trouble == ""
    assert "has no locks" in desk.news
    choose(desk, "digital-twins")
    assert desk.news == ""
    assert kept(store) == ["nota-ruimte", "iza-lunch", "digital-twins"]
    assert not list(recwarn)
