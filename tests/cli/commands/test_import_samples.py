"""Schedules as others publish them, as the commands take them."""

import json

import pytest

from tests.cli.support import Cli
from tests.samples import TABLE, sample

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", TABLE)
def test_show_has_every_session_in_each_of_its_formats(cli: Cli, name: str) -> None:
    found, sessions, blocks = TABLE[name][:3]
    file = str(sample(name))
    shown = cli("show", file, "--format", "json")
    assert shown.code == 0
    made = json.loads(shown.out)
    assert (len(made["sessions"]), len(made["blocks"])) == (sessions, blocks)
    assert f"{found} session" in shown.err
    agenda = cli("show", file, "--format", "agenda").out.splitlines()[1:]
    assert len([line for line in agenda if line[:1].isdigit()]) == sessions + blocks
    assert cli("show", file).code == 0


@pytest.mark.parametrize("name", TABLE)
def test_check_is_not_drowned_in_findings(cli: Cli, name: str) -> None:
    errors, warnings = TABLE[name][7:]
    checked = cli("check", str(sample(name)), "--format", "json")
    summary = json.loads(checked.out)["summary"]
    assert (summary["error"], summary["warning"]) == (errors, warnings)
    assert checked.code == (1 if errors or warnings else 0)
