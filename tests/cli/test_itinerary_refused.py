"""Itineraries that cannot be used: set aside where they are broken, else left as they are."""

import os
from pathlib import Path

import pytest

from tests.cli.support import Cli, chosen
from tests.helpers import SHIPPED

UNREADABLE = {
    "no TOML": b"format = = 1",
    "not UTF-8": b'format = 1\nprogramme = "\xff"',
    "no format": b'programme = "bnd-g40-hoorn-2025"',
    "empty": b"",
    "a bad priority": b'format = 1\nprogramme = "bnd-g40-hoorn-2025"\n'
    b'[[choices]]\nsession = "a"\npriority = "urgent"\n',
    "a bad time": b'format = 1\nprogramme = "bnd-g40-hoorn-2025"\narrives = 930\n',
    "choices of another kind": b'format = 1\nprogramme = "bnd-g40-hoorn-2025"\nchoices = 3\n',
    "format in words": b'format = "one"\nprogramme = "bnd-g40-hoorn-2025"\n',
    "nested too deep": b"format = " + b"[" * 5000,
}
REFUSED = {
    "another programme": b'format = 1\nprogramme = "another"\n# mine\n',
    "a newer format": b'format = 2\nprogramme = "bnd-g40-hoorn-2025"\n',
    "a newer format of another shape": b"format = 9\n[programme]\nid = 3\n",
    "a programme": SHIPPED.read_bytes(),
}
ADDING = [["choose", "iza-lunch"], ["appointment", "add", "Bellen", "9:00", "9:10"]]
OTHERS = [
    ["drop", "iza-lunch"],
    ["note", "iza-lunch", "ask"],
    ["mine"],
    ["mine", "--format", "json"],
    ["show"],
    ["show", "--mine"],
]


@pytest.mark.parametrize("argv", ADDING, ids=" ".join)
@pytest.mark.parametrize("data", UNREADABLE.values(), ids=UNREADABLE)
def test_an_unreadable_one_is_set_aside_and_said(
    cli: Cli, folder: Path, argv: list[str], data: bytes
) -> None:
    file = folder / "i.toml"
    file.write_bytes(data)
    outcome = cli(*argv, "--itinerary", "i.toml")
    assert outcome.code == 0
    (aside,) = folder.glob("i.unreadable-*.toml")
    assert aside.read_bytes() == data
    assert str(aside.name) in outcome.err
    assert "cannot be read" in outcome.err
    if argv[0] == "choose":
        assert chosen(file) == ["iza-lunch"]


@pytest.mark.parametrize("argv", OTHERS, ids=" ".join)
@pytest.mark.parametrize("data", UNREADABLE.values(), ids=UNREADABLE)
def test_a_command_that_adds_nothing_leaves_it_alone(
    cli: Cli, folder: Path, argv: list[str], data: bytes
) -> None:
    file = folder / "i.toml"
    file.write_bytes(data)
    outcome = cli(*argv, "--itinerary", "i.toml")
    assert outcome.code == 2
    assert outcome.out == ""
    assert "i.toml cannot be read" in outcome.err
    assert [file.name for file in folder.iterdir()] == ["i.toml"]
    assert file.read_bytes() == data


@pytest.mark.parametrize("argv", [["choose", "iza-lunsh"], ["drop", "iza-lunsh"]], ids=" ".join)
def test_an_unknown_id_leaves_an_unreadable_one_alone(
    cli: Cli, folder: Path, argv: list[str]
) -> None:
    file = folder / "i.toml"
    file.write_bytes(b"= broken")
    assert cli(*argv, "--itinerary", "i.toml").code == 2
    assert [file.name for file in folder.iterdir()] == ["i.toml"]


def test_two_broken_ones_are_both_kept(cli: Cli, folder: Path) -> None:
    file = folder / "i.toml"
    for number in range(3):
        file.write_text(f"= broken {number}")
        cli("choose", "iza-lunch", "--itinerary", "i.toml")
    kept = sorted(aside.read_text() for aside in folder.glob("i.unreadable-*"))
    assert kept == ["= broken 0", "= broken 1", "= broken 2"]


@pytest.mark.parametrize("argv", [*ADDING, *OTHERS], ids=" ".join)
@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED)
def test_one_that_is_not_ours_is_refused_and_left(
    cli: Cli, folder: Path, argv: list[str], data: bytes
) -> None:
    file = folder / "i.toml"
    file.write_bytes(data)
    outcome = cli(*argv, "-p", str(SHIPPED), "--itinerary", "i.toml")
    assert outcome.code == 2
    assert outcome.out == ""
    assert len(outcome.err.splitlines()) == 1
    assert "i.toml" in outcome.err
    assert [file.name for file in folder.iterdir()] == ["i.toml"]
    assert file.read_bytes() == data


@pytest.mark.parametrize("argv", [*ADDING, *OTHERS], ids=" ".join)
def test_what_is_no_file_is_never_set_aside(cli: Cli, folder: Path, argv: list[str]) -> None:
    (folder / "sub").mkdir()
    os.mkfifo(folder / "pipe")
    for name in ("sub", "pipe", "."):
        outcome = cli(*argv, "--itinerary", name)
        assert outcome.code == 2
        assert outcome.out == ""
    assert sorted(file.name for file in folder.iterdir()) == ["pipe", "sub"]
