"""Times, dates and durations in words, in the zone of the programme.

Whether the clock has 24 or 12 hours is, like the language, the user's for the whole process: it
is set once, before anything is shown, and not handed through everything that formats a time.
"""

from collections.abc import Sequence
from contextvars import ContextVar
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tui_planner.support.i18n import _, ngettext

from .timing import Interval, Timing

_HALF_DAY = timedelta(hours=12)

_has_halves = ContextVar("has_halves", default=False)


def use_clock(hours: int) -> None:
    """Format times by a clock of 24 or of 12 hours from now on."""
    _has_halves.set(hours == 12)


def format_clock(at: datetime, zone: ZoneInfo) -> str:
    """Format an instant as `12:50`, or as `12:50pm`."""
    return format_clock_local(at.astimezone(zone))


def format_clock_local(local: datetime | time) -> str:
    """Format a local time as `12:50`, or as `12:50pm`."""
    return f"{_hands(local)}{_half(local)}"


def format_clock_narrow(at: datetime, zone: ZoneInfo) -> str:
    """Format an instant in at most six cells: `12:50`, or `12:50p`."""
    local = at.astimezone(zone)
    return f"{_hands(local)}{_half(local)[:1]}"


def format_range(start: datetime, end: datetime) -> str:
    """Format two local times as `12:50–13:30`, or as `12:50–1:30pm`: one half of a day once."""
    is_one_half = _half(start) == _half(end) and end - start < _HALF_DAY
    return (
        f"{_hands(start) if is_one_half else format_clock_local(start)}–{format_clock_local(end)}"
    )


def format_beside(at: datetime, day: date, zone: ZoneInfo) -> str:
    """Format an instant as `12:50` beside something of a day; with its date on another day."""
    own_day = at.astimezone(zone).date()
    return (
        format_clock(at, zone)
        if own_day == day
        else f"{format_short_date(own_day)} {format_clock(at, zone)}"
    )


def format_span(interval: Interval, zone: ZoneInfo) -> str:
    """Format an interval as `12:50–13:30`; one in which the clocks change says so."""
    start, end = interval.start.astimezone(zone), interval.end.astimezone(zone)
    return format_range(start, end) + _clock_change(start, end)


def format_times(timing: Timing, zone: ZoneInfo) -> str:
    """Format times: `11:30–12:30`, `~12:50–(13:45)`, `16:15–`, `11:30–12:30(–13:00)` (overrun).

    Of what is on all day, `all day`.
    """
    if timing.all_day:
        return _("all day")
    about = "~" if timing.around else ""
    if timing.end_stated and not timing.open_end:
        text = about + format_span(timing.planned, zone)
    else:
        start, end = timing.start.astimezone(zone), timing.end.astimezone(zone)
        text = f"{about}{format_clock_local(start)}–"
        if not timing.open_end:
            text += f"({format_clock_local(end)}){_clock_change(start, end)}"
    if timing.overrun and timing.overrun > timing.end:
        text += f"(–{format_clock(timing.overrun, zone)})"
    return text


def format_times_short(timing: Timing, zone: ZoneInfo) -> str:
    """Format times briefly: `~12:50–?` without a stated end, `11:30–12:30+` with an overrun."""
    if timing.all_day:
        return _("all day")
    about = "~" if timing.around else ""
    words = f"{format_clock(timing.start, zone)}–?"
    if timing.end_stated:
        words = format_range(timing.start.astimezone(zone), timing.end.astimezone(zone))
    more = "+" if timing.overrun and timing.overrun > timing.end else ""
    return f"{about}{words}{more}"


def format_starts(timing: Timing, zone: ZoneInfo) -> str:
    """Format the start alone: `~12:50`."""
    if timing.all_day:
        return _("all day")
    return f"{'~' if timing.around else ''}{format_clock(timing.start, zone)}"


def explain_times(timing: Timing, zone: ZoneInfo) -> str:
    """Explain the times, with what is not exact about them in words."""
    parts = [format_times(timing, zone)]
    if timing.around:
        parts.append(
            ngettext(
                "starts up to {n} minute earlier or later",
                "starts up to {n} minutes earlier or later",
                timing.around,
            ).format(n=timing.around)
        )
    if not timing.end_stated:
        parts.append(_("the end is not stated"))
    if timing.overrun and timing.overrun > timing.end:
        parts.append(_("may run until {time}").format(time=format_clock(timing.overrun, zone)))
    return "; ".join(parts)


def format_minutes(number: int) -> str:
    """Format a number of minutes: `1 minute`, `40 minutes`."""
    return ngettext("{n} minute", "{n} minutes", number).format(n=number)


def format_long_date(day: date) -> str:
    """Format a date as `Thu 13 February 2025`."""
    return _("{weekday} {day} {month} {year}").format(
        weekday=format_weekday(day), day=day.day, month=_month_names()[day.month - 1], year=day.year
    )


def format_short_date(day: date) -> str:
    """Format a date as `Thu 13 Feb`."""
    month = _short_month_names()[day.month - 1]
    return _("{weekday} {day} {month}").format(
        weekday=format_weekday(day), day=day.day, month=month
    )


def format_short_day(day: date) -> str:
    """Format a date beside others of its month, as `Thu 13`."""
    return _("{weekday} {day}").format(weekday=format_weekday(day), day=day.day)


def format_weekday(day: date) -> str:
    """Return the short name of a day of the week."""
    names = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))
    return names[day.weekday()]


def join_words(words: Sequence[str]) -> str:
    """Join a list in words: `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return _("{some} and {last}").format(some=", ".join(words[:-1]), last=words[-1])


def join_choices(words: Sequence[str]) -> str:
    """Join a list of which one is taken, in words: `a, b or c`."""
    if len(words) < 2:
        return "".join(words)
    return _("{some} or {last}").format(some=", ".join(words[:-1]), last=words[-1])


def _clock_change(start: datetime, end: datetime) -> str:
    """Say that the clocks change between two local times, if they do; empty else."""
    before, after = start.utcoffset(), end.utcoffset()
    if before is None or after is None or before == after:
        return ""
    told = _("the clocks go forward") if after > before else _("the clocks go back")
    return f" ({told})"


def _hands(local: datetime | time) -> str:
    """Return the hour and minute as the clock shows them."""
    hour = f"{local.hour % 12 or 12}" if _has_halves.get() else f"{local.hour:02}"
    return f"{hour}:{local.minute:02}"  # strftime takes three times as long


def _half(local: datetime | time) -> str:
    """Return the half of the day, where the clock has 12 hours."""
    if not _has_halves.get():
        return ""
    return _("am") if local.hour < 12 else _("pm")


def _month_names() -> tuple[str, ...]:
    return (
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    )


def _short_month_names() -> tuple[str, ...]:
    """Return the short names; they are no prefixes: Dutch has "mrt" for "maart"."""
    return (
        _("Jan"),
        _("Feb"),
        _("Mar"),
        _("Apr"),
        _("May"),
        _("Jun"),
        _("Jul"),
        _("Aug"),
        _("Sep"),
        _("Oct"),
        _("Nov"),
        _("Dec"),
    )
