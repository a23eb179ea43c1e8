"""Walks as many steps as are asked for, from a seed on; each life of the app has the next seed."""

import argparse
import asyncio
import os
import sys
import tempfile
import time
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
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        _keep_the_machine_out(Path(folder), args.language)
        return _walk(args.steps, args.seconds, args.seed)


def _keep_the_machine_out(folder: Path, language: str) -> None:
    """Own folders and one kind of terminal, before anything of the app is imported."""
    for name in ("DATA", "CONFIG", "CACHE"):
        os.environ[f"XDG_{name}_HOME"] = str(folder / name)
    os.environ |= {"LANGUAGE": language, "COLORTERM": "truecolor", "TERM": "xterm-256color"}
    os.environ["ESCDELAY"] = "10"
    os.environ.pop("NO_COLOR", None)


def _walk(steps: int, seconds: float, first: int) -> int:
    from .pilot import FaultError, Walk  # noqa: PLC0415 - the language holds from its import on
    from .terminal import Drawing  # noqa: PLC0415

    drawing, taken, faulty, seed, began = Drawing(), 0, [], first, time.monotonic()
    while taken < steps and time.monotonic() - began < seconds:
        with tempfile.TemporaryDirectory() as folder:
            life = min(LIFE, steps - taken)
            try:
                taken += asyncio.run(Walk(seed, Path(folder), drawing).go(life))
            except FaultError as fault:
                print(f"seed {seed}: {fault}\n", flush=True)
                faulty.append(seed)
                taken += life
        seed += 1
    told = f"{taken} steps, seeds {first} to {seed - 1}, {time.monotonic() - began:.0f} s"
    print(f"{told}; faults at {faulty}" if faulty else told)
    return 1 if faulty else 0


if __name__ == "__main__":
    sys.exit(main())
