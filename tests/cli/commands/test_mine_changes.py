"""The organiser changes the programme: what the delegate is told by `mine`, and what they can do.

Each story edits the text of the shipped programme, as an organiser would.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.support import Cli, chosen, saved
from tests.helpers import SHIPPED

BEACH = "Strandwandeling over dijkversterking en stadsstrand"
IZA = "Actualiteit IZA/AZWA (lunchbespreking)"
TWINS = "Stadslogistiek en Digital Twins voor duurzame stedelijke ontwikkeling"
STROOM = "Slim met stroom door warmte te benutten!"


class Organiser:
    """Who publishes the programme, and changes it."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._text = SHIPPED.read_text(encoding="utf-8")
        file.write_text(self._text, encoding="utf-8")

    def edit(self, table: str, before: str, after: str) -> None:
        """Replace a line in the table of an id."""
        start = self._text.index(f'id = "{table}"\n')
        at = self._text.index(f"{before}\n", start)
        assert "[[" not in self._text[start:at], f"{table} has no line {before}"
        self._text = self._text[:at] + after + self._text[at + len(before) :]
        self._file.write_text(self._text, encoding="utf-8")


@pytest.fixture
def organiser(folder: Path) -> Organiser:
    """The programme in the folder that the commands run in."""
    return Organiser(folder / "programme.toml")


def told(cli: Cli, *argv: str) -> list[str]:
    """The lines of `mine`, without the spaces before them."""
    return [line.strip() for line in cli("mine", *argv).out.splitlines()]


def choices(cli: Cli) -> dict[str, dict[str, Any]]:
    document = json.loads(cli("mine", "--format", "json").out)
    return {choice["session"]: choice for choice in document["choices"]}


# -- The beach walk is moved to 12:15 --


@pytest.fixture
def moved(cli: Cli, organiser: Organiser) -> Cli:
    cli("choose", "slim-met-stroom", "strandwandeling")
    organiser.edit("lunch", 'start = "12:30"', 'start = "12:15"')  # no session is before its block
    organiser.edit("strandwandeling", 'start = "12:50"', 'start = "12:15"')
    return cli


CLASH = f"{STROOM} and {BEACH} are at the same time, 12:15–12:30: 15 minutes."


def test_the_beach_walk_is_moved(moved: Cli) -> None:
    lines = told(moved)
    walk = f"~12:15–(13:45)  ! {BEACH} – moved: 12:15, was 12:50 [strandwandeling]"
    at = lines.index(walk)
    assert lines[at + 1 : at + 6] == [
        f"! {CLASH} A change of the programme made this clash.",
        f"- Join {BEACH} at 12:30: you miss at most 20 minutes of it.",
        f"- Leave {STROOM} at 12:10: you miss 20 minutes of it.",
        f"- Keep {BEACH} and drop {STROOM}: you miss 60 minutes.",
        f"- Keep {STROOM} and drop {BEACH}: you miss at most 90 minutes.",
    ]


def test_the_beach_walk_is_moved_in_json(moved: Cli) -> None:
    outcome = moved("mine", "--format", "json")
    document = json.loads(outcome.out)
    assert outcome.code == 1
    walk = next(one for one in document["choices"] if one["session"] == "strandwandeling")
    assert walk["change"] == "moved"
    assert walk["changes"] == [{"change": "moved", "message": "moved: 12:15, was 12:50"}]
    (clash,) = (one for one in document["clashes"] if one["kind"] == "certain")
    assert clash["by_change"] is True
    assert clash["message"] == f"{CLASH} A change of the programme made this clash."
    assert clash["ways"][0] == {
        "kind": "join",
        "session": "strandwandeling",
        "instead": None,
        "time": "2025-02-13T12:30:00+01:00",
        "minutes": 20,
        "at_most": True,
        "clashes": [],
        "meals": [],
        "message": f"Join {BEACH} at 12:30: you miss at most 20 minutes of it.",
    }


def test_what_is_marked_as_seen_is_told_once(moved: Cli) -> None:
    assert "1 choice has changed; tui-planner mine --seen marks it as seen." in moved("mine").err
    last = moved("mine", "--seen")
    assert "moved: 12:15, was 12:50" in last.out
    assert "1 change is marked as seen." in last.err
    after = moved("mine")
    assert "moved" not in after.out
    assert "changed" not in after.err
    assert f"! {CLASH}\n" in after.out  # the clash is there all the same


# -- The IZA lunch is cancelled --


def test_the_iza_lunch_is_cancelled(cli: Cli, organiser: Organiser) -> None:
    cli("choose", "iza-lunch", "strandwandeling")
    assert "40 minutes" in cli("mine").out
    organiser.edit("iza-lunch", f'title = "{IZA}"', f'title = "{IZA}"\nstatus = "cancelled"')
    lines = told(cli)
    at = lines.index(f"12:45–13:30     × {IZA} – now cancelled, was open [iza-lunch]")
    assert lines[at + 1] == f"! {IZA} is cancelled."
    assert "40 minutes" not in "".join(lines)  # what is cancelled clashes with nothing
    assert choices(cli)["iza-lunch"]["change"] == "cancelled"


def test_the_iza_lunch_takes_place_after_all(cli: Cli, organiser: Organiser) -> None:
    cli("choose", "iza-lunch", "strandwandeling")
    cancelled = f'title = "{IZA}"\nstatus = "cancelled"'
    organiser.edit("iza-lunch", f'title = "{IZA}"', cancelled)
    cli("mine", "--seen")
    organiser.edit("iza-lunch", cancelled, f'title = "{IZA}"')
    lines = told(cli)
    assert f"12:45–13:30     ! {IZA} – open again, was cancelled [iza-lunch]" in lines
    assert (
        f"! {IZA} and {BEACH} are at the same time, 12:50–13:30: 40 minutes. "
        "A change of the programme made this clash."
    ) in lines


# -- Asielketen gets a new id --


@pytest.fixture
def renamed(cli: Cli, organiser: Organiser, own_file: Path) -> Cli:
    cli("choose", "asielketen", "--priority", "must")
    text = own_file.read_text(encoding="utf-8")
    own_file.write_text(
        text.replace('priority = "must"', 'priority = "must"\nnote = "Vraag stellen"')
    )
    organiser.edit("asielketen", 'id = "asielketen"', 'id = "samenwerking-asiel"')
    return cli


def test_a_session_under_a_new_id_is_offered(renamed: Cli, own_file: Path) -> None:
    lines = told(renamed)
    at = lines.index("× Samenwerking in de asielketen – no longer in the programme [asielketen]")
    assert lines[at + 1] == (
        "- Perhaps it is now Samenwerking in de asielketen, 15:15–16:15(–16:45) "
        "[samenwerking-asiel]. If so: tui-planner mine --follow asielketen"
    )
    assert chosen(own_file) == ["asielketen"]  # offered, not assumed
    choice = choices(renamed)["asielketen"]
    assert (choice["change"], choice["successor"]) == ("gone", "samenwerking-asiel")


def test_the_offer_is_taken(renamed: Cli, own_file: Path) -> None:
    outcome = renamed("mine", "--follow", "asielketen")
    wanted = (
        "Chosen in the place of asielketen: Samenwerking in de asielketen [samenwerking-asiel]."
    )
    assert wanted in outcome.err
    (choice,) = saved(own_file)["choices"]
    assert choice["session"] == "samenwerking-asiel"
    assert (choice["priority"], choice["note"]) == ("must", "Vraag stellen")
    lines = told(renamed)
    assert not any(line.startswith("×") for line in lines)
    (line,) = (line for line in lines if "Samenwerking in de asielketen" in line)
    assert line.startswith("15:15–16:15(–16:45) ✓ ")
    assert line.endswith("– Vraag stellen [samenwerking-asiel]")


def test_an_offer_that_there_is_not(renamed: Cli, own_file: Path) -> None:
    before = own_file.read_bytes()
    outcome = renamed("mine", "--follow", "veiligheid")
    assert outcome.code == 2
    assert 'There is no offer for "veiligheid". There is one for: asielketen.' in outcome.err
    assert own_file.read_bytes() == before
    renamed("mine", "--follow", "asielketen")
    again = renamed("mine", "--follow", "asielketen")
    assert again.err.endswith('There is no offer for "asielketen".\n')


def test_what_is_gone_is_shown_when_it_is_seen_too(renamed: Cli) -> None:
    renamed("mine", "--seen")
    outcome = renamed("mine")
    assert "× Samenwerking in de asielketen – no longer in the programme" in outcome.out
    assert "changed" not in outcome.err
    assert choices(renamed)["asielketen"]["change"] is None
    assert choices(renamed)["asielketen"]["status"] == "gone"


# -- Digital Twins becomes full --


def test_digital_twins_becomes_full(cli: Cli, organiser: Organiser) -> None:
    cli("choose", "digital-twins")
    organiser.edit("digital-twins", 'block = "ronde-2"', 'block = "ronde-2"\nstatus = "full"')
    lines = told(cli)
    at = lines.index(f"13:45–14:45     × {TWINS} – now full, was open [digital-twins]")
    assert lines[at + 1] == f"! {TWINS} is full."
    assert choices(cli)["digital-twins"]["change"] == "full"
    cli("mine", "--seen")
    organiser.edit("digital-twins", 'status = "full"', 'status = "open"')
    assert f"13:45–14:45     ✓ {TWINS} – open again, was full [digital-twins]" in told(cli)


# -- What is not there --


def test_without_a_change_nothing_is_told_or_written(
    cli: Cli, organiser: Organiser, own_file: Path
) -> None:
    assert organiser
    cli("choose", "iza-lunch", "digital-twins")
    before = own_file.read_bytes()
    outcome = cli("mine", "--seen")
    assert "seen" not in outcome.err
    assert "was" not in outcome.out
    assert own_file.read_bytes() == before


def test_the_ways_out_are_not_on_the_printed_day(cli: Cli) -> None:
    cli("choose", "iza-lunch", "strandwandeling")
    assert "- Keep" in cli("mine").out
    assert "- Keep" not in cli("show", "--mine", "--format", "agenda").out
