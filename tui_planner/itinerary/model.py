"""The itinerary as it stands in its file, format 1.

Times are wall times in the programme's zone, as a person would write them: a time of day, or a
date and time. Keys that this version does not know are kept and written back.
"""

from datetime import date, datetime
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

from ..programme.format1 import Line, Text, Time
from ..programme.model import Programme, Session

FORMAT = 1

Priority = Literal["must", "want", "maybe"]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="allow")


class Choice(_Record):
    """A chosen session, and what was last seen of it."""

    session: Line
    priority: Priority = "want"
    join: Time | None = None
    leave: Time | None = None
    note: Text = ""
    title: str | None = None
    start: datetime | None = None
    end: datetime | None = None
    room: str | None = None
    status: str | None = None
    speakers: Annotated[tuple[str, ...], Field(strict=False)] = ()

    @classmethod
    def of(cls, session: Session, programme: Programme, priority: Priority = "want") -> Self:
        """A new choice of a session, as it is now."""
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


class Appointment(_Record):
    """Something of one's own that takes time."""

    title: Line
    start: Time
    end: Time
    day: date | None = None
    note: Text = ""


class Companion(_Record):
    """What a colleague chose, as their shared file said it: the ids of sessions."""

    name: Line
    sessions: Annotated[tuple[Line, ...], Field(strict=False)] = ()


class Itinerary(_Record):
    """All that one delegate chose of one programme."""

    format: Literal[1] = 1
    programme: str
    delegate: str | None = None
    arrives: Time | None = None
    leaves: Time | None = None
    likes: Annotated[tuple[Line, ...], Field(strict=False)] = ()
    choices: Annotated[tuple[Choice, ...], Field(strict=False)] = ()
    appointments: Annotated[tuple[Appointment, ...], Field(strict=False)] = ()
    companions: Annotated[tuple[Companion, ...], Field(strict=False)] = ()

    def choice(self, session_id: str) -> Choice | None:
        """The choice of a session, if it is chosen."""
        return next((choice for choice in self.choices if choice.session == session_id), None)

    def choose(self, choice: Choice) -> Self:
        """With a choice added, or put in the place of the earlier one of that session."""
        if self.choice(choice.session) is None:
            return self.model_copy(update={"choices": (*self.choices, choice)})
        return self._put(choice.session, choice)

    def replace(self, session_id: str, choice: Choice) -> Self:
        """With a choice in the place of that of another session.

        Where that one is not chosen, or the new one is chosen already, nothing changes.
        """
        if self.choice(session_id) is None or self.choice(choice.session) is not None:
            return self
        return self._put(session_id, choice)

    def drop(self, *session_ids: str) -> Self:
        """Without the choices of some sessions."""
        kept = tuple(choice for choice in self.choices if choice.session not in session_ids)
        return self.model_copy(update={"choices": kept})

    def _put(self, session_id: str, choice: Choice) -> Self:
        choices = (choice if other.session == session_id else other for other in self.choices)
        return self.model_copy(update={"choices": tuple(choices)})


def _local(at: datetime, programme: Programme) -> datetime:
    return at.astimezone(programme.zone).replace(tzinfo=None)
