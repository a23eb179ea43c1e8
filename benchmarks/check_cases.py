"""`check`, whole process, against reading the same file with nothing but tomli and the models."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from .pairs import Case
from .processes import run_module
from .programmes import generate_programme

_OF_A_CHECK = (0, 1)  # 1: it has found something


def make_cases(folder: Path) -> Iterator[Case]:
    """Make the cases, with their programmes in a folder."""
    yield _case(folder / "usual.toml", "a few hundred findings", in_rounds=True, bar=1.5)
    yield _case(folder / "many.toml", "thousands of findings", in_rounds=False)


def _case(file: Path, what: str, *, in_rounds: bool, bar: float | None = None) -> Case:
    with file.open("w", encoding="utf-8") as out:
        out.writelines(generate_programme(10_000, 60, in_rounds=in_rounds))
    return Case(
        f"check of 10,000 sessions in 60 rooms, {what}, against tomli and the same models",
        partial(run_module, "tui_planner", "check", str(file), codes=_OF_A_CHECK),
        partial(run_module, "benchmarks.parse_and_validate", str(file)),
        {} if bar is None else {"time": bar},
    )
