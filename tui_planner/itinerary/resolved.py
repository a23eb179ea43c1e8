"""An itinerary resolved with its programme: what is attended, when, and what is left to choose."""

from collections import Counter
from collections.abc import Container, Mapping
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import chain, count
from typing import NamedTuple

from tui_planner.programme.model import Block, BlockKind, Programme, Session, Status
from tui_planner.programme.timing import Interval, Timing
from tui_planner.programme.wall_time import WallTime, resolve_after, resolve_instant

from .itinerary import Appointment, Choice, Itinerary


class ChosenSession(NamedTuple):
    """A choice with its session, whose times are those at which the delegate attends it."""

    choice: Choice
    session: Session

    @property
    def is_sure(self) -> bool:
        """Whether one can count on attending it: it is neither full nor cancelled."""
        return self.session.status not in {Status.FULL, Status.CANCELLED}


class ScheduledAppointment(NamedTuple):
    """An own appointment, with its times as instants. It is judged like a session."""

    id: str
    appointment: Appointment
    timing: Timing
    room: str | None = None

    @property
    def title(self) -> str:
        """Its title."""
        return self.appointment.title

    @property
    def note(self) -> str:
        """The delegate's note."""
        return self.appointment.note


class ResolvedItinerary:
    """One itinerary and its programme, read-only."""

    def __init__(self, programme: Programme, itinerary: Itinerary) -> None:
        self.programme = programme
        self.itinerary = itinerary

    @cached_property
    def chosen_sessions(self) -> tuple[ChosenSession, ...]:
        """The chosen sessions that the programme has, by the time at which the delegate joins."""
        chosen_sessions = (
            ChosenSession(choice, self.apply_own_times(choice, session))
            for choice in self._choices
            if (session := self.programme.session_by_id.get(choice.session))
        )
        return tuple(
            sorted(
                chosen_sessions,
                key=lambda chosen_session: (
                    chosen_session.session.timing.start,
                    chosen_session.session.order,
                ),
            )
        )

    @cached_property
    def chosen_by_id(self) -> Mapping[str, ChosenSession]:
        """The chosen sessions by their ids."""
        return {
            chosen_session.session.id: chosen_session for chosen_session in self.chosen_sessions
        }

    @cached_property
    def gone(self) -> tuple[Choice, ...]:
        """The choices whose sessions the programme no longer has."""
        known = self.programme.session_by_id
        return tuple(choice for choice in self._choices if choice.session not in known)

    @cached_property
    def scheduled_appointments(self) -> tuple[ScheduledAppointment, ...]:
        """The own appointments, by start."""
        taken = {*self.programme.session_by_id, *self.programme.block_by_id}
        made = []
        for appointment in self.itinerary.appointments:
            id_ = _free_id(appointment.title, taken)
            taken.add(id_)
            made.append(self._schedule(appointment, id_))
        return tuple(sorted(made, key=lambda scheduled: scheduled.timing.start))

    @cached_property
    def stated_presence(self) -> tuple[datetime | None, datetime | None]:
        """The instants of arrival and departure as they are written.

        A bare time is one of the first day, or of the last.
        """
        first, last = self.programme.days[0].date, self.programme.days[-1].date
        arrives, leaves = self.itinerary.arrives, self.itinerary.leaves
        return (
            None if arrives is None else self._instant(first, arrives),
            None if leaves is None else self._instant(last, leaves),
        )

    @property
    def arrives(self) -> datetime | None:
        """The instant of arrival."""
        return self._presence[0]

    @property
    def leaves(self) -> datetime | None:
        """The instant of departure."""
        return self._presence[1]

    @cached_property
    def _presence(self) -> tuple[datetime | None, datetime | None]:
        """The presence that counts: times that contradict each other do not."""
        arrives, leaves = self.stated_presence
        is_impossible = arrives is not None and leaves is not None and leaves <= arrives
        return (None, None) if is_impossible else (arrives, leaves)

    def misses(self, timing: Timing) -> bool:
        """Whether something is over before the delegate arrives, or begins after they leave."""
        return self.is_away(timing.planned)

    def is_away(self, interval: Interval) -> bool:
        """Whether the delegate arrives after an interval, or leaves before it."""
        too_early = self.arrives is not None and interval.start < self.arrives >= interval.end
        too_late = self.leaves is not None and interval.start >= self.leaves
        return too_early or too_late

    def find_attended(self, interval: Interval) -> Interval:
        """Find the part of an interval in which the delegate is there; maybe empty."""
        start = interval.start if self.arrives is None else max(interval.start, self.arrives)
        end = interval.end if self.leaves is None else min(interval.end, self.leaves)
        return Interval(start, max(start, end))

    @cached_property
    def rounds_to_choose(self) -> tuple[Block, ...]:
        """The choice blocks that the delegate can attend, and has chosen nothing in."""
        chosen = {
            chosen_session.session.block
            for chosen_session in self.chosen_sessions
            if chosen_session.session.status is not Status.CANCELLED
        }
        return tuple(
            block
            for block in self.programme.blocks
            if block.kind is BlockKind.CHOICE
            and block.id not in chosen
            and not self.misses(block.timing)
        )

    def count_open(self, block: Block) -> int:
        """Count the sessions of a block that can still be chosen."""
        return self._open_by_block[block.id]

    @cached_property
    def _open_by_block(self) -> Mapping[str | None, int]:
        return Counter(
            session.block for session in self.programme.sessions if session.status is Status.OPEN
        )

    def apply_own_times(self, choice: Choice, session: Session) -> Session:
        """Give a session the times at which the delegate attends it.

        Times that cannot be are those of another version of the session, and count for nothing:
        before it starts, after it ends where it says when, or such that nothing is left of it.
        """
        attended = self._shorten(choice, session)
        return session if _is_empty(attended) else session._replace(timing=attended)

    def has_impossible_times(self, chosen_session: ChosenSession) -> bool:
        """Whether the delegate's own times leave nothing of a session, and so do not count."""
        session = self.programme.session_by_id[chosen_session.session.id]
        attended = self._shorten(chosen_session.choice, session)
        return attended != session.timing and _is_empty(attended)

    def resolve_own_times(
        self, chosen_session: ChosenSession
    ) -> tuple[datetime | None, datetime | None]:
        """Resolve when the delegate joins and leaves a session to instants, whether it can be."""
        choice = chosen_session.choice
        session = self.programme.session_by_id[chosen_session.session.id]
        return self._within(session, choice.join), self._within(session, choice.leave)

    def _shorten(self, choice: Choice, session: Session) -> Timing:
        """Shorten the times of a session to the delegate's own, which may leave nothing of it."""
        timing = session.timing
        join = self._within(session, choice.join)
        leave = self._within(session, choice.leave)
        if join is not None and join < timing.early:
            join = None
        if leave is not None and timing.end_stated and leave > timing.last_end:
            leave = None
        return timing.shorten(join, leave)

    @cached_property
    def _choices(self) -> tuple[Choice, ...]:
        """The choices; of several of one session, as only a hand-written file has, the first."""
        first: dict[str, Choice] = {}
        for choice in self.itinerary.choices:
            first.setdefault(choice.session, choice)
        return tuple(first.values())

    def _within(self, session: Session, wall: WallTime | None) -> datetime | None:
        """Resolve a time during a session to an instant; a bare one may be of the next day."""
        if wall is None:
            return None
        at = resolve_after(self.programme.zone, session.day, wall, session.timing.early)
        if isinstance(wall, time) and at < session.timing.early:
            later = self._instant(session.day + timedelta(days=1), wall)
            at = later if later <= session.timing.last_end else at
        return at

    def _schedule(self, appointment: Appointment, id_: str) -> ScheduledAppointment:
        day = appointment.day or self.programme.days[0].date
        start = self._instant(day, appointment.start)
        end = resolve_after(self.programme.zone, day, appointment.end, start)
        if end < start and isinstance(appointment.end, time):
            end = self._instant(day + timedelta(days=1), appointment.end)  # past midnight
        timing = Timing(start, max(start, end))
        return ScheduledAppointment(id_, appointment, timing)

    def _instant(self, day: date, wall: WallTime) -> datetime:
        return resolve_instant(self.programme.zone, day, wall)


def _is_empty(timing: Timing) -> bool:
    return timing.end <= timing.start


def _free_id(title: str, taken: Container[str]) -> str:
    """Make an id of a title, with a number behind it where something has that id already."""
    numbered = (f"{title} ({number})" for number in count(2))
    return next(id_ for id_ in chain([title], numbered) if id_ not in taken)
