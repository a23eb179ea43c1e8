"""What the pages say in words is what the program says, where that can be counted."""

import json
import re
from collections.abc import Iterator

import pytest

from tests.docs.pages import DOCS, read_page
from tests.helpers import ROOT
from tui_planner.cli.main import main
from tui_planner.cli.output import Exit
from tui_planner.layout.text.glyphs import UNICODE
from tui_planner.programme.model import Programme

DESIGN = read_page(DOCS / "design.md")


def test_the_ids_of_the_example_are_those_of_the_file(hoorn: Programme) -> None:
    listed = DESIGN.split("Ids in the shipped `programme.toml`.", 1)[1].split("The four walks", 1)[
        0
    ]
    told = {word for word in re.findall(r"[a-z0-9-]+", listed) if word in _ids(hoorn)}
    assert told == _ids(hoorn)


def _ids(programme: Programme) -> set[str]:
    return {*programme.session_by_id, *programme.block_by_id}


@pytest.mark.parametrize("argv", [["check"], ["mine"]], ids=" ".join)
def test_each_key_of_a_document_is_told_of(
    argv: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    main(["choose", "iza-lunch", "strandwandeling"])
    capsys.readouterr()
    main([*argv, "--format", "json"])
    document = json.loads(capsys.readouterr().out)
    paragraphs = DESIGN.split("\n\n")
    told = "".join(text for text in paragraphs if text.startswith(f"`{argv[0]} --format json`"))
    told += "".join(text for text in paragraphs if "A way out has" in text)
    assert {key for key in _keys(document) if not re.search(rf"\b{key}\b", told)} == set()


def _keys(value: object) -> Iterator[str]:
    """The keys of a document, at any depth."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _keys(inner)


def test_each_exit_code_is_told_of() -> None:
    codes = re.findall(r"^\| (\d+) \|", read_page(DOCS / "commands.md"), re.MULTILINE)
    assert sorted(map(int, codes)) == sorted(Exit)


def test_each_sign_of_a_session_is_told_of() -> None:
    page = read_page(DOCS / "delegates.md")
    signs = (
        UNICODE.chosen,
        UNICODE.clash,
        UNICODE.possible,
        UNICODE.tight,
        UNICODE.bar,
        UNICODE.bar_chosen,
    )
    for sign in signs:
        assert f"`{sign}`" in page
    assert f"`{UNICODE.bar_unsure} {UNICODE.shade}`" in page
