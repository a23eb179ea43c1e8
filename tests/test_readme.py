"""What the README shows of the program is what the program does."""

import re

import pytest

from tests.helpers import ROOT
from tui_planner.cli.main import main
from tui_planner.findings.registry import REGISTRY

README = (ROOT / "README.md").read_text(encoding="utf-8")


def _section(head: str) -> str:
    """The text under a head, up to the next."""
    return README.split(f"\n## {head}\n", 1)[1].split("\n## ", 1)[0].strip()


def test_the_section_for_organisers_begins_with_the_output_of_check(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = re.match(r"```\n(.*?)\n```\n", _section("For organisers"), re.DOTALL)
    assert shown
    monkeypatch.chdir(ROOT)
    main(["check", "programme.toml"])
    printed = iter(capsys.readouterr().out.splitlines())
    lines = [line for line in shown[1].splitlines() if line != "…"]
    assert len(lines) > 10
    for line in lines:
        assert line in printed, f"not printed, or not in this order: {line}"


def test_the_table_of_the_rules_is_that_of_the_register() -> None:
    rows = [
        f"| {code} | {entry.rule.name} | {entry.rule.severity.value} | {entry.page.finds} |"
        for code, entry in REGISTRY.items()
    ]
    table = "\n".join(["| rule | name | severity | finds |", "|---|---|---|---|", *rows])
    assert table in _section("For organisers"), f"The table must be:\n\n{table}"
    assert README.count("\n| C101 ") == 1
