"""A disk without locks: each command that changes the choices says so in a sentence, and works."""

import errno
import os
from pathlib import Path
from typing import NoReturn

import pytest

from tests.cli.support import Cli, chosen


@pytest.fixture(autouse=True)
def _no_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    def flock(*_args: object) -> NoReturn:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr("fcntl.flock", flock)


@pytest.mark.parametrize(
    "argv",
    [
        ("choose", "digital-twins"),
        ("drop", "nota-ruimte"),
        ("note", "nota-ruimte", "ask"),
        ("attend", "--from", "11:00"),
        ("appointment", "add", "Call", "14:00", "14:30"),
        ("mine", "--restore", "1"),
    ],
    ids=" ".join,
)
def test_it_is_told_and_the_change_is_made(cli: Cli, own_file: Path, argv: tuple[str, ...]) -> None:
    cli("choose", "nota-ruimte")
    cli("choose", "iza-lunch")
    before = own_file.read_bytes()
    outcome = cli(*argv)
    assert outcome.code == 0
    assert outcome.err.count("has no locks") == 1
    assert own_file.read_bytes() != before


def test_what_only_reads_says_nothing(cli: Cli, own_file: Path) -> None:
    cli("choose", "nota-ruimte")
    outcome = cli("mine")
    assert "locks" not in outcome.err
    assert chosen(own_file) == ["nota-ruimte"]
