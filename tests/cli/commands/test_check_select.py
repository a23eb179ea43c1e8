"""`check --select` and `--ignore`."""

import json
from pathlib import Path

import pytest

from tests.cli.support import BROKEN, Cli
from tests.helpers import SHIPPED


def rules_told(cli: Cli, *argv: str) -> set[str]:
    document = json.loads(cli("check", str(SHIPPED), "--format", "json", *argv).out)
    return {problem["rule"] for problem in document["problems"]}


@pytest.mark.parametrize(
    ("argv", "wanted"),
    [
        ([], {"C101", "C102", "A203", "A205"}),
        (["--select", "C"], {"C101", "C102"}),
        (["--select", "C102,A203"], {"C102", "A203"}),
        (["--select", "C102", "--select", "A203"], {"C102", "A203"}),
        (["--select=overrun"], {"C102"}),
        (["--ignore", "A"], {"C101", "C102"}),
        (["--ignore", "A203", "--ignore", "C1"], {"A205"}),
        (["--select", "C", "--ignore", "C101"], {"C102"}),
    ],
)
def test_which_are_told(cli: Cli, argv: list[str], wanted: set[str]) -> None:
    assert rules_told(cli, *argv) == wanted


def test_the_exit_code_is_of_what_is_told(cli: Cli) -> None:
    assert cli("check", str(SHIPPED), "--select", "A").code == 0
    assert cli("check", str(SHIPPED), "--select", "C").code == 1
    assert cli("check", str(SHIPPED), "--ignore", "C").code == 0


@pytest.mark.parametrize("option", ["--select", "--ignore"])
@pytest.mark.parametrize(("word", "meant"), [("C201", "C2"), ("overlp", '"overlap"?'), ("?", "")])
def test_an_unknown_one_is_wrong_use(cli: Cli, option: str, word: str, meant: str) -> None:
    outcome = cli("check", str(SHIPPED), option, f"C101,{word}")
    assert (outcome.code, outcome.out) == (2, "")
    assert f'There is no rule "{word}".' in outcome.err
    assert meant in outcome.err


def test_faults_that_are_not_selected_do_not_pass_a_file(cli: Cli, folder: Path) -> None:
    (folder / "broken.toml").write_text(BROKEN)
    outcome = cli("check", "broken.toml", "--select", "C")
    assert (outcome.code, outcome.out) == (1, "")
    assert "broken.toml: it has 1 error of a rule that is not selected." in outcome.err
    assert cli("check", "none.toml", "--select", "C").code == 2
