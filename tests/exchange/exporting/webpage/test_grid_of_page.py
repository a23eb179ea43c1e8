"""The grid of the page in a real browser: headings beside what they are of, paper well used."""

import re
from pathlib import Path

import pytest

from tests.builders import appointment, plan_of
from tests.exchange.exporting.webpage.chromium import Chromium
from tests.exchange.exporting.webpage.test_in_chromium import SCREEN, chromium, places
from tests.helpers import programme_of
from tui_planner.exchange.exporting.webpage.page import make_page
from tui_planner.programme.model import Programme

pytestmark = pytest.mark.slow

__all__ = ["chromium"]  # the fixture

EVENING = """
[[blocks]]
id = "dinner"
title = "Dinner"
kind = "social"
start = "17:30"
end = "23:00"
"""


def rooms(number: int, *, more: str = "") -> Programme:
    """A day of as many rooms, with a session in the morning and one in the afternoon in each."""
    parts = [f'[[rooms]]\nid = "r{room}"\nname = "Room {room}"\n' for room in range(number)]
    parts += [
        f'[[sessions]]\nid = "s{room}-{start}"\ntitle = "Room {room} at {start}"\n'
        f'room = "r{room}"\ntrack = "Track {room % 3}"\nstart = "{start}:00"\nend = "{end}:00"\n'
        for room in range(number)
        for start, end in (("09", "10"), ("16", "17"))
    ]
    head = '[[days]]\ndate = 2025-02-13\nstart = "09:00"\nend = "23:00"\n'
    return programme_of(head + "".join(parts) + more)


@pytest.mark.parametrize(
    ("start", "end"), [("11:10", "11:25"), ("11:00", "11:40"), ("11:15", "11:30")]
)
def test_no_block_covers_an_appointment(
    chromium: Chromium, tmp_path: Path, hoorn: Programme, start: str, end: str
) -> None:
    plan = plan_of(hoorn, "veiligheid", appointments=(appointment("Bellen", start, end),))
    (tmp_path / "mine.html").write_text(make_page(plan, mine=True), encoding="utf-8")
    chromium.open(tmp_path / "mine.html", *SCREEN)
    shown = places(chromium)
    (call,) = (place for title, place in shown.items() if "Bellen" in title)
    covering = [
        title
        for title, place in shown.items()
        if place is not call
        and min(place[1], call[1]) - max(place[0], call[0]) > 1
        and min(place[3], call[3]) - max(place[2], call[2]) > 1
    ]
    assert covering == []


def test_seven_rooms_are_a_grid_on_one_a4(chromium: Chromium, tmp_path: Path) -> None:
    page = tmp_path / "seven.html"
    page.write_text(make_page(plan_of(rooms(7, more=EVENING)), mine=False), encoding="utf-8")
    chromium.open(page, *SCREEN)
    assert len(re.findall(rb"/MediaBox", chromium.pdf())) == 1
    chromium.emulate_print()
    assert chromium.evaluate("getComputedStyle(document.querySelector('.grid')).display") == "grid"


@pytest.mark.parametrize("number", [3, 7])
def test_an_evening_without_sessions_is_lower_than_an_hour_with_some(
    chromium: Chromium, tmp_path: Path, number: int
) -> None:
    page = tmp_path / "evening.html"
    page.write_text(make_page(plan_of(rooms(number, more=EVENING)), mine=False), encoding="utf-8")
    chromium.open(page, *SCREEN)
    shown = places(chromium)
    _left, _right, top, bottom = shown["Dinner"]
    assert bottom - top < 6 * 56, "at most three lines an hour"


def test_tracks_have_their_colours(chromium: Chromium, tmp_path: Path) -> None:
    page = tmp_path / "tracks.html"
    page.write_text(make_page(plan_of(rooms(3)), mine=False), encoding="utf-8")
    edges = """
    [...new Set([...document.querySelectorAll(".session")].map(
        item => getComputedStyle(item).borderInlineStartColor))].length
    """
    for dark in (False, True):
        chromium.open(page, *SCREEN, dark=dark)
        assert chromium.evaluate(edges) == 3
