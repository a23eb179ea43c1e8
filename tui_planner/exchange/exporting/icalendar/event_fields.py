"""The fields of an event of a calendar, from sessions, blocks, choices and appointments."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from tui_planner.exchange.ical_extensions import REPEAT_OF, make_uid
from tui_planner.itinerary.itinerary import Choice
from tui_planner.itinerary.notices import Notice
from tui_planner.itinerary.programme_changes.session_changes import is_whole_day
from tui_planner.itinerary.resolved import ChosenSession, ScheduledAppointment
from tui_planner.programme.addresses import is_address, parse_address
from tui_planner.programme.model import Block, BlockKind, Link, Programme, Session, Status
from tui_planner.programme.time_text import explain_times, format_times, join_words
from tui_planner.programme.timing import Timing
from tui_planner.support.i18n import _

CANCELLED = "CANCELLED"
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class EventFields:
    """What an event of a calendar says.

    Attributes:
        added: Lines about the event, for people; they stand above its description.
        status: `CONFIRMED`, `TENTATIVE` or `CANCELLED`.
        links: Pairs of an address and its title, which may be empty.
        takes_time: Whether a calendar is to show that one is busy.
        reminds: Whether an alarm makes sense.
        related: Pairs of a kind of relation and a UID.
        extensions: Pairs of the name of a property that only this program writes, without its
            prefix, and its text.
    """

    uid: str
    title: str
    timing: Timing
    location: str = ""
    track: str = ""
    url: str = ""
    language: str = ""
    links: tuple[tuple[str, str], ...] = ()
    added: tuple[str, ...] = ()
    description: str = ""
    status: str = "CONFIRMED"
    takes_time: bool = True
    reminds: bool = True
    related: tuple[tuple[str, str], ...] = ()
    extensions: tuple[tuple[str, str], ...] = ()


def make_session_fields(session: Session, programme: Programme) -> EventFields:
    """Make the fields of a session of the programme."""
    room = programme.get_room_name(session.room)
    return EventFields(
        uid=make_uid(session.id, programme.id),
        title=session.title,
        timing=session.timing,
        location=_location(room, programme),
        track=session.track,
        url=parse_address(session.url),
        language=session.language,
        links=_links(session),
        added=tuple(_about(session, programme)),
        description="\n\n".join(filter(None, (session.description, session.agenda))),
        status=CANCELLED if session.status is Status.CANCELLED else "CONFIRMED",
        takes_time=not (session.drop_in or session.timing.all_day),
        reminds=not session.timing.all_day,
        related=tuple(_related(session, programme)),
        extensions=tuple(_extensions(session, programme)),
    )


def make_choice_fields(chosen_session: ChosenSession, programme: Programme) -> EventFields:
    """Make the fields of a chosen session, at the times that the delegate keeps."""
    choice, fields = chosen_session.choice, make_session_fields(chosen_session.session, programme)
    published = programme.session_by_id[chosen_session.session.id].timing
    added = list(fields.added)
    if chosen_session.session.timing != published:
        text = _("These are your own times; the session itself is {times}.")
        added.insert(0, text.format(times=format_times(published, programme.zone)))
    if choice.priority == "must":
        added.insert(0, _("You must be there."))
    if choice.note:
        added.append(_("Your note: {note}").format(note=choice.note))
    if choice.priority == "maybe" and fields.status != CANCELLED:
        fields = replace(fields, status="TENTATIVE")
    return replace(fields, added=tuple(added))


def make_block_fields(block: Block, programme: Programme) -> EventFields:
    """Make the fields of a block; only a plenary takes the time of those who are there."""
    plenary = block.kind is BlockKind.PLENARY
    extensions = [("KIND", block.kind.value), *(("SPEAKER", name) for name in block.speakers)]
    if _must_state_day(block, programme):
        extensions.append(("DAY", block.day.isoformat()))
    return EventFields(
        uid=make_uid(block.id, programme.id),
        title=block.title,
        timing=block.timing,
        location=_location(programme.get_room_name(block.room), programme),
        url=parse_address(block.url),
        links=_links(block),
        added=(
            *_exactness(block.timing, programme),
            *_speakers(block.speakers),
            *_named_links(block),
        ),
        description=block.description,
        takes_time=plenary,
        reminds=plenary,
        extensions=tuple(extensions),
    )


def make_appointment_fields(scheduled: ScheduledAppointment, programme: Programme) -> EventFields:
    """Make the fields of an appointment; its UID rests on its title."""
    return EventFields(
        uid=f"{scheduled.id}@{programme.id}",
        title=scheduled.title,
        timing=scheduled.timing,
        description=scheduled.note,
    )


def mark_notices(fields: EventFields, id_: str, told: Iterable[Notice]) -> EventFields:
    """Mark an event with what clashes with it, and all else that is told of it.

    Each is a line above its description, and a CLASH: its kind, then the ids of the others.
    """
    added, extensions = [], []
    for notice in told:
        others = [other for other in notice.things if other != id_]
        added.append(f"! {notice.message}")
        extensions.append(("CLASH", " ".join((notice.kind.value, *others))))
    return replace(
        fields,
        added=(*added, *fields.added),
        extensions=(*fields.extensions, *extensions),
    )


def make_gone_fields(choice: Choice, start: datetime, programme: Programme) -> EventFields:
    """Make the fields of a choice that is no longer in the programme, as it was last seen.

    Its times have no zone: they are taken in the zone of the programme.
    """
    begins = start.replace(tzinfo=programme.zone).astimezone(UTC)
    ends = choice.end.replace(tzinfo=programme.zone).astimezone(UTC) if choice.end else begins
    timing = Timing(
        begins,
        max(begins, ends),
        end_stated=ends > begins,
        open_end=ends <= begins,
        all_day=is_whole_day(start, choice.end),
    )
    return EventFields(
        uid=make_uid(choice.session, programme.id),
        title=choice.title or choice.session,
        timing=timing,
        added=(_("It is not in the programme any more."),),
        status=CANCELLED,
    )


def _location(room: str, programme: Programme) -> str:
    return ", ".join(filter(None, (room, programme.venue, programme.city)))


def _about(session: Session, programme: Programme) -> Iterator[str]:
    """List, in words, what RFC 5545 has no property for."""
    yield from _exactness(session.timing, programme)
    match session.status:
        case Status.FULL:
            yield _("It is full.")
        case Status.INVITATION:
            yield _("By invitation.")
        case Status.CANCELLED:
            yield _("It is cancelled.")
        case _:
            pass
    yield from _speakers(session.speakers)
    if session.hosts:
        yield _("Hosts: {names}").format(names=join_words(session.hosts))
    building = programme.room_by_id[session.room].building if session.room else ""
    if building:
        yield _("Building: {name}").format(name=building)
    yield from _named_links(session)


def _exactness(timing: Timing, programme: Programme) -> Iterator[str]:
    """Explain the times, where a calendar cannot show them as they are."""
    if timing.around or not timing.end_stated or timing.last_end > timing.end:
        yield explain_times(timing, programme.zone)


def _speakers(names: tuple[str, ...]) -> Iterator[str]:
    if names:
        yield _("Speakers: {names}").format(names=join_words(names))


def _links(thing: Session | Block) -> tuple[Link, ...]:
    return tuple(link for link in thing.links if is_address(link.url))


def _named_links(thing: Session | Block) -> Iterator[str]:
    """List the links in words: calendars hide attachments, or do not show their titles."""
    for url, title in _links(thing):
        yield f"{title}: {url}" if title else url


def _related(session: Session, programme: Programme) -> Iterator[tuple[str, str]]:
    if session.part_of:
        yield "PARENT", make_uid(session.part_of, programme.id)
    if session.repeat_of:
        yield REPEAT_OF, make_uid(session.repeat_of, programme.id)


def _extensions(session: Session, programme: Programme) -> Iterator[tuple[str, str]]:
    yield from (("SPEAKER", name) for name in session.speakers)
    yield from (("HOST", name) for name in session.hosts)
    if session.status in (Status.FULL, Status.INVITATION):
        yield "STATUS", session.status.value
    if session.meal:
        yield "MEAL", "TRUE"
    if _must_state_day(session, programme):
        yield "DAY", session.day.isoformat()


def _must_state_day(thing: Session | Block, programme: Programme) -> bool:
    """Tell whether a day must be stated: past midnight, or where something lasts longer."""
    timing = thing.timing
    if timing.all_day:
        return False
    starts_on = timing.start.astimezone(programme.zone).date()
    return starts_on != thing.day or timing.end - timing.start >= _ONE_DAY
