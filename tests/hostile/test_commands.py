"""Hostile text in every file that a command reads does nothing where it is shown."""

from pathlib import Path

import pytest
import tomli_w

from tests.cli.support import Cli, Outcome
from tests.hostile.files import (
    ITINERARY,
    PROGRAMME,
    itineraries,
    mild_programme,
    programmes,
    settings,
)
from tests.hostile.texts import EVIL, MILD, harm_in
from tui_planner.exchange.exporting.registry import list_formats
from tui_planner.settings.settings_file import SettingsFile

pytestmark = pytest.mark.slow

FORMATS = list_formats()
OWN = [
    ["show", "--mine"],
    ["mine"],
    ["mine", "--format", "json"],
    ["mine", "--history"],
    ["suggest"],
    ["appointment", "list"],
    ["export", "--format", "json", "--mine"],
    ["export", "--format", "md", "--mine"],
]
"""What shows an itinerary."""
READING = [
    *OWN,
    ["show"],
    ["show", "--format", "agenda"],
    ["show", "--format", "json"],
    *(["check", "--format", name] for name in ("text", "json", "github", "sarif")),
    *(["export", "--format", name] for name in FORMATS),
    *(["export", "--format", name, "--mine"] for name in FORMATS),
]
CHANGING = [
    ["choose", "one"],
    ["drop", "gone"],
    ["note", "one"],
    ["note", "one", f"a note{MILD}"],
    ["appointment", "drop", "1"],
    ["attend", "--from", "10:05"],
    ["merge", "--drop", "Ada"],
    ["suggest", "--take"],
    ["mine", "--seen"],
    ["mine", "--restore", "1"],
    ["share", "-", "--name", "A colleague"],
    ["share", "shared.toml", "--name", "A colleague"],
]


@pytest.fixture
def day(folder: Path) -> Path:
    """A programme without harm."""
    file = folder / "day.toml"
    file.write_bytes(tomli_w.dumps(PROGRAMME).encode())
    return file


def assert_harmless(outcome: Outcome, name: str) -> None:
    """Nothing but exports, with their own ends of lines, is more than lines."""
    assert outcome.code in {0, 1, 2}, name
    assert not harm_in(outcome.out), name
    assert not harm_in(outcome.err), name
    assert "fault of its own" not in outcome.err, name


def test_a_programme_with_control_characters(cli: Cli, folder: Path) -> None:
    names = set()
    for name, data in programmes(EVIL):
        names.add(name)
        (folder / "day.toml").write_bytes(data)
        for format_ in ("text", "json", "github", "sarif"):
            outcome = cli("check", "day.toml", "--format", format_)
            assert outcome.code == 1, name
            assert_harmless(outcome, name)
        assert_harmless(cli("show", "day.toml"), name)
    assert {"sessions.title str", "sessions.speakers list", "rooms.unknown dict"} < names


def test_a_programme_that_turns_lines_around(cli: Cli, folder: Path) -> None:
    data = mild_programme()
    (folder / "day.toml").write_bytes(data)
    assert data.decode().count(MILD) > 20
    (folder / "i.toml").write_bytes(tomli_w.dumps(ITINERARY).replace("day", f"day{MILD}").encode())
    for argv in (*READING, *CHANGING):
        outcome = cli(*argv, "-p", "day.toml", "--itinerary", "i.toml")
        assert_harmless(outcome, str(argv))


@pytest.mark.parametrize("text", [EVIL, MILD, "x" * 100_000], ids=["evil", "mild", "long"])
@pytest.mark.usefixtures("day")
def test_an_itinerary(cli: Cli, folder: Path, text: str) -> None:
    for name, data in itineraries(text):
        for argv in (*OWN, *(CHANGING if text == EVIL else ())):
            (folder / "i.toml").write_bytes(data)
            outcome = cli(*argv, "-p", "day.toml", "--itinerary", "i.toml")
            assert_harmless(outcome, f"{name} {argv}")
        for file in ("shared.toml", "i.toml"):
            if (folder / file).exists() and (folder / file).read_bytes() != data:
                assert not harm_in((folder / file).read_text(encoding="utf-8")), f"{name} {file}"


@pytest.mark.usefixtures("day")
def test_what_a_colleague_shared(cli: Cli, folder: Path) -> None:
    for text in (EVIL, MILD):
        for name, data in itineraries(text):
            (folder / "theirs.toml").write_bytes(data)
            argv = ("-p", "day.toml", "--itinerary", "i.toml")
            assert_harmless(cli("merge", "theirs.toml", "--name", "Bo", *argv), name)
            assert_harmless(cli("merge", "theirs.toml", *argv), name)
            assert_harmless(cli("mine", *argv), name)
            assert_harmless(cli("show", "--mine", *argv), name)


@pytest.mark.usefixtures("day")
def test_the_settings(cli: Cli) -> None:
    path = SettingsFile.of_user().path
    path.parent.mkdir(parents=True)
    for text in (EVIL, MILD):
        for name, data in settings(text):
            path.write_bytes(data)
            assert_harmless(cli("show", "day.toml"), name)
            assert_harmless(cli("where", "-p", "day.toml"), name)


@pytest.mark.parametrize(
    "name", [f"a{EVIL}".replace("\0", ""), f"{MILD}.toml", "half\udcff\udc9b31m.toml"]
)
def test_names_of_files(cli: Cli, folder: Path, day: Path, name: str) -> None:
    name = name.replace("/", "")[:120]
    there = folder / name
    for argv in (*READING, *CHANGING, ["where"], ["import"]):
        assert_harmless(cli(*argv, "-p", name), f"not there {argv}")
    there.write_bytes(day.read_bytes())
    for argv in (*READING, *CHANGING, ["where"], ["import"]):
        assert_harmless(cli(*argv, "-p", name, "--itinerary", f"{name}.i"), f"there {argv}")
    for argv in (
        ["export", "--format", "ics", "-o"],
        ["share", "--name", "A"],
        ["import", name, "-o"],
    ):
        for target in (f"{name}.out", name):
            assert_harmless(cli(*argv, target, "-p", "day.toml"), f"{argv} {target}")
    (folder / f"{name}.i").write_text(EVIL)
    assert_harmless(cli("choose", "one", "-p", name, "--itinerary", f"{name}.i"), "set aside")


def test_arguments(cli: Cli, day: Path) -> None:
    for argv in (*READING, *CHANGING, ["rules"], ["schema"], ["where"], ["import"], ["open"]):
        for number in range(len(argv) + 1):
            words = [*argv[:number], EVIL, *argv[number:]]
            assert_harmless(cli(*words, "-p", str(day)), str(argv))
        assert_harmless(cli(*argv, "-p", str(day), "--day", EVIL), str(argv))
        assert_harmless(cli(*argv, "-p", str(day), f"--{EVIL}"), str(argv))
