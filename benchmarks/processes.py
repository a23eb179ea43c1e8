"""Measures of whole processes: how long they ran, and the most memory that they held."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from .pairs import Sample

ROOT = Path(__file__).parent.parent
_LAUNCHER = Path(__file__).with_name("launcher.py")
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024  # bytes there, KiB elsewhere


class Ended(NamedTuple):
    """The end of a program, as the launcher reports it.

    Attributes:
        at: When it ended, in seconds of `time.perf_counter`.
        code: Its exit code.
        memory: The most memory that it held, in MiB.
    """

    at: float
    code: int
    memory: float


class Report:
    """The report of the launcher on one program: when it starts, and how it ends."""

    def __init__(self) -> None:
        reading, self._writing = os.pipe()
        self._file = os.fdopen(reading, encoding="utf-8")
        os.set_inheritable(self._writing, True)

    def wrap(self, command: Sequence[str]) -> list[str]:
        """Return the command by which the launcher runs another one and reports here."""
        return [sys.executable, "-I", "-S", str(_LAUNCHER), str(self._writing), *command]

    def read_start(self) -> float:
        """Wait until the program is started, and return when, in seconds of `perf_counter`.

        To be called once, when the launcher runs.
        """
        os.close(self._writing)
        return float(self._file.readline())

    def read_end(self) -> Ended:
        """Wait until the program has ended, and return its end."""
        with self._file:
            at, status, memory = self._file.readline().split()
        code = os.waitstatus_to_exitcode(int(status))
        return Ended(float(at), code, int(memory) * _RSS_UNIT / 2**20)

    def close(self) -> None:
        """Close the report before the end of the program."""
        self._file.close()


def run_module(module: str, *arguments: str, codes: Sequence[int] = (0,)) -> Sample:
    """Run a module with this interpreter, in a process of its own, as `run` does."""
    return run([sys.executable, "-m", module, *arguments], codes)


def run(
    command: Sequence[str],
    codes: Sequence[int] = (0,),
    environment: Mapping[str, str] = os.environ,
) -> Sample:
    """Run a program by its path, and drop what it prints.

    Returns:
        `time` in milliseconds and `memory` in MiB, both of the program alone.

    Raises:
        RuntimeError: it ended with an exit code that is none of `codes`.
    """
    nowhere = [
        (os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_WRONLY, 0)
        for number in (sys.stdout.fileno(), sys.stderr.fileno())
    ]
    report = Report()
    launched = report.wrap(command)
    launcher = os.posix_spawn(launched[0], launched, environment, file_actions=nowhere)
    begun = report.read_start()
    ended = report.read_end()
    os.waitpid(launcher, 0)
    if ended.code not in codes:
        raise RuntimeError(f"{' '.join(command)} failed: {ended.code}")
    return {"time": (ended.at - begun) * 1000, "memory": ended.memory}
