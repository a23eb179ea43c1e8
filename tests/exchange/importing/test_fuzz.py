"""Files with faults in them: a programme or a sentence, never a fault of ours, and soon.

With THOROUGH=1 in the environment, more than 10,000 files are tried.
"""

import gzip
import io
import json
import random
import re
import zipfile
from collections.abc import Callable
from contextlib import suppress
from copy import deepcopy
from typing import Any

import pytest

from tests.exchange.importing.schedule.test_event_links import LINKS
from tests.exchange.importing.schedule.test_read_schedule_json import DAYS_2, EVENT, EVENT_2
from tests.exchange.importing.schedule.test_read_schedule_xml import FRAB, PENTABARF
from tests.exchange.importing.support import event, imported, json_of, programme, schema2, xml
from tests.exchange.importing.tables.test_yaml_lists import SITE
from tests.helpers import DATA, soon, times
from tests.samples import sample
from tui_planner.exchange.importing.import_errors import NoScheduleError
from tui_planner.exchange.table_columns import COLUMNS, MARK

pytestmark = pytest.mark.slow

ICALENDAR = b"""BEGIN:VCALENDAR\r
BEGIN:VTIMEZONE\r
TZID:Own\r
BEGIN:STANDARD\r
DTSTART:19701025T030000\r
TZOFFSETTO:+0100\r
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r
END:STANDARD\r
END:VTIMEZONE\r
BEGIN:VEVENT\r
UID:one\r
DTSTART;TZID=Europe/Berlin:20250213T100000\r
DTEND;TZID=Europe/Berlin:20250213T110000\r
RRULE:FREQ=DAILY;COUNT=3\r
SUMMARY:One\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:two\r
DTSTART;VALUE=DATE:20250213\r
SUMMARY:Two\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:three\r
DTSTART;TZID=Own:20250213T100000\r
DURATION:PT1H\r
RRULE:FREQ=WEEKLY;UNTIL=20250301T090000Z\r
EXDATE;TZID=Own:20250220T100000\r
SUMMARY:Three\r
END:VEVENT\r
END:VCALENDAR\r
"""

ICALENDAR_2 = b"""<html><pre>\r
BEGIN:VCALENDAR\r
X-WR-TIMEZONE:GMT+0100\r
BEGIN:VTIMEZONE\r
TZID:tzone://Own/Camp\r
BEGIN:DAYLIGHT\r
DTSTART:20000401T000000\r
TZOFFSETFROM:+0315\r
TZOFFSETTO:+0415\r
RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU;UNTIL=20400101T000000Z\r
END:DAYLIGHT\r
BEGIN:STANDARD\r
DTSTART:20001001T000000\r
TZOFFSETFROM:+0415\r
TZOFFSETTO:+0315\r
RDATE:20251005T000000,20261004T000000\r
END:STANDARD\r
END:VTIMEZONE\r
BEGIN:VEVENT\r
UID:long\r
DTSTART;TZID=tzone://Own/Camp:20250213T100000\r
DTEND;TZID=EST5EDT:20250215T160000\r
LOCATION:Hall 1\\, Hall 2\r
ATTACH;FILENAME=a.pdf:https://example.org/a.pdf\r
CONFERENCE;VALUE=URI;LABEL="Join":https://example.org/join\r
X-ALT-DESC;FMTTYPE=text/html:<a href="https://example.org/b">b</a>\r
SUMMARY:Hackathon\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:series\r
DTSTART;TZID=(UTC+01:00) Amsterdam, Berlin:20250213T000000\r
DURATION:P1DT0H\r
RRULE:FREQ=DAILY;COUNT=5\r
RDATE;VALUE=PERIOD:20250220T120000Z/PT3H,20250221T120000Z/20250221T130000Z\r
EXDATE;VALUE=DATE:20250215\r
LOCATION:Hall 1\r
SUMMARY:Series\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:series\r
RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20250216\r
DTSTART;TZID=UTC+5:30:20250216T140000\r
DURATION:P2W\r
LOCATION:Hall 2\r
SUMMARY:Moved\r
END:VEVENT\r
END:VCALENDAR</pre>\r
"""

TABLE = """sep=;
Netwerkdag 2026;;;;
za 9 mei;;;;
Titel;Tijd;Tot;Datum;Spreker(s);Duur;Zaal
"Een; en
meer";9u30 - 10.00 uur;;;Ann en Bob;45;Zaal 1
Twee;9:30 PM;1:00 AM;5/9/2026;Cor;0:45;Zaal 1
Drie;2026-05-09T10:00:00+02:00;11:00;9 mei;;PT40M;
"""

LIST = {
    "title": "A day in 2026",
    "days": [
        {
            "date": "9 May",
            "sessions": [
                {"title": "One", "start": "9:30", "end": "10:00", "speakers": [{"name": "Ann"}]},
                {"title": "Two", "start": "2026-05-09T10:00+02:00", "duration": 45, "room": "Hall"},
            ],
        }
    ],
}


def _zip(data: bytes) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("schedule.xml", data)
    return into.getvalue()


OWN_TABLE = (
    f"\ufeff{','.join(COLUMNS)},{MARK}0123456789abcdef\r\n"
    "a,'=A,2026-05-09,09:30,10:15,Hall,,full,Nature,Ann; Bob\\; Cas,,,,S https://x.example/s,nl,"
    "20,b,,yes,,,Europe/Amsterdam,Day,d,\r\n"
    "b,B,2026-05-09,,,,,,,,,,,,,,,a,,,yes,Europe/Amsterdam,Day,d,\r\n"
)

FILES = {
    "frab": FRAB.encode(),
    "pentabarf": PENTABARF.encode(),
    "breaks": xml({room: [event(room, title="Lunch"), event(f"{room}2")] for room in "ABC"}),
    "json": json_of({"Hall": [EVENT, {**EVENT, "guid": "x"}]}, rooms=[{"name": "Hall"}]),
    "schema2": schema2([EVENT_2, {**EVENT_2, "guid": "x"}], days=DAYS_2),
    "links": (DATA / "imports" / "19-links.xml").read_bytes(),
    "json with links": json_of({"Hall": [EVENT | LINKS]}, base_url="https://x.example/2026"),
    "no zone": (DATA / "imports" / "07-utc-dates-local-start.xml").read_bytes(),
    "icalendar": ICALENDAR,
    "icalendar of many kinds": ICALENDAR_2,
    "table": (DATA / "imports" / "18-sheet.csv").read_bytes(),
    "list.json": json.dumps(LIST).encode(),
    "table of many kinds": TABLE.encode("utf-16"),
    "own table": OWN_TABLE.encode(),
    "list.yaml": SITE,
    **{path.name: path.read_bytes() for path in sorted((DATA / "formats").iterdir())},
}
FILES |= {"gzip": gzip.compress(FILES["frab"]), "zip": _zip(FILES["frab"])}
_TOKENS = re.compile(rb"<[^>]*>|\"[^\"]*\"|[:;,{}\[\]]|\d+|\r?\n")
_STRANGE = (b"", b"\0", b"\xff\xfe", b"<", b"&#0;", b"&x;", b"99999999999", b"-1", b"2025-02-30")


def _flipped(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _number in range(chance.randint(1, 8)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(data: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.sample(range(len(data)), 2))
    return data[:start] if chance.random() < 0.5 else data[:start] + data[end:]


def _without_a_token(data: bytes, chance: random.Random) -> bytes:
    token = chance.choice(list(_TOKENS.finditer(data)))
    return data[: token.start()] + chance.choice(_STRANGE) + data[token.end() :]


def _repeated(data: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.sample(range(len(data)), 2))
    return data[:end] + data[start:end] * chance.randint(1, 3) + data[end:]


FAULTS = (_flipped, _cut, _without_a_token, _repeated)


def _try(data: bytes) -> None:
    with soon(), suppress(NoScheduleError):
        programme(imported(data))


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("name", FILES)
def test_a_file_with_a_fault(name: str, fault: Callable[[bytes, random.Random], bytes]) -> None:
    chance = random.Random(name)  # noqa: S311 - the same faults at every run
    for _number in range(times(25, 420)):
        _try(fault(FILES[name], chance))


OTHERS: tuple[Any, ...] = (
    *(None, [], {}, 5, -1.5, "", "x", True, "2026-05-09", "99:99", ["a", None], {"en": None}),
)
"""Values of JSON that may stand where others are meant."""


def _retyped(value: Any, chance: random.Random) -> Any:
    """A document in which one value in twenty is another."""
    if chance.random() < 0.05:
        return deepcopy(chance.choice(OTHERS))
    if isinstance(value, dict):
        return {key: _retyped(inner, chance) for key, inner in value.items()}
    if isinstance(value, list):
        return [_retyped(inner, chance) for inner in value]
    return value


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith("json")])
def test_a_document_with_values_of_other_types(name: str) -> None:
    chance = random.Random(name)  # noqa: S311 - the same faults at every run
    document = json.loads(FILES[name])
    for _number in range(times(50, 1000)):
        _try(json.dumps(_retyped(document, chance)).encode())


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("name", ["hub.json", "whole.xml", "flat.ics"])
def test_a_sample_with_a_fault(name: str, fault: Callable[[bytes, random.Random], bytes]) -> None:
    data = sample(name).read_bytes()
    chance = random.Random(name)  # noqa: S311 - the same faults at every run
    for _number in range(5):
        _try(fault(data, chance))
