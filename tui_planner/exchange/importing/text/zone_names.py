"""Time zones, as published files name them or fail to."""

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

_LIKELY = (
    *("UTC", "Europe/Berlin", "Europe/London", "Europe/Athens", "America/New_York"),
    *("America/Chicago", "America/Denver", "America/Los_Angeles", "America/Sao_Paulo"),
    *("Asia/Kolkata", "Asia/Shanghai", "Asia/Tokyo", "Australia/Sydney", "Pacific/Auckland"),
)


def find_zone(text: str) -> str | None:
    """Find the IANA name of a zone that a file names in any case, or as Windows does; or None."""
    name = text.strip().strip('"').strip()
    known = _by_lower_case()
    if name.lower() in known:
        return known[name.lower()]
    windows = _by_windows_name().get(name.lower())
    return None if windows is None else known.get(windows.lower())


def find_zone_of_city(city: str) -> str | None:
    """Find the zone that bears the name of a city, as `Europe/Brussels` does; or None."""
    wanted = "_".join(city.lower().split())
    if not wanted:
        return None
    found = [name for lower, name in _by_lower_case().items() if lower.endswith(f"/{wanted}")]
    return min((name for name in found if not name.startswith("Etc/")), default=None)


def find_zone_with_offsets(instants: Iterable[datetime], first: str | None = None) -> str | None:
    """Find a zone in which all these times have the offsets that they are written with.

    Args:
        instants: Times with fixed offsets.
        first: The zone that is taken where it fits.
    """
    samples = {(at.replace(tzinfo=None), at.utcoffset()): at for at in instants}.values()
    fallback = sorted(available_timezones(), key=lambda name: (not name.startswith("Etc/"), name))
    for name in (*([first] if first else []), *_LIKELY, *fallback):
        zone = ZoneInfo(name)
        if all(at.astimezone(zone).utcoffset() == at.utcoffset() for at in samples):
            return name
    return None


@cache
def _by_lower_case() -> dict[str, str]:
    usable = {name for name in available_timezones() if "/" in name or name == "UTC"}
    return {name.lower(): name for name in sorted(usable | {"UTC", "GMT", "CET", "EET", "WET"})}


@cache
def _by_windows_name() -> dict[str, str]:
    # Only files without an IANA name pay for this import.
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON  # noqa: PLC0415

    return {name.lower(): zone for name, zone in WINDOWS_TO_OLSON.items()}
