"""Changes of a chosen session since it was last seen."""

from datetime import datetime, time, timedelta
from enum import StrEnum

from tui_planner.itinerary.itinerary import Choice, Itinerary
from tui_planner.programme.model import Programme, Session, Status
from tui_planner.programme.time_text import format_clock_local, format_range, format_short_date
from tui_planner.support.i18n import _

GONE = "gone"
"""The status last seen of a session that the delegate knows to be gone."""

_SEEN = ("title", "start", "end", "room", "status", "speakers")


class Change(StrEnum):
    """A difference of a session from what was last seen of it, gravest first."""

    GONE = "gone"
    CANCELLED = "cancelled"
    FULL = "full"
    INVITATION = "invitation"
    OPEN = "open"
    MOVED = "moved"
    ROOM = "room"
    RENAMED = "renamed"


def find_changes(choice: Choice, programme: Programme) -> tuple[Change, ...]:
    """Find every change of the session of a choice; empty where there is none."""
    session = programme.session_by_id.get(choice.session)
    if session is None:
        return () if choice.status == GONE else (Change.GONE,)
    if choice.title is None or choice.start is None:
        return ()  # never seen: nothing to compare with
    now = Choice.of(session, programme)
    changes: list[Change] = []
    if session.status.value != (choice.status or Status.OPEN.value):
        changes.append(Change(session.status.value))
    if (now.start, now.end) != (choice.start, choice.end):
        changes.append(Change.MOVED)
    if now.room != choice.room:
        changes.append(Change.ROOM)
    if now.title != choice.title:
        changes.append(Change.RENAMED)
    return tuple(changes)


def find_unseen(itinerary: Itinerary, programme: Programme) -> tuple[Choice, ...]:
    """Find the choices with changes that the delegate has not seen yet."""
    return tuple(choice for choice in itinerary.choices if find_changes(choice, programme))


def mark_seen(itinerary: Itinerary, programme: Programme, *session_ids: str) -> Itinerary:
    """Mark the present state of some chosen sessions as seen."""
    choices = (
        _mark_choice(choice, programme) if choice.session in session_ids else choice
        for choice in itinerary.choices
    )
    return itinerary._replace(choices=tuple(choices))


def _mark_choice(choice: Choice, programme: Programme) -> Choice:
    session = programme.session_by_id.get(choice.session)
    if session is None:
        return choice._replace(status=GONE)
    now = Choice.of(session, programme)
    update = {key: getattr(now, key) for key in _SEEN}
    return choice._replace(**update)


def describe_change(change: Change, choice: Choice, programme: Programme) -> str:
    """Describe a change in a remark behind the title of a session: what is now, and what was."""
    match change:
        case Change.GONE:
            return _("no longer in the programme")
        case Change.CANCELLED:
            text = _("now cancelled, was {before}")
        case Change.FULL:
            text = _("now full, was {before}")
        case Change.INVITATION:
            text = _("now by invitation, was {before}")
        case Change.OPEN:
            text = _("open again, was {before}")
        case Change.MOVED:
            return _describe_move(choice, programme.session_by_id[choice.session], programme)
        case Change.ROOM:
            return _describe_room(choice, programme.session_by_id[choice.session], programme)
        case Change.RENAMED:
            return _('renamed, was "{title}"').format(title=choice.title)
    return text.format(before=_status_words(choice))


def _status_words(choice: Choice) -> str:
    """Return the status last seen, in a word."""
    words = {
        Status.FULL.value: _("full"),
        Status.CANCELLED.value: _("cancelled"),
        Status.INVITATION.value: _("by invitation"),
        GONE: _("gone"),
    }
    return words.get(choice.status or "", _("open"))


def _describe_move(choice: Choice, session: Session, programme: Programme) -> str:
    """Describe a move, `moved: 12:15, was 12:50`: with any stated end, with days that differ."""
    now = Choice.of(session, programme)
    times = [(each.start, each.end) for each in (now, choice) if each.start is not None]
    with_day = len({start.date() for start, _end in times}) > 1
    with_end = any(end is not None for _start, end in times)
    after, before = (
        _times(start, end, with_day=with_day, with_end=with_end) for start, end in times
    )
    return _("moved: {after}, was {before}").format(after=after, before=before)


def is_whole_day(start: datetime, end: datetime | None) -> bool:
    """Tell whether local times are those of a whole day, as of what is on all day."""
    return start.time() == time() and end == start + timedelta(days=1)


def _times(start: datetime, end: datetime | None, *, with_day: bool, with_end: bool) -> str:
    text = format_clock_local(start)
    if is_whole_day(start, end):
        text = _("all day")
    elif with_end:
        text = format_range(start, end) if end else f"{text}–?"
    return f"{format_short_date(start.date())} {text}" if with_day else text


def _describe_room(choice: Choice, session: Session, programme: Programme) -> str:
    before = _room_name(choice.room, programme)
    after = _room_name(session.room, programme)
    if not before:
        return _("{after}, was without a room").format(after=after)
    if not after:
        return _("without a room now, was {before}").format(before=before)
    return _("{after}, was {before}").format(after=after, before=before)


def _room_name(room: str | None, programme: Programme) -> str:
    """Return the name of a room by its id; the id itself where the programme no longer has it."""
    return programme.get_room_name(room) if room in programme.room_by_id else room or ""
