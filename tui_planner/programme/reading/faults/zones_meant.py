"""The time zone that is meant by an abbreviation, an offset, a city or a slip of the hand."""

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

from rapidfuzz import fuzz, process

_CITIES = {
    "Europe/Amsterdam": "CET CEST MET MEST MEZ MESZ",
    "Europe/London": "GMT BST",
    "Europe/Lisbon": "WET WEST",
    "Europe/Helsinki": "EET EEST OEZ OESZ",
    "Europe/Moscow": "MSK MSD",
    "Europe/Istanbul": "TRT",
    "America/New_York": "EST EDT ET",
    "America/Chicago": "CST CDT CT",
    "America/Denver": "MST MDT MT",
    "America/Los_Angeles": "PST PDT PT",
    "America/Anchorage": "AKST AKDT",
    "Pacific/Honolulu": "HST HDT",
    "America/Halifax": "AST ADT",
    "America/St_Johns": "NST NDT",
    "America/Sao_Paulo": "BRT BRST",
    "America/Argentina/Buenos_Aires": "ART",
    "America/Santiago": "CLT CLST",
    "America/Bogota": "COT",
    "America/Lima": "PET",
    "Africa/Johannesburg": "SAST",
    "Africa/Nairobi": "EAT",
    "Africa/Lagos": "WAT",
    "Africa/Maputo": "CAT",
    "Asia/Dubai": "GST",
    "Asia/Karachi": "PKT",
    "Asia/Kolkata": "IST",
    "Asia/Kathmandu": "NPT",
    "Asia/Dhaka": "BDT",
    "Asia/Bangkok": "ICT",
    "Asia/Jakarta": "WIB",
    "Asia/Shanghai": "",
    "Asia/Singapore": "SGT",
    "Asia/Hong_Kong": "HKT",
    "Asia/Manila": "PHT",
    "Asia/Tokyo": "JST",
    "Asia/Seoul": "KST",
    "Australia/Perth": "AWST",
    "Australia/Adelaide": "ACST ACDT",
    "Australia/Darwin": "",
    "Australia/Brisbane": "",
    "Australia/Sydney": "AEST AEDT",
    "Pacific/Auckland": "NZST NZDT",
}
"""Large cities, with the abbreviations of their zones."""
_OFFSET = re.compile(r"(?:UTC|GMT|Z)? ?([-+−]) ?(\d{1,2})(?::?(\d{2}))?", re.IGNORECASE)
_ABBREVIATION = re.compile(r"[A-Za-z]{1,5}|.*\d.*")
_NO_CITIES = {"etc", "us", "canada", "brazil", "mexico", "chile", "systemv"}
_NO_CITY = re.compile(r"Australia/(ACT|LHI|NSW|North|Queensland|South|Tasmania|Victoria|West)")
_NEAR = 75
"""The least similarity of the name of a city to be suggested, of 100."""


def find_zone_of(text: str, day: date | None) -> str | None:
    """Find a zone by an abbreviation or an offset; None for all else.

    Args:
        text: The zone as it is written.
        day: A day of the event, on which an offset holds.
    """
    name = text.strip()
    for city, abbreviations in _CITIES.items():
        if name.upper() in abbreviations.split():
            return city
    if name.upper() in {"Z", "ZULU", "UCT"}:
        return "UTC"
    if match := _OFFSET.fullmatch(name):
        sign = 1 if match[1] == "+" else -1
        offset = sign * timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
        return _find_city_with(offset, day)
    return None


def _find_city_with(offset: timedelta, day: date | None) -> str | None:
    """Find a large city in which a day has an offset from UTC."""
    if day is None:
        return None
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    if not offset:
        return "UTC"
    cities = (city for city in _CITIES if noon.astimezone(ZoneInfo(city)).utcoffset() == offset)
    return next(cities, None)


def find_zone_named(text: str) -> str | None:
    """Find the zone whose city is spelt likewise, in the region that is named; or None.

    An abbreviation is no name: two that are spelt likewise are hours apart.
    """
    name = text.strip()
    for zone in available_timezones():
        if zone.casefold() == name.casefold():
            return zone
    zones = [zone for zone in sorted(available_timezones()) if _is_of_a_city(zone)]
    region, slash, city = name.replace(" ", "_").casefold().rpartition("/")
    region = region.partition("/")[0]
    called: dict[str, str] = {}
    for zone in zones:
        own = zone.casefold().partition("/")[0]
        if not slash or own == region or fuzz.ratio(own, region) >= _NEAR:
            called.setdefault(zone.casefold().rpartition("/")[2], zone)
    if city in called:
        return called[city]
    if _ABBREVIATION.fullmatch(name):
        return None
    found = process.extractOne(city, list(called), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return called[found[0]] if found else None


def _is_of_a_city(zone: str) -> bool:
    """Whether a zone is named by a city, and not by a part of a country."""
    region, slash, _city = zone.partition("/")
    return bool(slash) and region.casefold() not in _NO_CITIES and not _NO_CITY.fullmatch(zone)
