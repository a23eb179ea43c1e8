"""`check --baseline` and `--since`: only what is new since, and what is solved."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.builders import room, session
from tests.cli.support import Cli
from tests.helpers import HEAD

SAID = 'description = "What it is about."'
HALL = (SAID, 'room = "hall"')
BEFORE = (
    HEAD
    + room("hall", "Great Hall")
    + session("a", "10:00-11:00", *HALL)
    + session("b", "10:30-11:30", *HALL)
    + session("c", "14:00-15:00", *HALL)
    + session("d", "14:30-15:30", *HALL)
)
"""Two clashes in one room: a with b, and c with d."""
AFTER = BEFORE.replace('"10:30"', '"11:00"') + session("e", "15:00-16:00", *HALL)
"""The first is solved, the second is still there, and a third is new: d with e."""


@pytest.fixture
def file(folder: Path) -> Path:
    path = folder / "programme.toml"
    path.write_text(BEFORE, encoding="utf-8")
    return path


@pytest.fixture
def repository(file: Path) -> Path:
    """A repository that holds the file as it was."""
    git(file.parent, "init", "-q")
    git(file.parent, "add", file.name)
    git(file.parent, "commit", "-q", "-m", "Before")
    return file.parent


def git(folder: Path, *words: str) -> None:
    name = ["-c", "user.name=Ann Ode", "-c", "user.email=ann@example.org"]
    subprocess.run(["git", *name, *words], cwd=folder, check=True, capture_output=True)


def save_baseline(cli: Cli, folder: Path, *argv: str) -> str:
    (folder / "known.json").write_text(cli("check", "--format", "json", *argv).out)
    return "known.json"


def compared(cli: Cli, *argv: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(
        cli("check", "programme.toml", "--format", "json", *argv).out
    )
    return document


def pairs(problems: list[dict[str, Any]]) -> list[list[str]]:
    return [sorted(problem["sessions"]) for problem in problems]


def options(cli: Cli, folder: Path, kind: str) -> list[str]:
    if kind == "since":
        return ["--since", "HEAD"]
    return ["--baseline", save_baseline(cli, folder, "programme.toml")]


@pytest.mark.parametrize("kind", ["baseline", "since"])
def test_what_is_new_and_what_is_solved(cli: Cli, repository: Path, kind: str) -> None:
    argv = options(cli, repository, kind)
    (repository / "programme.toml").write_text(AFTER, encoding="utf-8")
    document = compared(cli, *argv)
    assert pairs(document["problems"]) == [["d", "e"]]
    assert pairs(document["solved"]) == [["a", "b"]]
    assert document["unchanged"] == 1
    assert document["summary"] == {"error": 1, "warning": 0, "info": 0}
    outcome = cli("check", "programme.toml", *argv)
    assert outcome.code == 1
    first, *_, last = outcome.out.splitlines()
    assert "C103" in first
    assert last.startswith("programme.toml: solved: C103 ")
    assert outcome.err == "programme.toml: new: error: 1; 1 solved; 1 as before\n"


@pytest.mark.parametrize("kind", ["baseline", "since"])
def test_nothing_new_passes(cli: Cli, repository: Path, kind: str) -> None:
    outcome = cli("check", "programme.toml", *options(cli, repository, kind))
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err.endswith("new: nothing; 0 solved; 2 as before\n")


@pytest.mark.parametrize("kind", ["baseline", "since"])
def test_a_clash_is_the_same_though_titles_and_times_changed(
    cli: Cli, repository: Path, kind: str
) -> None:
    argv = options(cli, repository, kind)
    text = BEFORE.replace('"A"', '"Another title"').replace('"10:30"', '"10:40"')
    (repository / "programme.toml").write_text("# a line\n" + text, encoding="utf-8")
    document = compared(cli, *argv)
    assert (document["problems"], document["solved"], document["unchanged"]) == ([], [], 2)


@pytest.mark.parametrize("kind", ["baseline", "since"])
def test_a_fault_solves_nothing_that_it_hides(cli: Cli, repository: Path, kind: str) -> None:
    argv = options(cli, repository, kind)
    text = BEFORE.replace('"10:30"', '"half past ten"')
    (repository / "programme.toml").write_text(text, encoding="utf-8")
    document = compared(cli, *argv)
    assert [problem["rule"] for problem in document["problems"]] == ["E003"]
    assert document["solved"] == []


def test_what_a_fault_hides_is_counted(cli: Cli, repository: Path) -> None:
    changed = BEFORE.replace('start = "10:30"', 'start = "half past ten"')
    (repository / "programme.toml").write_text(changed)
    told = cli("check", "programme.toml", "--since", "HEAD").err
    assert "programme.toml: new: error: 1; 0 solved; 1 as before; 1 could not be looked for" in told


def test_what_is_not_selected_is_not_solved(cli: Cli, repository: Path) -> None:
    known = save_baseline(cli, repository, "programme.toml")
    document = compared(cli, "--baseline", known, "--select", "A")
    assert (document["problems"], document["solved"]) == ([], [])
    assert compared(cli, "--since", "HEAD", "--ignore", "C103")["solved"] == []


def test_narrowed_too(cli: Cli, repository: Path) -> None:
    attic = room("attic") + session("x", "10:00-11:00", SAID, 'room = "attic"')
    text = AFTER + attic + session("y", "10:00-11:00", SAID, 'room = "attic"')
    (repository / "programme.toml").write_text(text, encoding="utf-8")
    document = compared(cli, "--since", "HEAD", "--room", "attic")
    assert pairs(document["problems"]) == [["x", "y"]]
    assert document["solved"] == []
    assert pairs(compared(cli, "--since", "HEAD", "--room", "hall")["solved"]) == [["a", "b"]]


def test_sarif_marks_what_is_new_and_what_is_absent(cli: Cli, repository: Path) -> None:
    (repository / "programme.toml").write_text(AFTER, encoding="utf-8")
    outcome = cli("check", "programme.toml", "--format", "sarif", "--since", "HEAD")
    results = json.loads(outcome.out)["runs"][0]["results"]
    assert [result["baselineState"] for result in results] == ["new", "absent"]


def test_a_baseline_of_several_files_is_told_apart(cli: Cli, folder: Path, file: Path) -> None:
    (folder / "other.toml").write_text(AFTER, encoding="utf-8")
    known = save_baseline(cli, folder, "programme.toml", "other.toml")
    (folder / "other.toml").write_text(BEFORE, encoding="utf-8")
    outcome = cli("check", "programme.toml", str(folder / "other.toml"), "--baseline", known)
    assert "new: error: 1; 1 solved; 3 as before" in outcome.err
    assert file.name not in outcome.out


def test_in_another_folder_and_by_the_old_text_of_a_revision(
    cli: Cli, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository / "programme.toml").write_text(AFTER, encoding="utf-8")
    git(repository, "commit", "-qam", "After")
    within = repository / "within"
    within.mkdir()
    monkeypatch.chdir(within)
    outcome = cli("check", "../programme.toml", "--since", "HEAD~1")
    assert "new: error: 1; 1 solved; 1 as before" in outcome.err
    assert (
        "new: nothing; 0 solved; 2 as before"
        in cli("check", "../programme.toml", "--since", "HEAD").err
    )


def test_a_file_that_was_not_there_yet_is_all_new(cli: Cli, repository: Path) -> None:
    (repository / "late.toml").write_text(AFTER, encoding="utf-8")
    outcome = cli("check", "late.toml", "--since", "HEAD")
    assert outcome.code == 1
    assert "late.toml was not there yet in HEAD: all is new." in outcome.err
    assert "new: error: 2; 0 solved; 0 as before" in outcome.err


@pytest.mark.parametrize("revision", ["no-such", "--output=evil", "HEAD:programme.toml", ""])
def test_a_revision_that_is_not_there(cli: Cli, repository: Path, revision: str) -> None:
    outcome = cli("check", "programme.toml", f"--since={revision}")
    assert (outcome.code, outcome.out) == (2, "")
    assert f'git knows no revision "{revision}" of programme.toml.' in outcome.err
    assert sorted(path.name for path in repository.iterdir()) == [".git", "programme.toml"]


def test_a_file_in_no_repository(cli: Cli, file: Path) -> None:
    outcome = cli("check", file.name, "--since", "HEAD")
    assert (outcome.code, outcome.out) == (2, "")
    assert "programme.toml lies in no repository that git reads (" in outcome.err


def test_where_git_is_not_installed(
    cli: Cli, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(repository))
    outcome = cli("check", "programme.toml", "--since", "HEAD")
    assert (outcome.code, outcome.out) == (2, "")
    assert "--since needs git, which is not installed." in outcome.err


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (None, "cannot be read"),
        ("not JSON", "is not the JSON of an earlier run"),
        ("[]", "is not the JSON of an earlier run"),
        ('{"problems": [{"rule": "C101"}]}', "is not the JSON of an earlier run"),
        ('{"problems": [], "solved": []}', "only what was new"),
    ],
)
def test_what_is_no_baseline(
    cli: Cli, folder: Path, file: Path, text: str | None, told: str
) -> None:
    if text is not None:
        (folder / "known.json").write_text(text)
    outcome = cli("check", file.name, "--baseline", "known.json")
    assert (outcome.code, outcome.out) == (2, "")
    assert told in outcome.err


@pytest.mark.parametrize("argv", [["--baseline", "known.json"], ["--since", "HEAD"]])
def test_watch_compares_with_the_last_save_alone(
    cli: Cli, repository: Path, argv: list[str]
) -> None:
    outcome = cli("check", "programme.toml", "--watch", *argv)
    assert outcome.code == 2
    assert "--watch" in outcome.err
    assert repository.exists()
