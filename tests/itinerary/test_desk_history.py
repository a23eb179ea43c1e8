"""Anything that can happen to an itinerary, in any order, against a model of tuples of ids."""

import errno
import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.helpers import programme_of
from tui_planner.itinerary.desk import Desk
from tui_planner.itinerary.keeping.store import Store
from tui_planner.itinerary.model import Choice, Itinerary
from tui_planner.programme.model import Programme

IDS = ("one", "two", "three", "four")
ID = st.sampled_from(IDS)
State = tuple[str, ...]


def programme(*ids: str) -> Programme:
    """A version of the programme that has some of the sessions."""
    rows = (
        f'[[sessions]]\nid = "{id_}"\ntitle = "{id_}"\n'
        f'start = "1{IDS.index(id_)}:00"\nend = "1{IDS.index(id_)}:50"\n'
        for id_ in ids
    )
    return programme_of("".join(rows))


VERSIONS = [programme(*IDS), programme("two", "four", "one"), programme("three", "four")]
CHOICES = {session.id: Choice.of(session, VERSIONS[0]) for session in VERSIONS[0].sessions}


def ids_of(itinerary: Itinerary) -> State:
    return tuple(choice.session for choice in itinerary.choices)


def without(state: State, ids: set[str]) -> State:
    return tuple(id_ for id_ in state if id_ not in ids)


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
        self.there = state
        return True


class Machine(RuleBasedStateMachine):
    """The model: what the desk shows, the way back and forth, and what it knows of the disk."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name) / "kept" / "i.toml"
        self.disk = Disk()
        self.programme = VERSIONS[0]
        self.start()

    def teardown(self) -> None:
        self.folder.cleanup()

    def start(self) -> None:
        store = Store(self.path)
        self.desk = Desk(self.programme, store.load(self.programme.id), store)
        self.present: State = self.disk.there or ()
        self.known: State = self.present
        self.past: list[State] = []
        self.future: list[State] = []
        self.older = list(self.disk.earlier)
        self.in_trouble = False

    # What the desk is expected to do.

    def change(self, state: State) -> None:
        if state != self.present:
            self.past.append(self.present)
            self.future.clear()
            self.present = state

    def merged(self) -> State:
        """What is mine, with what others have added and dropped."""
        mine, theirs = self.present, self.disk.there
        if theirs is None:
            return mine
        known = set(self.known)
        kept = (set(theirs) - (known - set(mine))) | (set(mine) - known)
        order = (*theirs, *mine) if mine == self.known else (*mine, *theirs)
        return tuple(id_ for id_ in dict.fromkeys(order) if id_ in kept)

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
        """Let the desk do something, on a disk that may be full."""
        with pytest.MonkeyPatch.context() as patch:
            if self.disk.is_full:
                patch.setattr(os, "fsync", full_disk)
            return getattr(self.desk, name)(*args)

    @rule(id_=ID)
    def choose(self, id_: str) -> None:
        session = self.programme.session_by_id.get(id_)
        if session is not None:
            self.do("choose", session)
            self.catch_up()
            self.change(tuple(dict.fromkeys((*self.present, id_))))
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
    def take_over(self) -> None:
        before = self.present
        self.catch_up()
        assert self.do("take_over") == (self.present != before)

    @rule()
    def keep(self) -> None:
        self.do("keep")
        if self.in_trouble:
            self.save()

    @precondition(lambda self: not self.disk.is_broken)
    @rule(ids=st.sets(ID, min_size=1, max_size=2))
    def another_program_changes(self, ids: set[str]) -> None:
        other = Store(self.path)
        itinerary = other.load(self.programme.id)
        for id_ in sorted(ids):
            chosen = itinerary.choice(id_) is not None
            itinerary = itinerary.drop(id_) if chosen else itinerary.choose(CHOICES[id_])
        other.save(itinerary)
        is_full, self.disk.is_full = self.disk.is_full, False
        there = self.disk.there or ()
        self.disk.write((*without(there, ids), *sorted(ids - set(there))))
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

    @rule(version=st.sampled_from(VERSIONS))
    def the_programme_changes(self, version: Programme) -> None:
        self.programme = version
        self.desk.take_programme(version)

    @precondition(lambda self: not self.disk.is_broken)
    @rule()
    def it_starts_anew(self) -> None:
        self.start()
        kept = Store(self.path).earlier(self.programme.id)
        assert [ids_of(state.itinerary) for state in kept] == self.disk.earlier[::-1]

    # What holds at all times.

    @invariant()
    def the_desk_shows_what_is_chosen(self) -> None:
        assert ids_of(self.desk.now.plan.itinerary) == self.present
        shown = {pick.session.id for pick in self.desk.now.plan.picks}
        assert shown == self.programme.session_by_id.keys() & set(self.present)

    @invariant()
    def the_file_holds_it(self) -> None:
        if self.disk.there is None:
            assert not self.path.exists()
        elif not self.disk.is_broken:
            assert ids_of(Store(self.path).load(self.programme.id)) == self.disk.there

    @invariant()
    def trouble_is_told_as_long_as_it_lasts(self) -> None:
        assert bool(self.desk.trouble) == self.in_trouble


Machine.TestCase.settings = settings(max_examples=50, stateful_step_count=30, deadline=None)
TestDesk = Machine.TestCase
