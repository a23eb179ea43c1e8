"""One of two programs that change the same itinerary, many times; run as a program.

It chooses and drops sessions of its own and such as the other chooses and drops too, and changes
one field of sessions of which the other changes another field. After each change it asserts that
nothing it did before is lost. Prints as JSON what must be in the file in the end.
"""

import json
import random
import sys
from pathlib import Path
from typing import Any

from tui_planner.itinerary.itinerary import Choice, Itinerary
from tui_planner.itinerary.storage import lock
from tui_planner.itinerary.storage.store import Store

SHARED = tuple(f"shared-{number}" for number in range(5))
CONTESTED = tuple(f"contested-{number}" for number in range(5))


class Program:
    """One of the two: `ann` changes priorities, `bob` notes."""

    def __init__(self, path: Path, name: str) -> None:
        self.store = Store(path)
        self.mine = self.store.load("a-day")
        self.chance = random.Random(name)  # noqa: S311 - no secret
        self.ids = tuple(f"{name}-{number}" for number in range(10))
        self.field = "priority" if name == "ann" else "note"
        self.chosen: set[str] = set()
        self.fields: dict[str, str] = {}

    def change(self, number: int) -> None:
        kind = self.chance.choice(["own", "shared", "contested"])
        self.mine = self.store.catch_up(self.mine)
        if kind == "own":
            self.choose_or_drop_own()
        elif kind == "shared":
            self.change_field(number)
        else:
            self.choose_or_drop_contested()
        self.nothing_is_lost()

    def choose_or_drop_own(self) -> None:
        id_ = self.chance.choice(self.ids)
        if id_ in self.chosen:
            self.save(self.mine.drop(id_))
        else:
            self.save(self.mine.choose(Choice(session=id_)))
        self.chosen ^= {id_}

    def change_field(self, number: int) -> None:
        choice = self.mine.find_choice(self.chance.choice(SHARED))
        assert choice is not None
        value: Any = (
            f"note {number}" if self.field == "note" else ["must", "want", "maybe"][number % 3]
        )
        self.save(self.mine.choose(choice._replace(**{self.field: value})))
        self.fields[choice.session] = value

    def choose_or_drop_contested(self) -> None:
        id_ = self.chance.choice(CONTESTED)
        if self.mine.find_choice(id_) is None:
            self.save(self.mine.choose(Choice(session=id_)))
            assert self.mine.find_choice(id_) is not None
        else:
            self.save(self.mine.drop(id_))
            assert self.mine.find_choice(id_) is None

    def save(self, itinerary: Itinerary) -> None:
        self.mine = self.store.save(itinerary).itinerary

    def nothing_is_lost(self) -> None:
        assert self.chosen == {id_ for id_ in self.ids if self.mine.find_choice(id_) is not None}
        for id_, value in self.fields.items():
            assert getattr(self.mine.find_choice(id_), self.field) == value


def main(path: Path, name: str, changes: int) -> dict[str, Any]:
    lock._TIMEOUT = 60.0  # a busy machine is no other program that does not let go
    program = Program(path, name)
    for number in range(changes):
        program.change(number)
    return {"chosen": sorted(program.chosen), "field": program.field, "fields": program.fields}


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))))  # noqa: T201
