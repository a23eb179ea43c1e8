"""`mine`: the itinerary and its clashes, as text and as JSON."""

import json
from pathlib import Path
from typing import Any

from rich.cells import cell_len

from tests.cli.support import TWO_DAYS, Cli

CHOICE = ["session", "title", "start", "end", "all_day", "room", "status", "priority", "change"]
CHOICE += ["changes", "successor"]
CLASH = ["kind", "sessions", "start", "end", "minutes", "message", "reasons"]
CLASH += ["by_change", "ways"]


def mine(cli: Cli, *argv: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(cli("mine", "--format", "json", *argv).out)
    return document


def test_an_empty_itinerary(cli: Cli) -> None:
    assert mine(cli) == {
        "programme": "bnd-g40-hoorn-2025",
        "choices": [],
        "appointments": [],
        "clashes": [],
    }


def test_the_keys_of_a_choice(cli: Cli) -> None:
    cli("choose", "veiligheid", "strandwandeling", "--priority", "must")
    veiligheid, walk = mine(cli)["choices"]
    assert list(veiligheid) == CHOICE
    assert veiligheid == {
        "session": "veiligheid",
        "title": "Veiligheid",
        "start": "2025-02-13T11:30:00+01:00",
        "end": "2025-02-13T12:30:00+01:00",
        "all_day": False,
        "room": None,
        "status": "open",
        "priority": "must",
        "change": None,
        "changes": [],
        "successor": None,
    }
    assert walk["start"] == "2025-02-13T12:50:00+01:00"
    assert walk["end"] is None


def test_the_keys_of_a_clash(cli: Cli) -> None:
    cli("choose", "veiligheid", "strandwandeling", "iza-lunch", "wandeling-gouden-erfgoed")
    clashes = mine(cli)["clashes"]
    for clash in clashes:
        assert list(clash) == CLASH
        assert isinstance(clash["message"], str)
        assert all(isinstance(reason, str) for reason in clash["reasons"])
    by_kind = {clash["kind"]: clash for clash in clashes}
    assert set(by_kind) == {"certain", "possible", "status", "meal"}
    assert by_kind["status"]["sessions"] == ["wandeling-gouden-erfgoed"]
    assert by_kind["status"]["minutes"] is None
    assert by_kind["meal"]["sessions"][0] == "lunch"


def test_a_certain_and_a_possible_clash(cli: Cli) -> None:
    cli("choose", "veiligheid", "strandwandeling", "iza-lunch")
    clashes = {tuple(sorted(c["sessions"])): c for c in mine(cli)["clashes"] if c["kind"] != "meal"}
    certain = clashes["iza-lunch", "strandwandeling"]
    assert (certain["kind"], certain["minutes"], certain["reasons"]) == ("certain", 40, [])
    assert certain["start"] == "2025-02-13T12:50:00+01:00"
    assert certain["end"] == "2025-02-13T13:30:00+01:00"
    possible = clashes["iza-lunch", "veiligheid"]
    assert (possible["kind"], possible["minutes"]) == ("possible", 15)
    assert possible["reasons"] == ["overrun"]
    assert clashes["strandwandeling", "veiligheid"]["reasons"] == ["overrun", "around"]


def test_what_changed_since(cli: Cli, folder: Path) -> None:
    file = folder / "days.toml"
    file.write_text(TWO_DAYS)
    cli("choose", "one", "two", "-p", "days.toml")
    file.write_text(
        TWO_DAYS.replace('start = "10:00"', 'start = "10:30"').replace('"one"', '"new"')
    )
    two, one = mine(cli, "days.toml")["choices"]
    assert (two["session"], two["change"]) == ("two", "moved")
    assert two["start"] == "2025-03-30T10:30:00+02:00"
    assert one == {
        "session": "one",
        "title": "First",
        "start": "2025-03-29T10:00:00+01:00",
        "end": "2025-03-29T11:00:00+01:00",
        "all_day": False,
        "room": "hall",
        "status": "open",
        "priority": "want",
        "change": "gone",
        "changes": [{"change": "gone", "message": "no longer in the programme"}],
        "successor": "new",
    }


def test_only_json_on_stdout(cli: Cli) -> None:
    cli("choose", "iza-lunch", "strandwandeling")
    outcome = cli("mine", "--format", "json")
    assert outcome.code == 1
    json.loads(outcome.out)
    assert "Programme:" in outcome.err


def test_the_text_tells_the_day_and_its_clashes(cli: Cli) -> None:
    cli("choose", "iza-lunch", "strandwandeling", "digital-twins")
    outcome = cli("mine")
    lines = outcome.out.splitlines()
    assert any("! Actualiteit IZA/AZWA" in line and "[iza-lunch]" in line for line in lines)
    assert any("✓ Stadslogistiek" in line and "[digital-twins]" in line for line in lines)
    assert any(line.strip().startswith("! ") and "40 minutes" in line for line in lines)
    assert "3 chosen" in outcome.err
    assert "3 chosen" not in outcome.out
    assert "Ronde" not in outcome.out


def test_nothing_is_written(cli: Cli, own_folders: Path) -> None:
    cli("mine")
    cli("show", "--mine")
    assert not own_folders.exists()


def test_on_a_terminal_or_paper_words_go_on_below_words(cli: Cli) -> None:
    cli("choose", "iza-lunch", "strandwandeling")
    lines = cli("mine", "--width", "70").out.splitlines()
    assert max(map(cell_len, lines)) <= 70
    at = next(n for n, line in enumerate(lines) if line.startswith("~12:50–(13:45)  ! Strand"))
    assert lines[at + 1].startswith(" " * 18 + "[strandwandeling]")
    assert lines[at + 2].startswith(" " * 16 + "! Actualiteit")
    assert lines[at + 3].startswith(" " * 18 + "Strandwandeling over")


def test_a_way_out_is_told_of_what_is_full(cli: Cli) -> None:
    cli("choose", "wandeling-gouden-erfgoed")
    (full,) = mine(cli)["clashes"]
    assert {"wandeling-westerdijk"} <= {way["instead"] for way in full["ways"]}
    assert "[wandeling-westerdijk]" in cli("mine").out


def test_a_way_out_is_told_of_a_squeezed_lunch(cli: Cli) -> None:
    cli("choose", "iza-lunch")
    (meal,) = mine(cli)["clashes"]
    leave = next(way for way in meal["ways"] if way["kind"] == "leave")
    assert (leave["time"], leave["minutes"]) == ("2025-02-13T13:25:00+01:00", 5)
    assert leave["message"] in cli("mine", "--width", "200").out
