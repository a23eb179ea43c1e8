"""The zone of the programme, and the instants that the times of an iCalendar file mean."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo
from typing import NamedTuple, Self
from zoneinfo import ZoneInfo

from tui_planner.exchange.importing.draft.draft import Note, NoteKind
from tui_planner.exchange.importing.text.written_times import read_date, read_instant
from tui_planner.exchange.importing.text.zone_names import (
    find_named_zone,
    find_zone,
    find_zone_with_offsets,
    read_zone_offset,
)
from tui_planner.support.i18n import _, ngettext

from .content_lines import Component, Property, unescape
from .custom_zones import DefinedZone, fit_zone
from .faults import format_line_place

_MOST_FITTED = 50
"""Zones of its own that a file may define, or name by an offset: to find which fits takes time."""
_ONE_DAY = timedelta(days=1)
_UNIVERSAL = ("UTC", "GMT", "UCT", "Zulu", "Universal", "Greenwich", "GMT0", "GMT+0", "GMT-0")


@dataclass(frozen=True, slots=True)
class WrittenTime:
    """A time as it is written in the file.

    Attributes:
        wall: Without a zone, or with the offset that it bears itself.
        zone: What the file calls its zone (TZID); empty where it does not say.
        whole_day: Whether it is a date only; `wall` is then its midnight.
        line: Where it stands.
    """

    wall: datetime
    zone: str = ""
    whole_day: bool = False
    line: int = 0

    @property
    def is_floating(self) -> bool:
        """Whether nothing says which zone is meant."""
        return self.wall.tzinfo is None and not self.zone and not self.whole_day


def parse_written_time(item: Property | None) -> WrittenTime | None:
    """Parse the time in a property; None where there is none that can be read."""
    if item is None:
        return None
    written, zone = item.value.strip(), item.params.get("TZID", "")
    late = timedelta()
    if written[8:13] == "T2400":  # the end of the day, which only people write
        written, late = f"{written[:9]}00{written[11:]}", _ONE_DAY
    at = read_instant(written)
    if at is not None:
        zone = "" if at.tzinfo or not zone else _clean_name(zone)
        return WrittenTime(at + late, zone, line=item.line)
    day = read_date(written) if len(written) <= len("2025-02-13") else None
    return None if day is None else WrittenTime(datetime.combine(day, time()), "", True, item.line)


def _clean_name(text: str) -> str:
    return unescape(text).strip().strip('"').strip()


class _KnownZone(NamedTuple):
    """A zone that could be found; `key` is its IANA name, or that of one whose clocks go so."""

    zone: tzinfo
    key: str | None


@dataclass(frozen=True)
class Zones:
    """The time zones of a file.

    Attributes:
        programme: The zone of the programme.
        by_name: The zones as the file calls them; only those that could be found.
    """

    programme: ZoneInfo
    by_name: dict[str, _KnownZone]

    @classmethod
    def from_calendars(
        cls,
        calendars: Sequence[Component],
        starts: Sequence[WrittenTime],
        others: Sequence[WrittenTime],
        notes: list[Note],
        zone: str,
    ) -> Self:
        """Find the zones of the calendars in a file, by the starts and other times of its events.

        That of the programme is `zone` where that is not empty. Guesses go to the notes.
        """
        times = [*starts, *others]
        by_name = _named_zones(calendars, times, notes)
        programme = zone or _programme_zone(calendars, starts, by_name, notes)
        zones = cls(ZoneInfo(programme), by_name)
        zones._note_unknown(times, notes)
        zones._note_unlike(times, notes)
        zones._note_floating(starts, notes)
        return zones

    def to_instant(self, written: WrittenTime) -> datetime:
        """Compute the instant (UTC) that is meant; without a zone, by the programme's clocks."""
        return self.resolve_wall(written, written.wall)

    def resolve_wall(self, like: WrittenTime, wall: datetime) -> datetime:
        """Compute the instant (UTC) of a wall time in the zone of a written time."""
        if wall.tzinfo is None:
            wall = wall.replace(tzinfo=self._zone(like))
        return wall.astimezone(UTC)

    def to_wall(self, like: WrittenTime, at: datetime) -> datetime:
        """Compute the wall time of an instant in the zone of a written time."""
        return at.astimezone(self._zone(like)).replace(tzinfo=None)

    def _zone(self, like: WrittenTime) -> tzinfo:
        known = self.by_name.get(like.zone)
        return like.wall.tzinfo or (known.zone if known else self.programme)

    def _note_unknown(self, times: Sequence[WrittenTime], notes: list[Note]) -> None:
        """Note how times in zones of unknown names were taken."""
        for name, named in _group_by_name(times).items():
            if name in self.by_name:
                continue
            message = ngettext(
                'There is no time zone "{name}": {n} time is taken as in {zone}.',
                'There is no time zone "{name}": {n} times are taken as in {zone}.',
                len(named),
            )
            values = {"name": name, "n": len(named), "zone": self.programme.key}
            notes.append(_guess(named[0].line, message, **values))

    def _note_unlike(self, times: Sequence[WrittenTime], notes: list[Note]) -> None:
        """Note zones whose clocks go as those of no known one: only their instants are kept."""
        for name, named in _group_by_name(times).items():
            if name in self.by_name and self.by_name[name].key is None:
                message = _(
                    'The clocks of "{name}" go as in no known time zone: its times are shown in '
                    "{zone}, at the same moments; --timezone says where else."
                )
                line, zone = named[0].line, self.programme.key
                notes.append(_guess(line, message, name=name, zone=zone))

    def _note_floating(self, starts: Sequence[WrittenTime], notes: list[Note]) -> None:
        """Note how times without a zone were taken."""
        floating = [at for at in starts if at.is_floating]
        if floating:
            message = ngettext(
                "{n} event says no time zone: it is taken as in {zone}.",
                "{n} events say no time zone: they are taken as in {zone}.",
                len(floating),
            )
            line = floating[0].line
            notes.append(_guess(line, message, n=len(floating), zone=self.programme.key))


def _guess(line: int, message: str, **values: object) -> Note:
    return Note(NoteKind.GUESSED, format_line_place(line), message.format(**values))


def _named_zones(
    calendars: Sequence[Component], times: Sequence[WrittenTime], notes: list[Note]
) -> dict[str, _KnownZone]:
    """Find the zones that times name, where that is possible; guesses go to the notes."""
    defined = _definitions(calendars)
    found: dict[str, _KnownZone] = {}
    to_fit = _MOST_FITTED
    for name, named in _group_by_name(times).items():
        definition = defined.get(name)
        own = DefinedZone(definition) if definition is not None and to_fit else None
        is_defined = own is not None and own.is_usable
        key = _known_key(name, definition, is_defined=is_defined)
        offset = read_zone_offset(name)
        walls = [at.wall for at in named]
        if key is not None:
            found[name] = _KnownZone(ZoneInfo(key), key)
        elif own is not None and is_defined:
            found[name] = _KnownZone(own, fit_zone(own, walls))
            to_fit -= 1
        elif offset is not None and to_fit:
            zone = timezone(offset)
            fitting = find_zone_with_offsets(wall.replace(tzinfo=zone) for wall in walls)
            found[name] = _KnownZone(zone, fitting)
            to_fit -= 1
        if name in found:
            notes += _note_taken(name, found[name], named[0].line)
    return found


def _note_taken(name: str, known: _KnownZone, line: int) -> Iterator[Note]:
    """Note for which zone another name is taken, of all whose clocks go alike."""
    if known.key is None or known.key.lower() == name.lower():
        return
    if isinstance(known.zone, DefinedZone):
        message = _('The time zone "{name}" is taken for {zone}, whose clocks go so.')
        yield _guess(known.zone.line, message, name=name, zone=known.key)
    else:
        text = _('The time zone "{name}" is taken for {zone}.').format(name=name, zone=known.key)
        yield Note(NoteKind.MENDED, format_line_place(line), text)


def _group_by_name(times: Sequence[WrittenTime]) -> dict[str, list[WrittenTime]]:
    """Group the times that name a zone by that name."""
    groups: dict[str, list[WrittenTime]] = {}
    for at in times:
        if at.zone:
            groups.setdefault(at.zone, []).append(at)
    return groups


def _definitions(calendars: Sequence[Component]) -> dict[str, Component]:
    """Collect the VTIMEZONEs by their names."""
    parts = (part for calendar in calendars for part in calendar.subcomponents)
    return {_clean_name(one.get_text("TZID")): one for one in parts if one.name == "VTIMEZONE"}


def _known_key(name: str, definition: Component | None, *, is_defined: bool) -> str | None:
    """Find the IANA name of a zone by its name in the file.

    Where the file defines it, its rules say more than a name that is no place, such as EST.
    """
    texts = [name]
    if definition is not None:
        texts += [definition.get_text("X-LIC-LOCATION"), definition.get_text("TZURL")]
    for text in filter(None, texts):
        path = text.removesuffix(".ics").split("/")
        ends = ("/".join(path[-length:]) for length in (2, 3, 1) if len(path) > length)
        key = next(filter(None, map(find_named_zone, (text, *ends))), None)
        if key is not None and ("/" in key or key in _UNIVERSAL or not is_defined):
            return key
    return None if is_defined else find_zone(name)


def _programme_zone(
    calendars: Sequence[Component],
    starts: Sequence[WrittenTime],
    by_name: dict[str, _KnownZone],
    notes: list[Note],
) -> str:
    for calendar in calendars:
        said = calendar.get_first("X-WR-TIMEZONE")
        own = None if said is None else by_name.get(_clean_name(said.value))
        if said is not None and (zone := find_zone(said.value) or (own and own.key)):
            return zone
        if said is not None:
            message = _('X-WR-TIMEZONE: there is no time zone "{name}".')
            text = message.format(name=said.value)
            notes.append(Note(NoteKind.MENDED, format_line_place(said.line), text))
    keys = (by_name[at.zone].key for at in starts if at.zone in by_name)
    used = Counter(key for key in keys if key is not None)
    if used:
        return min(used, key=lambda name: (-used[name], name))
    for name, definition in _definitions(calendars).items():
        if known := _known_key(name, definition, is_defined=False):
            return known
    line = starts[0].line if starts else 1
    offsets = [at.wall for at in starts if at.wall.utcoffset()]
    if offsets and (fitting := find_zone_with_offsets(offsets)):
        message = _("The file names no time zone: its times bear the offsets of {zone}.")
        notes.append(_guess(line, message, zone=fitting))
        return fitting
    if not any(at.zone in by_name for at in starts):
        message = _(
            "The file names no time zone: its times are shown in {zone}; --timezone says which."
        )
        notes.append(_guess(line, message, zone="UTC"))
    return "UTC"
