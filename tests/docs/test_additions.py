"""What the architecture page shows is added to the program by one file, and known everywhere."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.pages import DOCS, find_blocks, read_page
from tests.helpers import ROOT

BLOCKS = find_blocks(read_page(DOCS / "architecture.md"), "python")

SCRIPT = """\
import json, sys
from contextlib import redirect_stdout
from importlib import import_module
from io import BytesIO, TextIOWrapper
for folder, package in json.loads(sys.argv[1]).items():
    import_module(package).__path__.append(folder)
from tui_planner.app.commands.registry import COMMAND_BY_ID
from tui_planner.cli.main import main
assert "greet" in COMMAND_BY_ID
for argv in json.loads(sys.argv[2]):
    with redirect_stdout(TextIOWrapper(BytesIO(), "utf-8")) as out:
        code = main(argv)
    out.flush()
    print(json.dumps([int(code), out.buffer.getvalue().decode()]))
"""


@pytest.fixture
def added(tmp_path: Path) -> dict[str, str]:
    """The files that the page shows, by folders of their own, with the packages that they join."""
    packages = {}
    for block in BLOCKS:
        first, text = block.split("\n", 1)
        path = Path(first.removeprefix("# "))
        assert (ROOT / path.parent).is_dir(), path
        folder = tmp_path / path.stem
        folder.mkdir()
        (folder / path.name).write_text(text, encoding="utf-8")
        packages[str(folder)] = ".".join(path.parent.parts)
    return packages


@pytest.mark.slow
def test_each_is_known_once_its_file_is_there(added: dict[str, str], tmp_path: Path) -> None:
    talks = tmp_path / "talks.lst"
    talks.write_text("%LIST\n2025-02-13T22:15 A tale\n", encoding="utf-8")
    commands = [
        ["rules", "late-start"],
        ["check", "--select", "A299", str(talks)],
        ["say-hello", "Ada"],
        ["export", str(talks), "--format", "titles"],
    ]
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, json.dumps(added), json.dumps(commands)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    rule, check, hello, titles = map(json.loads, done.stdout.splitlines())
    assert rule[0] == check[0] == hello[0] == titles[0] == 0
    assert rule[1].startswith("A299 late-start (info)")
    assert "A299 s1 starts late." in check[1]
    assert hello[1] == "Good morning, Ada.\n"
    assert titles[1].startswith("A tale\n")
