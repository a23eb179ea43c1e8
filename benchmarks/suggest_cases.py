"""`suggest` on a day of 1,000 sessions, whole process, against printing the same day."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from .pairs import Case
from .processes import run_module
from .programmes import generate_programme

_LIKES = ("--like", "water", "--like", "energy", "--like", "kernel")


def make_cases(folder: Path) -> Iterator[Case]:
    """Make the cases, with their programmes in a folder."""
    yield _case(folder / "rounds.toml", "in rounds", in_rounds=True)
    yield _case(folder / "alone.toml", "in no round", in_rounds=False)


def _case(file: Path, what: str, *, in_rounds: bool) -> Case:
    with file.open("w", encoding="utf-8") as out:
        out.writelines(generate_programme(1_000, 60, in_rounds=in_rounds))
    named = (str(file), "--itinerary", str(file.with_suffix(".itinerary")))
    return Case(
        f"suggest for 1,000 sessions in 60 rooms, {what}, against show --format agenda",
        partial(run_module, "tui_planner", "suggest", *named, *_LIKES),
        partial(run_module, "tui_planner", "show", *named, "--format", "agenda"),
    )
