"""Where each finding stands: line and column, however the file is written and saved."""

from pathlib import Path

import pytest

from tests.builders import block, room, session
from tests.helpers import HEAD, read_programme
from tests.programme.marked import places, unmarked
from tui_planner.checks.check_file import check_file
from tui_planner.checks.registry import ACCEPTABLE
from tui_planner.programme.reading.read_programme import read_text
from tui_planner.programme.reading.read_result import ReadResult
from tui_planner.programme.toml.source import Source

SAID = 'description = "Said."'
HALLS = room("hall") + room("attic")
LUNCH = block("lunch", "meal", "12:00-13:30")


def talk(id_: str, times: str, *more: str) -> str:
    return session(id_, times, SAID, *more)


MARKED = {
    "C101": LUNCH
    + talk("a", "12:00-12:30", 'block = "lunch"', "meal = true")
    + talk("b", "«C101»12:20-12:40", 'block = "lunch"', "meal = true"),
    "C102": talk("a", "10:00-11:00", 'overrun = «C102»"11:30"')
    + block("p", "plenary", "11:00-12:00"),
    "C103": HALLS
    + talk("b", "10:30-11:30", 'room = «C103»"hall"')
    + talk("a", "10:00-11:00", 'room = "hall"'),
    "C104": talk("a", "10:00-11:00", 'speakers = ["Ann Ode"]')
    + talk("b", "10:30-11:30", 'speakers = ["Één 🎉", «C104»"Ann Ode"]'),
    "C105": talk("a", "10:00-11:00", "hosts = ['One']")
    + talk("b", "10:30-11:30", "hosts = [ # two\n  'Two',\n\t«C105»'One',\n]"),
    "C106": "[[routes]]\nfrom = 'hall'\nto = 'attic'\nminutes = 9\n"
    + HALLS
    + talk("a", "10:00-11:00", 'room = "hall"', 'speakers = ["Ann"]')
    + talk("b", "11:08-12:00", 'room = "attic"', 'speakers = [ «C106»"Ann" ]'),
    "C107": LUNCH
    + talk("a", "12:00-12:30", 'block = "lunch"', "meal = true")
    + talk("b", "«C107»12:30-12:50", 'block = "lunch"', "around = 5", "meal = true"),
    "A201": session("a", "10:00-11:00", 'description\t= «A201»" "'),
    "A202": HALLS + "«A202»" + talk("a", "10:00-11:00"),
    "A203": "«A203»" + talk("a", "10:00-"),
    "A204": block("r", "choice", "10:00-11:00").replace('"choice"', '«A204»"choice"')
    + talk("a", "10:00-11:00", 'block = "r"', 'status = "full"'),
    "A205": LUNCH + talk("a", "«A205»11:50-13:11"),
    "A207": room("hall")
    + "capacity = 80\n"
    + talk("a", "10:00-11:00", 'room = "hall"', "capacity = «A207»81"),
    "A208": LUNCH + block("x", "break", "«A208»13:20-14:00"),
    "A209": talk("a", "10:00-11:00", 'track = "Energy"')
    + talk("b", "11:00-12:00", 'track = «A209»"Enery"')
    + talk("c", "12:00-13:00", 'track = "Energy"'),
    "C108": talk("a", "10:00-11:00") + talk("b", "«C108»09:59-10:30", 'part_of = "a"'),
    "C109": '[[people]]\nname = "Één"\navailable = [{ until = "10:59" }]\n'
    + talk("a", "10:00-11:00", 'speakers = ["Ann", «C109»"Één"]'),
}
"""For each rule a file that breaks it, marked where that must be told."""

NEARLY = {
    "C101": ("12:20-12:40", "12:30-12:40"),
    "C102": ('"11:30"', '"11:00"'),
    "C103": ("11:00", "10:30"),
    "C104": ("11:00", "10:30"),
    "C105": ("11:00", "10:30"),
    "C106": ("11:08", "11:09"),
    "C107": ("12:30-12:50", "12:35-12:50"),
    "A201": ('" "', '"."'),
    "A202": (SAID, f'{SAID}\nroom = "hall"'),
    "A203": ('"10:00"', '"10:00"\nend = "10:01"'),
    "A204": ('"full"', '"open"'),
    "A205": ("13:11", "13:10"),
    "A207": ("81", "80"),
    "A208": ("13:20", "13:30"),
    "A209": ("Enery", "Ener"),
    "C108": ("09:59", "10:00"),
    "C109": ("10:59", "11:00"),
}
"""What makes of each a file that nearly breaks it."""


def _times(text: str) -> str:
    """The mark before a time goes outside its quotes."""
    for code in ACCEPTABLE:
        text = text.replace(f'"«{code}»', f'«{code}»"')
    return text


def _found(reading: ReadResult) -> list[tuple[str, int, int]]:
    assert reading.programme is not None, reading.problems
    return places(check_file(reading))


def test_there_is_one_for_each_rule() -> None:
    of_imports = {"A210"}  # in a file as the importer wrote it: tests of imports
    assert set(MARKED) == set(NEARLY) == ACCEPTABLE - of_imports


@pytest.mark.parametrize("rule", MARKED)
def test_each_stands_where_it_is_marked(rule: str) -> None:
    plain, expected = unmarked(HEAD + _times(MARKED[rule]))
    assert [code for code, _line, _column in expected] == [rule]
    assert _found(read_text(Source("test.toml", plain))) == expected


@pytest.mark.parametrize("rule", MARKED)
def test_what_nearly_breaks_it_does_not(rule: str) -> None:
    plain, _expected = unmarked(HEAD + _times(MARKED[rule]))
    for old, new in [NEARLY[rule], *_as_written(NEARLY[rule])]:
        plain = plain.replace(old, new)
    assert _found(read_text(Source("test.toml", plain))) == []


def _as_written(change: tuple[str, str]) -> list[tuple[str, str]]:
    """A change of a start and an end, as the two stand in the file."""
    old, new = (times.partition("-")[::2] for times in change)
    if not (old[1] and new[1]):
        return []
    before, after = (f'start = "{start}"\nend = "{end}"' for start, end in (old, new))
    return [(before, after)]


@pytest.mark.parametrize("rule", MARKED)
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte-order mark"])
def test_the_line_ends_and_the_mark_of_windows_move_nothing(
    tmp_path: Path, rule: str, mark: bytes
) -> None:
    plain, expected = unmarked(f"# één 🎉\n{HEAD}{_times(MARKED[rule])}")
    file = tmp_path / "programme.toml"
    file.write_bytes(mark + plain.replace("\n", "\r\n").encode())
    assert _found(read_programme(str(file))) == expected


INLINE = """\
programme.title = "Eén dag 🎉" # comments: [[sessions]] { "
programme.date = 2025-02-13
programme . "timezone" = 'Europe/Amsterdam'
sessions = [ # one
  { id = "a", title = "日本 🎉", start = 10:00, end = 11:00, speakers = ["Ann"],
    description = "." },
\t{ title = "é", start = 10:30, # two
\t  end = 11:30, speakers = ["Één", «C104»"Ann"], id = "b", description = «A201»'' },
]
"""

OUT_OF_ORDER = """\
«A202»[[sessions]]
speakers = ["Ann"]
id = "a"
description = "."
end = 11:00:00
start = 10:00
title = "A"
[[rooms]]
name = "Hall"
id = "hall"
«A202»[[sessions]]
\tspeakers\t=\t[ «C104»"Ann" ]\t# Ann
\ttitle\t=\t"B"
\tid\t=\t"b"
\tstart\t=\t"10.30"
\tend\t=\t"11:30"
\tdescription\t=\t"."
[programme]
timezone = "Europe/Amsterdam"
date = 2025-02-13
title = "A day"
"""


@pytest.mark.parametrize("text", [INLINE, OUT_OF_ORDER], ids=["inline", "out of order"])
def test_however_it_is_written(text: str) -> None:
    plain, expected = unmarked(text)
    assert _found(read_text(Source("test.toml", plain))) == expected
