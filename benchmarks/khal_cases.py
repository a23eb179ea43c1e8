"""`show` and `mine`, whole processes, against `khal list` of as many events of one day."""

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from .pairs import Case
from .processes import ROOT, run, run_module
from .programmes import programme
from .yardsticks import environment

_LOCALE = {"LANG": "C.UTF-8", "LC_TIME": "C"}  # it fails in others
_CONFIGURATION = """\
[calendars]
[[day]]
path = {folder}/events
[sqlite]
path = {folder}/khal.db
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
default_timezone = Europe/Amsterdam
local_timezone = Europe/Amsterdam
"""
_EVENT = """\
BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//a day//EN\r
BEGIN:VEVENT\r
UID:{number}\r
DTSTAMP:20250101T000000Z\r
DTSTART;TZID=Europe/Amsterdam:20250213T{hour:02}{minute:02}00\r
DURATION:PT45M\r
SUMMARY:Talk number {number}\r
LOCATION:Room {room}\r
END:VEVENT\r
END:VCALENDAR\r
"""


def cases(folder: Path) -> Iterator[Case]:
    """The cases, with their programmes and calendars in a folder."""
    khal = environment(ROOT / ".yardsticks")
    for command, sessions, rooms, bar in (
        ("show", 25, 5, 0.75),
        ("mine", 25, 5, 0.75),
        ("show", 1_000, 50, 0.5),
    ):
        file = folder / f"{sessions}.toml"
        with file.open("w", encoding="utf-8") as out:
            out.writelines(programme(sessions, rooms))
        yield Case(
            f"{command} on {sessions:,} sessions, against khal list on {sessions:,} events",
            partial(run_module, "tui_planner", command, str(file), codes=(0, 1)),
            partial(run, _khal(khal, folder / f"khal-{sessions}", sessions), environment=_locale()),
            {"time": bar},
        )


def _locale() -> Mapping[str, str]:
    return {**os.environ, **_LOCALE}


def _khal(python: str, folder: Path, events: int) -> Sequence[str]:
    """The command that lists so many events of one day, which are written to a folder."""
    (folder / "events").mkdir(parents=True, exist_ok=True)
    for number in range(events):
        hour, minute = divmod(number * 5 % (12 * 60), 60)
        text = _EVENT.format(number=number, hour=9 + hour, minute=minute, room=number % 50)
        (folder / "events" / f"{number}.ics").write_text(text, encoding="utf-8", newline="")
    configuration = folder / "khal.conf"
    configuration.write_text(_CONFIGURATION.format(folder=folder), encoding="utf-8")
    return python, "-m", "khal", "-c", str(configuration), "list", "2025-02-13", "1d"
