"""Two programs on one itinerary: none of their changes is lost."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers import ROOT
from tests.itinerary.one_of_two import SHARED
from tui_planner.itinerary.itinerary import Choice, Itinerary
from tui_planner.itinerary.storage.lock import take_turn
from tui_planner.itinerary.storage.store import ItineraryError, Store

CHANGES = 500


@pytest.mark.slow
def test_two_processes_with_many_changes_each(tmp_path: Path) -> None:
    path = tmp_path / "i.toml"
    choices = tuple(Choice(session=id_) for id_ in SHARED)
    Store(path).save(Itinerary(programme="a-day", choices=choices))
    both = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.itinerary.one_of_two", str(path), name, str(CHANGES)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
        )
        for name in ("ann", "bob")
    ]
    outputs = [process.communicate(timeout=120)[0] for process in both]
    assert [process.returncode for process in both] == [0, 0]
    there = Store(path).load("a-day")
    for name, output in zip(("ann", "bob"), outputs, strict=True):
        wanted = json.loads(output)
        own = {choice.session for choice in there.choices if choice.session.startswith(name)}
        assert own == set(wanted["chosen"])
        assert len(wanted["fields"]) == len(SHARED)
        for id_, value in wanted["fields"].items():
            assert getattr(there.find_choice(id_), wanted["field"]) == value


def test_while_another_has_the_turn_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui_planner.itinerary.storage.lock._TIMEOUT", 0.05)
    store = Store(tmp_path / "i.toml")
    store.save(Itinerary(programme="a-day"))
    one = Itinerary(programme="a-day", choices=(Choice(session="one"),))
    with take_turn(tmp_path / "i.toml.history"), pytest.raises(ItineraryError) as told:
        store.save(one)
    assert str(told.value) == (
        f"The itinerary {store.path} cannot be written: another program keeps it locked."
    )
    assert store.save(one).itinerary == Store(store.path).load("a-day") == one


def test_links_to_one_file_take_turns_at_it(tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "link.toml"
    link.parent.mkdir()
    link.symlink_to(tmp_path / "i.toml")
    Store(link).save(Itinerary(programme="a-day"))
    assert [path.name for path in link.parent.iterdir()] == ["link.toml"]
    assert (tmp_path / "i.toml.history" / "lock").exists()
