"""How much an itinerary can hold: more is neither read nor written, and nothing is lost."""

from pathlib import Path

import pytest

from tests.builders import plan_of
from tests.helpers import HEAD, programme_of
from tui_planner.itinerary.chosen_clashes import find_clashes
from tui_planner.itinerary.itinerary import Choice, Itinerary
from tui_planner.itinerary.resolutions.resolutions_of import find_resolutions
from tui_planner.itinerary.storage.shared_file import read_companion
from tui_planner.itinerary.storage.store import BrokenItineraryError, ItineraryError, Store

MOST = 1_000


def itinerary(number: int) -> Itinerary:
    return Itinerary("x", choices=tuple(Choice(f"s{n}") for n in range(number)))


def file_of(number: int) -> bytes:
    choices = "".join(f'[[choices]]\nsession = "s{n}"\n' for n in range(number))
    return f'format = 1\nprogramme = "x"\ndelegate = "Ann"\n{choices}'.encode()


def test_a_thousand_choices_come_back_and_one_more_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    store = Store(path)
    store.load("x")
    store.save(itinerary(MOST))
    before = path.read_bytes()
    assert Store(path).load("x") == itinerary(MOST)
    with pytest.raises(ItineraryError, match=r"cannot be written: choices: .*more than 1000"):
        store.save(itinerary(MOST + 1))
    assert path.read_bytes() == before


def test_more_choices_than_anyone_makes_are_not_read(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(file_of(MOST + 1))
    with pytest.raises(BrokenItineraryError, match="choices: it has more than 1000 entries"):
        Store(path).load("x")
    with pytest.raises(BrokenItineraryError, match="more than 1000"):
        read_companion(path.read_bytes(), path, "x")


@pytest.mark.slow
def test_what_would_be_too_large_to_be_read_is_not_written(tmp_path: Path) -> None:
    store = Store(tmp_path / "x.toml")
    store.load("x")
    with pytest.raises(ItineraryError, match="larger than 10 MB"):
        store.save(Itinerary("x", choices=(Choice("s", note="x" * 11_000_000),)))
    assert not store.path.exists()


def test_of_a_file_of_any_size_no_more_is_read_than_shows_that(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    with path.open("wb") as file:
        file.truncate(1_000_000_000_000)
    with pytest.raises(BrokenItineraryError, match="larger than 10 MB"):
        Store(path).load("x")


def test_of_very_many_clashes_the_first_of_each_session_is_told() -> None:
    session = '[[sessions]]\nid = "s{}"\ntitle = "A talk"\nstart = "10:00"\nend = "11:00"\n'
    programme = programme_of("".join(session.format(n) for n in range(600)), HEAD)
    found = list(find_clashes(plan_of(programme, *(f"s{n}" for n in range(600)))))
    assert MOST <= len(found) <= MOST + 600
    assert {one.id for clash in found for one in (clash.first, clash.second)} == {
        f"s{n}" for n in range(600)
    }


def test_ways_out_are_found_among_thousands_of_alternatives() -> None:
    block = '[[blocks]]\nid = "b"\nkind = "choice"\ntitle = "B"\nstart = "10:00"\nend = "12:00"\n'
    session = '[[sessions]]\nid = "s{}"\ntitle = "T{}"\nblock = "b"\nstart = "{}:00"\n'
    early = (session.format(n, n, 10) + 'end = "11:00"\n' for n in range(2))
    late = (session.format(n, n, 11) for n in range(2, 3_000))
    programme = programme_of(block + "".join(early) + "".join(late), HEAD)
    plan = plan_of(programme, "s0", "s1")
    (clash,) = find_clashes(plan)
    taken = [
        resolution.instead for resolution in find_resolutions(clash, plan) if resolution.instead
    ]
    assert taken[:1] == ["s2"]
