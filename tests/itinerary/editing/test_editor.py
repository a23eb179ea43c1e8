"""The editor: every change is on disk at once, can be undone, and says so where it could not."""

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
def editor(hoorn: Programme, store: Store) -> ItineraryEditor:
    return ItineraryEditor(hoorn, Itinerary(programme=hoorn.id), store)


def full_disk(_descriptor: int) -> NoReturn:
    raise OSError(errno.ENOSPC, "No space left on device")


def choose(editor: ItineraryEditor, id_: str) -> None:
    editor.choose(editor.programme.session_by_id[id_])


def kept(store: Store) -> list[str]:
    return [choice.session for choice in store.load("bnd-g40-hoorn-2025").choices]


def test_nothing_is_written_before_a_change(editor: ItineraryEditor, store: Store) -> None:
    assert editor.now.chosen == frozenset()
    assert not editor.undo()
    assert not editor.redo()
    assert not store.path.exists()


def test_every_change_is_on_disk(editor: ItineraryEditor, store: Store) -> None:
    choose(editor, "iza-lunch")
    assert kept(store) == ["iza-lunch"]
    choose(editor, "strandwandeling")
    assert kept(store) == ["iza-lunch", "strandwandeling"]
    editor.drop("iza-lunch")
    assert kept(store) == ["strandwandeling"]
    assert editor.undo()
    assert kept(store) == ["iza-lunch", "strandwandeling"]
    assert editor.redo()
    assert kept(store) == ["strandwandeling"]


def test_what_is_told_follows_the_change(editor: ItineraryEditor) -> None:
    choose(editor, "iza-lunch")
    assert editor.now.clashes == ()
    choose(editor, "strandwandeling")
    assert editor.now.chosen == {"iza-lunch", "strandwandeling"}
    assert len(editor.now.clashes) == 1
    assert editor.now.find_clashes_of("iza-lunch") == editor.now.clashes
    assert editor.now.find_clashes_of("veiligheid") == ()
    assert editor.now.gravest["iza-lunch"].value == "certain"
    assert editor.now.notes["iza-lunch"].startswith("40 min")
    editor.drop("strandwandeling")
    assert editor.now.clashes == ()
    assert editor.now.notes == {}
    assert [chosen_session.session.id for chosen_session in editor.now.plan.chosen_sessions] == [
        "iza-lunch"
    ]


def test_choosing_again_loses_no_note(hoorn: Programme, store: Store) -> None:
    session = hoorn.session_by_id["iza-lunch"]
    choice = Choice.of(session, hoorn, "must")._replace(note="ask about money")
    editor = ItineraryEditor(hoorn, Itinerary(programme=hoorn.id, choices=(choice,)), store)
    editor.choose(session)
    assert store.load(hoorn.id).choices == (choice,)
    assert not editor.undo()


def test_dropping_nothing_can_not_be_undone(editor: ItineraryEditor) -> None:
    choose(editor, "iza-lunch")
    editor.drop("strandwandeling")
    assert editor.undo()
    assert editor.now.chosen == frozenset()


def test_a_change_after_undo_forgets_what_was_undone(editor: ItineraryEditor) -> None:
    choose(editor, "iza-lunch")
    editor.undo()
    choose(editor, "strandwandeling")
    assert not editor.redo()
    assert editor.now.chosen == {"strandwandeling"}


def test_trouble_until_a_later_write_works(
    editor: ItineraryEditor, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(editor, "iza-lunch")
    assert editor.trouble == ""
    with monkeypatch.context() as patch:
        patch.setattr("tui_planner.support.atomic_write.os.fsync", full_disk)
        choose(editor, "digital-twins")
        assert editor.trouble == (
            f"The itinerary {store.path} cannot be written: No space left on device."
        )
        editor.undo()
        assert editor.trouble == ""  # what is on disk is what is wanted
        editor.redo()
        assert "No space left" in editor.trouble
        editor.save_again()
        assert "No space left" in editor.trouble
        assert editor.now.chosen == {"iza-lunch", "digital-twins"}  # kept here, if not on disk
    assert kept(store) == ["iza-lunch"]
    editor.save_again()
    assert editor.trouble == ""
    assert kept(store) == ["iza-lunch", "digital-twins"]


def test_the_next_change_writes_what_could_not_be_written(
    editor: ItineraryEditor, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("tui_planner.support.atomic_write.os.fsync", full_disk)
        choose(editor, "iza-lunch")
        assert "No space left" in editor.trouble
    choose(editor, "samen-slim")
    assert editor.trouble == ""
    assert kept(store) == ["iza-lunch", "samen-slim"]


def test_a_file_that_becomes_unreadable_meanwhile_is_set_aside_and_said(
    editor: ItineraryEditor, store: Store
) -> None:
    choose(editor, "iza-lunch")
    store.path.write_text("format = [", encoding="utf-8")
    choose(editor, "nota-ruimte")
    assert kept(store) == ["iza-lunch", "nota-ruimte"]
    aside = list(store.path.parent.glob("*.unreadable-*"))
    assert [path.read_text("utf-8") for path in aside] == ["format = ["]
    assert aside[0].name in editor.news
    choose(editor, "digital-twins")
    assert editor.news == ""


@pytest.mark.parametrize("text", ['format = 1\nprogramme = "another"\n', "format = 2\n"])
def test_a_file_that_becomes_another_ones_meanwhile_is_left_as_it_is(
    editor: ItineraryEditor, store: Store, text: str
) -> None:
    choose(editor, "iza-lunch")
    store.path.write_text(text, encoding="utf-8")
    choose(editor, "nota-ruimte")
    assert store.path.read_text("utf-8") == text
    assert str(store.path) in editor.trouble
    assert editor.now.chosen == {"iza-lunch", "nota-ruimte"}


def test_what_another_program_wrote_is_taken_over(editor: ItineraryEditor, store: Store) -> None:
    choose(editor, "iza-lunch")
    other = Store(store.path)
    there = other.load(editor.programme.id)
    other.save(there.drop("iza-lunch").choose(Choice(session="samen-slim", note="ask")))
    assert editor.now.chosen == {"iza-lunch"}
    assert editor.catch_up()
    assert editor.now.chosen == {"samen-slim"}
    assert not editor.catch_up()
    assert editor.undo()
    assert editor.now.chosen == {"iza-lunch"}
    assert kept(store) == ["iza-lunch"]


def test_what_both_changed_is_merged(
    editor: ItineraryEditor, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(editor, "iza-lunch")
    with monkeypatch.context() as patch:
        patch.setattr("tui_planner.support.atomic_write.os.fsync", full_disk)
        choose(editor, "nota-ruimte")
    other = Store(store.path)
    there = other.load(editor.programme.id)
    other.save(there.choose(Choice(session="iza-lunch", note="ask")).choose(Choice(session="gone")))
    assert editor.catch_up()
    assert editor.now.chosen == {"iza-lunch", "nota-ruimte", "gone"}
    assert editor.trouble  # what was chosen here is still nowhere else
    editor.save_again()
    assert editor.trouble == ""
    assert set(kept(store)) == {"iza-lunch", "nota-ruimte", "gone"}
    choice = store.load(editor.programme.id).find_choice("iza-lunch")
    assert choice is not None
    assert choice.note == "ask"


def test_what_is_changed_between_the_look_and_the_save_is_merged(
    editor: ItineraryEditor, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(editor, "iza-lunch")
    look = store.catch_up

    def late(mine: Itinerary) -> Itinerary:
        found = look(mine)
        other = Store(store.path)
        other.save(other.load(mine.programme).choose(Choice(session="samen-slim")))
        return found

    monkeypatch.setattr(store, "catch_up", late)
    choose(editor, "nota-ruimte")
    assert editor.now.chosen == {"iza-lunch", "samen-slim", "nota-ruimte"}
    assert editor.now.plan.itinerary == Store(store.path).load(editor.programme.id)


def test_a_folder_that_vanishes_is_made_again_with_the_next_change(
    editor: ItineraryEditor, store: Store
) -> None:
    choose(editor, "iza-lunch")
    shutil.rmtree(store.path.parent)
    assert not editor.catch_up()
    choose(editor, "nota-ruimte")
    assert editor.trouble == ""
    assert kept(store) == ["iza-lunch", "nota-ruimte"]


def test_a_file_that_was_gone_for_a_while_drops_nothing(
    editor: ItineraryEditor, store: Store
) -> None:
    choose(editor, "iza-lunch")
    store.path.unlink()
    editor.catch_up()
    Store(store.path).save(Itinerary(programme=editor.programme.id).choose(Choice(session="new")))
    editor.catch_up()
    assert editor.now.chosen == {"iza-lunch", "new"}


def test_a_file_that_was_set_aside_by_another_program_drops_nothing(
    editor: ItineraryEditor, store: Store
) -> None:
    choose(editor, "iza-lunch")
    store.path.write_text("format = [", encoding="utf-8")
    assert not editor.catch_up()
    store.path.unlink()
    Store(store.path).save(Itinerary(programme=editor.programme.id).choose(Choice(session="new")))
    editor.catch_up()
    assert editor.now.chosen == {"iza-lunch", "new"}


def test_a_folder_in_the_place_of_the_file_is_a_sentence(
    editor: ItineraryEditor, store: Store
) -> None:
    store.path.mkdir()
    choose(editor, "iza-lunch")
    assert editor.trouble == f"{store.path} is not a file."
    assert not list(store.path.iterdir())
    store.path.rmdir()
    editor.save_again()
    assert editor.trouble == ""
    assert kept(store) == ["iza-lunch"]


def test_there_is_nothing_to_keep_where_all_is_written(
    editor: ItineraryEditor, store: Store
) -> None:
    editor.save_again()
    assert not store.path.exists()


def test_what_is_not_in_the_file_is_named(
    editor: ItineraryEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(editor, "iza-lunch")
    assert editor.is_written
    assert editor.unwritten == ""
    with monkeypatch.context() as patch:
        patch.setattr("tui_planner.support.atomic_write.os.fsync", full_disk)
        choose(editor, "nota-ruimte")
        editor.drop("iza-lunch")
        assert not editor.is_written
        assert editor.unwritten == (
            "chosen: Nota Ruimte en ruimtelijk economisch perspectief; "
            "dropped: Actualiteit IZA/AZWA (lunchbespreking)"
        )
    editor.save_again()
    assert editor.is_written
    assert editor.unwritten == ""


def test_what_another_program_wrote_is_not_named_as_unwritten(
    editor: ItineraryEditor, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(editor, "iza-lunch")
    with monkeypatch.context() as patch:
        patch.setattr("tui_planner.support.atomic_write.os.fsync", full_disk)
        choose(editor, "nota-ruimte")
    other = Store(store.path)
    there = other.load(editor.programme.id)
    other.save(there.choose(Choice(session="digital-twins", title="Digital twins")))
    assert editor.catch_up()
    assert editor.unwritten == "chosen: Nota Ruimte en ruimtelijk economisch perspectief"


NO_LOCKS = [errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL, errno.ENOLCK]


@pytest.mark.parametrize("number", NO_LOCKS, ids=errno.errorcode.get)
def test_a_disk_without_locks_is_told_once(
    editor: ItineraryEditor,
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
    recwarn: pytest.WarningsRecorder,
    number: int,
) -> None:
    choose(editor, "nota-ruimte")

    def no_locks(*_args: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("fcntl.flock", no_locks)
    choose(editor, "iza-lunch")
    assert editor.trouble == ""
    assert "has no locks" in editor.news
    choose(editor, "digital-twins")
    assert editor.news == ""
    assert kept(store) == ["nota-ruimte", "iza-lunch", "digital-twins"]
    assert not list(recwarn)
