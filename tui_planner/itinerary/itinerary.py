"""The itinerary as it stands in its file, format 1.

Times are wall times in the programme's zone, as a person would write them: a time of day, or a
date and time. Keys that this version does not know are preserved and written back.
"""

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Literal, NamedTuple, Self

from tui_planner.programme.model import Programme, Session
from tui_planner.programme.wall_time import WallTime

FORMAT = 1

Priority = Literal["must", "want", "maybe"]


_NOTHING: Mapping[str, object] = MappingProxyType({})


class Choice(NamedTuple):
    """A chosen session, and what was last seen of it."""

    session: str
    priority: Priority = "want"
    join: WallTime | None = None
    leave: WallTime | None = None
    note: str = ""
    title: str | None = None
    start: datetime | None = None
    end: datetime | None = None
    room: str | None = None
    status: str | None = None
    speakers: tuple[str, ...] = ()
    extra: Mapping[str, object] = _NOTHING

    @classmethod
    def of(cls, session: Session, programme: Programme, priority: Priority = "want") -> Self:
        """Make a new choice of a session, as it is now."""
        timing = session.timing
        return cls(
            session=session.id,
            priority=priority,
            title=session.title,
            start=_local(timing.start, programme),
            end=_local(timing.end, programme) if timing.end_stated else None,
            room=session.room,
            status=session.status.value,
            speakers=session.speakers,
        )


class Appointment(NamedTuple):
    """Something of one's own that takes time."""

    title: str
    start: WallTime
    end: WallTime
    day: date | None = None
    note: str = ""
    extra: Mapping[str, object] = _NOTHING


class Companion(NamedTuple):
    """The choices of a colleague as their shared file had them: the ids of sessions."""

    name: str
    sessions: tuple[str, ...] = ()
    extra: Mapping[str, object] = _NOTHING


class Itinerary(NamedTuple):
    """The choices and own data of one delegate for one programme.

    Attributes:
        known_sessions: Marks of some of the sessions of the programme, by which it is known again
            where it has no name of its own; else empty.
    """

    programme: str
    format: int = FORMAT
    delegate: str | None = None
    arrives: WallTime | None = None
    leaves: WallTime | None = None
    likes: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    companions: tuple[Companion, ...] = ()
    known_sessions: tuple[str, ...] = ()
    extra: Mapping[str, object] = _NOTHING

    def find_choice(self, session_id: str) -> Choice | None:
        """Find the choice of a session, if it is chosen."""
        return next((choice for choice in self.choices if choice.session == session_id), None)

    def choose(self, choice: Choice) -> Self:
        """Add a choice, or put it in the place of the earlier one of that session."""
        if self.find_choice(choice.session) is None:
            return self._replace(choices=(*self.choices, choice))
        return self._put(choice.session, choice)

    def replace(self, session_id: str, choice: Choice) -> Self:
        """Put a choice in the place of that of another session.

        Where that one is not chosen, or the new one is chosen already, nothing changes.
        """
        if self.find_choice(session_id) is None or self.find_choice(choice.session) is not None:
            return self
        return self._put(session_id, choice)

    def drop(self, *session_ids: str) -> Self:
        """Remove the choices of some sessions."""
        kept = tuple(choice for choice in self.choices if choice.session not in session_ids)
        return self._replace(choices=kept)

    def _put(self, session_id: str, choice: Choice) -> Self:
        choices = (choice if other.session == session_id else other for other in self.choices)
        return self._replace(choices=tuple(choices))


Record = Choice | Appointment | Companion | Itinerary
"""A table of the file; `extra` holds the keys that this version does not know, as they are."""


def _local(at: datetime, programme: Programme) -> datetime:
    return at.astimezone(programme.zone).replace(tzinfo=None)
