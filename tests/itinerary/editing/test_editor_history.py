"""Anything that can happen to an itinerary, in any order, against a model.

The model of a choice is its id, its priority and the hour at which it was last seen; that of the
programme, the hour of each session.
"""

import errno
import os
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, NoReturn, TypeVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.helpers import programme_of
from tui_planner.itinerary.editing.editor import ItineraryEditor
from tui_planner.itinerary.edits import set_priority
from tui_planner.itinerary.itinerary import Choice, Itinerary, Priority
from tui_planner.itinerary.programme_changes.session_changes import find_unseen, mark_seen
from tui_planner.itinerary.storage.store import Store
from tui_planner.programme.model import Programme

IDS = ("one", "two", "three", "four")
ID = st.sampled_from(IDS)
PRIORITY: st.SearchStrategy[Priority] = st.sampled_from(["must", "want", "maybe"])


T = TypeVar("T")


class Chosen(NamedTuple):
    """The model of a choice."""

    id: str
    priority: str
    hour: int | None


State = tuple[Chosen, ...]


def programme(**hours: int) -> Programme:
    """A version of the programme that has some of the sessions, each at some hour."""
    rows = (
        f'[[sessions]]\nid = "{id_}"\ntitle = "{id_}"\nstart = "{hour}:00"\nend = "{hour}:50"\n'
        for id_, hour in hours.items()
    )
    return programme_of("".join(rows))


HOURS: list[dict[str, int]] = [
    {"one": 10, "two": 11, "three": 12, "four": 13},
    {"two": 11, "four": 10, "one": 10, "three": 11},
    {"three": 12, "four": 12},
]
VERSIONS = [programme(**hours) for hours in HOURS]
CHOICES = {session.id: Choice.of(session, VERSIONS[0]) for session in VERSIONS[0].sessions}


def state_of(itinerary: Itinerary) -> State:
    return tuple(
        Chosen(choice.session, choice.priority, choice.start.hour if choice.start else None)
        for choice in itinerary.choices
    )


def ids_of(state: State) -> list[str]:
    return [chosen.id for chosen in state]


def without(state: State, ids: set[str]) -> State:
    return tuple(chosen for chosen in state if chosen.id not in ids)


def both(base: Chosen | None, mine: Chosen | None, theirs: Chosen | None) -> Chosen | None:
    """What two made of one choice; None for dropped."""
    if mine is None or theirs is None:
        left = mine or theirs
        return None if left == base else left
    before = base or Chosen(mine.id, "want", None)
    return Chosen(
        mine.id,
        newer(before.priority, mine.priority, theirs.priority),
        newer(before.hour, mine.hour, theirs.hour),
    )


def newer(base: T, mine: T, theirs: T) -> T:
    """A field as who changed it has it; where both did, as it is mine."""
    return theirs if mine == base else mine


def full_disk(_descriptor: int) -> NoReturn:
    raise OSError(errno.ENOSPC, "No space left on device")


class Disk:
    """The model of the file: what it holds (None without one), and held before."""

    def __init__(self) -> None:
        self.there: State | None = None
        self.earlier: list[State] = []
        self.is_full = False
        self.is_broken = False

    def write(self, state: State) -> bool:
        """False where it is full."""
        if state == self.there:
            return True
        if self.is_full:
            return False
        if self.there is not None:
            self.earlier.append(self.there)
        elif not self.earlier:
            self.earlier.append(())
        self.there = state
        return True


class Machine(RuleBasedStateMachine):
    """The model: what the editor shows, what it can undo, and what it knows of the disk."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name) / "kept" / "i.toml"
        self.disk = Disk()
        self.programme, self.hours = VERSIONS[0], HOURS[0]
        self.start()

    def teardown(self) -> None:
        self.folder.cleanup()

    def start(self) -> None:
        store = Store(self.path)
        self.editor = ItineraryEditor(self.programme, store.load(self.programme.id), store)
        self.present: State = self.disk.there or ()
        self.known: State = self.present
        self.past: list[State] = []
        self.future: list[State] = []
        self.older = list(self.disk.earlier)
        self.in_trouble = False

    # What the editor is expected to do.

    def change(self, state: State) -> None:
        if state != self.present:
            self.past.append(self.present)
            self.future.clear()
            self.present = state

    def replace(self, id_: str, new: Callable[[Chosen], Chosen]) -> None:
        self.change(tuple(new(one) if one.id == id_ else one for one in self.present))

    def merged(self) -> State:
        """What is mine, with what others have changed."""
        base, mine, theirs = self.known, self.present, self.disk.there
        if theirs is None or theirs in (base, mine):
            return mine
        if mine == base:
            return theirs
        order = (*theirs, *mine) if ids_of(mine) == ids_of(base) else (*mine, *theirs)
        were, own, other = ({one.id: one for one in state} for state in (base, mine, theirs))
        merged = (both(were.get(i), own.get(i), other.get(i)) for i in dict.fromkeys(ids_of(order)))
        return tuple(chosen for chosen in merged if chosen is not None)

    def catch_up(self) -> None:
        if self.disk.is_broken:
            self.known = ()
        else:
            merged = self.merged()
            self.known = self.disk.there or ()
            self.change(merged)

    def save(self) -> None:
        if self.disk.is_broken:
            self.disk.is_broken, self.disk.there = False, None  # set aside
        merged = self.merged()
        self.in_trouble = not self.disk.write(merged)
        if not self.in_trouble:
            self.known = merged
            self.change(merged)

    def undone(self) -> bool:
        if not self.past:
            while self.older and self.older[-1] == self.present:
                self.older.pop()
            if not self.older:
                return False
            self.past.append(self.older.pop())
        self.future.append(self.present)
        self.present = self.past.pop()
        return True

    def redone(self) -> bool:
        if not self.future:
            return False
        self.past.append(self.present)
        self.present = self.future.pop()
        return True

    # What happens.

    def do(self, name: str, *args: object) -> object:
        """Let the editor do something, on a disk that may be full."""
        with pytest.MonkeyPatch.context() as patch:
            if self.disk.is_full:
                patch.setattr(os, "fsync", full_disk)
            return getattr(self.editor, name)(*args)

    @initialize(ids=st.lists(ID, unique=True))
    def begin_with_some(self, ids: list[str]) -> None:
        for id_ in ids:
            self.choose(id_)

    @rule(id_=ID)
    def choose(self, id_: str) -> None:
        session = self.programme.session_by_id.get(id_)
        if session is not None:
            self.do("choose", session)
            self.catch_up()
            if id_ not in ids_of(self.present):
                self.change((*self.present, Chosen(id_, "want", self.hours[id_])))
            self.save()

    @rule(id_=ID, priority=PRIORITY)
    def prioritise(self, id_: str, priority: Priority) -> None:
        self.do("change", lambda itinerary: set_priority(itinerary, id_, priority))
        self.catch_up()
        self.replace(id_, lambda one: one._replace(priority=priority))
        self.save()

    @rule(id_=ID)
    def mark_as_seen(self, id_: str) -> None:
        if id_ in self.hours:
            self.do("change", lambda itinerary: mark_seen(itinerary, self.programme, id_))
            self.catch_up()
            self.replace(id_, lambda one: one._replace(hour=self.hours[id_]))
            self.save()

    @rule(ids=st.sets(ID, max_size=2))
    def drop(self, ids: set[str]) -> None:
        self.do("drop", *ids)
        self.catch_up()
        self.change(without(self.present, ids))
        self.save()

    @rule()
    def undo(self) -> None:
        self.catch_up()
        has_gone = self.undone()
        assert self.do("undo") == has_gone
        if has_gone:
            self.save()

    @rule()
    def redo(self) -> None:
        self.catch_up()
        has_gone = self.redone()
        assert self.do("redo") == has_gone
        if has_gone:
            self.save()

    @rule()
    def catch_up_with_others(self) -> None:
        before = self.present
        self.catch_up()
        assert self.do("catch_up") == (self.present != before)

    @rule()
    def save_again(self) -> None:
        self.do("save_again")
        if self.in_trouble:
            self.save()

    @precondition(lambda self: not self.disk.is_broken)
    @rule(ids=st.sets(ID, min_size=1, max_size=2), priority=st.none() | PRIORITY)
    def another_program_changes(self, ids: set[str], priority: Priority | None) -> None:
        """It chooses what is not chosen; the rest it drops, or gives a priority."""
        other = Store(self.path)
        itinerary = other.load(self.programme.id)
        there = self.disk.there or ()
        for id_ in sorted(ids):
            if itinerary.find_choice(id_) is None:
                itinerary = itinerary.choose(CHOICES[id_])
                there = (*there, Chosen(id_, "want", HOURS[0][id_]))
            elif priority is None:
                itinerary = itinerary.drop(id_)
                there = without(there, {id_})
            else:
                itinerary = set_priority(itinerary, id_, priority)
                there = tuple(
                    one._replace(priority=priority) if one.id == id_ else one for one in there
                )
        other.save(itinerary)
        is_full, self.disk.is_full = self.disk.is_full, False
        self.disk.write(there)
        self.disk.is_full = is_full

    @rule(is_full=st.booleans())
    def the_disk_fills_or_empties(self, is_full: bool) -> None:
        self.disk.is_full = is_full

    @precondition(lambda self: self.disk.there is not None)
    @rule()
    def the_file_breaks(self) -> None:
        self.path.unlink()
        self.path.write_text("format = [", encoding="utf-8")
        self.disk.is_broken = True

    @rule()
    def the_file_vanishes(self) -> None:
        self.path.unlink(missing_ok=True)
        self.disk.there, self.disk.is_broken = None, False

    @rule(version=st.sampled_from(range(len(VERSIONS))))
    def the_programme_changes(self, version: int) -> None:
        self.programme, self.hours = VERSIONS[version], HOURS[version]
        self.editor.take_programme(self.programme)

    @precondition(lambda self: not self.disk.is_broken)
    @rule()
    def it_starts_anew(self) -> None:
        self.start()
        kept = Store(self.path).list_earlier(self.programme.id)
        assert [state_of(state.itinerary) for state in kept] == self.disk.earlier[::-1]

    # What holds at all times.

    @invariant()
    def the_desk_shows_what_is_chosen(self) -> None:
        assert state_of(self.editor.now.plan.itinerary) == self.present
        shown = {
            chosen_session.session.id for chosen_session in self.editor.now.plan.chosen_sessions
        }
        assert shown == self.hours.keys() & set(ids_of(self.present))

    @invariant()
    def it_tells_what_has_changed(self) -> None:
        shown = {
            choice.session for choice in find_unseen(self.editor.now.plan.itinerary, self.programme)
        }
        assert shown == {one.id for one in self.present if one.hour != self.hours.get(one.id)}

    @invariant()
    def it_tells_what_clashes_and_whether_a_change_made_it(self) -> None:
        shown = {notice.things: notice.by_change for notice in self.editor.now.clashes}
        assert {frozenset(things) for things in shown} == {
            frozenset((one.id, other.id))
            for one, other in combinations(self.present, 2)
            if one.id in self.hours and self.hours[one.id] == self.hours.get(other.id)
        }
        hours = {one.id: one.hour for one in self.present}
        for (one, other), by_change in shown.items():
            assert by_change == (hours[one] != hours[other])

    @invariant()
    def the_file_holds_it(self) -> None:
        if self.disk.there is None:
            assert not self.path.exists()
        elif not self.disk.is_broken:
            assert state_of(Store(self.path).load(self.programme.id)) == self.disk.there

    @invariant()
    def trouble_is_told_as_long_as_it_lasts(self) -> None:
        assert bool(self.editor.trouble) == self.in_trouble


Machine.TestCase.settings = settings(max_examples=50, stateful_step_count=30, deadline=None)
TestDesk = Machine.TestCase
