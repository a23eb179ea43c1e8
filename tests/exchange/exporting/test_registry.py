"""A format is one file: the help lists it, and `export` writes it."""

from pathlib import Path

import pytest

from tests.adding import add_module
from tests.helpers import SHIPPED
from tui_planner.cli.main import main
from tui_planner.exchange.exporting import formats
from tui_planner.exchange.exporting.registry import list_formats
from tui_planner.support.discovery import list_modules

TITLES = """\
from tui_planner.exchange.exporting.export_format import Export, ExportFormat, Request, SealLine
from tui_planner.exchange.exporting.unsupported_features import Feature


def make(request: Request) -> Export:
    titles = [session.title for session in request.plan.programme.sessions]
    return "\\n".join(["Titles", *titles, f"{request.alarm} minutes before", ""]), [Feature.HOSTS]


FORMAT = ExportFormat("titles", make, SealLine("# {}\\n", above=1), reminds=True, order=25)
"""


@pytest.fixture(autouse=True)
def one_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A format more; returns the names of all without it."""
    monkeypatch.chdir(tmp_path)
    names = list(list_formats())
    (tmp_path / "added").mkdir()
    add_module(formats, "titles", TITLES, tmp_path / "added", monkeypatch)
    return names


def test_a_file_more_is_a_format_more(
    one_more: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    names = [*one_more[:2], "titles", *one_more[2:]]
    assert list(list_formats()) == names
    assert len(names) == len(list_modules(formats))
    assert main(["export", "--help"]) == 0
    assert f"{{{','.join(names)}}}" in capsys.readouterr().out


def test_it_exports(capsys: pytest.CaptureFixture[str]) -> None:
    argv = ["export", str(SHIPPED), "--format", "titles", "--alarm", "10"]
    assert main(argv) == 0
    printed = capsys.readouterr()
    head, seal, *titles, reminder = printed.out.splitlines()
    assert (head, reminder) == ("Titles", "10 minutes before")
    assert seal.startswith("# tui-planner titles ")
    assert "Veiligheid" in titles
    assert "titles has no place for hosts" in printed.err


def test_it_replaces_what_it_wrote_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    argv = ["export", str(SHIPPED), "--format", "titles", "-o", "made"]
    assert [main(argv), main(argv)] == [0, 0]
    made = tmp_path / "made"
    edited = made.read_text().replace("Titles", "My titles")
    made.write_text(edited)
    capsys.readouterr()
    assert main(argv) == 2
    assert "--force" in capsys.readouterr().err
    assert made.read_text() == edited
