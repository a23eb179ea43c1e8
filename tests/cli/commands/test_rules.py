"""`rules`: the table and the pages."""

import pytest

from tests.cli.support import Cli
from tui_planner.checks.registry import REGISTRY


def test_without_a_rule_it_is_a_table(cli: Cli) -> None:
    outcome = cli("rules")
    lines = outcome.out.splitlines()
    assert outcome.code == 0
    assert outcome.err == ""
    assert [line.split()[0] for line in lines] == list(REGISTRY)
    assert [line.split()[1] for line in lines] == [
        entry.rule.severity.value for entry in REGISTRY.values()
    ]
    assert [line.split()[2] for line in lines] == [e.rule.name for e in REGISTRY.values()]
    assert len({line.index(REGISTRY[line[:4]].page.finds) for line in lines}) == 1


@pytest.mark.parametrize("code", REGISTRY)
def test_the_page_of_each(cli: Cli, code: str) -> None:
    outcome = cli("rules", code)
    entry = REGISTRY[code]
    assert outcome.code == 0
    title, empty, finds, *rest = outcome.out.splitlines()
    assert title == f"{code} {entry.rule.name} ({entry.rule.severity.value})"
    assert empty == ""
    assert finds == entry.page.finds
    text = "\n".join(line.removeprefix("    ") for line in rest)
    assert entry.page.breaks.rstrip() in text
    assert entry.page.mended.rstrip() in text
    assert (f'rule = "{code}"' in text) == bool(entry.page.accepts)


@pytest.mark.parametrize("word", ["c101", "overlap", "OVERLAP"])
def test_a_rule_by_another_word(cli: Cli, word: str) -> None:
    assert cli("rules", word).out == cli("rules", "C101").out


def test_a_prefix_is_all_that_begin_so(cli: Cli) -> None:
    out = cli("rules", "A2").out
    assert all(f"A20{number} " in out for number in range(1, 7))


@pytest.mark.parametrize(("word", "meant"), [("C110", '"C1'), ("overlp", '"overlap"')])
def test_an_unknown_one(cli: Cli, word: str, meant: str) -> None:
    outcome = cli("rules", word)
    assert (outcome.code, outcome.out) == (2, "")
    assert f'There is no rule "{word}".' in outcome.err
    assert meant in outcome.err
