"""What the tests of the commands share: running them, in this process and in one of their own."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli

COMMANDS = (
    "open", "new", "check", "show", "choose", "drop", "mine", "suggest", "note", "attend",
    "share", "merge", "import", "export",
    "rules", "schema", "where",
)  # fmt: skip
NEEDED = {
    "new": ["-"],
    "choose": ["iza-lunch"],
    "drop": ["iza-lunch"],
    "note": ["iza-lunch"],
    "share": ["-", "--name", "A colleague"],
    "merge": ["--drop", "A colleague"],
    "export": ["--format", "md"],
}
"""What a command must be given besides the programme."""
WITHOUT_FILE = {"new", "rules", "schema"}  # they read no programme

TWO_DAYS = """\
[programme]
id = "two-days"
title = "Two days"
timezone = "Europe/Amsterdam"

[[days]]
date = 2025-03-29

[[days]]
date = 2025-03-30

[[rooms]]
id = "hall"
name = "Great hall"

[[sessions]]
id = "one"
title = "First"
day = 2025-03-29
start = "10:00"
end = "11:00"
room = "hall"
hosts = ["A group"]

[[sessions]]
id = "two"
title = "Second"
day = 2025-03-30
start = "10:00"
end = "11:00"
"""

BROKEN = '[programme]\ntitle = "A day"\ndate = 2025-02-13\ntimezone = "Europe/Amsterdm"\n'


@dataclass(frozen=True)
class Outcome:
    """What came of one command."""

    code: int
    out: str
    err: str


Cli = Callable[..., Outcome]


def process(*argv: str, env: Mapping[str, str] | None = None, stdin: bytes = b"") -> Outcome:
    """Run the program in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "tui_planner", *argv],
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": "", **(env or {})},
        input=stdin,
        capture_output=True,
        check=False,
        timeout=60,
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


def saved(path: Path) -> dict[str, Any]:
    """What an itinerary's file holds."""
    return tomli.loads(path.read_text(encoding="utf-8"))


def chosen(path: Path) -> list[str]:
    """The ids that an itinerary's file holds, in its order."""
    return [choice["session"] for choice in saved(path).get("choices", [])]
