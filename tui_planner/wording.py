"""Times, dates and durations in words, in the zone of the programme."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from .i18n import _, ngettext
from .programme.timing import Interval, Timing


def clock(at: datetime, zone: ZoneInfo) -> str:
    """An instant as `12:50`."""
    return f"{at.astimezone(zone):%H:%M}"


def clock_beside(at: datetime, day: date, zone: ZoneInfo) -> str:
    """An instant as `12:50`, told beside something of a day; with its own date on another one."""
    own_day = at.astimezone(zone).date()
    return clock(at, zone) if own_day == day else f"{short_date(own_day)} {clock(at, zone)}"


def span(interval: Interval, zone: ZoneInfo) -> str:
    """An interval as `12:50–13:30`."""
    return f"{clock(interval.start, zone)}–{clock(interval.end, zone)}"


def times(timing: Timing, zone: ZoneInfo) -> str:
    """Times as `11:30–12:30`, `~12:50–(13:45)` or `16:15–`, an overrun as `11:30–12:30(–13:00)`."""
    about = "~" if timing.around else ""
    end = clock(timing.end, zone)
    if timing.open_end:
        end = ""
    elif not timing.end_stated:
        end = f"({end})"
    text = f"{about}{clock(timing.start, zone)}–{end}"
    if timing.overrun and timing.overrun > timing.end:
        text += f"(–{clock(timing.overrun, zone)})"
    return text


def times_short(timing: Timing, zone: ZoneInfo) -> str:
    """The times in few cells: `~12:50–?` without a stated end, `11:30–12:30+` with an overrun."""
    about = "~" if timing.around else ""
    end = clock(timing.end, zone) if timing.end_stated else "?"
    more = "+" if timing.overrun and timing.overrun > timing.end else ""
    return f"{about}{clock(timing.start, zone)}–{end}{more}"


def times_explained(timing: Timing, zone: ZoneInfo) -> str:
    """The times with what is not exact about them said in words."""
    parts = [times(timing, zone)]
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
        parts.append(_("may run until {time}").format(time=clock(timing.overrun, zone)))
    return "; ".join(parts)


def minutes(number: int) -> str:
    """A number of minutes: `1 minute`, `40 minutes`."""
    return ngettext("{n} minute", "{n} minutes", number).format(n=number)


def long_date(day: date) -> str:
    """A date as `Thu 13 February 2025`."""
    return _("{weekday} {day} {month} {year}").format(
        weekday=weekday(day), day=day.day, month=_month_names()[day.month - 1], year=day.year
    )


def short_date(day: date) -> str:
    """A date as `Thu 13 Feb`."""
    month = _month_names()[day.month - 1][:3]
    return _("{weekday} {day} {month}").format(weekday=weekday(day), day=day.day, month=month)


def weekday(day: date) -> str:
    """The short name of a day of the week."""
    names = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))
    return names[day.weekday()]


def joined(words: Sequence[str]) -> str:
    """A list in words: `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return _("{some} and {last}").format(some=", ".join(words[:-1]), last=words[-1])


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
