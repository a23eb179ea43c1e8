"""The rules of a time zone as RFC 5545 writes them."""

from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Timezone
    from icalendar.cal.timezone import TimezoneDaylight, TimezoneStandard


def zone_rules(zone: ZoneInfo, first: date, last: date) -> "Timezone":
    """The VTIMEZONE of an IANA zone, for the days from `first` up to `last`."""
    from icalendar import Timezone  # noqa: PLC0415 - it takes its time

    rules = Timezone.from_tzid(zone.key, first_date=first, last_date=last)
    for observance in rules.subcomponents:
        _begin_by_the_old_clock(observance, zone)
    return rules


def _begin_by_the_old_clock(
    observance: "TimezoneStandard | TimezoneDaylight", zone: ZoneInfo
) -> None:
    """Say when an observance begins by the clocks as they went before.

    Where they go forward, the library says it by the new time (03:00), and RFC 5545 wants the old
    (02:00, section 3.6.5). Where they go back, it says the old.
    """
    before, after = observance.TZOFFSETFROM, observance.TZOFFSETTO

    def by_the_old_clock(at: datetime) -> datetime:
        is_new = before < after == at.replace(tzinfo=zone).utcoffset()
        return at - (after - before) if is_new else at

    later = [by_the_old_clock(at) for at, _end in observance.rdates]
    observance.DTSTART = by_the_old_clock(observance.DTSTART)
    if later:
        del observance["RDATE"]
        observance.add("RDATE", later)
