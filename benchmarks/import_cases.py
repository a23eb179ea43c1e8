"""`import` of 10,000 events, whole process, against the bare parser of the file alone."""

import json
import random
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from xml.sax.saxutils import escape

from icalendar.parser import Contentline
from icalendar.prop import vText

from .pairs import Case
from .processes import run_module

_DAYS = ("2025-02-13", "2025-02-14")
_ROOMS = 60
_EVENTS = 10_000
_WORDS = [
    "open",
    "free",
    "water",
    "<em>energy</em>",
    "kernel",
    "&amp;",
    "network",
    "café",
    "日本",
    "how",
    "why",
    "data",
    "garden",
]


def make_cases(folder: Path) -> Iterator[Case]:
    """Make the cases, with their schedules in a folder."""
    yield _case(folder / "schedule.xml", _as_xml(), "expat")
    yield _case(folder / "schedule.json", _as_json(), "json")
    yield _case(folder / "schedule.ics", _as_icalendar(), "icalendar")


def _case(file: Path, text: str, parser: str) -> Case:
    file.write_text(text, encoding="utf-8", newline="")
    made = str(file.with_suffix(".toml"))
    return Case(
        f"import of 10,000 events as {file.name}, against {parser} alone",
        partial(run_module, "tui_planner", "import", str(file), "--force", "-o", made),
        partial(run_module, "benchmarks.parse_only", str(file)),
    )


def _rooms() -> Iterator[tuple[str, str, list[dict[str, str]]]]:
    """Yield each day, each room of it, and the events there, one after another, with HTML."""
    chance = random.Random(20250213)
    each = _EVENTS // (_ROOMS * len(_DAYS)) + 1
    number = 0
    for day in _DAYS:
        for room in range(_ROOMS):
            events = []
            for row in range(min(each, _EVENTS - number)):
                events.append(_event(chance, number, f"{day}T{_clock(row * 10)}:00+01:00"))
                number += 1
            yield day, f"Room {room}", events


def _event(chance: random.Random, number: int, date: str) -> dict[str, str]:
    return {
        "guid": f"00000000-0000-4000-8000-{number:012}",
        "date": date,
        "start": date[11:16],
        "duration": "00:10",
        "title": f"Talk {number} {_WORDS[number % 3]}",
        "track": f"Track {number % 20}",
        "language": "en",
        "abstract": f"<p>{' '.join(chance.choices(_WORDS, k=40))}</p>",
        "description": f"<p>{' '.join(chance.choices(_WORDS, k=80))}</p>",
    }


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _as_xml() -> str:
    parts = ["<schedule><conference><title>A conference</title></conference>"]
    for day, room, events in _rooms():
        parts.append(f'<day date="{day}"><room name="{room}">')
        for event in events:
            inner = "".join(f"<{k}>{escape(v)}</{k}>" for k, v in event.items() if k != "guid")
            person = "<persons><person>Some One</person></persons>"
            parts.append(f'<event guid="{event["guid"]}">{inner}{person}</event>\n')
        parts.append("</room></day>")
    return "".join([*parts, "</schedule>"])


def _as_json() -> str:
    days = [{"date": day, "rooms": {room: events}} for day, room, events in _rooms()]
    return json.dumps({"schedule": {"conference": {"title": "A conference", "days": days}}})


def _as_icalendar() -> str:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//x//EN", "X-WR-CALNAME:A conference"]
    for _day, room, events in _rooms():
        for event in events:
            start = event["date"][:19].replace("-", "").replace(":", "")
            description = vText(f"{event['abstract']}\n{event['description']}").to_ical().decode()
            lines += [
                "BEGIN:VEVENT",
                f"UID:{event['guid']}",
                f"DTSTART;TZID=Europe/Amsterdam:{start}",
                "DURATION:PT10M",
                f"SUMMARY:{event['title']}",
                f"LOCATION:{room}",
                f"CATEGORIES:{event['track']}",
                f"DESCRIPTION:{description}",
                "END:VEVENT",
            ]
    return "".join(
        f"{Contentline(line).to_ical().decode()}\r\n" for line in [*lines, "END:VCALENDAR"]
    )
