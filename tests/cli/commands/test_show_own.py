"""`show`: what is the delegate's own in it, and its width."""

import json
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.cli.support import Cli, saved
from tui_planner.cli.formats.plain_lines import fold

MINE = ["--mine"]


@pytest.fixture
def own(cli: Cli) -> None:
    cli("choose", "iza-lunch", "--priority", "must")
    cli("choose", "digital-twins")
    cli("appointment", "add", "Bellen", "14:00", "14:30", "--note", "thuis")
    cli("attend", "--until", "16:00")
    cli("choose", "iza-lunch", "asielketen", "--itinerary", "theirs.toml")
    cli("share", "c.toml", "--name", "Collega", "--itinerary", "theirs.toml")
    cli("merge", "c.toml")


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize("mine", [[], MINE])
def test_the_grid_has_a_lane_of_ones_own(cli: Cli, mine: list[str]) -> None:
    lines = cli("show", "--width", "160", *mine).out.splitlines()
    assert lines[1].split() == ["Own"]
    (at,) = (line for line in lines if "Bellen" in line and line.startswith("14:00"))
    assert "! Bellen" in at  # it clashes
    assert any("must" in line for line in lines)
    assert any("after you leave" in line for line in lines)
    asielketen = [line for line in lines if line.endswith("asielketen")]
    assert bool(asielketen) == (not mine)


@pytest.mark.usefixtures("own")
def test_the_grid_says_who_else_is_where(cli: Cli) -> None:
    grid, mine = (" ".join(cli("show", "--width", "400", *more).out.split()) for more in ([], MINE))
    assert "must, with Collega" in grid
    assert "must, with Collega" in mine
    assert (grid.count("Collega"), mine.count("Collega")) == (2, 1)  # at what only they chose


@pytest.mark.usefixtures("own")
def test_the_agenda_of_mine_says_it_all(cli: Cli) -> None:
    out = cli("show", "--mine", "--format", "agenda").out
    assert "12:45–13:30     ✓ Actualiteit IZA/AZWA (lunchbespreking) – must – with Collega" in out
    assert "14:00–14:30     • Bellen – thuis" in out
    assert "Afsluiting met hapje en drankje – after you leave" in out


@pytest.mark.usefixtures("own")
def test_the_agenda_of_the_programme_says_nothing_of_it(cli: Cli) -> None:
    out = cli("show", "--format", "agenda").out
    assert not [word for word in ("Bellen", "must", "Collega", "leave") if word in out]


@pytest.mark.usefixtures("own")
def test_the_json(cli: Cli) -> None:
    document = json.loads(cli("show", "--format", "json").out)
    by_id = {session["id"]: session for session in document["sessions"]}
    told = {id_: (one["priority"], one["with"]) for id_, one in by_id.items()}
    assert told["iza-lunch"] == ("must", ["Collega"])
    assert told["digital-twins"] == ("want", [])
    assert told["asielketen"] == (None, ["Collega"])
    assert document["appointments"] == [
        {
            "title": "Bellen",
            "start": "2025-02-13T14:00:00+01:00",
            "end": "2025-02-13T14:30:00+01:00",
            "note": "thuis",
        }
    ]


@pytest.mark.parametrize("width", [20, 32, 40, 60])
@pytest.mark.usefixtures("own")
@pytest.mark.parametrize("mine", [[], MINE])
def test_the_agenda_in_narrow_columns(cli: Cli, width: int, mine: list[str]) -> None:
    wide = cli("show", "--format", "agenda", *mine).out
    out = cli("show", "--format", "agenda", *mine, "--width", str(width)).out
    assert max(map(cell_len, out.splitlines())) <= width
    assert out.endswith("\n")
    assert "\x1b" not in out
    if width >= 32:
        assert out.split() == wide.split()  # every word is there, and whole


@pytest.mark.usefixtures("own")
def test_folded_lines_are_told_from_new_ones(cli: Cli) -> None:
    lines = cli("show", "--mine", "--format", "agenda", "--width", "40").out.splitlines()
    assert lines[:3] == ["Bestuurlijke Netwerkdag G40", "", "Thu 13 February 2025"]
    at = lines.index("12:45–13:30 ✓ Actualiteit IZA/AZWA")
    assert lines[at + 1] == "  (lunchbespreking) – must – with"
    assert [line[:2].strip() for line in lines[3:]].count("12") == 2  # lunch, and what is in it


def test_wide_characters_are_counted_in_cells() -> None:
    assert all(cell_len(line) <= 20 for line in fold(["電話" * 30, "a" * 50], 20))
    assert list(fold(["  a   b", ""], None)) == ["  a   b", ""]
    assert list(fold(["  a   b", ""], 20)) == ["  a b", ""]


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize("width", [40, 60])
def test_the_width_of_the_grid(cli: Cli, width: int) -> None:
    out = cli("show", "--mine", "--width", str(width)).out
    assert max(map(cell_len, out.splitlines())) <= width
    assert "11:30–12:30 " in out.replace("\n", " ")


@pytest.mark.parametrize("width", ["19", "0", "-1", "1001", "9" * 5000, "wide", "", "4e1", "٤٠"])
def test_a_width_that_is_none(cli: Cli, width: str) -> None:
    outcome = cli("show", f"--width={width}")
    assert outcome.code == 2
    assert "write a number from 20 to 1000" in outcome.err


@pytest.mark.usefixtures("own")
def test_nothing_of_ones_own_is_written_by_showing(cli: Cli, own_file: Path) -> None:
    before = saved(own_file)
    cli("show")
    cli("show", "--mine", "--format", "agenda")
    assert saved(own_file) == before
