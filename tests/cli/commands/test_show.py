"""`show`: the grid, the agenda and the JSON of a day, or of what is chosen."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.support import TWO_DAYS, Cli
from tests.helpers import SHIPPED


@pytest.fixture(autouse=True)
def two_days(folder: Path) -> None:
    (folder / "days.toml").write_text(TWO_DAYS)


def shown(cli: Cli, *argv: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(cli("show", "--format", "json", *argv).out)
    return document


def test_the_grid_says_every_title(cli: Cli) -> None:
    out = cli("show", str(SHIPPED)).out
    for words in ("Inloop", "Lunch  12:30–13:45", "Veiligheid", "~12:50–(13:45)", "until 13:00?"):
        assert words in out
    assert max(map(len, out.splitlines())) <= 100


def test_the_agenda_is_a_line_for_everything(cli: Cli) -> None:
    lines = cli("show", str(SHIPPED), "--format", "agenda").out.splitlines()
    assert lines[:3] == ["Bestuurlijke Netwerkdag G40", "", "Thu 13 February 2025"]
    assert "09:15–09:45     Inloop" in lines
    assert "  12:45–13:30     Actualiteit IZA/AZWA (lunchbespreking) [iza-lunch]" in lines
    gouden = next(line for line in lines if "[wandeling-gouden-erfgoed]" in line)
    assert "~12:50–(13:45)" in gouden
    assert "full" in gouden
    assert "16:15–" in lines[-1]
    assert len(lines) == 3 + 10 + 18


def test_the_json_is_the_whole_day(cli: Cli) -> None:
    document = shown(cli, str(SHIPPED))
    assert document["programme"] == "bnd-g40-hoorn-2025"
    assert document["days"] == ["2025-02-13"]
    assert len(document["blocks"]) == 10
    assert len(document["sessions"]) == 18
    by_id = {session["id"]: session for session in document["sessions"]}
    assert by_id["veiligheid"]["start"] == "2025-02-13T11:30:00+01:00"
    assert by_id["veiligheid"]["overrun"] == "2025-02-13T13:00:00+01:00"
    assert by_id["strandwandeling"]["end"] is None
    assert by_id["strandwandeling"]["around"] == 5
    assert by_id["iza-lunch"]["block"] == "lunch"
    assert not any(session["chosen"] for session in document["sessions"])


@pytest.mark.parametrize("day", ["2", "2025-03-30"])
def test_a_day_by_its_number_or_date(cli: Cli, day: str) -> None:
    document = shown(cli, "days.toml", "--day", day)
    assert document["days"] == ["2025-03-30"]
    assert [session["id"] for session in document["sessions"]] == ["two"]
    assert document["sessions"][0]["start"].endswith("+02:00")  # the clocks went forward
    for format_ in ("grid", "agenda"):
        out = cli("show", "days.toml", "--day", day, "--format", format_).out
        assert "Sun 30 March 2025" in out
        assert "Sat 29" not in out
        assert "First" not in out


@pytest.mark.parametrize("format_", ["grid", "agenda"])
def test_all_days_without_a_day(cli: Cli, format_: str) -> None:
    out = cli("show", "days.toml", "--format", format_).out
    assert out.index("Sat 29 March 2025") < out.index("First") < out.index("Sun 30 March 2025")


@pytest.mark.parametrize("day", ["0", "3", "-1", "2025-03-31", "monday", ""])
@pytest.mark.parametrize("format_", ["grid", "agenda", "json"])
def test_an_unknown_day(cli: Cli, day: str, format_: str) -> None:
    outcome = cli("show", "days.toml", f"--day={day}", "--format", format_)
    assert outcome.code == 2
    assert outcome.out == ""
    assert "Its days: 2025-03-29, 2025-03-30." in outcome.err


@pytest.mark.parametrize("format_", ["grid", "agenda", "json"])
def test_mine_shows_only_what_is_chosen(cli: Cli, format_: str) -> None:
    cli("choose", "iza-lunch", "digital-twins")
    out = cli("show", "--mine", "--format", format_).out
    assert "IZA/AZWA" in out
    assert "Digital" in out
    assert "Strandwandeling" not in out
    assert "Lunch" in out  # what holds for everyone stays


@pytest.mark.parametrize("format_", ["grid", "agenda", "json"])
def test_mine_of_one_day(cli: Cli, format_: str) -> None:
    cli("choose", "one", "two", "-p", "days.toml")
    out = cli("show", "days.toml", "--mine", "--day", "2", "--format", format_).out
    assert "Second" in out
    assert "First" not in out


def test_the_grid_marks_what_is_chosen(cli: Cli) -> None:
    cli("choose", "iza-lunch", "strandwandeling", "digital-twins")
    out = cli("show").out
    assert "✓ Stadslogistiek" in out
    assert "! Strand" in out


def test_the_json_says_what_is_chosen(cli: Cli) -> None:
    cli("choose", "iza-lunch")
    chosen = [session["id"] for session in shown(cli)["sessions"] if session["chosen"]]
    assert chosen == ["iza-lunch"]


@pytest.mark.parametrize("columns", ["1", "7", "20", "40", "400", "0", "wide"])
def test_any_width_of_the_terminal(cli: Cli, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    outcome = cli("show", str(SHIPPED))
    assert outcome.code == 0
    assert "09:15" in outcome.out


def test_an_empty_programme(cli: Cli, folder: Path) -> None:
    text = '[programme]\ntitle = "Nothing yet"\ndate = 2025-02-13\ntimezone = "UTC"\n'
    (folder / "empty.toml").write_text(text)
    for format_ in ("grid", "agenda", "json"):
        for mine in ([], ["--mine"]):
            outcome = cli("show", "empty.toml", "--format", format_, *mine)
            assert outcome.code == 0
            assert "Nothing yet" in outcome.out


def test_a_day_too_wide_for_a_grid_is_printed_as_its_agenda(cli: Cli, folder: Path) -> None:
    head = '[programme]\ntitle = "A day"\ndate = 2025-02-13\ntimezone = "Europe/Amsterdam"\n'
    session = '[[sessions]]\nid = "s{0}"\ntitle = "Talk {0}"\nstart = "10:00"\nend = "11:00"\n'
    (folder / "wide.toml").write_text(head + "".join(session.format(n) for n in range(2_000)))
    outcome = cli("show", "wide.toml")
    assert outcome.code == 0
    assert "cells wide: here is its agenda" in outcome.err
    assert outcome.out == cli("show", "wide.toml", "--format", "agenda").out
    assert "Talk 1999 [s1999]" in outcome.out


FAIR = '[[sessions]]\nid = "fair"\ntitle = "Fair"\nall_day = true\nday = 2025-03-29\n'


def test_what_is_on_all_day_stands_above_the_hours(cli: Cli, folder: Path) -> None:
    (folder / "fair.toml").write_text(TWO_DAYS + FAIR)
    _title, _rooms, band, first, *_rows = cli("show", "fair.toml", "--day", "1").out.splitlines()
    assert "Fair  all day" in band
    assert first.startswith("10:00")
    agenda = cli("show", "fair.toml", "--day", "1", "--format", "agenda").out.splitlines()
    assert agenda[3:] == [
        "all day         Fair [fair]",
        "10:00–11:00     First, Great hall [one]",
    ]


def test_what_is_on_all_day_stands_first_in_my_day(cli: Cli, folder: Path) -> None:
    (folder / "fair.toml").write_text(TWO_DAYS + FAIR)
    cli("choose", "-p", "fair.toml", "one", "fair")
    mine = cli("mine", "fair.toml").out.splitlines()
    assert "all day         ✓ Fair [fair]" in mine
    assert mine.index("all day         ✓ Fair [fair]") < next(
        number for number, line in enumerate(mine) if line.startswith("10:00–11:00")
    )
    assert "00:00" not in "".join(mine)


def test_folded_lines_of_what_is_on_all_day_go_on_below_its_words(cli: Cli, folder: Path) -> None:
    long = FAIR.replace('"Fair"', f'"{"Fair " * 20}"')
    (folder / "fair.toml").write_text(TWO_DAYS + long)
    lines = cli("show", "fair.toml", "--format", "agenda", "--width", "60").out.splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith("all day"))
    assert lines[first + 1].startswith(" " * 16 + "Fair")
