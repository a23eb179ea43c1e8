"""`check`: FILE:LINE:COL: CODE message, the line with the value underlined, and what to do."""

import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.cli.support import BROKEN, Cli, process
from tests.helpers import SHIPPED

HEADLINE = re.compile(r"(?P<file>[^:]+):\d+:\d+: [ECA]\d{3} \S.*[.?]( \[\S+: line \d+\])?")
EXCERPT = re.compile(r" *(?P<line>\d+) \| (?P<text>.*)")
UNDERLINE = re.compile(r" +\| (?P<indent> *)(?P<mark>\^+|-+ \S+)")


def test_one_finding_whole(cli: Cli, folder: Path) -> None:
    (folder / "broken.toml").write_text(BROKEN)
    outcome = cli("check", "broken.toml")
    headline, excerpt, underline = outcome.out.splitlines()
    assert headline.startswith("broken.toml:4:12: E003 ")
    assert headline.endswith('Did you mean "Europe/Amsterdam"?')
    assert excerpt == '    4 | timezone = "Europe/Amsterdm"'
    assert underline == "      |            ^^^^^^^^^^^^^^^^^"
    assert outcome.err == "broken.toml: error: 1\n"


def test_stdout_holds_nothing_but_findings(cli: Cli) -> None:
    outcome = cli("check", str(SHIPPED))
    source = SHIPPED.read_text(encoding="utf-8").splitlines()
    for line in outcome.out.splitlines():
        if text := EXCERPT.fullmatch(line):
            assert text["text"] == source[int(text["line"]) - 1]
        else:
            assert (
                HEADLINE.fullmatch(line)
                or UNDERLINE.fullmatch(line)
                or re.fullmatch(r"[CA]\d{3} [a-z-]+: \S.*|  = \S.*\.|", line)
            ), line
    assert outcome.err == f"{SHIPPED}: warning: 9, info: 7\n"


def test_a_good_file_prints_nothing(cli: Cli, folder: Path) -> None:
    (folder / "good.toml").write_text(BROKEN.replace("Amsterdm", "Amsterdam"))
    outcome = cli("check", "good.toml")
    assert outcome.out == ""
    assert outcome.err == "good.toml: no problems\n"


def test_several_files_are_summed_up(cli: Cli, folder: Path) -> None:
    (folder / "a.toml").write_text(BROKEN)
    (folder / "b.toml").write_text(BROKEN)
    outcome = cli("check", "a.toml", "b.toml")
    assert [line for line in outcome.out.splitlines() if HEADLINE.fullmatch(line)] == [
        line for line in outcome.out.splitlines() if line.startswith(("a.toml:4", "b.toml:4"))
    ]
    assert outcome.err == "a.toml, b.toml: error: 2\n"


@pytest.mark.parametrize(
    ("line", "marked"),
    [
        ('timezone = "Nowhere"', '"Nowhere"'),
        ("timezone = 'Nowhere'", "'Nowhere'"),
        ("timezone = 12  # twelve", "12"),
        ('  timezone\t=\t"Nowhere"', '"Nowhere"'),
        ('timezone = "東京/\\"京\\""', '"東京/\\"京\\""'),
    ],
)
def test_the_value_is_underlined(cli: Cli, folder: Path, line: str, marked: str) -> None:
    text = f'[programme]\ntitle = "A day"\ndate = 2025-02-13\n{line}\n'
    (folder / "a.toml").write_text(text, encoding="utf-8")
    _headline, excerpt, underline, *_hint = cli("check", "a.toml").out.splitlines()
    match = UNDERLINE.fullmatch(underline)
    assert match is not None
    before = excerpt[: excerpt.index(marked)]
    assert underline.index("^") == cell_len(before)
    assert len(match["mark"]) == cell_len(marked)


def test_a_very_long_line_is_not_printed_whole(cli: Cli, folder: Path) -> None:
    (folder / "a.toml").write_text(BROKEN + f"long = '{'x' * 5000}'\n")
    assert max(map(len, cli("check", "a.toml").out.splitlines())) < 400


def test_an_unreadable_file_has_no_excerpt(cli: Cli) -> None:
    outcome = cli("check", "none.toml")
    headline, hint = outcome.out.splitlines()
    assert headline == "none.toml:1:1: E010 There is no file none.toml."
    assert hint == "  = Check the name and the folder."


def test_escape_sequences_of_a_broken_file_stay_in_it(cli: Cli, folder: Path) -> None:
    (folder / "evil.toml").write_bytes(b'[programme]\ntitle = "\x1b]0;owned\x07\xc2\x9b31m" = 1\n')
    outcome = cli("check", "evil.toml")
    assert outcome.code == 1
    assert "owned" in outcome.out  # the line is shown
    assert not {"\x1b", "\x07", "\x9b"} & set(outcome.out + outcome.err)


def test_no_colour_in_a_pipe() -> None:
    outcome = process("check", str(SHIPPED), env={"TERM": "xterm-256color"})
    assert outcome.code == 1
    assert "\x1b" not in outcome.out + outcome.err


def test_wide_characters_before_the_value_move_the_mark(cli: Cli, folder: Path) -> None:
    rooms = 'rooms = [{ id = "東京", name = 3 }]'
    (folder / "a.toml").write_text(f"{rooms}\n{BROKEN}", encoding="utf-8")
    _headline, excerpt, underline, *_rest = cli("check", "a.toml").out.splitlines()
    assert excerpt.endswith(rooms)
    assert underline.index("^") == cell_len(excerpt[: excerpt.index("3 }")])
