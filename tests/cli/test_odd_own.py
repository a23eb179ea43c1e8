"""Odd arguments to the commands about what is the delegate's own."""

import sys
from io import BytesIO, TextIOWrapper

import pytest

from tests.cli.support import Cli

ODD = ["\0", "\udcff", "caf\udce9.toml", "", " ", "x" * 5000, "-", "--", "\n", "\x1b[31m"]


@pytest.mark.parametrize("odd", ODD, ids=repr)
@pytest.mark.parametrize(
    "before",
    [
        ["note"],
        ["note", "iza-lunch"],
        ["attend", "--from"],
        ["appointment", "add", "Bellen", "14:00"],
        ["appointment", "add", "--note", "x", "14:00", "14:30"],
        ["appointment", "edit", "1", "--title"],
        ["appointment", "edit"],
        ["share"],
        ["share", "out.toml", "--name"],
        ["share", "--name", "Collega"],
        ["merge"],
        ["merge", "--drop"],
        ["show", "--width"],
    ],
    ids=" ".join,
)
def test_odd_arguments(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, before: list[str], odd: str
) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(b"")))
    cli("appointment", "add", "Bellen", "9:00", "9:10")
    outcome = cli(*before, odd)
    assert outcome.code in {0, 2}
    assert outcome.code == 0 or outcome.err
    assert "fault of its own" not in outcome.err
    (outcome.out + outcome.err).encode()
