"""The desk: every change is on disk at once, can be undone, and says so where it could not."""

import errno
from pathlib import Path
from typing import NoReturn

import pytest

from tui_planner.itinerary.desk import Desk
from tui_planner.itinerary.model import Choice, Itinerary
from tui_planner.itinerary.store import Store
from tui_planner.programme.model import Programme


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "i.toml")


@pytest.fixture
def desk(hoorn: Programme, store: Store) -> Desk:
    return Desk(hoorn, Itinerary(programme=hoorn.id), store)


def choose(desk: Desk, id_: str) -> None:
    desk.choose(desk.programme.session_by_id[id_])


def kept(store: Store) -> list[str]:
    return [choice.session for choice in store.load("bnd-g40-hoorn-2025").choices]


def test_nothing_is_written_before_a_change(desk: Desk, store: Store) -> None:
    assert desk.now.chosen == frozenset()
    assert not desk.undo()
    assert not desk.redo()
    assert not store.path.exists()


def test_every_change_is_on_disk(desk: Desk, store: Store) -> None:
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


def test_what_is_told_follows_the_change(desk: Desk) -> None:
    choose(desk, "iza-lunch")
    assert desk.now.clashes == ()
    choose(desk, "strandwandeling")
    assert desk.now.chosen == {"iza-lunch", "strandwandeling"}
    assert len(desk.now.clashes) == 1
    assert desk.now.clashes_of("iza-lunch") == desk.now.clashes
    assert desk.now.clashes_of("veiligheid") == ()
    assert desk.now.gravest["iza-lunch"].value == "certain"
    assert desk.now.remarks["iza-lunch"].startswith("40 min")
    desk.drop("strandwandeling")
    assert desk.now.clashes == ()
    assert desk.now.remarks == {}
    assert [pick.session.id for pick in desk.now.plan.picks] == ["iza-lunch"]


def test_choosing_again_loses_no_note(hoorn: Programme, store: Store) -> None:
    session = hoorn.session_by_id["iza-lunch"]
    choice = Choice.of(session, hoorn, "must").model_copy(update={"note": "ask about money"})
    desk = Desk(hoorn, Itinerary(programme=hoorn.id, choices=(choice,)), store)
    desk.choose(session)
    assert store.load(hoorn.id).choices == (choice,)
    assert not desk.undo()


def test_dropping_nothing_can_not_be_undone(desk: Desk) -> None:
    choose(desk, "iza-lunch")
    desk.drop("strandwandeling")
    assert desk.undo()
    assert desk.now.chosen == frozenset()


def test_a_change_after_undo_forgets_what_was_undone(desk: Desk) -> None:
    choose(desk, "iza-lunch")
    desk.undo()
    choose(desk, "strandwandeling")
    assert not desk.redo()
    assert desk.now.chosen == {"strandwandeling"}


def test_trouble_until_a_later_write_works(
    desk: Desk, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(_descriptor: int) -> NoReturn:
        raise OSError(errno.ENOSPC, "No space left on device")

    choose(desk, "iza-lunch")
    assert desk.trouble == ""
    with monkeypatch.context() as patch:
        patch.setattr("tui_planner.itinerary.store.os.fsync", full_disk)
        choose(desk, "digital-twins")
        assert desk.trouble == (
            f"The itinerary {store.path} cannot be written: No space left on device."
        )
        desk.undo()
        assert "No space left" in desk.trouble
        desk.redo()
        assert desk.now.chosen == {"iza-lunch", "digital-twins"}  # kept here, if not on disk
    assert kept(store) == ["iza-lunch"]
    choose(desk, "samen-slim")
    assert desk.trouble == ""
    assert kept(store) == ["iza-lunch", "digital-twins", "samen-slim"]


def test_a_file_that_becomes_unreadable_meanwhile_is_set_aside_and_said(
    desk: Desk, store: Store
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
    desk: Desk, store: Store, text: str
) -> None:
    choose(desk, "iza-lunch")
    store.path.write_text(text, encoding="utf-8")
    choose(desk, "nota-ruimte")
    assert store.path.read_text("utf-8") == text
    assert str(store.path) in desk.trouble
    assert desk.now.chosen == {"iza-lunch", "nota-ruimte"}
