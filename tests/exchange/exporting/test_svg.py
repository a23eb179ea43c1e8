"""The image: what is in it, where it stands, and that it is one file of its own."""

import re
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given, settings

from tests.builders import appointment, plan_of
from tests.exchange.any_programmes import any_programmes
from tests.exchange.exporting.nasty import nasty_programme
from tests.helpers import programme_of
from tui_planner.exchange.exporting.svg import make_svg
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.layout.text.cells import join_lines
from tui_planner.programme.model import Programme

SVG = "{http://www.w3.org/2000/svg}"


def drawn(plan: ResolvedItinerary, *, mine: bool = False) -> Element:
    return fromstring(make_svg(plan, mine=mine))  # noqa: S314 - our own


def boxes(day_layout: Element) -> dict[str, tuple[Element, float, float, float, float]]:
    """The boxes by the titles that are read aloud, with their left, top, right and bottom."""
    found = {}
    for box in day_layout.iter(f"{SVG}svg"):
        title = box.findtext(f"{SVG}title")
        if title and "class" in box.attrib:
            left, top, width, height = (float(box.attrib[k]) for k in ("x", "y", "width", "height"))
            found[title] = (box, left, top, left + width, top + height)
    return found


def words(element: Element) -> list[str]:
    return [text.text or "" for text in element.iter(f"{SVG}text")]


def test_every_session_is_a_box_that_is_read_aloud(hoorn: Programme) -> None:
    found = boxes(drawn(plan_of(hoorn)))
    assert "Actualiteit IZA/AZWA (lunchbespreking), 12:45–13:30" in found
    assert "Het verhaal van Hoorn, ~12:50–(13:45)" in found
    bands = {"Keuzesessies ronde 1", "Keuzesessies ronde 2", "Keuzesessies ronde 3", "Lunch"}
    assert len(found) == len(hoorn.sessions) + len(hoorn.blocks) - len(bands)
    headings = " ".join(words(drawn(plan_of(hoorn))))
    assert all(title in headings for title in bands)


def test_no_box_lies_on_another(hoorn: Programme) -> None:
    for plan, mine in ((plan_of(hoorn), False), (plan_of(hoorn, "iza-lunch", "veiligheid"), True)):
        places = list(boxes(drawn(plan, mine=mine)).values())
        for number, (_box, left, top, right, bottom) in enumerate(places):
            for _other, left2, top2, right2, bottom2 in places[:number]:
                assert right <= left2 or right2 <= left or bottom <= top2 or bottom2 <= top


def test_what_lasts_longer_is_higher(hoorn: Programme) -> None:
    found = boxes(drawn(plan_of(hoorn)))
    plenary, opening = (
        next(bottom - top for title, (_b, _l, top, _r, bottom) in found.items() if name in title)
        for name in ("Beweging", "Opening")
    )
    assert plenary + 4 == pytest.approx(5 * (opening + 4), rel=0.05)  # 75 and 15 minutes


def test_the_itinerary_is_marked_and_says_its_rooms() -> None:
    rooms = '[[rooms]]\nid = "hall"\nname = "Great hall"\n'
    session = '[[sessions]]\nid = "{0}"\ntitle = "{0}"\nroom = "hall"\nstart = "{1}"\nend = "{2}"\n'
    programme = programme_of(
        rooms + session.format("a", "10:00", "11:00") + session.format("b", "12:00", "13:00")
    )
    call = appointment("Call", "10:30", "10:45")
    day_layout = drawn(plan_of(programme, "a", "b", appointments=(call,)), mine=True)
    found = boxes(day_layout)
    assert list(found) == [
        "clash: a, 10:00–11:00",
        "clash: Call, 10:30–10:45",
        "chosen: b, 12:00–13:00",
    ]
    clash, calm = found["clash: a, 10:00–11:00"][0], found["chosen: b, 12:00–13:00"][0]
    assert "clash" in clash.attrib["class"].split()
    assert calm.attrib["class"] == "session open chosen"
    assert "Great hall" in words(calm)
    assert any("Great hall · 15 min: Call" in line for line in words(clash))


def test_what_may_run_on_says_until_when_and_hides_no_heading(hoorn: Programme) -> None:
    day_layout = drawn(plan_of(hoorn, "veiligheid"), mine=True)
    tails = [
        e for e in day_layout.iter(f"{SVG}svg") if e.find(f"{SVG}rect[@class='tail']") is not None
    ]
    assert [words(tail) for tail in tails] == [["until 13:00?"]]
    (text,) = tails[0].iter(f"{SVG}text")
    assert text.attrib["class"] == "until"  # at the right, where the heading is at the left
    assert float(text.attrib["x"]) > 400


def test_nothing_is_elsewhere_and_nothing_runs() -> None:
    parts = list(drawn(plan_of(nasty_programme())).iter())
    names = {part.tag.removeprefix(SVG) for part in parts}
    assert names == {"svg", "title", "style", "rect", "path", "text", "g"}
    attributes = {name for part in parts for name in part.attrib}
    assert not [name for name in attributes if "href" in name or name.startswith("on")]
    (style,) = [part.text or "" for part in parts if part.tag == f"{SVG}style"]
    assert not re.search(r"url\(|@import", style)


@given(any_programmes())
@settings(deadline=None, max_examples=50)
def test_any_programme_can_be_drawn(programme: Programme) -> None:
    spoken = [title.text or "" for title in drawn(plan_of(programme)).iter(f"{SVG}title")]
    for session in programme.sessions:
        assert any(words.startswith(join_lines(session.title)) for words in spoken)
