"""`check`: findings of one cause are one paragraph, each with a place to jump to."""

import re
from pathlib import Path

import pytest

from tests.cli.support import Cli
from tests.helpers import SHIPPED

IZA = "Actualiteit IZA/AZWA (lunchbespreking)"
PLACE = re.compile(r"programme\.toml:(\d+):(\d+): ([ECA]\d{3}) .*")


@pytest.fixture
def paragraphs(cli: Cli, folder: Path) -> list[list[str]]:
    """What is told of the shipped programme."""
    (folder / "programme.toml").write_bytes(SHIPPED.read_bytes())
    return [part.splitlines() for part in cli("check").out.rstrip("\n").split("\n\n")]


def shipped_line(text: str, after: str) -> int:
    """The number of the first line like this after the one with an id."""
    lines = SHIPPED.read_text(encoding="utf-8").splitlines()
    return lines.index(text, lines.index(f'id = "{after}"')) + 1


def test_each_cause_is_a_paragraph(paragraphs: list[list[str]]) -> None:
    counted = [sum(bool(PLACE.fullmatch(line)) for line in lines) for lines in paragraphs]
    assert sorted(counted) == [1, 1, 1, 4, 4, 5]
    assert all(lines[-1].startswith("  = ") for lines in paragraphs)


def test_the_four_walks_are_told_together(paragraphs: list[list[str]]) -> None:
    (lines,) = [lines for lines in paragraphs if lines[0].startswith("C101")]
    start = shipped_line('start = "12:45"', "iza-lunch")
    assert lines[0] == f'C101 overlap: "{IZA}" with 4 others'
    assert lines[1] == f'{start:>5} | start = "12:45"'
    assert lines[2] == "      |         ^^^^^^^"
    walks = ("wandeling-gouden-erfgoed", "wandeling-westerdijk", "strandwandeling")
    titles = (
        "'Gouden' erfgoed of handel…",
        "Westerdijk en Westfries Museum…",
        "Strandwandeling over dijkversterking…",
        "Het verhaal van Hoorn",
    )
    told = zip((*walks, "verhaal-van-hoorn"), titles, lines[3:7], strict=True)
    for walk, title, line in told:
        number = shipped_line('start = "12:50"', walk)
        assert line == (
            f'programme.toml:{number}:9: C101 "{IZA}" (iza-lunch) and "{title}" ({walk}) are at '
            "the same time: 12:50–13:30, 40 minutes."
        )
    assert len(lines) == 8


def test_veiligheid_with_its_five_names_the_lines_of_the_others(
    paragraphs: list[list[str]],
) -> None:
    (lines,) = [lines for lines in paragraphs if lines[0].startswith("C102")]
    overrun = shipped_line('overrun = "13:00"', "veiligheid")
    assert lines[0] == 'C102 overrun: "Veiligheid" with 5 others'
    assert lines[1] == f'{overrun:>5} | overrun = "13:00"'
    places = [PLACE.fullmatch(line) for line in lines[3:8]]
    assert {place.groups() for place in places if place} == {(str(overrun), "11", "C102")}
    number = shipped_line('start = "12:45"', "iza-lunch")
    assert lines[3].endswith(f'("Veiligheid" may run until 13:00). [iza-lunch: line {number}]')
    assert len(lines) == 9


def test_a_single_one_shows_both_places(paragraphs: list[list[str]]) -> None:
    (lines,) = [lines for lines in paragraphs if "asielketen" in lines[0]]
    overrun = shipped_line('overrun = "16:45"', "asielketen")
    start = shipped_line('start = "16:15"', "afsluiting")
    assert lines[0].startswith(
        f'programme.toml:{overrun}:11: C102 "Samenwerking in de asielketen" (asielketen) may run on'
    )
    assert lines[1:5] == [
        f'{overrun:>5} | overrun = "16:45"',
        "      |           ^^^^^^^",
        f'{start:>5} | start = "16:15"',
        "      |         ------- afsluiting",
    ]


def test_all_accepted_is_silence_and_0(cli: Cli, folder: Path) -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    walks = re.findall(r'id = "([a-z-]+)"\nblock = "lunch"', text)
    pairs = [("C101", "iza-lunch", w) for w in walks if w != "iza-lunch"]
    pairs += [("C102", "veiligheid", w) for w in (*walks, "lunch")]
    pairs += [("C102", "asielketen", "afsluiting"), ("A205", "iza-lunch", "lunch")]
    told = [(rule, f'"{one}", "{other}"') for rule, one, other in pairs]
    told += [("A203", f'"{walk}"') for walk in walks if walk != "iza-lunch"]
    for rule, ids in told:
        text += f'\n[[accepted]]\nrule = "{rule}"\nsessions = [{ids}]\nreason = "known"\n'
    (folder / "programme.toml").write_text(text, encoding="utf-8")
    outcome = cli("check", "programme.toml")
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == "programme.toml: no problems\n"
