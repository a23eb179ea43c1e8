"""khal, a calendar client of others, takes in what is exported: twice, and has each event once."""

import os
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.builders import appointment, chosen, clock, plan_of
from tests.helpers import programme_of
from tui_planner.exchange.exporting.icalendar.vcalendar import make_calendar
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.programme.model import Programme

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        find_spec("khal") is None, reason="khal is not installed: pip install -e '.[test]'"
    ),
]

NIGHT = """\
[programme]
id = "night"
title = "A night"
timezone = "Europe/Amsterdam"

[[days]]
date = 2025-10-25
end = 2025-10-26T06:00:00

[[sessions]]
id = "party"
title = "Party"
start = "23:00"
end = 2025-10-26T01:00:00

[[sessions]]
id = "first"
title = "Half past two, the first"
start = 2025-10-26T02:30:00
end = 2025-10-26T02:45:00

[[sessions]]
id = "long"
title = "Through both"
start = 2025-10-26T01:30:00
end = 2025-10-26T04:00:00
"""


class Khal:
    """khal with a calendar of its own, in the zone of the programme."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        (folder / "calendar").mkdir(parents=True)
        (folder / "config").write_text(
            "[calendars]\n[[mine]]\n"
            f"path = {folder / 'calendar'}\n"
            "[locale]\nlocal_timezone = Europe/Amsterdam\ndefault_timezone = Europe/Amsterdam\n"
            "timeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
            "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
            f"[sqlite]\npath = {folder / 'khal.db'}\n"
        )

    def takes(self, data: bytes) -> None:
        """Import a file as one does who does not want to be asked."""
        file = self._folder / "exported.ics"
        file.write_bytes(data)
        self._run("import", "--batch", "-a", "mine", str(file))

    def shows(self, *days: str) -> list[str]:
        """The events from one day up to another, in order."""
        wanted = "{start-date} {start-time}–{end-time} {title}"
        out = self._run("list", "--once", "--day-format", "", "--format", wanted, *days)
        return [line.strip() for line in out.splitlines() if line.strip()]

    def keeps(self) -> int:
        """How many files of events its calendar holds."""
        return len(list((self._folder / "calendar").glob("*.ics")))

    def _run(self, *argv: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "khal", "-c", str(self._folder / "config"), *argv],
            # Without LC_TIME it fails where LANG is C.UTF-8.
            env={**os.environ, "LC_ALL": "", "LANG": "C.UTF-8", "LC_TIME": "C"},
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()


@pytest.fixture
def khal(tmp_path: Path) -> Khal:
    return Khal(tmp_path / "khal")


def exported(plan: ResolvedItinerary, *, mine: bool) -> bytes:
    return make_calendar(plan, mine=mine, alarm=10)


def twice(khal: Khal, data: bytes, days: Sequence[str]) -> list[str]:
    """What khal shows after it has taken in a file twice; `--once` would hide a second event."""
    khal.takes(data)
    khal.takes(data)
    shown = khal.shows(*days)
    assert khal.keeps() == len(shown)
    return shown


def test_the_whole_programme(khal: Khal, hoorn: Programme) -> None:
    shown = twice(khal, exported(plan_of(hoorn), mine=False), ["2025-02-13", "2025-02-14"])
    assert len(shown) == 25
    assert "2025-02-13 12:45–13:30 Actualiteit IZA/AZWA (lunchbespreking)" in shown
    assert "2025-02-13 12:50–13:45 Het verhaal van Hoorn" in shown


def test_the_itinerary_and_its_change(khal: Khal, hoorn: Programme) -> None:
    late = chosen(hoorn, "veiligheid", join=clock("12:00"))
    own = appointment("Call", "15:00", "15:10")
    days = ["2025-02-13", "2025-02-14"]
    shown = twice(khal, exported(plan_of(hoorn, late, appointments=(own,)), mine=True), days)
    assert "2025-02-13 12:00–12:30 Veiligheid" in shown
    assert "2025-02-13 15:00–15:10 Call" in shown
    own = appointment("Call", "15:05", "15:20")
    khal.takes(exported(plan_of(hoorn, "veiligheid", appointments=(own,)), mine=True))
    changed = khal.shows(*days)
    assert "2025-02-13 11:30–12:30 Veiligheid" in changed
    assert "2025-02-13 15:05–15:20 Call" in changed
    assert len(changed) == len(shown)


def test_a_night_in_which_the_clocks_go_back(khal: Khal) -> None:
    plan = plan_of(programme_of("", NIGHT))
    shown = twice(khal, exported(plan, mine=False), ["2025-10-25", "2025-10-27"])
    assert shown == [
        "2025-10-25 23:00–01:00 Party",
        "2025-10-26 01:30–04:00 Through both",
        "2025-10-26 02:30–02:45 Half past two, the first",
    ]
