"""Times, appointments and notes as a person types them, made into what the itinerary holds."""

import re
from datetime import date, datetime, time

from tui_planner.itinerary.itinerary import Appointment, Itinerary
from tui_planner.itinerary.on_now import find_day_of
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.programme import text_rules
from tui_planner.programme.model import Programme
from tui_planner.programme.wall_time import WallTime, read_wall_time, resolve_after, resolve_instant
from tui_planner.support.i18n import _

_DATED = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\s*(.+)")
_OF_A_HALF = re.compile(r"(1[0-2]|0?[1-9])(?:[:.]?([0-5]\d))?\s*([ap])\.?m\.?", re.IGNORECASE)
_IN_BRIEF = re.compile(
    r"(2[0-3]|[01]?\d)\s*(?:(?:[:.]|u(?:ur)?|h)?\s*([0-5]\d))?\s*(?:u|uur|h|hrs?)?\.?",
    re.IGNORECASE,
)
_WITH_SECONDS = re.compile(r"(\d{1,2}[:.]\d{2})[:.]00")


class InputError(ValueError):
    """An input that cannot be used; the text is a sentence for the user."""


def parse_time(text: str) -> WallTime:
    """Parse a time as people type it, in English or Dutch, perhaps with a date before it.

    `14:00`, `14.00`, `14`, `1400`, `14.00 uur`, `14u30`, `14h`, `2 pm`, `14:00:00`,
    `2025-02-13 14:00`.

    Raises:
        InputError: it is no time.
    """
    written: object = _WITH_SECONDS.sub(r"\1", text)
    if of_a_half := _OF_A_HALF.fullmatch(text.strip()):
        hour, minute, half = of_a_half.groups("00")
        written = f"{int(hour) % 12 + (12 if half in 'pP' else 0)}:{minute}"
    elif in_brief := _IN_BRIEF.fullmatch(text.strip()):
        written = ":".join(in_brief.groups("00"))
    if dated := _DATED.fullmatch(text.strip()):
        clock = parse_time(dated[2])
        if isinstance(clock, time):
            written = datetime.combine(_typed_date(dated[1]), clock)
    try:
        return read_wall_time(written)
    except ValueError as error:
        raise InputError(f"{error}.") from error


def parse_appointment(
    programme: Programme,
    title: str,
    start: WallTime,
    end: WallTime,
    day: date | None = None,
    note: str = "",
) -> Appointment:
    """Make an appointment during a programme.

    Args:
        programme: The programme.
        title: How it is called.
        start: When it starts; a bare time is one of `day`.
        end: When it ends; a bare time is one of the day on which it starts.
        day: A day of the programme; only one of several needs to be named.
        note: What else there is to say of it.

    Raises:
        InputError: it cannot be saved so.
    """
    of = start.date() if isinstance(start, datetime) else _day(programme, day)
    begins = resolve_instant(programme.zone, of, start)
    if isinstance(start, datetime):
        _refuse_other_day(programme, start)
        if isinstance(end, time):
            end = datetime.combine(of, end)
    ends = resolve_after(programme.zone, of, end, begins)
    if ends <= begins:
        raise InputError(_not_after(start, end))
    is_day_named = isinstance(start, time) and len(programme.days) > 1
    return Appointment(
        title=_title(title),
        start=start,
        end=end,
        day=of if is_day_named else None,
        note=check_note(note),
    )


def describe_appointment(appointment: Appointment, title: str, note: str) -> Appointment:
    """Give an appointment another title or note, at the same time.

    Raises:
        InputError: it cannot be saved so.
    """
    return appointment._replace(title=_title(title), note=check_note(note))


def check_presence(programme: Programme, arrives: WallTime | None, leaves: WallTime | None) -> None:
    """Refuse times of arrival and departure that cannot be.

    Raises:
        InputError: they are on no day of the programme, or the wrong way round.
    """
    for wall in (arrives, leaves):
        if isinstance(wall, datetime):
            _refuse_other_day(programme, wall)
    plan = ResolvedItinerary(
        programme, Itinerary(programme=programme.id, arrives=arrives, leaves=leaves)
    )
    arriving, leaving = plan.stated_presence
    if arriving is not None and leaving is not None and leaving <= arriving:
        raise InputError(
            _("You would leave at {leaves}, and arrive only at {arrives}.").format(
                leaves=_written(leaves), arrives=_written(arrives)
            )
        )


def check_note(note: str) -> str:
    """Return a note, if it can be saved.

    Raises:
        InputError: it has control characters.
    """
    try:
        return text_rules.check_text(note)
    except ValueError as error:
        raise InputError(_("The note has characters that cannot be kept.")) from error


def _title(title: str) -> str:
    try:
        return text_rules.check_line(title)
    except ValueError as error:
        raise InputError(_("An appointment needs a title, on one line.")) from error


def _typed_date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        message = _('"{text}" is no date; write it like "2025-02-13".')
        raise InputError(message.format(text=text)) from error


def _day(programme: Programme, day: date | None) -> date:
    days = [known.date for known in programme.days]
    if day is None and len(days) > 1:
        raise InputError(
            _("The programme has several days; say which: {days}.").format(days=_days(programme))
        )
    if day is not None and day not in days:
        raise InputError(_no_such_day(programme, day))
    return day or days[0]


def _refuse_other_day(programme: Programme, wall: datetime) -> None:
    """Refuse another day than those of the programme, and the nights into which these run on."""
    is_listed = wall.date() in {known.date for known in programme.days}
    if (
        not is_listed
        and find_day_of(programme, resolve_instant(programme.zone, wall.date(), wall)) is None
    ):
        raise InputError(_no_such_day(programme, wall.date()))


def _no_such_day(programme: Programme, day: date) -> str:
    text = _("The programme has no day {named}. Its days: {known}.")
    return text.format(named=day.isoformat(), known=_days(programme))


def _days(programme: Programme) -> str:
    return ", ".join(known.date.isoformat() for known in programme.days)


def _not_after(start: WallTime, end: WallTime) -> str:
    text = _("The end, {end}, is not after the start, {start}.").format(
        end=_written(end), start=_written(start)
    )
    if isinstance(end, time):
        text += " " + _('Where it is on the next day, write its date too, like "2025-02-14 00:30".')
    return text


def _written(wall: WallTime | None) -> str:
    """Write a time as one would type it."""
    return f"{wall:%Y-%m-%d %H:%M}" if isinstance(wall, datetime) else f"{wall:%H:%M}"
