"""The zone of a schedule that names none: what its city, offsets and clock times say together.

No sign is believed alone where others speak against it. Dates are often written in UTC whatever
the zone is, so that their offsets count least.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tui_planner.exchange.importing.text.cities import find_zones_of_place
from tui_planner.exchange.importing.text.written_times import read_instant
from tui_planner.exchange.importing.text.zone_names import find_zone_with_offsets

from .schedule_records import PublishedSchedule
from .written_starts import WrittenStart, since_midnight

_ONE_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)
_QUARTER = timedelta(minutes=15)
_EASTERNMOST, _WESTERNMOST = timedelta(hours=14), timedelta(hours=-12)
_WEIGHTS = {"city": 1, "days": 1, "clocks": 1, "dates": 0.5}
_SEASONS = (datetime(2025, 1, 15, tzinfo=UTC), datetime(2025, 7, 15, tzinfo=UTC))
_FEW = 0.1
"""The share of the samples up to which they may be mistakes."""


class Evidence(NamedTuple):
    """The zone that is found, and which signs say so.

    Attributes:
        zone: Its IANA name; empty where nothing says any.
        signs: Those of `city`, `days`, `clocks` and `dates` that say so.
        has_offsets: Whether the file has any time with an offset.
    """

    zone: str
    signs: frozenset[str]
    has_offsets: bool


class OffsetSamples:
    """Offsets that times were written with, or that follow from them, one sample a day of each."""

    def __init__(self) -> None:
        self._counts: dict[tuple[date, timedelta], int] = {}
        self._instants: dict[tuple[date, timedelta], datetime] = {}

    def __bool__(self) -> bool:
        """Tell whether there is any."""
        return bool(self._counts)

    def add(self, instant: datetime, offset: timedelta) -> None:
        """Add the offset of an instant (with any offset)."""
        key = (instant.date(), offset)
        self._counts[key] = self._counts.get(key, 0) + 1
        self._instants.setdefault(key, instant)

    def fits(self, zone: str) -> bool:
        """Tell whether there are any, and nearly all of them are what a zone has then."""
        clocks = ZoneInfo(zone)
        fitting = sum(
            number
            for key, number in self._counts.items()
            if self._instants[key].astimezone(clocks).utcoffset() == key[1]
        )
        return bool(self._counts) and fitting >= (1 - _FEW) * sum(self._counts.values())

    def find_zone(self) -> str | None:
        """Find a zone that fits; one of a fixed offset where they all have the same.

        None where there are no samples, or where no zone fits.
        """
        if not self:
            return None
        least = _FEW * sum(self._counts.values())
        by_offset: dict[timedelta, int] = {}
        for (_day, offset), number in self._counts.items():
            by_offset[offset] = by_offset.get(offset, 0) + number
        meant = [offset for offset, number in by_offset.items() if number > least]
        if len(meant) == 1 and not meant[0] % _HOUR:
            hours = meant[0] // _HOUR
            return f"Etc/GMT{-hours:+d}" if hours else "UTC"
        return find_zone_with_offsets(
            self._instants[key].astimezone(timezone(key[1]))
            for key in self._counts
            if key[1] in meant
        )


def weigh_evidence(published: PublishedSchedule, written: Sequence[WrittenStart]) -> Evidence:
    """Weigh what a schedule says of its zone.

    Args:
        published: The schedule, for its city and days.
        written: The starts of its events.
    """
    samples = {"days": OffsetSamples(), "clocks": OffsetSamples(), "dates": OffsetSamples()}
    for start in written:
        _add_start(start, samples)
    for day in published.days:
        for at in (read_instant(day.start), read_instant(day.end)):
            if at is not None and (offset := at.utcoffset()) is not None:
                samples["days"].add(at, offset)
    cities = _list_zones_of_city(published, samples)
    weighed = []
    for zone in dict.fromkeys([*cities, *(each.find_zone() for each in samples.values())]):
        if zone is not None:
            signs = {name for name, each in samples.items() if each.fits(zone)}
            signs |= {"city"} if zone in cities else set()
            weighed.append((sum(_WEIGHTS[sign] for sign in signs), zone, signs))
    has_offsets = bool(samples["dates"] or samples["days"])
    if not weighed:
        return Evidence("", frozenset(), has_offsets)
    _most, zone, signs = max(weighed, key=lambda each: each[0])
    return Evidence(zone, frozenset(signs), has_offsets)


def _add_start(start: WrittenStart, samples: Mapping[str, OffsetSamples]) -> None:
    """Add the offset of a date, and that by which the clock time beside it differs from UTC."""
    dated, clock = start
    if dated is None:
        return
    offset = dated.utcoffset()
    if offset is not None:
        samples["dates"].add(dated, offset)
    if clock is None:
        return
    in_utc = dated.replace(tzinfo=UTC) if offset is None else dated.astimezone(UTC)
    implied = (clock - since_midnight(in_utc)) % _ONE_DAY
    implied -= _ONE_DAY if implied > _EASTERNMOST else timedelta()
    is_local = offset is None and not implied
    if not is_local and not implied % _QUARTER and implied > _WESTERNMOST:
        samples["clocks"].add(in_utc, implied)


def _list_zones_of_city(
    published: PublishedSchedule, samples: Mapping[str, OffsetSamples]
) -> list[str]:
    """List the zones of the city that the offsets do not speak against.

    Where nothing tells several apart whose clocks differ, none of them is taken.
    """
    about = published.conference
    found = find_zones_of_place(about.get("city", "")) or find_zones_of_place(
        about.get("venue", "")
    )
    told = [each for each in samples.values() if each]
    fitting = [zone for zone in found if any(each.fits(zone) for each in told)] or found
    return list(fitting[:1]) if len(set(map(_list_offsets, fitting))) == 1 else []


def _list_offsets(zone: str) -> tuple[timedelta | None, ...]:
    """List the offsets of a zone in winter and in summer."""
    return tuple(at.astimezone(ZoneInfo(zone)).utcoffset() for at in _SEASONS)
