"""What the tests of importing share: schedules from a few words, and what comes of them."""

import json
from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from tui_planner.checks.check_file import check_file
from tui_planner.exchange.importing.import_schedule import Imported, import_schedule
from tui_planner.programme.model import Programme
from tui_planner.programme.problem import Problem
from tui_planner.programme.reading.read_programme import read_text
from tui_planner.programme.toml.source import Source

CONFERENCE = {
    "title": "A conference",
    "acronym": "conf",
    "time_zone_name": "Europe/Berlin",
}


def event(id_: str = "one", start: str = "10:00", **more: str) -> dict[str, str]:
    """An event; `more` replaces or adds what stands in it."""
    return {"id": id_, "start": start, "duration": "00:45", "title": f"Talk {id_}", **more}


def xml(
    rooms: Mapping[str, list[dict[str, str]]],
    *,
    day: Mapping[str, str] | None = None,
    **conference: str,
) -> bytes:
    """A schedule.xml of one day."""
    attributes = day or {"date": "2025-02-13", "index": "1"}
    about = "".join(_element(k, v) for k, v in (CONFERENCE | conference).items() if v)
    listed = "".join(
        f"<room name={quoteattr(name)}>\n{''.join(map(_event, events))}</room>\n"
        for name, events in rooms.items()
    )
    named = " ".join(f"{key}={quoteattr(value)}" for key, value in attributes.items())
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f"<schedule><conference>{about}</conference>\n<day {named}>\n{listed}</day></schedule>\n"
    ).encode()


def _event(values: Mapping[str, str]) -> str:
    attributes = {key: values[key] for key in ("id", "guid") if key in values}
    named = " ".join(f"{key}={quoteattr(value)}" for key, value in attributes.items())
    people = "".join(
        _element("person", name) for name in values.get("persons", "").split(",") if name
    )
    inner = "".join(
        _element(key, value)
        for key, value in values.items()
        if key not in {"id", "guid", "persons"}
    )
    return f"<event {named}>{inner}<persons>{people}</persons></event>\n"


def _element(tag: str, text: str) -> str:
    return f"<{tag}>{escape(text)}</{tag}>"


def json_of(rooms: Mapping[str, list[dict[str, Any]]], /, **conference: Any) -> bytes:
    """A schedule.json, version 1, of one day."""
    day = {"index": 1, "date": "2025-02-13", "rooms": rooms}
    return json.dumps(
        {"schedule": {"conference": {**CONFERENCE, "days": [day], **conference}}}
    ).encode()


def schema2(events: list[dict[str, Any]], /, **conference: Any) -> bytes:
    """A schedule.json of schema 2."""
    about = {**CONFERENCE, "days": [], **conference}
    return json.dumps({"schedule": {"conference": about, "events": events}}).encode()


def imported(data: bytes) -> Imported:
    """What comes of a file; nothing of it is lost without a word."""
    made = import_schedule(data, "schedule")
    written = made.sessions + made.blocks - made.added
    assert made.found == written + made.joined + made.left_out
    return made


def programme(data: bytes | Imported) -> Programme:
    """The programme that comes of a file; its text has no error, and holds all that was counted."""
    made = data if isinstance(data, Imported) else imported(data)
    reading = read_text(Source("imported", made.text))
    assert reading.programme is not None, (reading.problems, made.text)
    assert len(reading.programme.sessions) == made.sessions
    assert len(reading.programme.blocks) == made.blocks
    return reading.programme


def notes_of(data: bytes | Imported) -> list[tuple[str, str, str]]:
    """The notes of an import: what was done, where, and the sentence."""
    made = data if isinstance(data, Imported) else imported(data)
    return [(note.kind.value, note.place, note.message) for note in made.notes]


def findings(data: bytes | Imported, *rules: str) -> list[Problem]:
    """What the check tells of a file, of some rules or all."""
    made = data if isinstance(data, Imported) else imported(data)
    found = check_file(read_text(Source("imported", made.text)))
    return [problem for problem in found if not rules or problem.rule.code in rules]


def clashing(data: bytes | Imported, rule: str = "C103") -> set[frozenset[str]]:
    """The pairs of which a rule tells: those that are in one room at once."""
    return {frozenset(problem.sessions) for problem in findings(data, rule)}


def clock(at: Any, programme: Programme) -> str:
    """An instant as the clocks of the programme show it."""
    return f"{at.astimezone(programme.zone):%Y-%m-%d %H:%M}"
