"""`show --width N`: no line is wider, with however many rooms, and no room is left out."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.builders import block, large_event, room, session
from tests.cli.support import Cli
from tests.helpers import HEAD

ALL_DAY = '[[sessions]]\nid = "fair"\ntitle = "Fair 日本"\nall_day = true\nday = 2025-02-13\n'


def event(rooms: int, *, named: bool = True) -> str:
    """A plenary, a round with a session in each of so many rooms, and what is on all day."""
    text = HEAD + block("all", "plenary", "09:00-10:00") + ALL_DAY
    for number in range(rooms):
        text += room(f"r{number}", f"Hall {number} 日本") if named else ""
        where = [f'room = "r{number}"'] if named else []
        text += session(f"s{number}", "10:00-11:30", *where)
    return text


def widest(out: str) -> int:
    return max(map(cell_len, out.splitlines()))


@pytest.mark.parametrize("width", [20, 21, 30, 47, 60, 80, 110, 200, 1000])
@pytest.mark.parametrize("named", [True, False], ids=["rooms", "no-rooms"])
@pytest.mark.parametrize("rooms", [1, 2, 7, 31])
def test_no_line_is_wider(cli: Cli, folder: Path, rooms: int, width: int, named: bool) -> None:
    (folder / "p.toml").write_text(event(rooms, named=named), encoding="utf-8")
    cli("choose", "s0", "-p", "p.toml")
    outcome = cli("show", "p.toml", "--width", str(width))
    assert outcome.code == 0
    assert widest(outcome.out) <= width
    titles = [f"S{number}" for number in range(rooms)]
    assert [title for title in titles if title not in outcome.out] == []
    if named:
        assert [n for n in range(rooms) if f"Hall {n}" not in outcome.out] == []


@pytest.mark.parametrize("width", ["20", "40", "80", "110", "160"])
def test_no_line_of_a_large_event_is_wider(cli: Cli, folder: Path, width: str) -> None:
    (folder / "p.toml").write_text(large_event(), encoding="utf-8")
    assert widest(cli("show", "p.toml", "--width", width, "--day", "1").out) <= int(width)


def test_each_part_has_the_hours_and_the_names_of_its_rooms(cli: Cli, folder: Path) -> None:
    (folder / "p.toml").write_text(event(7), encoding="utf-8")
    head, *parts = cli("show", "p.toml", "--width", "50").out.split("\n\n")
    assert len(parts) > 1
    assert head.count("Fair") == 1
    for part in parts:
        first, *rows = part.splitlines()
        assert "Hall" in first
        assert rows[0].startswith("09:00")
        assert "Fair" not in part  # what is on all day stands in the first part alone
