"""What a finding is about besides its sessions and blocks: their days, rooms and people."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from tui_planner.programme.model import Programme, Thing
from tui_planner.programme.problem import Problem
from tui_planner.programme.text_rules import fold_name


class Subjects(NamedTuple):
    """The subjects of a finding.

    Attributes:
        days: The days of its sessions and blocks.
        rooms: The ids of their rooms.
        people: The people by their folded names; where it is about some of them, only these.
    """

    days: frozenset[date]
    rooms: frozenset[str]
    people: Mapping[str, str]


class Narrowing(NamedTuple):
    """Of which findings one wants to hear; None for whatever it may be.

    Attributes:
        day: A day.
        rooms: The ids of the rooms that are called by one name.
        person: The folded name of a person.
    """

    day: date | None = None
    rooms: frozenset[str] | None = None
    person: str | None = None


def find_subjects(problem: Problem, programme: Programme) -> Subjects:
    """Find what a finding is about; what is not in the programme has no part in it."""
    things = list(find_things(problem.sessions, programme))
    people = problem.people or [name for thing in things for name in list_people(thing)]
    return Subjects(
        frozenset(thing.day for thing in things),
        frozenset(thing.room for thing in things if thing.room),
        {fold_name(name): " ".join(name.split()) for name in reversed(people)},
    )


def narrow(
    problems: Iterable[Problem], programme: Programme, wanted: Narrowing
) -> tuple[Problem, ...]:
    """Keep what is about a day, a room and a person.

    Faults are kept, and what names no session: they may be about anything.
    """
    return tuple(
        problem
        for problem in problems
        if problem.rule.code.startswith("E")
        or not problem.sessions
        or _is_wanted(find_subjects(problem, programme), wanted)
    )


def list_people(thing: Thing) -> tuple[str, ...]:
    """List the speakers and hosts of a session or block, as they are written."""
    return (*thing.speakers, *getattr(thing, "hosts", ()))


def find_things(ids: Iterable[str], programme: Programme) -> Iterator[Thing]:
    """Find the sessions and blocks that some ids are of, as far as they are there."""
    for id_ in ids:
        if thing := programme.session_by_id.get(id_) or programme.block_by_id.get(id_):
            yield thing


def _is_wanted(about: Subjects, wanted: Narrowing) -> bool:
    return (
        (wanted.day is None or wanted.day in about.days)
        and (wanted.rooms is None or not wanted.rooms.isdisjoint(about.rooms))
        and (wanted.person is None or wanted.person in about.people)
    )
