"""`export`: where it is written, what of the plan, and what is told of it."""

import json
import os
import re
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from icalendar import Calendar

from tests.cli.support import TWO_DAYS, Cli, process
from tests.exchange.importing.support import event, xml
from tests.helpers import SHIPPED
from tui_planner.exchange.exporting.registry import list_formats

pytestmark = pytest.mark.slow

FORMATS = list_formats()
LOSS = re.compile(r"(\S+) has no place for (.*) \(\d+\)\.")


@pytest.fixture
def days(folder: Path) -> Path:
    """A programme of two days, as a file in the folder of the commands."""
    file = folder / "days.toml"
    file.write_text(TWO_DAYS)
    return file


def summaries(data: str) -> list[str]:
    return [str(event["SUMMARY"]) for event in Calendar.from_ical(data).events]


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_is_what_is_printed(cli: Cli, days: Path, name: str) -> None:
    printed = process("export", str(days), "--format", name)
    written = cli("export", "days.toml", "--format", name, "-o", "made")
    assert (printed.code, written.code, written.out) == (0, 0, "")
    assert (days.parent / "made").read_bytes() == printed.out.encode()
    assert "Written: made" in written.err
    assert cli("export", "days.toml", "--format", name, "-o", "-").out == printed.out


def test_a_calendar_in_a_pipe_ends_its_lines_as_it_must(days: Path) -> None:
    out = process("export", str(days), "--format", "ics").out
    assert out.startswith("BEGIN:VCALENDAR\r\n")
    assert out.count("\n") == out.count("\r\n")


@pytest.mark.parametrize("name", FORMATS)
def test_an_earlier_export_is_replaced(cli: Cli, days: Path, name: str) -> None:
    made = days.parent / "made"
    argv = ("export", "days.toml", "--format", name, "-o", "made")
    assert cli(*argv).code == 0
    days.write_text(TWO_DAYS.replace("Second", "Another"))
    assert cli(*argv).code == 0
    assert "Another" in made.read_text()
    assert not [file for file in days.parent.iterdir() if file not in {days, made}]


@pytest.mark.parametrize("name", FORMATS)
def test_what_no_export_of_the_kind_wrote_is_replaced_only_by_force(
    cli: Cli, days: Path, name: str
) -> None:
    made = days.parent / "made"
    argv = ("export", "days.toml", "--format", name, "-o", "made")
    assert cli(*argv).code == 0
    exported = made.read_bytes()
    other = "md" if name == "ics" else "ics"
    assert cli("export", "days.toml", "--format", other, "-o", "other").code == 0
    for there in (
        b"",
        b"mine",
        b"\xff\x00",
        exported.replace(b"First", b"Edited"),
        exported[:-1],
        exported + b"\n",
        (days.parent / "other").read_bytes(),
    ):
        made.write_bytes(there)
        refused = cli(*argv)
        assert (refused.code, refused.out) == (2, ""), there
        assert len(refused.err.splitlines()) == 1
        assert "made is there already" in refused.err
        assert "--force" in refused.err
        assert made.read_bytes() == there
        assert cli(*argv, "--force").code == 0
        assert made.read_bytes() == exported


@pytest.mark.skipif(os.name == "nt", reason="there are no pipes in the file system")
@pytest.mark.usefixtures("days")
def test_what_is_no_file_is_refused_and_a_link_stays_one(cli: Cli, folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    argv = ("export", "days.toml", "--format", "md")
    for target in ("pipe", ".", "/dev/null"):
        outcome = cli(*argv, "--force", "-o", target)
        assert (outcome.code, outcome.err) == (2, f"{target} is no file.\n")
    (folder / "elsewhere").mkdir()
    (folder / "link").symlink_to(folder / "elsewhere" / "made")
    for _time in range(2):  # to nothing yet, and to an export
        assert cli(*argv, "-o", "link").code == 0
        assert (folder / "link").is_symlink()
        assert (folder / "elsewhere" / "made").read_text().startswith("# Two days\n")
    (folder / "elsewhere" / "made").write_text("mine")
    assert cli(*argv, "-o", "link").code == 2
    assert (folder / "elsewhere" / "made").read_text() == "mine"


def test_its_sources_are_never_overwritten(cli: Cli, days: Path) -> None:
    own = days.parent / "own.toml"
    named = ("-p", "days.toml", "--itinerary", "own.toml")
    assert cli(*named, "choose", "one").code == 0
    before = {file: file.read_bytes() for file in (days, own)}
    (days.parent / "link.toml").symlink_to(days)
    for target in ("days.toml", "./days.toml", "own.toml", "link.toml", str(own)):
        refused = cli(*named, "export", "--format", "md", "--force", "-o", target)
        assert (refused.code, refused.out) == (2, "")
        assert "is what the export is made of. Name another file." in refused.err
    assert {file: file.read_bytes() for file in before} == before


@pytest.mark.parametrize("target", [".", "no/such/folder.md", "a\0b"])
@pytest.mark.usefixtures("days")
def test_what_cannot_be_written_is_one_sentence(cli: Cli, target: str) -> None:
    outcome = cli("export", "days.toml", "--format", "md", "-o", target)
    assert (outcome.code, outcome.out) == (2, "")
    assert len(outcome.err.splitlines()) == 1


@pytest.mark.usefixtures("days")
def test_only_what_is_chosen(cli: Cli) -> None:
    assert cli("-p", "days.toml", "choose", "two").code == 0
    assert summaries(cli("export", "days.toml", "--format", "ics").out) == ["First", "Second"]
    assert summaries(cli("export", "days.toml", "--format", "ics", "--mine").out) == ["Second"]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.usefixtures("days")
def test_nothing_of_the_delegate_is_in_the_programme(cli: Cli, name: str) -> None:
    plain = cli("export", "days.toml", "--format", name).out
    cli("-p", "days.toml", "choose", "one", "--priority", "must")
    cli("-p", "days.toml", "note", "one", "A secret")
    cli("-p", "days.toml", "appointment", "add", "Dentist", "10:15", "10:30", "--day", "1")
    assert cli("export", "days.toml", "--format", name).out == plain
    mine = cli("export", "days.toml", "--format", name, "--mine")
    has_a_place = not name.startswith(("schedule", "csv"))
    assert ("Dentist" in mine.out) is has_a_place
    assert ("your own appointments" in mine.err) is not has_a_place


@pytest.mark.parametrize("day", ["2", "2025-03-30"])
@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.usefixtures("days")
def test_only_one_day(cli: Cli, name: str, day: str) -> None:
    outcome = cli("export", "days.toml", "--format", name, "--day", day)
    assert outcome.code == 0
    assert "Second" in outcome.out
    assert "First" not in outcome.out
    assert "2025-03-29" not in outcome.out


@pytest.mark.usefixtures("days")
def test_a_day_that_is_none(cli: Cli) -> None:
    outcome = cli("export", "days.toml", "--format", "md", "--day", "3")
    assert (outcome.code, outcome.out) == (2, "")


def test_what_is_lost_is_told_on_standard_error(cli: Cli) -> None:
    told = {
        name: [found.groups() for line in outcome.err.splitlines() if (found := LOSS.match(line))]
        for name in FORMATS
        if (outcome := cli("export", str(SHIPPED), "--format", name)).code == 0
    }
    assert set(told) == set(FORMATS)
    assert all(format_ == name for name, losses in told.items() for format_, _what in losses)
    what = {name: [words for _format, words in losses] for name, losses in told.items()}
    assert what["json"] == []
    assert what["html"] == ["which sessions are alternatives"]
    assert {"descriptions", *what["html"]} < set(what["svg"])
    assert "until when a session may run on" not in what["ics"]
    assert "hosts" in what["schedule-xml"]
    assert "hosts" not in what["ics"]


def test_an_alarm_is_for_a_calendar(cli: Cli) -> None:
    ics = cli("export", str(SHIPPED), "--format", "ics", "--alarm", "10").out
    assert ics.count("TRIGGER:-PT10M") == ics.count("BEGIN:VALARM") - 4  # walks start around then
    assert ics.count("TRIGGER:-PT15M") == 4
    refused = cli("export", str(SHIPPED), "--format", "md", "--alarm", "10")
    assert (refused.code, refused.out) == (2, "")
    assert "--format ics" in refused.err
    assert cli("export", str(SHIPPED), "--format", "ics", "--alarm", "soon").code == 2


def test_a_second_export_of_what_has_changed_updates_the_first(cli: Cli, days: Path) -> None:
    def exported() -> tuple[str, int]:
        out = cli("export", "days.toml", "--format", "ics").out
        first: Any = Calendar.from_ical(out).events[0]
        return str(first["UID"]), int(first["SEQUENCE"])

    os.utime(days, (1_750_000_000, 1_750_000_000))
    before = exported()
    assert exported() == before
    days.write_text(TWO_DAYS.replace("10:00", "10:05"))
    os.utime(days, (1_750_000_001, 1_750_000_001))
    after = exported()
    assert after[0] == before[0]
    assert after[1] > before[1]


def test_what_others_publish_is_exported_directly(cli: Cli, folder: Path) -> None:
    (folder / "schedule.xml").write_bytes(xml({"Hall": [event("one"), event("two", "10:30")]}))
    outcome = cli("export", "schedule.xml", "--format", "schedule-xml")
    assert outcome.code == 0
    titles = [title.text for title in fromstring(outcome.out).iter("title")][1:]  # noqa: S314
    assert titles == ["Talk one", "Talk two"]


def test_the_json_names_what_is_chosen(cli: Cli) -> None:
    cli("choose", "iza-lunch", "--priority", "must")
    document = json.loads(cli("export", "--format", "json", "--mine").out)
    (session,) = document["sessions"]
    assert (session["id"], session["priority"]) == ("iza-lunch", "must")
    assert session["start"] == "2025-02-13T12:45:00+01:00"


def test_a_programme_with_errors_is_not_exported(cli: Cli, folder: Path) -> None:
    (folder / "broken.toml").write_text(TWO_DAYS.replace("10:00", "25:00"))
    outcome = cli("export", "broken.toml", "--format", "html", "-o", "page.html")
    assert (outcome.code, outcome.out) == (2, "")
    assert not (folder / "page.html").exists()


def test_a_calendar_does_not_deny_what_it_tells_in_words(cli: Cli, folder: Path) -> None:
    (folder / "days.toml").write_text(
        f'{TWO_DAYS}\n[[rooms]]\nid = "x"\nname = "X"\nbuilding = "B"\n'
    )
    told = cli("export", "days.toml", "--format", "ics").err
    assert "ics tells only in words: the buildings of rooms (1)." in told
    assert "no place for the buildings" not in told


def test_what_clashes_is_marked_in_the_calendar(cli: Cli) -> None:
    cli("choose", "iza-lunch", "strandwandeling")
    text = cli("export", "--format", "ics", "--mine").out
    events = {
        str(event["UID"]).split("@")[0]: event for event in Calendar.from_ical(text).walk("VEVENT")
    }
    walk = events["strandwandeling"]
    marks = re.findall(r"X-TUI-PLANNER-CLASH:(.*)\r", walk.to_ical().decode())
    assert marks == ["meal lunch iza-lunch", "certain iza-lunch"]
    assert "12:50–13:30: 40 minutes" in str(walk["DESCRIPTION"])
    assert str(walk["DESCRIPTION"]).startswith("! ")
    assert str(events["lunch"]["X-TUI-PLANNER-CLASH"]).startswith("meal iza-lunch")
    assert "X-TUI-PLANNER-CLASH" not in events["opening"]
    assert "CLASH" not in cli("export", "--format", "ics").out


def test_what_clashes_is_in_the_json(cli: Cli) -> None:
    cli("choose", "iza-lunch", "strandwandeling")
    told = json.loads(cli("export", "--format", "json", "--mine").out)["clashes"]
    mine = json.loads(cli("mine", "--format", "json").out)["clashes"]
    assert told == [{key: one[key] for key in one if key != "ways"} for one in mine]
    assert [one["kind"] for one in told] == ["meal", "certain"]
    assert json.loads(cli("export", "--format", "json").out)["clashes"] == []
