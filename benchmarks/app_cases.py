"""The app in a terminal: how soon it is there, how it follows the cursor, how soon it is gone."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median, quantiles

from .pairs import Case, Sample
from .processes import ROOT
from .programmes import generate_programme
from .terminal import Terminal, Written
from .yardsticks import HERE, make_environment

_MOST_BYTES = 2_000
_UP, _DOWN, _RIGHT, _LEFT = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D"
_ROW_BY_ROW = ([_RIGHT] * 3 + [_DOWN] + [_LEFT] * 3 + [_DOWN]) * 2
"""From session to session over four rows of four; in all programmes here they are in view."""
_STEPS = 20
_TO_THE_BOTTOM, _TO_THE_EDGE = 30, 8
"""More steps down a table, and to the right in the grid, after which each of them scrolls."""


def make_cases(folder: Path) -> Iterator[Case]:
    """Make the cases, with their programmes in a folder."""
    run = _Runs(folder)
    yield Case(
        "the app on the shipped programme, 160 by 50, against a Textual app with one Static",
        partial(run.measure_start, run.make_open_command(ROOT / "programme.toml")),
        partial(run.measure_start, run.make_yardstick_command("one_static.py")),
        {"start": 1.4, "leave": 1.0},
    )
    few, some, many, most = (
        run.make_open_command(run.write_programme(*sizes))
        for sizes in ((25, 5), (300, 50), (5_000, 100), (10_000, 100))
    )
    yield Case(
        "the app with 5,000 sessions, against itself with 25",
        partial(run.measure_start, many),
        partial(run.measure_start, few),
        {"start": 1.25},
    )
    yield Case(
        "a cursor key with the panel, 25 sessions, and 300 where each scrolls (95th percentile), "
        "against a DataTable of 1,000 rows",
        lambda: {**run.measure_keys(few), **run.measure_scrolling(some)},
        run.measure_table,
        {"key": 1.2, "scroll": 0.6},
    )
    yield Case(
        "a cursor key with 10,000 sessions, against itself with 25",
        partial(run.measure_keys, most),
        partial(run.measure_keys, few),
        {"key": 1.2, "memory": 2.0},
    )
    yield Case(
        "a cursor key in the overview of 1,350 sessions in 90 rooms, against the grid of 25",
        partial(run.measure_keys, run.make_open_command(run.write_programme(1_350, 90))),
        partial(run.measure_keys, few),
        {"key": 1.3},
    )
    yield Case(
        f"bytes of a cursor key with the panel, against {_MOST_BYTES:,}",
        partial(run.measure_key_bytes, few),
        lambda: {"bytes": _MOST_BYTES},
        {"bytes": 1.0},
    )
    yield Case(
        "bytes from the start to the grid at rest, against one frame of the whole screen",
        partial(run.measure_start_bytes, few),
        partial(run.measure_frame_bytes, few),
        {"bytes": 2.0},
    )


class _Runs:
    """Runs of the app and of its yardsticks, with folders of their own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._python = make_environment(ROOT / ".yardsticks")
        self._environment = {
            **os.environ,
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
            "XDG_DATA_HOME": str(folder / "data"),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_CACHE_HOME": str(folder / "cache"),
        }

    def write_programme(self, sessions: int, rooms: int) -> Path:
        """Write a programme of so many sessions and rooms, and return its file."""
        file = self._folder / f"{sessions}-in-{rooms}.toml"
        with file.open("w", encoding="utf-8") as out:
            out.writelines(generate_programme(sessions, rooms))
        return file

    def make_open_command(self, file: Path) -> Sequence[str]:
        """Return the command that opens a programme in the app."""
        return sys.executable, "-m", "tui_planner", "open", str(file)

    def make_yardstick_command(self, name: str) -> Sequence[str]:
        """Return the command that runs a yardstick."""
        return self._python, str(HERE / name)

    def measure_start(self, command: Sequence[str]) -> Sample:
        """Measure the ms to the first complete picture, and from q to the end of the process."""
        with Terminal(command, self._environment) as terminal:
            start = terminal.read_start().milliseconds_to_picture
            leave, _memory = terminal.leave("q")
        return {"start": start, "leave": leave}

    def measure_keys(self, command: Sequence[str]) -> Sample:
        """Measure keys that scroll nothing (their median, ms), and the most memory held (MiB)."""
        with Terminal(command, self._environment) as terminal:
            terminal.read_start()
            pressed = _select_moves(terminal.press(key) for key in _ROW_BY_ROW)
            _after, memory = terminal.leave("q")
        return {"key": median(one.milliseconds for one in pressed), "memory": memory}

    def measure_scrolling(self, command: Sequence[str]) -> Sample:
        """Measure keys that scroll (their 95th percentile, ms)."""
        with Terminal(command, self._environment) as terminal:
            terminal.read_start()
            terminal.press(_RIGHT * _TO_THE_EDGE, quiet=1.0)
            pressed = _select_moves(terminal.press(_RIGHT) for _step in range(_STEPS))
            terminal.leave("q")
        return {"scroll": _find_slowest(pressed)}

    def measure_table(self) -> Sample:
        """Measure the same of the table."""
        with Terminal(self.make_yardstick_command("data_table.py"), self._environment) as terminal:
            terminal.read_start()
            in_view = [terminal.press(_DOWN) for _row in range(_STEPS)]
            terminal.press(_DOWN * _TO_THE_BOTTOM, quiet=1.0)
            scrolling = [terminal.press(_DOWN) for _row in range(_STEPS)]
            _after, memory = terminal.leave("q")
        key = median(one.milliseconds for one in in_view)
        return {"key": key, "memory": memory, "scroll": _find_slowest(scrolling)}

    def measure_key_bytes(self, command: Sequence[str]) -> Sample:
        """Measure the bytes of keys that scroll nothing (their median)."""
        with Terminal(command, self._environment) as terminal:
            terminal.read_start()
            pressed = _select_moves(terminal.press(key) for key in _ROW_BY_ROW)
        return {"bytes": median(one.size for one in pressed)}

    def measure_start_bytes(self, command: Sequence[str]) -> Sample:
        """Measure the bytes written until the app is at rest."""
        with Terminal(command, self._environment) as terminal:
            return {"bytes": terminal.read_start().size}

    def measure_frame_bytes(self, command: Sequence[str]) -> Sample:
        """Measure the bytes of one frame: that which closes the help over the whole screen."""
        with Terminal(command, self._environment) as terminal:
            terminal.read_start()
            terminal.press("?")
            return {"bytes": max(terminal.press("\x1b", quiet=0.5).frames)}


def _select_moves(pressed: Iterable[Written]) -> list[Written]:
    """Return the keys that did something: at the edge of the day, one does not."""
    return [one for one in pressed if one.size]


def _find_slowest(pressed: Sequence[Written]) -> float:
    """Return the 95th percentile (ms)."""
    return quantiles((one.milliseconds for one in pressed), n=20)[-1]
