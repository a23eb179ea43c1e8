"""Whole processes, measured: how long they ran, and the most memory that they held."""

import os
import resource
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from .pairs import Sample

ROOT = Path(__file__).parent.parent
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024  # bytes there, KiB elsewhere


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
        `time` in milliseconds and `memory` in MiB. A process that needs less memory than this
        one is told to need as much: the system counts from before the program is loaded.

    Raises:
        RuntimeError: it ended with an exit code that is none of `codes`.
    """
    nowhere = [
        (os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_WRONLY, 0)
        for number in (sys.stdout.fileno(), sys.stderr.fileno())
    ]
    begun = time.perf_counter()
    process = os.posix_spawn(command[0], [*command], environment, file_actions=nowhere)
    _process, status, usage = os.wait4(process, 0)
    milliseconds = (time.perf_counter() - begun) * 1000
    if os.waitstatus_to_exitcode(status) not in codes:
        raise RuntimeError(f"{' '.join(command)} failed: {status}")
    return {"time": milliseconds, "memory": memory(usage)}


def memory(usage: resource.struct_rusage) -> float:
    """The most memory that a process held, in MiB."""
    return usage.ru_maxrss * _RSS_UNIT / 2**20
