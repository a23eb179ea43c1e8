"""The register: every rule, each with a page whose examples do what they say."""

from itertools import groupby
from operator import itemgetter
from pathlib import Path

import pytest

from tests.helpers import read_programme
from tui_planner.checks import rules
from tui_planner.checks.check_file import check_file
from tui_planner.checks.registered_rule import RegisteredRule
from tui_planner.checks.registry import ACCEPTABLE, REGISTRY
from tui_planner.checks.rule_page import EXAMPLE_HEAD, show_acceptance
from tui_planner.programme import file_rules
from tui_planner.programme.problem import Rule
from tui_planner.support.discovery import collect_records

EACH = pytest.mark.parametrize("entry", REGISTRY.values(), ids=REGISTRY)
ADVICE_ON_EXAMPLES = {"A201"}
"""An example says no more than it must."""


def complete_example(example: str) -> str:
    """An example as a whole file, with the table that every programme begins with."""
    return example if "[programme" in example else f"{EXAMPLE_HEAD}\n{example}"


def rules_found(tmp_path: Path, text: str, encoding: str = "utf-8") -> set[str]:
    """The rules that a file breaks, which is saved as a person would save it."""
    file = tmp_path / "example.toml"
    file.write_text(text, encoding=encoding)
    return {problem.rule.code for problem in check_file(read_programme(str(file)))}


def test_every_rule_that_there_is_stands_in_it_once() -> None:
    all_rules = [entry.rule for entry in collect_records(rules, RegisteredRule)]
    faults = [value for value in vars(file_rules).values() if isinstance(value, Rule)]
    assert {*faults} <= {*all_rules}
    assert sorted(REGISTRY) == sorted(rule.code for rule in all_rules)
    assert len({rule.name for rule in all_rules}) == len(all_rules)


def test_faults_come_first_then_clashes_then_advice_each_numbered_without_a_gap() -> None:
    families = [[*codes] for _, codes in groupby(REGISTRY, key=itemgetter(0))]
    assert [codes[0] for codes in families] == ["E001", "C101", "A201"]
    for codes in families:
        numbers = [int(code[1:]) for code in codes]
        assert numbers == [*range(numbers[0], numbers[0] + len(numbers))]


@EACH
def test_exactly_the_example_that_fails_breaks_the_rule(
    entry: RegisteredRule, tmp_path: Path
) -> None:
    code, page = entry.rule.code, entry.page
    broken = rules_found(tmp_path, complete_example(page.breaks), page.encoding)
    assert code in broken
    assert broken - {code} <= ADVICE_ON_EXAMPLES
    mended = rules_found(tmp_path, complete_example(page.mended))
    assert code not in mended
    assert mended <= ADVICE_ON_EXAMPLES


@EACH
def test_the_example_can_be_accepted_as_its_page_says(
    entry: RegisteredRule, tmp_path: Path
) -> None:
    code, page = entry.rule.code, entry.page
    assert bool(page.accepts) == (code in ACCEPTABLE)
    if page.accepts:
        text = f"{complete_example(page.breaks)}\n{show_acceptance(code, page)}"
        assert rules_found(tmp_path, text) <= ADVICE_ON_EXAMPLES - {code}


@EACH
def test_a_page_is_complete(entry: RegisteredRule) -> None:
    assert all(value is not None for value in entry.page)
    assert entry.page.finds.endswith(".")
    assert entry.page.breaks != entry.page.mended


def test_each_check_finds_only_its_own_rule(tmp_path: Path) -> None:
    for code in ACCEPTABLE:
        file = tmp_path / "example.toml"
        for other in REGISTRY.values():
            file.write_text(complete_example(other.page.breaks), encoding=other.page.encoding)
            reading = read_programme(str(file))
            if reading.programme is not None:
                assert {problem.rule.code for problem in check_file(reading, {code})} <= {code}
