"""Every clash in the schedules of others is told, and no other: found by hand in their files."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import combinations
from typing import Any, NamedTuple
from xml.etree import ElementTree

import pytest

from tests.exchange.importing.support import clashing, findings, imported, programme
from tests.samples import TABLE, sample

pytestmark = pytest.mark.slow


class Raw(NamedTuple):
    """An event as it stands in a file, with its times as the clocks there show them."""

    id: str
    room: str
    start: datetime
    end: datetime
    people: frozenset[str]


def from_xml(text: bytes) -> Iterator[Raw]:
    root = ElementTree.fromstring(text)  # noqa: S314 - a sample
    change = root.findtext("conference/day_change") or "00:00"
    for day in root.iter("day"):
        for room in day.iter("room"):
            for one in room.iter("event"):
                yield raw(
                    one.get("guid") or one.get("id") or "",
                    room.get("name") or "",
                    f"{day.get('date')} {one.findtext('start')}",
                    one.findtext("duration") or "",
                    [person.text or "" for person in one.iter("person")],
                    change,
                )


def from_json(text: bytes) -> Iterator[Raw]:
    conference: dict[str, Any] = json.loads(text)["schedule"]["conference"]
    for day in conference["days"]:
        for room, events in (day.get("rooms") or {}).items():
            for one in events:
                names = [p.get("public_name") or p.get("name") or "" for p in one["persons"]]
                when = f"{day['date']} {one['start']}"
                change = day["day_start"][11:16] if "day_start" in day else "00:00"
                yield raw(str(one["guid"] or one["id"]), room, when, one["duration"], names, change)


def raw(id_: str, room: str, when: str, length: str, people: list[str], change: str) -> Raw:
    """An event from its texts; before the hour at which the day changes it is of the next one."""
    start = datetime.fromisoformat(when)
    if f"{start:%H:%M}" < change[:5]:
        start += timedelta(days=1)
    hours, minutes = (int(part) for part in length.split(":")[-2:])
    end = start + timedelta(hours=hours, minutes=minutes)
    return Raw(id_, room, start, end, frozenset(" ".join(p.split()).casefold() for p in people))


def from_calendar(text: bytes) -> Iterator[Raw]:
    unfolded = text.decode().replace("\r\n", "\n").replace("\n ", "")
    for event in unfolded.split("BEGIN:VEVENT")[1:]:
        values = dict(
            re.findall(r"^([A-Z]+)[^:\n]*:(.*)$", event.partition("END:VEVENT")[0], re.MULTILINE)
        )
        start, end = (
            datetime.strptime(values[key].rstrip("Z"), "%Y%m%dT%H%M%S")  # noqa: DTZ007 - compared
            for key in ("DTSTART", "DTEND")
        )
        yield Raw(values["UID"], values.get("LOCATION", ""), start, end, frozenset())


READERS: dict[str, Callable[[bytes], Iterator[Raw]]] = {
    "xml": from_xml,
    "json": from_json,
    "ics": from_calendar,
}
NAMES = [
    name
    for name in TABLE
    if name.split(".")[0] not in {"hub", "hub-schedule2", "pentabarf", "invalid-example", "zoned"}
]
"""Those whose times a few lines can read."""


def clashes_by_hand(name: str) -> tuple[set[frozenset[str]], set[frozenset[str]]]:
    """The pairs at once in one room, and those of one speaker in two rooms, breaks left off."""
    data = sample(name).read_bytes()
    blocks = programme(data).block_by_id
    events = [one for one in READERS[name.split(".")[1]](data) if one.id not in blocks]
    assert len(events) + len(blocks) + imported(data).joined == imported(data).found
    at_once = [
        (one, other)
        for one, other in combinations(sorted(events, key=lambda each: each.start), 2)
        if max(one.start, other.start) < min(one.end, other.end)
    ]
    of_room = {frozenset((a.id, b.id)) for a, b in at_once if a.room == b.room != ""}
    of_people = {
        frozenset((a.id, b.id)) for a, b in at_once if a.room != b.room and a.people & b.people
    }
    return of_room, of_people


@pytest.mark.parametrize("name", NAMES)
def test_the_clashes_told_are_those_in_the_file(name: str) -> None:
    made = imported(sample(name).read_bytes())
    assert (clashing(made, "C103"), clashing(made, "C104")) == clashes_by_hand(name)


@pytest.mark.parametrize("name", TABLE)
def test_nobody_speaks_in_two_places_within_one_room(name: str) -> None:
    made = imported(sample(name).read_bytes())
    things = programme(made)
    for problem in findings(made, "C104"):
        rooms = [things.session_by_id[id_].room for id_ in problem.sessions]
        assert len({*rooms}) == 2
