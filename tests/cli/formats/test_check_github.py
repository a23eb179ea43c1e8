"""`check --format github`: one workflow command for each finding."""

import json
import re
from pathlib import Path

from tests.cli.support import BROKEN, Cli
from tests.helpers import SHIPPED

COMMAND = re.compile(r"::(error|warning|notice) ([^:\r\n]*)::([^\r\n]+)")


def test_one_for_each_finding_with_its_place(cli: Cli) -> None:
    lines = cli("check", str(SHIPPED), "--format", "github").out.splitlines()
    problems = json.loads(cli("check", str(SHIPPED), "--format", "json").out)["problems"]
    levels = {"error": "error", "warning": "warning", "info": "notice"}
    for line, problem in zip(lines, problems, strict=True):
        match = COMMAND.fullmatch(line)
        assert match, line
        level, told, message = match.groups()
        properties = dict(pair.split("=", 1) for pair in told.split(","))
        assert level == levels[problem["severity"]]
        assert properties["line"] == properties["endLine"] == str(problem["line"])
        assert properties["col"] == str(problem["column"])
        assert int(properties["endColumn"]) > problem["column"]
        assert properties["title"] == f"{problem['rule']} {problem['name']}"
        assert message.split("%0A")[0] == problem["message"]


def test_a_whole_line(cli: Cli, folder: Path) -> None:
    (folder / "broken.toml").write_text(BROKEN)
    outcome = cli("check", "broken.toml", "--format", "github")
    assert outcome.code == 1
    start = "::error file=broken.toml,line=4,endLine=4,col=12,endColumn=29,title=E003 bad-value::"
    assert outcome.out.startswith(start)
    assert outcome.out.count("\n") == 1


def test_what_is_special_is_escaped(cli: Cli, folder: Path) -> None:
    name = "a%0A,b:c\r\nd.toml"
    (folder / name).write_text(BROKEN.replace("Amsterdm", "100%0A::error::x,y"))
    outcome = cli("check", name, "--format", "github")
    assert outcome.out.startswith("::error file=a%250A%2Cb%3Ac%0D%0Ad.toml,line=4,")
    assert "100%250A::error::x,y" in outcome.out
    assert outcome.out.count("\n") == 1


def test_a_file_of_this_folder_is_named_from_it(cli: Cli, folder: Path) -> None:
    (folder / "broken.toml").write_text(BROKEN)
    assert (
        " file=broken.toml," in cli("check", str(folder / "broken.toml"), "--format", "github").out
    )
    elsewhere = folder.parent / "broken.toml"
    elsewhere.write_text(BROKEN)
    assert f" file={elsewhere}," in cli("check", str(elsewhere), "--format", "github").out


def test_nothing_found_prints_nothing(cli: Cli, folder: Path) -> None:
    (folder / "good.toml").write_text(BROKEN.replace("Amsterdm", "Amsterdam"))
    assert cli("check", "good.toml", "--format", "github").out == ""
