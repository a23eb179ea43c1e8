"""The ends of sessions that state none and stand in no block."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from statistics import median

from tui_planner.programme.model import Session, Status
from tui_planner.programme.timing import MINUTE

from .event_days import EventDays

_USUAL_MINUTES = 60
"""The length of a session where nothing in the programme tells any."""
_DEEPEST_PART = 50


def assume_ends(
    sessions: Sequence[Session], event: EventDays, default_duration: int | None
) -> list[Session]:
    """Assume an end for each session that has neither an end nor a block.

    It lasts until the next one in its room, at most for the default duration, and not past the end
    of its day. Without a default duration, that is the median of the stated lengths, in minutes.
    """
    if not any(map(_is_endless, sessions)):
        return list(sessions)
    duration = (default_duration or _usual_minutes(sessions)) * MINUTE
    by_id = {session.id: session for session in sessions}
    in_room: dict[str, list[Session]] = defaultdict(list)
    for session in sorted(sessions, key=_start):
        if session.room and not session.timing.all_day and session.status is not Status.CANCELLED:
            in_room[session.room].append(session)

    def assume_end(session: Session) -> Session:
        start = session.timing.start
        end = start + duration
        for other in _later(session, in_room.get(session.room or "", ())):
            if other.timing.start >= end:
                break
            if not _is_part(other, session, by_id):
                end = other.timing.start
                break
        day_end = event.get_day(session.day).extent.end
        end = min(end, day_end) if day_end > start else end
        return session._replace(timing=session.timing._replace(end=end))

    return [assume_end(session) if _is_endless(session) else session for session in sessions]


def _is_endless(session: Session) -> bool:
    return session.timing.open_end and session.block is None


def _start(session: Session) -> datetime:
    return session.timing.start


def _usual_minutes(sessions: Sequence[Session]) -> int:
    stated = (one.timing for one in sessions if one.timing.end_stated and not one.timing.all_day)
    lengths = [timing.planned.minutes for timing in stated]
    return int(median(lengths)) if lengths else _USUAL_MINUTES


def _later(session: Session, in_order: Sequence[Session]) -> Iterator[Session]:
    """Yield those that start after a session, in order."""
    first = bisect_right(in_order, _start(session), key=_start)
    return (in_order[number] for number in range(first, len(in_order)))


def _is_part(part: Session | None, whole: Session, by_id: Mapping[str, Session]) -> bool:
    for _level in range(_DEEPEST_PART):
        if part is None or part.part_of is None:
            return False
        if part.part_of == whole.id:
            return True
        part = by_id.get(part.part_of)
    return False
