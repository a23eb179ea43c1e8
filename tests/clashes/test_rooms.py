"""Tight pairs: rooms, routes, and the changeover where there is no route."""

import pytest

from tests.helpers import programme_of
from tui_planner.clashes.judge import judge

HEAD = """\
[programme]
title = "Rooms"
date = 2025-02-13
timezone = "Europe/Amsterdam"
changeover = 5
"""
ROOMS = "".join(f'[[rooms]]\nid = "{id_}"\nname = "{id_.upper()}"\n' for id_ in "abc")
ROUTE = '[[routes]]\nfrom = "b"\nto = "a"\nminutes = 12\n'


def tight(start: str, rooms: tuple[str | None, str | None]) -> tuple[str, int, int] | None:
    """Verdict, minutes and minutes needed of 10:00–11:00 and one from `start`, in two rooms."""
    body = ROOMS + ROUTE
    for id_, times, room in (
        ("one", 'start = "10:00"\nend = "11:00"', rooms[0]),
        ("two", f'start = "{start}"\nend = "12:00"', rooms[1]),
    ):
        body += f'[[sessions]]\nid = "{id_}"\ntitle = "{id_}"\n{times}\n'
        body += f'room = "{room}"\n' if room else ""
    programme = programme_of(body, HEAD)
    one, two = programme.sessions
    clash = judge(one, two, programme)
    assert judge(two, one, programme) == clash
    return (clash.verdict.value, clash.minutes, clash.needed) if clash else None


@pytest.mark.parametrize(
    ("start", "rooms", "wanted"),
    [
        ("11:00", ("a", "b"), ("tight", 0, 12)),
        ("11:11", ("a", "b"), ("tight", 11, 12)),
        ("11:12", ("a", "b"), None),
        ("11:11", ("b", "a"), ("tight", 11, 12)),  # both ways
        ("11:04", ("a", "c"), ("tight", 4, 5)),  # no route: the changeover
        ("11:05", ("a", "c"), None),
        ("11:00", ("a", "a"), None),
        ("11:00", ("a", None), None),
        ("11:00", (None, None), None),
        ("10:59", ("a", "b"), ("certain", 1, 0)),
    ],
)
def test_the_way_between_two_rooms(
    start: str, rooms: tuple[str | None, str | None], wanted: tuple[str, int, int] | None
) -> None:
    assert tight(start, rooms) == wanted
