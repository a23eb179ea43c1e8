"""Many findings are a report: totals first, the worst first, and narrowed to what one looks for."""

import json
import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.builders import TWO_DAYS_HEAD, block, large_event, room, session
from tests.cli.support import Cli

DAYS = "[[days]]\ndate = 2025-02-13\n[[days]]\ndate = 2025-02-14\n"
THURSDAY, FRIDAY = "day = 2025-02-13", "day = 2025-02-14"
SAID = 'description = "What it is about."'
FEW = (
    TWO_DAYS_HEAD
    + DAYS
    + room("hall", "Great Hall")
    + room("attic", "Attic")
    + session("a", "10:00-11:00", THURSDAY, SAID, 'room = "hall"', 'speakers = ["Ann Ode"]')
    + session("b", "10:00-11:00", THURSDAY, SAID, 'room = "hall"', 'speakers = ["Ben Bo"]')
    + session("c", "10:00-11:00", FRIDAY, SAID, 'room = "attic"', 'speakers = ["Ann Ode"]')
    + session("d", "10:00-11:00", FRIDAY, SAID, 'room = "hall"', 'speakers = ["Ann Ode"]')
    + session("e", "12:00-13:00", FRIDAY, 'room = "attic"', 'hosts = ["City group"]')
)
"""A room that is booked twice on Thursday, a speaker on Friday, and a session without a text."""


@pytest.fixture
def few(folder: Path) -> Path:
    file = folder / "few.toml"
    file.write_text(FEW, encoding="utf-8")
    return file


@pytest.fixture
def many(folder: Path) -> Path:
    file = folder / "many.toml"
    file.write_text(large_event(), encoding="utf-8")
    return file


def rules_in(text: str) -> list[str]:
    return re.findall(r"^\S+:\d+:\d+: ([A-Z]\d{3}) ", text, re.MULTILINE)


def told(cli: Cli, *argv: str) -> list[str]:
    document = json.loads(cli("check", "few.toml", "--format", "json", *argv).out)
    return [problem["rule"] for problem in document["problems"]]


def table(out: str, heading: str) -> dict[str, list[str]]:
    """The rows of a table of the totals, by their names; its columns by its heading."""
    (part,) = [part for part in out.split("\n\n") if part.startswith(heading)]
    rows = [re.split(r" {2,}", line) for line in part.splitlines()]
    return {row[0]: row[1:] for row in rows}


def test_many_begin_with_totals(cli: Cli, many: Path) -> None:
    out = cli("check", str(many)).out
    first = out.split("\n", 1)[0]
    counted = re.fullmatch(r"(\d+) findings: (.*)", first)
    assert counted is not None
    assert int(counted[1]) == len(rules_in(out)) > 36
    by_rule = table(out, "by rule")
    for rule, numbers in list(by_rule.items())[1:]:
        whole = sum(int(number) for number in numbers if number != "-")
        assert whole == rules_in(out).count(rule.split()[0]), rule
    assert "by room, 10 of 30" in out
    assert "by speaker or host, 10 of" in out
    assert list(table(out, "by day"))[1:] == [
        "Thu 13 February 2025",
        "Fri 14 February 2025",
        "Sat 15 February 2025",
    ]


def test_few_are_told_at_once(cli: Cli, few: Path) -> None:
    assert cli("check", str(few)).out.startswith(f"{few}:")


def test_the_worst_come_first_and_each_rule_together(cli: Cli, many: Path) -> None:
    out = cli("check", str(many)).out
    document = json.loads(cli("check", str(many), "--format", "json").out)
    severities = {
        f"{p['file']}:{p['line']}:{p['column']}: {p['rule']} {p['message']}": p["severity"]
        for p in document["problems"]
    }
    lines = [re.sub(r" \[[^]]*: line \d+]$", "", line) for line in out.splitlines()]
    ranks = [
        ["error", "warning", "info"].index(severities[line]) for line in lines if line in severities
    ]
    assert len(ranks) == len(document["problems"])
    assert ranks == sorted(ranks)
    heads = [part.split()[0] for part in out.split("\n\n") if re.match(r"A201|A203", part)]
    assert len(heads) == len(set(heads))


def test_of_many_each_finding_is_a_line_and_what_to_do_is_said_once(cli: Cli, many: Path) -> None:
    out = cli("check", str(many)).out
    assert out.count("Shorten the overrun") <= rules_in(out).count("C102") / 2


def test_the_summary_is_only_the_totals(cli: Cli, few: Path) -> None:
    outcome = cli("check", str(few), "--summary")
    assert rules_in(outcome.out) == []
    assert outcome.out.startswith("3 findings: error: 2, info: 1\n")
    assert table(outcome.out, "by rule") == {
        "by rule": ["error", "info"],
        "C103 room-double-booked": ["1", "-"],
        "C104 speaker-double-booked": ["1", "-"],
        "A201 no-description": ["-", "1"],
    }
    assert table(outcome.out, "by room")["Great Hall"] == ["2", "-"]
    assert table(outcome.out, "by speaker")["Ann Ode"] == ["2", "-"]
    assert table(outcome.out, "by day")["Fri 14 February 2025"] == ["1", "1"]
    assert outcome.code == 1


def test_a_summary_of_nothing_is_silent(cli: Cli, few: Path) -> None:
    outcome = cli("check", str(few), "--summary", "--select", "A203")
    assert (outcome.code, outcome.out) == (0, "")


def test_the_totals_fit_a_terminal_of_80_columns(cli: Cli, folder: Path) -> None:
    long = "A room that is called by a very long name 日本 in the annex of the old building"
    text = FEW.replace("Great Hall", long) + block("x", "meal", "12:00-12:30", FRIDAY)
    (folder / "few.toml").write_text(text, encoding="utf-8")
    out = cli("check", "few.toml", "--summary").out
    assert "A room that is called" in out
    assert max(map(cell_len, out.splitlines())) <= 80


def test_one_finding_counts_once_for_a_person_of_both_sessions(cli: Cli, few: Path) -> None:
    assert table(cli("check", str(few), "--summary", "--day", "2").out, "by speaker") == {
        "by speaker or host": ["error", "info"],
        "Ann Ode": ["1", "-"],
        "City group": ["-", "1"],
    }


@pytest.mark.parametrize(
    ("argv", "wanted"),
    [
        ([], {"Thu 13 February 2025": ["1"], "Fri 14 February 2025": ["1"]}),
        (["--day", "1"], {"Thu 13 February 2025": ["1"]}),
        (["--day", "2"], {"Fri 14 February 2025": ["2"]}),
    ],
)
def test_the_days_make_up_the_total_where_one_finding_is_of_two(
    cli: Cli, folder: Path, argv: list[str], wanted: dict[str, list[str]]
) -> None:
    ann = 'speakers = ["Ann Ode"]'
    sessions = [
        session("a", "22:00-", THURSDAY, "end = 2025-02-14T02:00:00", ann),
        session("b", "01:00-03:00", FRIDAY, ann),
        session("c", "02:30-04:00", FRIDAY, ann),
    ]
    text = TWO_DAYS_HEAD + DAYS + "".join(sessions)
    (folder / "night.toml").write_text(text, encoding="utf-8")
    out = cli("check", "night.toml", "--summary", "--select", "C104", *argv).out
    by_day = table(out, "by day")
    by_day.pop("by day")
    assert by_day == wanted
    number = sum(int(numbers[0]) for numbers in by_day.values())
    assert out.startswith(f"{number} finding")


@pytest.mark.parametrize(
    ("argv", "rules"),
    [
        (["--day", "1"], ["C103"]),
        (["--day", "2025-02-14"], ["C104", "A201"]),
        (["--room", "attic"], ["C104", "A201"]),
        (["--room", "great  HALL"], ["C103", "C104"]),
        (["--person", "ann ode"], ["C103", "C104"]),
        (["--person", "Ben Bo"], ["C103"]),
        (["--person", "City group"], ["A201"]),
        (["--room", "hall", "--day", "2"], ["C104"]),
        (["--person", "Ben Bo", "--day", "2"], []),
        (["--day", "1", "--select", "A"], []),
    ],
)
def test_it_is_narrowed(cli: Cli, few: Path, argv: list[str], rules: list[str]) -> None:
    assert sorted(told(cli, *argv)) == sorted(rules)
    outcome = cli("check", few.name, *argv)
    assert sorted(rules_in(outcome.out)) == sorted(rules)
    assert outcome.code == int("C103" in rules or "C104" in rules)
    assert f"{(1 if '--select' in argv else 3) - len(rules)} other" in outcome.err


@pytest.mark.parametrize("format_", ["github", "sarif"])
def test_in_every_format(cli: Cli, few: Path, format_: str) -> None:
    out = cli("check", few.name, "--format", format_, "--day", "1").out
    assert "C103" in out
    assert ("::error" in out and "C104" not in out) or [
        result["ruleId"] for result in json.loads(out)["runs"][0]["results"]
    ] == ["C103"]


@pytest.mark.parametrize(
    ("argv", "meant"),
    [
        (["--room", "great hal"], 'Did you mean "Great Hall"?'),
        (["--person", "Anna Ode"], 'Did you mean "Ann Ode"?'),
        (["--day", "3"], "2025-02-13, 2025-02-14"),
    ],
)
def test_what_is_not_there_is_wrong_use(cli: Cli, few: Path, argv: list[str], meant: str) -> None:
    outcome = cli("check", few.name, *argv)
    assert (outcome.code, outcome.out) == (2, "")
    assert meant in outcome.err


def test_faults_are_told_however_narrow(cli: Cli, few: Path) -> None:
    few.write_text(FEW.replace("13:00", "11:00"), encoding="utf-8")
    assert sorted(told(cli, "--day", "1")) == ["C103", "E007"]
    assert told(cli, "--room", "elsewhere") == ["E007"]


def test_of_several_files_each_is_narrowed(cli: Cli, few: Path, folder: Path) -> None:
    other = FEW.replace("Great Hall", "Cellar")
    (folder / "other.toml").write_text(other, encoding="utf-8")
    outcome = cli("check", few.name, "other.toml", "--room", "Cellar")
    assert rules_in(outcome.out) == ["C103", "C104"]
    assert outcome.out.startswith("other.toml:")


def test_a_summary_is_text(cli: Cli, few: Path) -> None:
    outcome = cli("check", few.name, "--summary", "--format", "json")
    assert (outcome.code, outcome.out) == (2, "")
    assert "--summary" in outcome.err


def test_who_is_not_available_is_who_it_is_about(cli: Cli, few: Path) -> None:
    on_friday = 'available = [{ day = 2025-02-14, from = "09:00", until = "18:00" }]\n'
    text = FEW.replace('speakers = ["Ben Bo"]', 'speakers = ["Ben Bo", "Cas Uw"]')
    few.write_text(f'{text}[[people]]\nname = "Ben Bo"\n{on_friday}', encoding="utf-8")
    assert sorted(told(cli, "--person", "Ben Bo")) == ["C103", "C109"]
    assert told(cli, "--person", "Cas Uw") == ["C103"]
