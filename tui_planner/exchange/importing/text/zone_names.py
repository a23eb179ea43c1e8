"""Time zones, as published files name them or fail to."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import chain
from zoneinfo import ZoneInfo, available_timezones

from .cities import find_zones_of_place

_LIKELY = (
    *("UTC", "Europe/Berlin", "Europe/London", "Europe/Athens", "America/New_York"),
    *("America/Chicago", "America/Denver", "America/Los_Angeles", "America/Sao_Paulo"),
    *("Asia/Kolkata", "Asia/Shanghai", "Asia/Tokyo", "Australia/Sydney", "Pacific/Auckland"),
    *("Europe/Lisbon", "Europe/Moscow"),
)
_NO_ZONES = frozenset(("Factory", "localtime"))
_NEW_IN_WINDOWS = {
    "Alberta Standard Time": "America/Edmonton",
    "British Columbia Standard Time": "America/Vancouver",
    "Manitoba Standard Time": "America/Winnipeg",
}
"""Names of CLDR that the icalendar library does not have yet."""
_OFFSET = re.compile(r"(?:utc|gmt|z)?\s*([+-])(\d{1,2})(?:[:.]?(\d{2}))?", re.IGNORECASE)
_BEFORE_NAME = re.compile(r"\((?:utc|gmt)\s*([^)]*)\)\s*", re.IGNORECASE)
_SUMMER = re.compile(r"\b(?:daylight|summer) time$")
_LARGEST_OFFSET = timedelta(hours=14)


def find_zone(text: str) -> str | None:
    """Find the IANA name of a zone by whatever a file, or a person, calls it; or None.

    Its name in any case, Windows' name, an offset in whole hours (`UTC+2`, `GMT+0100`), the name
    that Windows shows (`(UTC+01:00) Amsterdam, Berlin`), or letters (`CEST`).
    """
    return find_named_zone(text) or _find_by_offset(text) or _find_shown(text)


def find_named_zone(text: str) -> str | None:
    """Find the IANA name of a zone by that name in any case, or by that of Windows; or None."""
    name = text.strip().strip('"').strip().lower()
    known = _by_lower_case().get(name)
    if known is None and (windows := _by_windows_name().get(_SUMMER.sub("standard time", name))):
        known = _by_lower_case().get(windows.lower())
    return known


def read_zone_offset(text: str) -> timedelta | None:
    """Read the offset that the name of a zone is, such as `GMT+0100`, `UTC+2` or `+05:30`."""
    match = _OFFSET.fullmatch(text.strip().strip('"').strip())
    if match is None or int(match[3] or 0) > 59:
        return None
    offset = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
    return None if offset > _LARGEST_OFFSET else offset if match[1] == "+" else -offset


def _find_by_offset(text: str) -> str | None:
    """Find the zone of an offset in whole hours; the sign in its name is the other way round."""
    offset = read_zone_offset(text)
    if offset is None or offset % timedelta(hours=1):
        return None
    hours = offset // timedelta(hours=1)
    return _by_lower_case().get(f"etc/gmt{-hours:+}" if hours else "utc")


def _find_shown(text: str) -> str | None:
    """Find a zone by letters that stand for it, or by what Windows and others show of it."""
    shown = text.strip()
    before = _BEFORE_NAME.match(shown)
    name = shown[before.end() :] if before else shown
    if not before and name.isupper():
        return _by_letters().get(name)
    windows = re.sub(r"\btime\b", "standard time", name.lower()).partition("(")[0]
    named = find_named_zone(windows)
    if named or not before:
        return named
    zones = chain.from_iterable(map(find_zones_of_place, re.split(r"[,/]", name)))
    return next(zones, None) or _find_by_offset(before[1] or "+0")


def find_zone_with_offsets(instants: Iterable[datetime], first: str | None = None) -> str | None:
    """Find a zone in which all these times have the offsets that they are written with.

    Args:
        instants: Times with fixed offsets.
        first: The zone that is taken where it fits.
    """
    samples = {(at.replace(tzinfo=None), at.utcoffset()): at for at in instants}.values()
    fallback = sorted(_by_lower_case().values(), key=lambda name: (name[:4] != "Etc/", name))
    for name in (*([first] if first else []), *_LIKELY, *fallback):
        zone = _load_zone(name)
        if all(at.astimezone(zone).utcoffset() == at.utcoffset() for at in samples):
            return name
    return None


@cache
def _load_zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)  # which itself forgets all but the last few


@cache
def _by_lower_case() -> dict[str, str]:
    return {name.lower(): name for name in sorted(available_timezones() - _NO_ZONES)}


@cache
def _by_windows_name() -> dict[str, str]:
    # Only files without an IANA name pay for this import.
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON  # noqa: PLC0415

    return {name.lower(): zone for name, zone in (_NEW_IN_WINDOWS | WINDOWS_TO_OLSON).items()}


@cache
def _by_letters() -> dict[str, str]:
    """Map the letters that the clocks of likely zones have, in winter and in summer, to these."""
    found: dict[str, str] = {}
    for name in _LIKELY:
        for month in (1, 7):
            letters = datetime(2025, month, 1, tzinfo=UTC).astimezone(ZoneInfo(name)).tzname()
            found.setdefault(letters or "", name)
    return found
