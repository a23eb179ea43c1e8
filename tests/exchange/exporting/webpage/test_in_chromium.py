"""The HTML page in a real browser: on a phone, a screen and paper, in light and dark."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import appointment, plan_of
from tests.exchange.exporting.nasty import SHOWN, nasty_programme
from tests.exchange.exporting.webpage.chromium import Chromium, running
from tests.helpers import ROOT, programme_of
from tui_planner.exchange.exporting.webpage.page import make_page
from tui_planner.programme.model import Programme

pytestmark = pytest.mark.slow

PHONE, SCREEN = (390, 844), (1280, 800)
WIDE_TIMES = (
    ("09:00", "09:05"), ("09:05", "09:30"), ("09:30", "10:30"), ("10:30", "11:00"),
    ("11:00", "12:00"), ("13:00", "14:00"),
)  # fmt: skip
AXE = "AXE_CORE"
"""The environment variable that says where axe.min.js is."""

_FAULTS = """
axe.run().then(found => JSON.stringify(found.violations.map(
    fault => [fault.id, fault.help, fault.nodes.map(node => node.html)])))
"""
_PLACES = """
JSON.stringify([...document.querySelectorAll("ol > li")].map(li => {
    const place = li.getBoundingClientRect();
    return [li.querySelector("h3, h4").textContent, place.left, place.right, place.top,
            place.bottom];
}))
"""


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    with running(tmp_path_factory.mktemp("chromium")) as browser:
        yield browser


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory, hoorn: Programme) -> Path:
    """A folder with the page of the programme, of an itinerary, and of what is nasty."""
    folder = tmp_path_factory.mktemp("pages")
    call = appointment("Bellen", "14:00", "14:30")
    ids = ("veiligheid", "iza-lunch", "strandwandeling", "digital-twins")
    mine = plan_of(hoorn, *ids, appointments=(call,))
    nasty, wide = plan_of(nasty_programme()), plan_of(wide_programme())
    (folder / "all.html").write_text(make_page(plan_of(hoorn), mine=False), encoding="utf-8")
    (folder / "mine.html").write_text(make_page(mine, mine=True), encoding="utf-8")
    (folder / "nasty.html").write_text(make_page(nasty, mine=False), encoding="utf-8")
    (folder / "wide.html").write_text(make_page(wide, mine=False), encoding="utf-8")
    return folder


def wide_programme() -> Programme:
    """A day of ten rooms, with short and long sessions in each."""
    rooms = [f'[[rooms]]\nid = "r{room}"\nname = "Room {room}"\n' for room in range(10)]
    sessions = [
        f"""[[sessions]]
id = "s{room}-{number}"
title = "Session {number} in room {room}, of which the title takes more than one line"
room = "r{room}"
start = "{start}"
end = "{end}"
speakers = ["Ada", "Bob"]
track = "A track"
description = "All about it."
"""
        for room in range(10)
        for number, (start, end) in enumerate(WIDE_TIMES)
    ]
    return programme_of("".join((*rooms, *sessions)))


def places(chromium: Chromium) -> dict[str, tuple[float, float, float, float]]:
    """Where each item is seen: left, right, top, bottom, by its heading."""
    return {title: (*place,) for title, *place in json.loads(chromium.evaluate(_PLACES))}


@pytest.mark.parametrize("name", ["all", "mine", "nasty", "wide"])
@pytest.mark.parametrize("size", [PHONE, SCREEN])
def test_nothing_is_asked_for_and_nothing_goes_wrong(
    chromium: Chromium, pages: Path, name: str, size: tuple[int, int]
) -> None:
    chromium.open(pages / f"{name}.html", *size)
    assert chromium.requests() == []
    assert chromium.complaints() == []
    if (name, size) != ("wide", SCREEN):
        assert chromium.evaluate("document.documentElement.scrollWidth") <= size[0]
    assert "owned" not in chromium.evaluate("document.title")


def test_the_browser_would_tell_of_a_request_and_of_a_fault(
    chromium: Chromium, tmp_path: Path
) -> None:
    page = tmp_path / "faulty.html"
    page.write_text('<img src="missing.png"><script>console.log(1); nothing()</script>')
    chromium.open(page)
    assert len(chromium.requests()) == 1
    assert len(chromium.complaints()) >= 2


@pytest.mark.parametrize("size", [PHONE, SCREEN])
def test_every_session_is_seen(
    chromium: Chromium, pages: Path, hoorn: Programme, size: tuple[int, int]
) -> None:
    chromium.open(pages / "all.html", *size)
    seen = places(chromium)
    assert {session.title for session in hoorn.sessions} <= set(seen)
    assert len(seen) + 1 == len(hoorn.sessions) + len(hoorn.blocks)  # two coffees of one name
    assert all(right - left > 100 and low - top > 20 for left, right, top, low in seen.values())


def test_a_screen_shows_the_grid(chromium: Chromium, pages: Path) -> None:
    chromium.open(pages / "all.html", *SCREEN)
    seen = places(chromium)
    one, other = seen["Veiligheid"], seen["Nota Ruimte en ruimtelijk economisch perspectief"]
    assert one[2] == other[2]  # side by side
    assert other[1] <= one[0]
    iza, walk = seen["Actualiteit IZA/AZWA (lunchbespreking)"], seen["Het verhaal van Hoorn"]
    assert iza[2] < walk[2] < iza[3] < walk[3]  # 12:45, ~12:50, 13:30, 13:45
    assert one[3] <= iza[2]


def test_no_two_boxes_of_the_grid_overlap(chromium: Chromium, pages: Path) -> None:
    for name in ("all", "mine", "wide"):
        chromium.open(pages / f"{name}.html", *SCREEN)
        boxes = list(places(chromium).values())
        for number, (left, right, top, bottom) in enumerate(boxes):
            for left2, right2, top2, bottom2 in boxes[:number]:
                apart = right <= left2 or right2 <= left or bottom <= top2 or bottom2 <= top
                assert apart


def test_a_phone_shows_the_list(chromium: Chromium, pages: Path) -> None:
    chromium.open(pages / "all.html", *PHONE)
    tops = [top for _left, _right, top, _bottom in places(chromium).values()]
    assert len({left for left, _r, _t, _b in places(chromium).values()}) == 1
    assert len(set(tops)) == len(tops)


def test_a_grid_of_many_rooms_is_to_scale(chromium: Chromium, pages: Path) -> None:
    chromium.open(pages / "wide.html", *SCREEN)
    high = [
        bottom - top for title, (_l, _r, top, bottom) in places(chromium).items() if "7" in title
    ]
    five, twenty_five, hour, half, *_ = (round(pixels) + 2 for pixels in high)
    assert (hour, half) == (2 * half, 6 * five)
    assert twenty_five == 5 * five
    assert five >= 20  # a line of text


def test_what_a_grid_of_many_rooms_cuts_off_is_shown_to_the_keyboard(
    chromium: Chromium, pages: Path
) -> None:
    chromium.open(pages / "wide.html", *SCREEN)
    first = "document.querySelector('ol > li')"
    cut_off = f"{first}.scrollHeight > {first}.clientHeight"
    assert chromium.evaluate(cut_off) is True
    chromium.press("Tab")
    assert chromium.evaluate(f"document.activeElement.closest('li') === {first}") is True
    assert chromium.evaluate(cut_off) is False


def test_the_times_and_rooms_stay_in_sight(chromium: Chromium, pages: Path) -> None:
    chromium.open(pages / "wide.html", *SCREEN)
    chromium.evaluate("scrollTo({left: 300, top: 500, behavior: 'instant'})")
    time, room = "'.scenery b:not(.corner)'", "'.scenery strong'"
    seen = "document.querySelector({}).getBoundingClientRect().{}"
    assert chromium.evaluate(seen.format(time, "left")) == 0
    assert chromium.evaluate(seen.format(room, "top")) == 0


def test_the_hours_of_a_long_list_are_linked(chromium: Chromium, pages: Path) -> None:
    chromium.open(pages / "wide.html", *PHONE)
    links = "[...document.querySelectorAll('.hours a')].map(link => link.textContent).join(' ')"
    assert chromium.evaluate(links) == "09:00 10:00 11:00 13:00"
    chromium.evaluate("document.querySelector('.hours li:last-child a').click()")
    assert "13:00" in chromium.evaluate("document.querySelector(':target').textContent")
    for name in ("all", "mine"):
        chromium.open(pages / f"{name}.html", *PHONE)
        assert chromium.evaluate(links) == ""


def test_what_is_more_is_opened_by_the_keyboard(chromium: Chromium, pages: Path) -> None:
    chromium.open(pages / "all.html", *SCREEN)
    chromium.press("Tab")
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert chromium.evaluate("document.activeElement.localName") == "summary"
    assert chromium.evaluate(outline) == "solid"
    chromium.press("Enter")
    assert chromium.evaluate("document.activeElement.parentElement.open") is True


def test_titles_are_shown_as_they_are(chromium: Chromium, pages: Path) -> None:
    chromium.open(pages / "nasty.html", *SCREEN)
    shown = chromium.evaluate(
        "JSON.stringify([...document.querySelectorAll('h3')].map(h => h.innerText))"
    )
    assert json.loads(shown) == list(SHOWN)


def test_the_day_is_printed_on_one_a4(chromium: Chromium, pages: Path) -> None:
    chromium.open(pages / "all.html", *SCREEN, dark=True)
    pdf = chromium.pdf()
    assert re.findall(rb"/MediaBox \[0 0 (\d+)\S* (\d+)", pdf) == [(b"594", b"841")]
    _keep("print.pdf", pdf)


def test_more_rooms_than_the_paper_is_wide_are_printed_as_a_list(
    chromium: Chromium, pages: Path
) -> None:
    chromium.open(pages / "wide.html", *SCREEN)
    pdf = chromium.pdf()
    assert set(re.findall(rb"/MediaBox \[0 0 (\d+)\S* (\d+)", pdf)) == {(b"594", b"841")}
    _keep("wide.pdf", pdf)
    chromium.emulate_print()
    boxes = places(chromium)
    assert len(boxes) == 60
    assert all(left >= 0 and right <= SCREEN[0] for left, right, _top, _bottom in boxes.values())
    hidden = "getComputedStyle(document.querySelector('.scenery')).display"
    assert chromium.evaluate(hidden) == "none"


@pytest.mark.parametrize("name", ["all", "mine", "nasty", "wide"])
@pytest.mark.parametrize("size", [PHONE, SCREEN])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing(
    chromium: Chromium, pages: Path, name: str, size: tuple[int, int], dark: bool
) -> None:
    axe = _axe()
    chromium.open(pages / f"{name}.html", *size, dark=dark)
    _keep(f"{name}-{size[0]}-{'dark' if dark else 'light'}.png", chromium.screenshot())
    chromium.evaluate(f"{axe}; 0")
    assert json.loads(chromium.evaluate(_FAULTS)) == []


def test_axe_would_find_something(chromium: Chromium, tmp_path: Path) -> None:
    page = tmp_path / "faulty.html"
    page.write_text('<html><title>t</title><p style="color:#ccc">pale</p><a href="#"></a></html>')
    axe = _axe()
    chromium.open(page)
    chromium.evaluate(f"{axe}; 0")
    found = {fault for fault, *_ in json.loads(chromium.evaluate(_FAULTS))}
    assert {"html-has-lang", "color-contrast", "link-name"} <= found


def _axe() -> str:
    """The text of axe-core; where it is not there, the test is skipped."""
    named = os.environ.get(AXE)
    folders = [parent / "node_modules" / "axe-core" for parent in ROOT.parents]
    for path in [Path(named)] if named else [folder / "axe.min.js" for folder in folders]:
        if path.is_file():
            return path.read_text(encoding="utf-8")
    pytest.skip(f"there is no axe-core: npm install axe-core, and {AXE}=…/axe.min.js")


def _keep(name: str, data: bytes) -> None:
    """Leave a picture for a person to look at, where a folder for them is named."""
    if folder := os.environ.get("PAGE_PICTURES"):
        (Path(folder) / name).write_bytes(data)
