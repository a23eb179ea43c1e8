"""A table of sessions on the command line."""

from pathlib import Path

import pytest

from tests.cli.support import Cli
from tests.helpers import DATA

SHEET = DATA / "imports" / "18-sheet.csv"


@pytest.mark.parametrize("command", [("show", "--format", "agenda"), ("check",)])
def test_it_is_read_as_it_is(cli: Cli, command: tuple[str, ...]) -> None:
    outcome = cli(command[0], str(SHEET), *command[1:])
    assert "2 sessions found: 2 are written" in outcome.err
    assert "E001" not in outcome.out + outcome.err
    assert outcome.code == 0


def test_one_of_unknown_columns_is_told_for_what_it_is(cli: Cli, folder: Path) -> None:
    (folder / "a.csv").write_text("Aap,Noot,Mies\n1,2,3\n")
    outcome = cli("check", "a.csv")
    assert outcome.code == 2
    assert 'a CSV table with the columns "Aap", "Noot", "Mies"' in outcome.out + outcome.err
    assert "TOML" not in outcome.out + outcome.err


def test_the_user_names_columns(cli: Cli, folder: Path) -> None:
    (folder / "a.csv").write_text("Aap,Noot,Mies\nEen,2026-05-08 9:00,3\n")
    outcome = cli("import", "a.csv", "--columns", "title=Aap,start=Noot")
    assert outcome.code == 0
    assert 'title = "Een"' in outcome.out
    refused = cli("import", "a.csv", "--columns", "title")
    assert refused.code == 2
    assert "--columns title=Titel,start=Van" in refused.err
