"""`show` and `mine`, whole processes, against `khal list` of as many events of one day."""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from .pairs import Case
from .processes import ROOT, run
from .programmes import generate_programme
from .yardsticks import make_environment

_OURS = (sys.executable, "-m", "tui_planner")
_CHOSEN = ("session-1", "session-8", "session-12", "session-16")
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


def make_cases(folder: Path) -> Iterator[Case]:
    """Make the cases, with their programmes and calendars in a folder."""
    khal = make_environment(ROOT / ".yardsticks")
    for command, sessions, rooms, remembers, bars in (
        ("show", 25, 5, True, {"time": 0.75}),
        ("show", 25, 5, False, {}),
        ("mine", 25, 5, True, {"time": 0.75}),
        ("show", 1_000, 50, True, {"time": 0.5}),
        ("show", 1_000, 50, False, {}),
    ):
        file = folder / f"{sessions}.toml"
        with file.open("w", encoding="utf-8") as out:
            out.writelines(generate_programme(sessions, rooms))
        ours = _make_own_environment(folder, remembers=remembers)
        run([*_OURS, "choose", *_CHOSEN, "-p", str(file)], environment=ours)
        events = _write_events(khal, folder / f"khal-{sessions}", sessions)
        first = "" if remembers else " as if for the first time"
        yield Case(
            f"{command} on {sessions:,} sessions{first}, against khal list on as many events",
            partial(run, [*_OURS, command, str(file)], (0, 1), ours),
            partial(run, events, environment=_make_khal_environment()),
            bars,
        )


def _make_own_environment(folder: Path, *, remembers: bool) -> Mapping[str, str]:
    """Return an environment with its own files; the cache is used where khal uses its own too."""
    cache = folder / "cache" if remembers else Path(os.devnull)
    own = {"XDG_DATA_HOME": folder / "data", "XDG_CONFIG_HOME": folder / "config"}
    own["XDG_CACHE_HOME"] = cache
    return {**os.environ, **{name: str(path) for name, path in own.items()}}


def _make_khal_environment() -> Mapping[str, str]:
    return {**os.environ, **_LOCALE}


def _write_events(python: str, folder: Path, events: int) -> Sequence[str]:
    """Write so many events of one day to a folder, and return the command that lists them."""
    (folder / "events").mkdir(parents=True, exist_ok=True)
    for number in range(events):
        hour, minute = divmod(number * 5 % (12 * 60), 60)
        text = _EVENT.format(number=number, hour=9 + hour, minute=minute, room=number % 50)
        (folder / "events" / f"{number}.ics").write_text(text, encoding="utf-8", newline="")
    configuration = folder / "khal.conf"
    configuration.write_text(_CONFIGURATION.format(folder=folder), encoding="utf-8")
    return python, "-m", "khal", "-c", str(configuration), "list", "2025-02-13", "1d"
