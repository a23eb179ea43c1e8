"""The time zones of a city or a country that a published file names."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import filterfalse
from zoneinfo import available_timezones

_BETWEEN = re.compile(r"[,;/()|]| - ")
_MOST_PARTS = 6
_ALSO_CALLED = {
    **dict.fromkeys(("uk", "great britain", "england", "scotland", "wales"), "GB"),
    **dict.fromkeys(("usa", "u.s.a.", "united states of america"), "US"),
    **dict.fromkeys(("the netherlands", "nederland", "holland"), "NL"),
    **dict.fromkeys(("belgië", "belgique", "belgien"), "BE"),
    **dict.fromkeys(("deutschland", "duitsland"), "DE"),
    **dict.fromkeys(("österreich", "oostenrijk"), "AT"),
    **dict.fromkeys(("schweiz", "suisse", "zwitserland"), "CH"),
    **dict.fromkeys(("frankrijk", "frankreich"), "FR"),
    **dict.fromkeys(("españa", "spanje"), "ES"),
    **dict.fromkeys(("czechia", "česko"), "CZ"),
}
"""Names of countries that tzdata has otherwise."""


def find_zones_of_place(place: str) -> Sequence[str]:
    """Find the zones in which a place may be; none where it is not known.

    By the names of the zones, then by a table of cities, then by the countries of tzdata, of
    which some have several. Of a city in several countries a country beside it tells which.

    Args:
        place: As people write it: `Brussels`, `New York`, `Utrecht, Netherlands`.
    """
    parts = list(filter(None, map(_plain, _BETWEEN.split(place, _MOST_PARTS))))
    if not parts:
        return ()
    country = next((part for part in reversed(parts) if part in _by_country()), "")
    around = _by_country().get(country, [])
    for city in parts:
        zones = [*_by_name().get(city, ()), *_by_city().get(city, ())]
        inside = [zone for zone in zones if zone in around]
        if inside or (zones and len(country) <= len("CA")):  # which may be of a state, too
            return list(dict.fromkeys(inside or zones))
    return around


def _plain(name: str) -> str:
    """Write a name in small letters, without the signs above them."""
    letters = unicodedata.normalize("NFKD", name.replace("_", " ").casefold())
    return " ".join("".join(filterfalse(unicodedata.combining, letters)).split())


@cache
def _by_name() -> dict[str, list[str]]:
    """List the zones that bear the name of a city, as `Europe/Brussels` does."""
    zones: dict[str, list[str]] = {}
    for name in sorted(available_timezones()):
        area, _slash, city = name.partition("/")
        if city and area not in {"Etc", "SystemV", "US", "posix", "right"}:
            zones.setdefault(_plain(city.rpartition("/")[2]), []).append(name)
    return zones


@cache
def _by_city() -> dict[str, list[str]]:
    zones: dict[str, list[str]] = {}
    for line in files(__package__).joinpath("cities.txt").read_text(encoding="utf-8").splitlines():
        zone, _colon, cities = line.partition(": ")
        for city in cities.split("; ") if not line.startswith("#") else ():
            zones.setdefault(_plain(city), []).append(zone)
    return zones


@cache
def _by_country() -> dict[str, list[str]]:
    zones = _by_code()
    called = {
        _plain(name): zones[code] for code, name in _rows("iso3166.tab", columns=2) if code in zones
    }
    also = {_plain(name): zones[code] for name, code in _ALSO_CALLED.items() if code in zones}
    return called | also | {code.casefold(): names for code, names in zones.items()}


def _by_code() -> dict[str, list[str]]:
    """List the zones of each country by its code of two letters."""
    zones: dict[str, list[str]] = {}
    for code, _place, zone in _rows("zone.tab", columns=3):
        zones.setdefault(code, []).append(zone)
    return zones


def _rows(name: str, columns: int) -> Sequence[Sequence[str]]:
    text = files("tzdata.zoneinfo").joinpath(name).read_text(encoding="utf-8")
    lines = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return [line[:columns] for line in lines if len(line) >= columns]
