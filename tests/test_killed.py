"""The program is killed at any moment, in the app and in a command: nothing that was said is lost.

With THOROUGH=1 in the environment, 200 times each.
"""

import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import groupby
from pathlib import Path

import pytest

from tests.helpers import SHIPPED, times
from tests.pseudo_terminal import Terminal
from tests.test_end_to_end import start
from tui_planner.itinerary.itinerary import Itinerary
from tui_planner.itinerary.storage.store import Store
from tui_planner.programme.model import Programme

__all__ = ["start"]  # the fixture

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="nothing can be killed"),
]
LONGEST = 60.0  # seconds; only what hangs takes longer


Holds = Callable[[Itinerary], bool]


class Command:
    """One command that changes the itinerary, and what is there once it has."""

    def __init__(self, number: int, before: Itinerary, ids: list[str]) -> None:
        chance = random.Random(number)  # noqa: S311 - no secret
        chosen = [choice.session for choice in before.choices]
        kind = chance.choice(["choose", "choose", "drop", "note", "appointment"])
        id_ = chance.choice(chosen or ids)
        self.said = "Chosen:"
        self.holds: Holds
        if kind == "drop" and chosen:
            self.words, self.said = ["drop", id_], "Dropped:"
            self.holds = lambda now: now.find_choice(id_) is None
        elif kind == "note" and chosen:
            self.words, self.said = ["note", id_, f"note {number}"], "Note"
            self.holds = lambda now: f"note {number}" in [one.note for one in now.choices]
        elif kind == "appointment":
            title, at = f"Call {number}", f"{chance.randrange(8, 18):02}"
            self.words, self.said = ["appointment", "add", title, f"{at}:00", f"{at}:20"], title
            self.holds = lambda now: title in [one.title for one in now.appointments]
        else:
            id_ = chance.choice([other for other in ids if other not in chosen] or ids)
            self.words = ["choose", id_]
            self.holds = lambda now: now.find_choice(id_) is not None


def test_commands_killed_at_any_moment(tmp_path: Path, hoorn: Programme) -> None:
    path = tmp_path / "kept" / "i.toml"
    ids = [session.id for session in hoorn.sessions]
    store = Store(path)
    files = ["-p", str(SHIPPED), "--itinerary", str(path)]
    chance = random.Random(1)  # noqa: S311 - no secret
    took, killed, changed = 0.0, 0, 0
    number = 0
    while killed < times(5, 200):
        before = store.load(hoorn.id)
        command = Command(number, before, ids)
        begun = time.monotonic()
        process = subprocess.Popen(
            [sys.executable, "-m", "tui_planner", *command.words, *files],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            bufsize=0,
        )
        if number:  # its imports take the first part
            time.sleep(took * chance.uniform(0.2, 1))
            process.kill()
        said = process.communicate(timeout=LONGEST)[0].decode()
        took = took or time.monotonic() - begun
        now = store.load(hoorn.id)
        assert now == before or command.holds(now), (number, command.words)
        if command.said in said or process.returncode == 0:
            assert command.holds(now), (number, command.words)
        killed += process.returncode == -signal.SIGKILL
        changed += now != before
        number += 1
    print(f"{killed} killed, {changed} of {number} changed")  # noqa: T201 - for the record
    store.save(store.load(hoorn.id)._replace(delegate="me"))
    assert sorted(file.name for file in path.parent.iterdir()) == ["i.toml", "i.toml.history"]


def shown(text: str) -> int:
    """How many are chosen, by the screen."""
    found = re.search(r"(\d+) chosen", text)
    return int(found[1]) if found else 0


def test_the_app_killed_while_keys_are_pressed(
    start: Callable[..., Terminal], tmp_path: Path, hoorn: Programme
) -> None:
    path = tmp_path / "kept" / "i.toml"
    store = Store(path)
    for seed in range(times(4, 200)):
        chance = random.Random(seed)  # noqa: S311 - no secret
        states = [len(store.load(hoorn.id).choices)]
        known = {state.number for state in store.list_earlier(hoorn.id)}
        terminal = start("open", str(SHIPPED), "--itinerary", str(path), columns=120, rows=40)
        terminal.wait_for("Nota Ruimte")
        counts = [shown(terminal.when_quiet())]
        assert counts == states, seed
        for _burst in range(chance.randrange(1, 8)):
            terminal.press("".join(chance.choices("jkhl   ", k=chance.randrange(1, 6))))
            if chance.random() < 0.7:
                counts.append(shown(terminal.when_quiet()))
        time.sleep(chance.uniform(0, 0.15))
        os.kill(terminal.process.pid, signal.SIGKILL)
        terminal.process.wait()
        now = store.load(hoorn.id)
        later = [state for state in store.list_earlier(hoorn.id) if state.number not in known]
        states += [len(state.itinerary.choices) for state in reversed(later)]
        states.append(len(now.choices))
        rest = iter(states)
        seen = [count for count, _alike in groupby(counts)]
        assert all(count in rest for count in seen), (seed, seen, states)
