"""`check --format json`: one document, with the keys and types that the design lists."""

import json
import sys
from datetime import datetime
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from tests.cli.support import BROKEN, Cli
from tests.helpers import SHIPPED

KEYS = {
    "rule": str,
    "name": str,
    "severity": str,
    "message": str,
    "hint": str,
    "file": str,
    "line": int,
    "column": int,
    "sessions": list,
}


def problems_of(cli: Cli, *names: str) -> list[dict[str, Any]]:
    document = json.loads(cli("check", "--format", "json", *names).out)
    problems: list[dict[str, Any]] = document["problems"]
    return problems


def test_the_document_has_three_keys_and_a_whole_summary(cli: Cli) -> None:
    document = json.loads(cli("check", str(SHIPPED), "--format", "json").out)
    assert list(document) == ["problems", "not_judged", "summary"]
    counted = dict.fromkeys(("error", "warning", "info"), 0)
    for problem in document["problems"]:
        counted[problem["severity"]] += 1
    assert document["summary"] == counted
    assert counted["error"] == 0
    assert counted["warning"] == 9


def test_without_problems_the_list_is_empty(cli: Cli, folder: Path) -> None:
    (folder / "good.toml").write_text(BROKEN.replace("Amsterdm", "Amsterdam"))
    document = json.loads(cli("check", "good.toml", "--format", "json").out)
    summary = {"error": 0, "warning": 0, "info": 0}
    assert document == {"problems": [], "not_judged": [], "summary": summary}


def test_every_problem_has_the_same_keys(cli: Cli, folder: Path) -> None:
    (folder / "broken.toml").write_text(BROKEN)
    problems = problems_of(cli, str(SHIPPED), "broken.toml", "none.toml")
    assert {problem["rule"] for problem in problems} >= {"C101", "C102", "E003", "E010"}
    for problem in problems:
        assert list(problem) == [*KEYS, "start", "end", "minutes"]
        for key, kind in KEYS.items():
            assert type(problem[key]) is kind, key
        assert problem["line"] >= 1
        assert problem["column"] >= 1
        assert all(isinstance(id_, str) for id_ in problem["sessions"])


def test_a_clash_says_when_with_the_offset(cli: Cli) -> None:
    found = [p for p in problems_of(cli, str(SHIPPED)) if p["rule"] == "C101"]
    clash = next(p for p in found if "strandwandeling" in p["sessions"])
    assert clash["name"] == "overlap"
    assert clash["severity"] == "warning"
    assert sorted(clash["sessions"]) == ["iza-lunch", "strandwandeling"]
    assert clash["start"] == "2025-02-13T12:50:00+01:00"
    assert clash["end"] == "2025-02-13T13:30:00+01:00"
    assert clash["minutes"] == 40
    assert datetime.fromisoformat(clash["start"]).utcoffset() is not None


def test_what_does_not_apply_is_null(cli: Cli, folder: Path) -> None:
    (folder / "broken.toml").write_text(BROKEN)
    (problem,) = problems_of(cli, "broken.toml")
    assert problem["rule"] == "E003"
    assert problem["name"] == "bad-value"
    assert (problem["line"], problem["column"]) == (4, 12)
    assert problem["sessions"] == []
    assert (problem["start"], problem["end"], problem["minutes"]) == (None, None, None)


def test_a_fault_names_the_session_or_block_in_which_it_stands(cli: Cli, folder: Path) -> None:
    (folder / "broken.toml").write_text(
        BROKEN.replace("Amsterdm", "Amsterdam")
        + '[[blocks]]\nid = "round"\nkind = "choise"\ntitle = "Round"\nstart = "10:00"\n'
        + '[[sessions]]\nid = "talk"\ntitle = "Talk"\nstart = "10:00"\nend = "09:00"\n'
        + '[[sessions]]\nid = "talk"\ntitle = "Talk"\nstart = "10:00"\nroom = "hall"\n'
        + '[[sessions]]\nid = 3\ntitel = "Walk"\nstart = "10:00"\n'
        + '[[rooms]]\nid = "attic"\nname = 3\n'
    )
    told = [(p["rule"], p["sessions"]) for p in problems_of(cli, "broken.toml")]
    assert told == [
        ("E003", ["round"]),
        ("E007", ["talk"]),
        ("E005", ["talk"]),
        ("E006", ["talk"]),
        ("E003", []),
        ("E004", []),
        ("E003", []),
    ]


def test_columns_count_characters_from_1(cli: Cli, folder: Path) -> None:
    body = '[programme]\ntitle = "é"\ndate = 2025-02-13\ntimezone = "UTC"\n'
    rooms = 'rooms = [{ id = "é😀", nam = "x" }]\n'
    (folder / "wide.toml").write_text(rooms + body, encoding="utf-8")
    unknown = next(p for p in problems_of(cli, "wide.toml") if p["rule"] == "E004")
    assert (unknown["line"], unknown["column"]) == (1, rooms.index("nam") + 1)


def test_the_files_are_told_in_the_order_given(cli: Cli, folder: Path) -> None:
    (folder / "b.toml").write_text(BROKEN)
    (folder / "a.toml").write_text(BROKEN)
    problems = problems_of(cli, "b.toml", "a.toml", "none.toml")
    assert [problem["file"] for problem in problems] == ["b.toml", "a.toml", "none.toml"]


@pytest.mark.parametrize("argv", [["-"], ["-p", "-"]])
def test_standard_input(cli: Cli, monkeypatch: pytest.MonkeyPatch, argv: list[str]) -> None:
    text = TextIOWrapper(BytesIO(BROKEN.encode()), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", text)
    (problem,) = problems_of(cli, *argv)
    assert problem["file"] == "-"
    assert problem["line"] == 4


@pytest.mark.parametrize("argv", [[str(SHIPPED)], [], ["none.toml"]])
def test_narration_is_on_stderr(cli: Cli, argv: list[str]) -> None:
    outcome = cli("check", "--format", "json", *argv)
    json.loads(outcome.out)
    assert outcome.err.strip()


def test_no_control_character_is_written_raw(cli: Cli) -> None:
    name = "no\x1b[31m\x9b\u202e\udcff.toml"
    outcome = cli("check", "--format", "json", name)
    assert not {"\x1b", "\x9b", "\u202e", "\udcff"} & set(outcome.out + outcome.err)
    assert json.loads(outcome.out)["problems"][0]["file"] == name
