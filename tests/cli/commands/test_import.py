"""`import`, and the other commands on what others publish."""

import io
import json
import sys
from pathlib import Path

import pytest
import tomli

from tests.cli.support import Cli, process
from tests.exchange.importing.icalendar.ical_texts import calendar
from tests.exchange.importing.icalendar.ical_texts import event as ical_event
from tests.exchange.importing.support import event, xml
from tests.exchange.importing.test_unsafe_files import BOMB
from tests.helpers import DATA
from tui_planner.app.controllers.programme_file import OpenProgramme
from tui_planner.cli.loading.load_programme import read_programme_quietly
from tui_planner.cli.output import show_progress

ROOMS = {
    "Hall": [
        event("one", duration=""),
        event("two", "10:30"),
        event("pause", "12:00", title="Lunch"),
    ],
    "Attic": [event("gone", ""), event("three"), event("pause-2", "12:00", title="Lunch")],
}


@pytest.fixture
def schedule(folder: Path) -> Path:
    file = folder / "schedule.xml"
    file.write_bytes(xml(ROOMS))
    return file


@pytest.mark.usefixtures("schedule")
def test_the_programme_on_standard_output_and_the_account_on_standard_error(cli: Cli) -> None:
    outcome = cli("import", "schedule.xml")
    assert outcome.code == 0
    ids = [session["id"] for session in tomli.loads(outcome.out)["sessions"]]
    assert ids == ["one", "three", "two"]
    *notes, account = outcome.err.splitlines()
    assert len(notes) == 3
    assert notes[0].startswith("mended: line 5: It has no duration")
    assert notes[1].startswith('left out: line 10: "Talk gone"')
    assert account == (
        "6 sessions found: 3 are written, 1 is a block, 1 is in one of these, 1 is left out. "
        "mended: 2, guessed: 0."
    )


def test_standard_input(schedule: Path) -> None:
    outcome = process("import", "-", stdin=schedule.read_bytes())
    assert outcome.code == 0
    assert 'id = "three"' in outcome.out
    assert "\x1b" not in outcome.err  # no bar in a pipe


def test_what_is_printed_is_what_is_written(cli: Cli, folder: Path, schedule: Path) -> None:
    schedule.write_bytes(xml({"Hall": [event(title="Turned \u202e around", abstract="a\n\tb")]}))
    printed = cli("import", "schedule.xml").out
    assert cli("import", "schedule.xml", "-o", "made.toml").out == ""
    written = (folder / "made.toml").read_text(encoding="utf-8")
    assert tomli.loads(printed) == tomli.loads(written)


def test_a_file_that_is_there_is_kept_unless_forced(cli: Cli, folder: Path, schedule: Path) -> None:
    made = folder / "made.toml"
    assert cli("import", "schedule.xml", "-o", "made.toml").code == 0
    schedule.write_bytes(xml({"Hall": [event("next")]}))
    assert cli("import", "schedule.xml", "-o", "made.toml").code == 0  # nobody has edited it
    assert "Talk next" in made.read_text()
    edited = made.read_text() + "# my own words\n"
    made.write_text(edited)
    refused = cli("import", "schedule.xml", "-o", "made.toml")
    assert (refused.code, refused.out) == (2, "")
    assert "--force" in refused.err
    assert made.read_text() == edited
    assert cli("import", "schedule.xml", "-o", "made.toml", "--force").code == 0
    assert "my own words" not in made.read_text()
    assert sorted(path.name for path in folder.iterdir()) == ["made.toml", "schedule.xml"]
    assert schedule.exists()


@pytest.mark.usefixtures("schedule")
def test_a_file_without_a_session_that_is_known_replaces_nothing(cli: Cli, folder: Path) -> None:
    assert cli("import", "schedule.xml", "-o", "made.toml").code == 0
    before = (folder / "made.toml").read_bytes()
    entries = str(DATA / "imports" / "14-entries.xml")
    refused = cli("import", entries, "-o", "made.toml", "--force")
    assert (refused.code, refused.out) == (2, "")
    assert "it has <entry>, and not <event>" in refused.err
    assert cli("check", entries).code == 2
    assert (folder / "made.toml").read_bytes() == before


@pytest.mark.parametrize("target", [".", "no/such/folder.toml", "a\0b"])
@pytest.mark.usefixtures("schedule")
def test_what_cannot_be_written(cli: Cli, target: str) -> None:
    outcome = cli("import", "schedule.xml", "-o", target, "--force")
    assert outcome.code == 2
    assert "fault of its own" not in outcome.err
    assert len(outcome.err.splitlines()) == 1


@pytest.mark.parametrize(
    "data",
    [b"", b"<html></html>", bytes(range(256)), BOMB, b"{}", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR"],
    ids=["empty", "html", "bytes", "bomb", "json", "ics"],
)
def test_what_is_no_schedule_is_one_sentence(cli: Cli, folder: Path, data: bytes) -> None:
    (folder / "file").write_bytes(data)
    outcome = cli("import", "file")
    assert (outcome.code, outcome.out) == (2, "")
    assert len(outcome.err.splitlines()) == 1


@pytest.mark.parametrize("command", ["import", "show", "check"])
def test_200_mb_are_refused(cli: Cli, folder: Path, command: str) -> None:
    with (folder / "large.xml").open("wb") as file:
        file.write(b"<schedule>")
        file.truncate(200_000_000)
    outcome = cli(command, "large.xml")
    assert outcome.code == 2
    assert "50 MB" in outcome.err + outcome.out


@pytest.mark.parametrize("name", ["none.xml", "."])
def test_a_file_that_cannot_be_read(cli: Cli, name: str) -> None:
    outcome = cli("import", name)
    assert outcome.code == 2
    assert len(outcome.err.splitlines()) == 1


@pytest.mark.usefixtures("schedule")
def test_show_takes_the_file_directly_and_says_what_was_done(cli: Cli) -> None:
    outcome = cli("show", "schedule.xml", "--format", "agenda")
    assert outcome.code == 0
    assert "Talk three, Attic [three]" in outcome.out
    assert outcome.err.splitlines() == [
        "6 sessions found: 3 are written, 1 is a block, 1 is in one of these, 1 is left out. "
        "mended: 2, guessed: 0. Each with its place: tui-planner import schedule.xml"
    ]


def test_the_places_of_check_are_those_of_the_imported_text(cli: Cli, schedule: Path) -> None:
    schedule.write_bytes(xml({"Hall": [event("one"), event("two", "10:30")]}))
    text = cli("import", "schedule.xml").out.splitlines()
    outcome = cli("check", "schedule.xml", "--select", "C103", "--format", "json")
    assert '"file": "schedule.xml (imported)"' in outcome.out
    assert outcome.code == 1
    line = int(outcome.out.split('"line": ')[1].split(",")[0])
    column = int(outcome.out.split('"column": ')[1].split(",")[0])
    assert text[line - 1][column - 1 :].startswith('"')
    assert cli("check", "schedule.xml", "--format", "sarif").code == 1


def test_check_names_what_is_no_schedule(cli: Cli, folder: Path) -> None:
    (folder / "bomb.xml").write_bytes(BOMB)
    outcome = cli("check", "bomb.xml")
    assert outcome.code == 2
    assert "E010" in outcome.out


@pytest.mark.parametrize("name", ["made.toml", "schedule.xml"])
def test_choices_survive_the_next_import(cli: Cli, schedule: Path, name: str) -> None:
    assert cli("import", "schedule.xml", "-o", "made.toml").code == 0
    assert cli("-p", name, "choose", "two", "three").code == 0
    moved = {**ROOMS, "Attic": [event("three", "15:00"), *ROOMS["Attic"][2:]]}
    schedule.write_bytes(xml(moved))
    assert cli("import", "schedule.xml", "-o", "made.toml").code == 0
    mine = json.loads(cli("mine", name, "--format", "json").out)
    changes = {choice["session"]: choice["change"] for choice in mine["choices"]}
    assert changes == {"two": None, "three": "moved"}


@pytest.mark.usefixtures("schedule")
def test_the_time_zone_can_be_said(cli: Cli) -> None:
    made = cli("import", "schedule.xml", "--timezone", "america/new_york")
    assert tomli.loads(made.out)["programme"]["timezone"] == "America/New_York"
    refused = cli("import", "schedule.xml", "--timezone", "Europe/Amsterdm")
    assert (refused.code, refused.out) == (2, "")
    assert 'Did you mean "Europe/Amsterdam"?' in refused.err


def test_the_times_of_a_calendar_are_shown_in_the_zone_that_is_said(cli: Cli, folder: Path) -> None:
    (folder / "day.ics").write_bytes(calendar(ical_event("DTSTART:20250213T100000Z")))
    made = tomli.loads(cli("import", "day.ics", "--timezone", "Europe/Berlin").out)
    assert made["sessions"][0]["start"] == "11:00"


def test_the_app_reads_the_next_version_without_a_word(
    schedule: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reading = read_programme_quietly(str(schedule))
    assert reading.programme
    file = OpenProgramme(reading, reading.programme, read_programme_quietly)
    schedule.write_bytes(xml({"Hall": [event("one"), event("new", "11:00")]}))
    programme = file.read_anew()
    assert programme
    assert [session.id for session in programme.sessions] == ["one", "new"]
    assert file.name == str(schedule)
    schedule.write_bytes(b"<schedule>")
    assert file.read_anew() is None
    assert "broken" in file.find_causes()[0].problems[0].message
    assert capsys.readouterr() == ("", "")


def test_the_bar_is_on_the_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    for stream, shown in ((Terminal(), True), (io.StringIO(), False)):
        monkeypatch.setattr(sys, "stderr", stream)
        with show_progress("Importing") as progress:
            progress(0.5)
        assert ("Importing" in stream.getvalue()) is shown


def test_help(cli: Cli) -> None:
    outcome = cli("import", "--help")
    assert outcome.code == 0
    assert "iCalendar" in outcome.out
    assert "import" in cli("--help").out


def test_what_is_only_likely_is_told_in_one_line_with_what_to_write(cli: Cli, folder: Path) -> None:
    long = event("long", title="Hackathon", duration="02:00")
    talks = [event(id_, start, title=id_) for id_, start in (("bees", "10:00"), ("owls", "11:00"))]
    (folder / "schedule.xml").write_bytes(xml({"Hall": [long, *talks]}))
    outcome = cli("import", "schedule.xml")
    (likely,) = [line for line in outcome.err.splitlines() if line.startswith("likely: ")]
    assert likely.startswith("likely: line 6, line 7: ")
    assert 'part_of = "long"' in likely
    assert outcome.err.splitlines()[-1].endswith("mended: 0, guessed: 0, likely: 2.")
    assert not any("part_of" in session for session in tomli.loads(outcome.out)["sessions"])
    checked = json.loads(cli("check", "schedule.xml", "--format", "json").out)
    found = [problem["sessions"] for problem in checked["problems"] if problem["rule"] == "C103"]
    assert sorted(map(sorted, found)) == [["bees", "long"], ["long", "owls"]]


def test_sessions_without_an_end_that_follow_one_another_do_not_clash_when_all_are_chosen(
    cli: Cli, folder: Path
) -> None:
    hours = [f"{hour}" for hour in range(10, 15)]
    events = [event(hour, f"{hour}:00", duration="") for hour in hours]
    (folder / "schedule.xml").write_bytes(xml({"Hall": events}))
    assert cli("choose", *hours, "-p", "schedule.xml").code == 0
    outcome = cli("mine", "schedule.xml", "--format", "json")
    assert (outcome.code, json.loads(outcome.out)["clashes"]) == (0, [])
