"""`schema` prints what editors read, and needs no screen for it."""

import json
import os
import subprocess
import sys
from argparse import Namespace

import pytest

from tests.helpers import SHIPPED
from tui_planner.cli.commands import schema
from tui_planner.programme.reading.format.format_schema import make_schema

SCRIPT = """\
import sys
from argparse import Namespace
from tui_planner.cli.commands import schema
code = schema.run(Namespace())
assert not {"textual", "rich.console"} & set(sys.modules)
sys.exit(code)
"""


def test_it_prints_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert schema.run(Namespace()) == 0
    captured = capsys.readouterr()
    assert json.loads(captured.out) == make_schema()
    assert captured.err == ""


def test_it_needs_no_textual_and_prints_the_kept_file_byte_for_byte() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONPATH": str(SHIPPED.parent)},
        capture_output=True,
        check=True,
        text=True,
        timeout=60,
    )
    kept = SHIPPED.parent / "programme.schema.json"
    assert done.stdout == kept.read_text(encoding="utf-8")
