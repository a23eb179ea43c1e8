"""The commands run in an empty folder, on the shipped programme where nothing else is named."""

from pathlib import Path

import pytest

from tests.cli.support import Cli, Outcome
from tui_planner.cli.main import main


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the commands run in, with nothing in it."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    return here


@pytest.fixture
def cli(folder: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    """Runs a command in this process: `cli("check", "some.toml")`."""
    assert folder.exists()

    def run(*argv: str) -> Outcome:
        capsys.readouterr()
        code = main(argv)
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return run


@pytest.fixture
def own_file(own_folders: Path) -> Path:
    """The file that holds the choices of the shipped programme."""
    return own_folders / "tui-planner" / "itineraries" / "bnd-g40-hoorn-2025.toml"
