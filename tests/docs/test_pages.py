"""What the pages show of the program is what the program is."""

import re
import tomllib
from pathlib import Path

import pytest
from textual.theme import BUILTIN_THEMES

from tests.docs.pages import (
    DOCS,
    PAGES,
    README,
    fill_regions,
    find_blocks,
    list_regions,
    read_page,
    without_blocks,
)
from tests.docs.tables import MAKERS, list_export_formats
from tests.helpers import ROOT, programme_of
from tui_planner.app.commands.keymap import find_key_problems
from tui_planner.app.commands.registry import COMMANDS
from tui_planner.cli.main import main
from tui_planner.settings.settings import Lanes
from tui_planner.settings.settings_file import SettingsFile

EACH = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)

RENEW = "`python -m tests.docs` makes it anew"


@EACH
def test_what_is_made_of_the_program_is_current(page: Path) -> None:
    text = read_page(page)
    assert fill_regions(text, MAKERS) == text, RENEW


def test_all_that_can_be_made_is_shown() -> None:
    assert {name for page in PAGES for name in list_regions(read_page(page))} == set(MAKERS)


def test_the_readme_is_a_front_door() -> None:
    text = read_page(README)
    assert len(text) <= 6_000
    first_screen = "\n".join(text.splitlines()[:24])
    assert first_screen.count("tui-planner\n") >= 2
    assert "tui-planner open schedule.xml" in first_screen
    assert "](docs/hoorn.svg)" in first_screen


@EACH
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)]+)\)", without_blocks(read_page(page))):
        if "://" in target:
            continue
        name, _, anchor = target.partition("#")
        led_to = (page.parent / name).resolve() if name else page
        assert led_to.is_file(), target
        if anchor:
            assert anchor in _anchors(read_page(led_to)), target


def test_every_page_is_reached_from_the_readme() -> None:
    seen: set[Path] = set()
    at_hand = [README]
    while at_hand:
        page = at_hand.pop()
        seen.add(page)
        links = re.findall(r"\]\(([^)#:]+\.md)", read_page(page))
        at_hand += {(page.parent / link).resolve() for link in links} - seen
    assert seen >= set(DOCS.glob("*.md"))


def _anchors(text: str) -> set[str]:
    """The names by which the heads of a page are linked to, as GitHub gives them."""
    heads = re.findall(r"^#+ (.+)$", without_blocks(text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", ["README.md", "docs/organisers.md"])
def test_what_check_prints_is_shown_as_it_is(
    page: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (shown,) = find_blocks(read_page(ROOT / page), "text")
    monkeypatch.chdir(ROOT)
    main(["check", "programme.toml"])
    printed = iter(capsys.readouterr().out.splitlines())
    lines = [line for line in shown.splitlines() if line != "…"]
    assert len(lines) > 5
    for line in lines:
        assert line in printed, f"not printed, or not in this order: {line}"


def test_the_settings_that_are_shown_are_valid_and_say_all(tmp_path: Path) -> None:
    (shown,) = find_blocks(read_page(DOCS / "settings.md"), "toml")
    path = tmp_path / "settings.toml"
    path.write_text(shown, encoding="utf-8")
    file = SettingsFile(path)
    assert not file.problems
    assert not [*find_key_problems(file, BUILTIN_THEMES, COMMANDS)]
    assert None not in (file.settings.theme, file.settings.zoom, file.settings.ascii)
    assert file.settings.lanes["my-programme"] == Lanes(
        ("cellar",), ("great-hall",), ("great-hall", "attic")
    )


def test_the_programme_that_is_shown_to_organisers_is_sound() -> None:
    shown, _accepted = find_blocks(read_page(DOCS / "organisers.md"), "toml")
    programme = programme_of(shown, head="")
    assert [session.id for session in programme.sessions] == ["walk"]


def test_every_format_of_export_is_told_of() -> None:
    rows = re.findall(r"^\| (`.+?`) \|", read_page(DOCS / "exchange.md"), re.MULTILINE)
    told = {name.strip("`") for row in rows for name in row.split(", ")}
    assert told == {"--format", *list_export_formats()}


def test_the_documents_are_in_the_source_distribution() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    included = project["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    assert "docs" in [name.strip("/") for name in included]
