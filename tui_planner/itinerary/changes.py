"""What became of a chosen session since it was last seen."""

from datetime import date, datetime
from enum import StrEnum

from ..i18n import _
from ..programme.model import Programme, Session, Status
from ..wording import short_date
from .model import Choice


class Change(StrEnum):
    """How a session differs from what was last seen of it, gravest first."""

    GONE = "gone"
    CANCELLED = "cancelled"
    FULL = "full"
    MOVED = "moved"
    ROOM = "room"
    RENAMED = "renamed"


def changes_of(choice: Choice, programme: Programme) -> tuple[Change, ...]:
    """Every way in which the session of a choice has changed; empty where it has not."""
    session = programme.session_by_id.get(choice.session)
    if session is None:
        return (Change.GONE,)
    if choice.title is None:
        return ()  # never seen: nothing to compare with
    now = Choice.of(session, programme)
    changes: list[Change] = []
    if session.status.value != choice.status:
        changes.extend(_of_status(session))
    if (now.start, now.end) != (choice.start, choice.end):
        changes.append(Change.MOVED)
    if now.room != choice.room:
        changes.append(Change.ROOM)
    if now.title != choice.title:
        changes.append(Change.RENAMED)
    return tuple(changes)


def change_words(change: Change, choice: Choice, day: date | None = None) -> str:
    """A change as a remark behind the title of a session, which is on `day` now."""
    match change:
        case Change.GONE:
            return _("no longer in the programme")
        case Change.CANCELLED:
            return _("now cancelled")
        case Change.FULL:
            return _("now full")
        case Change.MOVED if choice.start is not None:
            return _("moved, was {time}").format(time=_times(choice.start, choice.end, day))
        case Change.MOVED:
            return _("moved")
        case Change.ROOM:
            return _("another room")
        case Change.RENAMED:
            return _('renamed, was "{title}"').format(title=choice.title)


def _times(start: datetime, end: datetime | None, day: date | None) -> str:
    """The times that were, with their day where that was another."""
    text = f"{start:%H:%M}–" + (f"{end:%H:%M}" if end else "")
    return text if day in {None, start.date()} else f"{short_date(start.date())} {text}"


def _of_status(session: Session) -> tuple[Change, ...]:
    of_status = {Status.CANCELLED: Change.CANCELLED, Status.FULL: Change.FULL}
    change = of_status.get(session.status)
    return () if change is None else (change,)
