"""`python -m benchmarks`: run the cases that are named, or all."""

import argparse
import os
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

from . import __doc__ as about
from . import app_cases, check_cases, clash_cases, import_cases, khal_cases, suggest_cases
from .pairs import measure
from .processes import ROOT

_CASES = {
    "app": app_cases.make_cases,
    "khal": khal_cases.make_cases,
    "check": check_cases.make_cases,
    "clashes": clash_cases.make_cases,
    "import": import_cases.make_cases,
    "suggest": suggest_cases.make_cases,
}


def main() -> None:
    """Measure, and print as each case is done."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description=about,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("cases", nargs="*", metavar="CASE", help=f"of: {', '.join(_CASES)}")
    parser.add_argument("--pairs", type=int, default=15, metavar="N", help="15 where not said")
    args = parser.parse_args()
    if unknown := set(args.cases) - set(_CASES):
        parser.error(f"no such case: {', '.join(sorted(unknown))}")
    if args.pairs < 1:
        parser.error("--pairs must be 1 or more")
    os.chdir(ROOT)
    _compile()
    with tempfile.TemporaryDirectory() as folder:
        for name in args.cases or _CASES:
            for case in _CASES[name](Path(folder)):
                for line in measure(case, args.pairs):
                    print(line, flush=True)


def _compile() -> None:
    """Compile all modules, so that no run has to."""
    folders = ["tui_planner", "benchmarks", sysconfig.get_path("purelib")]
    command = [sys.executable, "-m", "compileall", "-qq", *folders]
    subprocess.run(command, check=False)  # some packages hold files that are no Python of ours


if __name__ == "__main__":
    main()
