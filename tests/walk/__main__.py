"""Walks as many steps as are asked for, from a seed on; each life of the app has the next seed."""

import argparse
import asyncio
import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

LIFE = 150
"""Steps after which the app is started anew."""


def main() -> int:
    """Walk; 1 where a fault was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.walk", description=__doc__)
    parser.add_argument("--steps", type=int, default=1000)
    parser.add_argument("--seconds", type=float, default=float("inf"), help="end after these")
    parser.add_argument("--seed", type=int, default=time.time_ns() // 1000 % 1_000_000)
    parser.add_argument("--language", default="en")
    parser.add_argument("--process", action="store_true", help="in a real pseudo-terminal")
    args = parser.parse_args()
    gc.set_threshold(150_000)  # as the program does
    with tempfile.TemporaryDirectory() as folder:
        _keep_the_machine_out(Path(folder), args.language)  # before anything of the app is imported
        return _walk(args)


def _keep_the_machine_out(folder: Path, language: str) -> None:
    """Own folders and one kind of terminal; with new ones for each life, a seed is all it takes."""
    for name in ("DATA", "CONFIG", "CACHE"):
        os.environ[f"XDG_{name}_HOME"] = str(folder / name)
    os.environ |= {"LANGUAGE": language, "COLORTERM": "truecolor", "TERM": "xterm-256color"}
    os.environ["ESCDELAY"] = "10"
    for name in ("NO_COLOR", "COLUMNS", "LINES"):
        os.environ.pop(name, None)


def _walk(args: argparse.Namespace) -> int:
    life = _life_of_process if args.process else _life_in_here()
    taken, faulty, seed, began = 0, [], args.seed, time.monotonic()
    while taken < args.steps and time.monotonic() - began < args.seconds:
        steps = min(LIFE, args.steps - taken)
        with tempfile.TemporaryDirectory() as folder:
            _keep_the_machine_out(Path(folder) / "home", args.language)
            try:
                taken += life(seed, Path(folder), steps)
            except AssertionError as fault:
                print(f"seed {seed}: {fault}\n", flush=True)
                faulty.append(seed)
                taken += steps
        seed += 1
    told = f"{taken} steps, seeds {args.seed} to {seed - 1}, {time.monotonic() - began:.0f} s"
    print(f"{told}; faults at {faulty}" if faulty else told)
    return 1 if faulty else 0


def _life_in_here() -> Callable[[int, Path, int], int]:
    from .pilot import Walk  # noqa: PLC0415 - the language holds from its import on
    from .terminal import Drawing  # noqa: PLC0415

    drawing = Drawing()
    return lambda seed, folder, steps: asyncio.run(Walk(seed, folder, drawing).go(steps))


def _life_of_process(seed: int, folder: Path, steps: int) -> int:
    """Walk, and where something does not hold, walk there again with more time.

    From outside nothing tells that all is drawn. What is a fault and no haste is there again.
    """
    from .process import ProcessWalk  # noqa: PLC0415 - as above

    try:
        return ProcessWalk(seed, folder).go(steps)
    except AssertionError:
        with tempfile.TemporaryDirectory() as another:
            return ProcessWalk(seed, Path(another), patience=6).go(steps)


if __name__ == "__main__":
    sys.exit(main())
