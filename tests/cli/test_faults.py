"""No traceback ever reaches a user, whatever the arguments, and whatever breaks inside."""

import os
import string
import subprocess
import sys
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.support import COMMANDS, NEEDED, Cli, process
from tests.helpers import SHIPPED
from tui_planner.cli.main import main

BREAKING = {
    "open": "tui_planner.cli.actions.open.read_with_news",
    "check": "tui_planner.cli.actions.check.check_file",
    "show": "tui_planner.cli.actions.show.ResolvedItinerary",
    "choose": "tui_planner.cli.loading.edit_session.find_notices",
    "drop": "tui_planner.itinerary.storage.store.Store.load",
    "mine": "tui_planner.cli.actions.planning.mine.find_notices",
    "rules": "tui_planner.cli.actions.rules.say_table",
    "new": "tui_planner.cli.actions.new.format_new_programme",
    "schema": "tui_planner.programme.reading.format.format_schema.make_schema",
    "where": "tui_planner.cli.actions.where.read_programme",
    "suggest": "tui_planner.cli.loading.require_programme.read_programme",
    "note": "tui_planner.cli.loading.require_programme.read_programme",
    "attend": "tui_planner.cli.loading.require_programme.read_programme",
    "share": "tui_planner.cli.loading.require_programme.read_programme",
    "merge": "tui_planner.cli.loading.require_programme.read_programme",
    "import": "tui_planner.cli.actions.import_.import_schedule",
    "export": "tui_planner.cli.actions.export.ResolvedItinerary",
}


def broken(*_args: object, **_named: object) -> None:
    raise ZeroDivisionError("a fault\x1b[31m\nof two lines")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_fault_is_a_sentence(cli: Cli, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setattr(BREAKING[command], broken)
    outcome = cli(command, *NEEDED.get(command, []), "-p", str(SHIPPED))
    assert outcome.code == 2
    told = [line for line in outcome.err.splitlines() if "ZeroDivisionError" in line]
    assert len(told) == 1
    assert "TUI_PLANNER_DEBUG=1" in told[0]
    assert "Traceback" not in outcome.err
    assert "\x1b" not in outcome.err


@pytest.mark.parametrize("command", COMMANDS)
def test_a_fault_is_raised_for_who_debugs(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setattr(BREAKING[command], broken)
    monkeypatch.setenv("TUI_PLANNER_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        cli(command, *NEEDED.get(command, []), "-p", str(SHIPPED))


@pytest.mark.slow
@pytest.mark.parametrize("how", [{}, {"PYTHONWARNINGS": "error"}, {"PYTHONDEVMODE": "1"}])
def test_no_warning_for_programmers_is_seen(how: dict[str, str]) -> None:
    script = """
import warnings
from tui_planner.cli.actions import where
from tui_planner.cli.main import run

table = where.say_table

def warning(rows):
    for kind in (UserWarning, DeprecationWarning, SyntaxWarning, RuntimeWarning):
        warnings.warn("of a library", kind)
    table(rows)

where.say_table = warning
run(["where"])
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, **how},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0
    assert b"programme.toml" in done.stdout
    assert b"arning" not in done.stderr


ODD = ["\0", "a\0b", "\udcff", "caf\udce9.toml", "\ud83d", "", " ", "x" * 5000, "-", "--", "\n"]


@pytest.mark.parametrize("odd", ODD, ids=repr)
@pytest.mark.parametrize(
    "before",
    [
        [],
        ["check"],
        ["show"],
        ["show", "--day"],
        ["mine", "-p"],
        ["mine", "--itinerary"],
        ["choose"],
        ["choose", "iza-lunch", "--itinerary"],
        ["drop"],
        ["where", "-p"],
        ["where", "--itinerary"],
        ["open"],
        ["import"],
        ["import", "--timezone"],
        ["import", str(SHIPPED), "-o"],
    ],
    ids=" ".join,
)
def test_odd_arguments(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, before: list[str], odd: str
) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(b"")))
    outcome = cli(*before, odd)
    assert outcome.code in {0, 1, 2}
    assert "fault of its own" not in outcome.err
    (outcome.out + outcome.err).encode()


def test_a_name_that_is_not_utf8_in_a_process(tmp_path: Path) -> None:
    name = str(tmp_path) + "/caf\udce9.toml"
    outcome = process("check", name, env={"LC_ALL": "C.UTF-8"})
    assert outcome.code == 2
    assert "E010" in outcome.out


WORDS = st.one_of(
    st.sampled_from(
        [
            *COMMANDS,
            *("-p", "--programme", "--itinerary", "--format", "--day", "--mine", "--priority"),
            *("--help", "--version", "-h", "--", "-", "-px", "--format=json", "--day=1", "1"),
            *("json", "grid", "agenda", "text", "must", "iza-lunch", "i.toml", ".", str(SHIPPED)),
        ]
    ),
    st.text(st.characters(exclude_characters="/"), max_size=6),
    st.text(string.ascii_letters + "-.", max_size=6),
)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(WORDS, max_size=6))
def test_any_arguments(folder: Path, monkeypatch: pytest.MonkeyPatch, argv: list[str]) -> None:
    monkeypatch.setenv("TUI_PLANNER_DEBUG", "1")  # what is unforeseen is raised
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(b"")))
    out, err = StringIO(), StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    assert main(argv) in {0, 1, 2}
    (out.getvalue() + err.getvalue()).encode()
    assert folder.exists()
