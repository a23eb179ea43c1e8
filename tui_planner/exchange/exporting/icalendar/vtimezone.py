"""The rules of a time zone as RFC 5545 writes them.

The library lists the changes of the clocks one by one. Where they come every year on the same
weekday of a month, they become a rule here: so every calendar writes them, and so each is tested.
"""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Timezone
    from icalendar.cal.timezone import TimezoneDaylight, TimezoneStandard

_WEEK = timedelta(days=7)
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def make_vtimezone(zone: ZoneInfo, first: date, last: date) -> "Timezone":
    """Make the VTIMEZONE of an IANA zone, valid for the days from `first` up to `last`."""
    from icalendar import Timezone  # noqa: PLC0415 - it takes its time

    rules = Timezone.from_tzid(zone.key, first_date=first, last_date=last)
    rules.pop("COMMENT", None)  # that it holds for these days only
    for observance in rules.subcomponents:
        _say_when(observance, zone)
    return rules


def _say_when(observance: "TimezoneStandard | TimezoneDaylight", zone: ZoneInfo) -> None:
    """Say when an observance begins by the clocks as they went before, as a rule if it is one.

    Where they go forward, the library says it by the new time (03:00), and RFC 5545 wants the old
    (02:00, section 3.6.5). Where they go back, it says the old.
    """
    before, after = observance.TZOFFSETFROM, observance.TZOFFSETTO

    def by_the_old_clock(at: datetime) -> datetime:
        is_new = before < after == at.replace(tzinfo=zone).utcoffset()
        return at - (after - before) if is_new else at

    onsets = [
        by_the_old_clock(at) for at in (observance.DTSTART, *(at for at, _end in observance.rdates))
    ]
    observance.DTSTART = onsets[0]
    if len(onsets) == 1:
        return
    del observance["RDATE"]
    if rule := _yearly(onsets):
        observance.add("RRULE", rule)
    else:
        observance.add("RDATE", onsets[1:])


def _yearly(onsets: list[datetime]) -> dict[str, object] | None:
    """Find the rule of days that come every year, such as the last Sunday in March, or None.

    Args:
        onsets: Two or more wall times, in order.
    """
    years = [at.year for at in onsets]
    alike = {(at.month, at.weekday(), at.time()) for at in onsets}
    places = set.intersection(*map(_places, onsets))
    if len(alike) > 1 or not places or years != list(range(years[0], years[0] + len(years))):
        return None
    # In a few years the last one of a month may always be the fourth; the last is usually meant.
    day = f"{min(places)}{_WEEKDAYS[onsets[0].weekday()]}"
    return {"FREQ": "YEARLY", "BYMONTH": onsets[0].month, "BYDAY": day}


def _places(at: datetime) -> set[int]:
    """Count which of its weekday a day is in its month: 1 for the first, -1 for the last."""
    place = (at.day - 1) // 7 + 1
    return {place, -1} if (at + _WEEK).month != at.month else {place}
