"""Every command line that the pages show does what it is shown for.

Those of the program are run page by page, one after another in one folder, as a reader would type
them; those of the repository in a clone, some for less time than a reader gives them.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docs.pages import PAGES, list_command_lines, read_page
from tests.exchange.fetching.site import Site
from tests.helpers import ROOT, SHIPPED
from tests.pseudo_terminal import COMMAND, Terminal
from tui_planner.cli.main import main

pytestmark = pytest.mark.slow

CI = (ROOT / ".ci" / "run").read_text(encoding="utf-8")

SHORTER = {
    ".venv/bin/python -m tests.walk --steps 30000": ".venv/bin/python -m tests.walk --steps 5",
    ".venv/bin/python -m benchmarks": ".venv/bin/python -m benchmarks --help",
    ".venv/bin/python -m tests.docs": ".venv/bin/python -m tests.docs --check",
}
"""What is run in the place of lines that take long, or write into the repository."""

_FINDERS = {"check", "mine"}
"""Commands that end with 1 where they find something."""


def _is_of_program(line: str) -> bool:
    return "tui-planner" in line and "pip install" not in line


def _lines(*, of_program: bool) -> list[tuple[Path, str]]:
    return [
        (page, line)
        for page in PAGES
        for line in list_command_lines(read_page(page))
        if _is_of_program(line) == of_program
    ]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A reader's folder: a programme under git, a schedule, a colleague's choices, and a server."""
    here = tmp_path / "here"
    here.mkdir()
    (here / ".venv").symlink_to(sys.prefix)
    shutil.copy(SHIPPED, here)
    monkeypatch.chdir(here)
    main(["export", "--format", "schedule-xml", "-o", "schedule.xml"])
    main(["share", "ann.toml", "--name", "Ann", "--itinerary", "of-ann.toml"])
    for words in (["init", "-q"], ["add", SHIPPED.name], ["commit", "-qm", "The programme"]):
        author = ["-c", "user.name=Ann Ode", "-c", "user.email=ann@example.org"]
        subprocess.run(["git", *author, *words], cwd=here, check=True)
    server = here / "server"
    server.mkdir()
    (server / "curl").write_text("#!/bin/sh\ncat schedule.xml\n", encoding="utf-8")
    (server / "curl").chmod(0o755)
    path = os.pathsep.join([str(server), str(Path(COMMAND).parent), os.environ["PATH"]])
    monkeypatch.setenv("PATH", path)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    return here


@pytest.fixture
def site(folder: Path) -> Iterator[str]:
    """What stands in the place of the conference's site."""
    with Site().running() as site:
        site.serve((folder / "schedule.xml").read_bytes())
        yield site.url("")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_lines_of_a_page_do_what_they_are_shown_for(
    page: Path, folder: Path, site: str
) -> None:
    for of_page, shown in _lines(of_program=True):
        if of_page == page:
            line = shown.replace("https://conference.example", site)
            words = shlex.split(line.removeprefix(".venv/bin/"))
            command = words[1] if len(words) > 1 else "open"
            code = _run(line, words, folder)
            assert code in ({0, 1} if command in _FINDERS else {0}), line


def _run(line: str, words: list[str], folder: Path) -> int:
    """The exit code of a line; of what stays on the screen, after it has been left."""
    if words[1:] == [] or words[1] == "open":
        return _leave(Terminal([COMMAND, *words[1:]], 100, 30, folder), "? Help", "q")
    if "--watch" in words:
        code = _leave(Terminal([COMMAND, *words[1:]], 100, 60, folder), "warning:", "\x03")
        return 0 if code == 130 else code
    if {"|", ">"} & set(words):
        return subprocess.run(["bash", "-c", line], cwd=folder, check=False).returncode
    return main(words[1:])


def _leave(terminal: Terminal, seen: str, keys: str) -> int:
    terminal.wait_for(seen)
    terminal.press(keys)
    return terminal.wait_for_end()


@pytest.mark.parametrize(
    "line",
    [
        line
        for _page, line in _lines(of_program=False)
        if line not in CI and not {"install", "pytest", "pybabel"} & {*re.findall(r"\w+", line)}
    ],
)
def test_a_line_for_contributors_runs(line: str, folder: Path) -> None:
    line = SHORTER.get(line, line)
    for name in ("tests", "benchmarks", "tui_planner", "docs", ".ci", "pyproject.toml"):
        (folder / name).symlink_to(ROOT / name)
    (folder / "README.md").symlink_to(ROOT / "README.md")
    done = subprocess.run(
        ["bash", "-c", line], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_tests_that_lines_name_are_there() -> None:
    """They are run by whoever runs this one."""
    lines = [line for _page, line in _lines(of_program=False) if "/pytest" in line]
    named = {word for line in lines for word in shlex.split(line) if word.startswith("tests/")}
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_lines_for_translators_run(folder: Path) -> None:
    shutil.copytree(ROOT / "tui_planner", folder / "tui_planner")
    lines = [line for _page, line in _lines(of_program=False) if "pybabel" in line]
    assert len(lines) == 4
    for line in lines:
        subprocess.run(["bash", "-c", line], cwd=folder, check=True, capture_output=True)
    assert (folder / "tui_planner" / "locale" / "fr" / "LC_MESSAGES" / "tui_planner.po").exists()


def test_the_lines_that_install_are_run_by_the_ci() -> None:
    """It reads them from the README."""
    readers = re.findall(r"sed -n '[^']+' README\.md", CI)
    read = {
        line
        for reader in readers
        for line in subprocess.run(
            ["bash", "-c", reader], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout.splitlines()
    }
    shown = {line for _page, line in _lines(of_program=False) if "pip install" in line}
    assert len(shown) == 2
    assert shown == read
