"""Schedules as others publish them: ours of their shapes, and theirs where they are at hand."""

from pathlib import Path

from tests.helpers import DATA, ROOT

_OURS = DATA / "schedules"
_THEIRS = next(
    (folder for up in ROOT.parents if (folder := up / "shared" / "samples").is_dir()), None
)

# name: found, sessions, blocks, joined, left out; rooms, days; errors, warnings
_TABLE = {
    "pentabarf.xml": (4, 4, 0, 0, 0, 2, 2, 0, 0),
    "minimal.xml": (1, 1, 0, 0, 0, 2, 2, 0, 0),
    "whole.xml": (1, 1, 0, 0, 0, 1, 1, 0, 0),
    "frab.json": (3, 3, 0, 0, 0, 2, 2, 0, 0),
    "pretalx.json": (2, 2, 0, 0, 0, 2, 1, 1, 0),
    "hub.json": (2, 2, 0, 0, 0, 2, 2, 0, 0),
    "flat.ics": (3, 3, 0, 0, 0, 2, 2, 0, 0),
    "zoned.ics": (4, 2, 2, 0, 0, 2, 1, 0, 0),
    "fosdem_2010.xml": (300, 300, 0, 0, 0, 22, 2, 0, 0),
    "fosdem_2021.xml": (773, 773, 0, 0, 0, 108, 2, 1, 0),
    "schedule-basic.xml": (1, 1, 0, 0, 0, 1, 1, 0, 0),
    "schedule-extended.xml": (1, 1, 0, 0, 0, 1, 1, 0, 0),
    "schedule-minimal.xml": (1, 1, 0, 0, 0, 2, 2, 0, 0),
    "frab-camp2019.json": (79, 79, 0, 0, 0, 2, 5, 0, 0),
    "hub-schedule2.json": (2, 2, 0, 0, 0, 5, 4, 0, 0),
    "invalid-example.json": (1, 1, 0, 0, 0, 1, 1, 0, 0),
    "pretalx-democon.json": (36, 36, 0, 0, 0, 2, 3, 1, 0),
    "pretalx-rc3.json": (48, 48, 0, 0, 0, 5, 4, 0, 0),
    "kielux_2020.ics": (24, 24, 0, 0, 0, 4, 2, 0, 0),
    "linux_conf_au_2020.ics": (262, 247, 15, 0, 0, 7, 6, 0, 0),
}


def sample(name: str) -> Path:
    """Where the schedule of a name is."""
    if _THEIRS and not (_OURS / name).exists():
        return _THEIRS / name
    return _OURS / name


TABLE = {name: row for name, row in _TABLE.items() if sample(name).exists()}
"""What comes of each schedule that is at hand."""
