"""A format to import from is one file: it is recognised, opened, and imported."""

from pathlib import Path

import pytest

from tests.adding import add_module
from tests.exchange.importing.support import event, xml
from tests.helpers import SHIPPED
from tui_planner.cli.main import main
from tui_planner.exchange.importing import formats

LIST = """\
from datetime import datetime
from zoneinfo import ZoneInfo

from tui_planner.exchange.importing.draft.draft import Draft, DraftSession
from tui_planner.exchange.importing.import_errors import NoScheduleError
from tui_planner.exchange.importing.import_format import ImportFormat, PublishedFile


def recognises(head: str) -> bool:
    return head.startswith("%LIST")


def read(file: PublishedFile) -> Draft:
    _head, *lines = file.data.decode().strip().splitlines()
    if not lines:
        raise NoScheduleError(f"{file.name} is an empty list.")
    draft = Draft("A list", file.zone or "UTC", found=len(lines))
    for number, line in enumerate(lines, 1):
        start = datetime.fromisoformat(line[:16]).replace(tzinfo=ZoneInfo(draft.zone))
        place = f"line {number + 1}"
        draft.sessions.append(DraftSession(f"s{number}", line[17:], start, start.date(), place))
        file.progress(number / len(lines))
    draft.days = sorted({session.day for session in draft.sessions})
    return draft


FORMAT = ImportFormat("list", recognises, read)
"""
TALKS = "\n %LIST\n2025-02-13T10:00 One talk\n2025-02-13T11:00 Another\n"


@pytest.fixture(autouse=True)
def talks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file in a format that a module more knows."""
    (tmp_path / "added").mkdir()
    add_module(formats, "list_of_talks", LIST, tmp_path / "added", monkeypatch)
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "talks.lst"
    file.write_text(TALKS, encoding="utf-8")
    return file


def test_it_is_imported(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "talks.lst", "--timezone", "Europe/Amsterdam", "-o", "made.toml"]) == 0
    assert "2 sessions found: 2 are written" in capsys.readouterr().err
    assert main(["show", "made.toml", "--format", "agenda"]) == 0
    shown = capsys.readouterr().out
    assert "A list" in shown
    assert "10:00" in shown
    assert "One talk" in shown


def test_any_command_opens_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "talks.lst", "--format", "agenda"]) == 0
    printed = capsys.readouterr()
    assert "Another" in printed.out
    assert "2 sessions found" in printed.err


def test_what_it_refuses_is_told_in_its_words(
    talks: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    talks.write_text("%LIST\n")
    assert main(["import", "talks.lst"]) == 2
    assert capsys.readouterr().err == "talks.lst is an empty list.\n"


def test_the_others_are_recognised_as_before(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "schedule.xml").write_bytes(xml({"Hall": [event()]}))
    assert main(["import", "schedule.xml"]) == 0
    assert "Talk one" in capsys.readouterr().out
    assert main(["import", str(SHIPPED)]) == 2
    assert "needs no import" in capsys.readouterr().err


def test_the_help_and_the_refusal_name_it_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", "--help"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "jCal, Sessionize, pretalx API, JSON-LD, JSON list, YAML list, list or CSV" in shown
    (tmp_path / "letter.txt").write_text("Dear all,\n")
    assert main(["import", "letter.txt"]) == 2
    assert (
        "Sessionize, pretalx API, JSON-LD, JSON list, YAML list, list, CSV."
        in capsys.readouterr().err
    )
