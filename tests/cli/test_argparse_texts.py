"""What argparse says by itself is in the user's language, in every help and every wrong use."""

import argparse
import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.support import process
from tui_planner.cli import registry
from tui_planner.cli.parser import list_argparse_texts
from tui_planner.support import i18n

_DUTCH = {"LANGUAGE": "nl"}
_SAME = {"argument %(argument_name)s: %(message)s", "%(heading)s:"}
"""What Dutch says in the same way."""
_WRONG = [
    ["--width"],
    ["show", "--width"],
    ["show", "--width", "wide"],
    ["show", "--nothing-like-it"],
    ["show", "--format", "none"],
    ["show", "--as=1"],
    ["show", "a", "b", "c"],
    ["mine", "--restore", "x"],
    ["choose"],
    ["merge"],
    ["merge", "a", "--drop", "b"],
    ["check", "--baseline", "a", "--since", "b"],
    ["check", "--s", "C101"],
    ["nothing"],
]
_SAY_ALL = """
import argparse, json, sys
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
said, untold = StringIO(), set()
translate = argparse._
def note(text):
    found = translate(text)
    if found == text:
        untold.add(text)
    return found
argparse._ = note
from tui_planner.cli.main import main
with redirect_stdout(said), redirect_stderr(said):
    for argv in json.loads(sys.argv[1]):
        main(argv)
print(json.dumps([said.getvalue(), sorted(untold)]))
"""


@pytest.mark.parametrize("wrong", [False, True], ids=["help", "wrong"])
def test_no_english_of_argparse_is_left_in_dutch(wrong: bool) -> None:
    helps = [[command.name, "--help"] for command in registry.list_commands()]
    lines = _WRONG if wrong else [["--help"], ["appointment", "add", "--help"], *helps]
    done = subprocess.run(
        [sys.executable, "-c", _SAY_ALL, json.dumps(lines)],
        env={**os.environ, **_DUTCH},
        capture_output=True,
        check=True,
        timeout=60,
    )
    said, untold = json.loads(done.stdout)
    assert said.count("gebruik: ") == len(lines)
    assert set(untold) - _SAME == set()
    assert "usage:" not in said


def test_english_stays_english_where_another_language_comes_behind_it() -> None:
    assert process("show", "--help", env={"LANGUAGE": "en:nl"}).out.startswith("usage: ")


_DEPRECATED = (("argument ", "argument_name"), ("option ", "option"), ("command ", "parser_name"))


def test_every_text_that_argparse_can_say_is_listed() -> None:
    """Those of a newer Python too; of the others, why nobody reads them."""
    programmers = {
        *("conflicting", "cannot merge", "'required' is", "invalid option string", "dest= is"),
        *("invalid conflict", "mutually exclusive", "cannot have multiple", "%r is not", ".__call"),
        *("unexpected option string", "%(prog)s: ", "%(heading)s:", " (default: "),
        *('argument "-" with mode', "can't open", "unknown parser", "subcommands"),
        *("invalid %(type)s value", "expected %s argument"),
        *("conflicting subparser", "invalid choice: %(value)r, maybe"),
        # Nothing is deprecated; from Python 3.13 on it could be.
        *(f"{one}'%({name})s' is deprecated" for one, name in _DEPRECATED),
    }
    tree = ast.parse(Path(argparse.__file__).read_text(encoding="utf-8"))
    said = {
        str(node.args[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"_", "ngettext"}
        and isinstance(node.args[0], ast.Constant)
    }
    texts = {text for text in said if not text.startswith(tuple(programmers))}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(i18n, "_", str)
        assert texts - set(list_argparse_texts()) == set()
