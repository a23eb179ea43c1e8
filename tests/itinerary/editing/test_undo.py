"""Undo and redo."""

from tui_planner.itinerary.editing.undo import UndoHistory
from tui_planner.itinerary.itinerary import Choice, Itinerary

EMPTY = Itinerary(programme="p")


def state(number: int) -> Itinerary:
    return EMPTY.choose(Choice(session=f"s{number}"))


def test_there_is_nothing_to_undo_at_first() -> None:
    history = UndoHistory(EMPTY)
    assert not history.undo()
    assert not history.redo()
    assert history.present == EMPTY


def test_back_and_forth() -> None:
    history = UndoHistory(EMPTY)
    for number in range(3):
        history.change(state(number))
    assert history.undo()
    assert history.undo()
    assert history.present == state(0)
    assert history.redo()
    assert history.present == state(1)
    assert history.undo()
    assert history.undo()
    assert history.present == EMPTY
    assert not history.undo()
    assert [history.redo() for _ in range(4)] == [True, True, True, False]
    assert history.present == state(2)


def test_a_new_change_ends_what_could_be_redone() -> None:
    history = UndoHistory(EMPTY)
    history.change(state(0))
    history.undo()
    history.change(state(1))
    assert not history.redo()
    assert history.present == state(1)
    assert history.undo()
    assert history.present == EMPTY


def test_no_change_is_none() -> None:
    history = UndoHistory(EMPTY)
    history.change(state(0))
    history.undo()
    history.change(EMPTY)
    assert not history.undo()
    assert history.redo()  # it took nothing away


def test_it_does_not_grow_without_end() -> None:
    history = UndoHistory(EMPTY)
    for number in range(2000):
        history.change(state(number))
    steps = 0
    while history.undo():
        steps += 1
    assert 100 <= steps < 2000
