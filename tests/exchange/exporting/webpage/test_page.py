"""The HTML page, as it is read: lists, headings, languages, what is chosen and what clashes."""

import re
from typing import Any

import pytest

from tests.builders import appointment, chosen, plan_of
from tests.exchange.exporting.nasty import SHOWN, TITLES, nasty_programme
from tests.exchange.exporting.reading import Element, read_page
from tests.helpers import HEAD, programme_of
from tui_planner.exchange.exporting.webpage.page import make_page
from tui_planner.itinerary.itinerary import Choice
from tui_planner.programme.model import Programme

TWO_ROOMS = """
[[rooms]]
id = "a"
name = "Hall A"
[[rooms]]
id = "b"
name = "Hall B"
[[blocks]]
id = "lunch"
kind = "meal"
title = "Lunch"
start = "12:30"
end = "13:30"
[[sessions]]
id = "long"
title = "Long"
room = "a"
start = "12:00"
end = "14:00"
[[sessions]]
id = "short"
title = "Short"
room = "b"
start = "13:30"
end = "14:00"
language = "ar"
"""


def page(programme: Programme, *choices: str | Choice, mine: bool = False, **more: Any) -> Element:
    return read_page(make_page(plan_of(programme, *choices, **more), mine=mine))


def item(read: Element, title: str) -> Element:
    (found,) = [li for li in read.one("ol").all("li") if title in _heading(li)]
    return found


def _heading(li: Element) -> str:
    return "".join(heading.text for heading in (*li.all("h3"), *li.all("h4")))


def test_every_session_and_block_is_one_item_of_a_list(hoorn: Programme) -> None:
    read = page(hoorn)
    assert len(read.all("li", "session")) == len(hoorn.sessions)
    assert len(read.all("li", "block")) == len(hoorn.blocks)
    titles = [li.all("h3") + li.all("h4") for li in read.one("ol").all("li")]
    assert all(len(headings) == 1 for headings in titles)
    assert "Themagroep Duurzaamheid" in item(read, "Slim met stroom").text
    assert "Kees Vendrik, Gerard Schouw" in item(read, "Slim met stroom").text


def test_the_list_is_in_the_order_of_the_day(hoorn: Programme) -> None:
    starts = [
        found[1]
        for li in page(hoorn).one("ol").all("li")
        if (found := re.search(r"(\d\d:\d\d)–", li.text))
    ]
    assert len(starts) == 28
    assert starts == sorted(starts)


def test_sessions_are_headed_below_their_blocks(hoorn: Programme) -> None:
    read = page(hoorn)
    assert read.one("h1").text == hoorn.title
    assert [h2.text.strip() for h2 in read.all("h2")] == ["Thu 13 February 2025"]
    assert "Lunch" in [h3.text for h3 in read.all("h3")]
    assert "Veiligheid" in [h4.text for h4 in read.all("h4")]


def test_the_languages_of_the_page_its_words_and_a_session(hoorn: Programme) -> None:
    read = page(hoorn)
    assert read.one("html").attributes["lang"] == "nl"
    assert {p.attributes["lang"] for p in read.all("p", "status")} == {"en"}
    arabic = item(page(programme_of(TWO_ROOMS)), "Short").one("h3").one("span")
    assert arabic.attributes == {"dir": "auto", "lang": "ar"}


def test_times_that_are_not_exact_are_read_aloud_in_words(hoorn: Programme) -> None:
    when = item(page(hoorn), "Westerdijk").one("p", "when")
    seen, heard = when.all("span")
    assert (seen.text, seen.attributes["aria-hidden"]) == ("~12:50–(13:45)", "true")
    assert "up to 5 minutes earlier or later; the end is not stated" in heard.text
    legend = page(hoorn).one("footer").text
    assert all(sign in legend for sign in ("~12:50", "(13:45)", "(–13:00)"))


def test_the_programme_says_nothing_of_the_delegate(hoorn: Programme) -> None:
    read = page(hoorn)
    assert not read.all("span", "sign")
    assert not read.all("section", "mine")
    assert "to choose from" not in read.text


def test_the_itinerary_marks_what_is_chosen_and_what_clashes(hoorn: Programme) -> None:
    must = chosen(hoorn, "iza-lunch", priority="must", note="vraag over de SPUK")
    call = appointment("Bellen", "15:30", "15:40", note="thuis")
    choices = (must, "strandwandeling", "veiligheid", "digital-twins")
    read = page(hoorn, *choices, mine=True, appointments=(call,))
    assert len(read.all("li", "session")) == 5
    assert {"chosen", "clash"} <= set(item(read, "IZA").attributes["class"].split())
    assert "clash: " in item(read, "IZA").text
    assert "40 min: Strandwandeling" in item(read, "IZA").text
    assert "must" in item(read, "IZA").text
    assert "vraag over de SPUK" in item(read, "IZA").text
    assert "may-clash" in item(read, "Veiligheid").attributes["class"]
    calm = item(read, "Digital Twins")
    assert "clash" not in calm.attributes["class"]
    assert "✓" in calm.text
    assert "thuis" in item(read, "Bellen").text
    assert "5 to choose from" in item(read, "ronde 3").text
    remarks = {li.text: li.attributes.get("class") for li in read.one("section", "mine").all("li")}
    assert [kind for words, kind in remarks.items() if "12:50–13:30: 40 minutes" in words] == [
        "clash"
    ]
    assert [kind for words, kind in remarks.items() if "left of Lunch" in words] == [None]
    assert list(remarks.values()).count("may-clash") == 2


def test_the_legend_has_the_signs_that_are_on_the_page(hoorn: Programme) -> None:
    def signs(*choices: str) -> list[str]:
        read = page(hoorn, *choices, mine=bool(choices))
        return [dt.text for dt in read.one("footer").all("dt")]

    assert signs() == ["~12:50", "(13:45)", "(–13:00)"]
    assert signs("digital-twins") == ["✓"]
    assert signs("digital-twins", "iza-lunch", "strandwandeling")[:2] == ["✓", "!"]
    assert signs("iza-lunch", "veiligheid") == ["?", "(–13:00)"]


def test_the_version_is_said() -> None:
    head = HEAD + 'version = "2 <final>"\n'
    assert page(programme_of(TWO_ROOMS, head)).one("footer").one("p").text == "Version 2 <final>"
    assert not page(programme_of(TWO_ROOMS)).one("footer").all("p")


def test_a_long_list_links_to_its_hours() -> None:
    def links(number: int) -> list[tuple[str, str]]:
        sessions = [
            f'[[sessions]]\nid = "s{n}"\ntitle = "S{n}"\nstart = "{9 + n // 20:02}:30"\n'
            for n in range(number)
        ]
        read = page(programme_of("".join(sessions)))
        navs = read.all("nav", "hours")
        ids = {li.attributes.get("id", ""): _heading(li) for li in read.one("ol").all("li")}
        return [(a.text, ids[a.attributes["href"][1:]]) for nav in navs for a in nav.all("a")]

    assert links(49) == []
    assert links(50) == [("09:00", "S0"), ("10:00", "S20"), ("11:00", "S40")]


def test_only_what_clashes_stands_side_by_side_in_an_itinerary() -> None:
    later = TWO_ROOMS.replace('"13:30"\nend = "14:00"', '"15:00"\nend = "16:00"')
    programme = programme_of(later.replace('"12:30"\nend = "13:30"', '"14:00"\nend = "15:00"'))
    together = page(programme, "long", "short", mine=True)
    assert "--columns:1;" in together.one("div", "grid").attributes["style"]
    assert "Hall A" in item(together, "Long").text
    covered = page(programme_of(later), "long", "short", mine=True)
    assert "--columns:2;" in covered.one("div", "grid").attributes["style"], "Lunch is beside Long"
    assert "--columns:2;" in page(programme).one("div", "grid").attributes["style"]


def test_the_heading_of_a_block_stands_where_no_session_runs_through_it() -> None:
    read = page(programme_of(TWO_ROOMS))
    row, left, *_ = item(read, "Lunch").attributes["style"].removeprefix("grid-area:").split("/")
    _, long_left, _, long_right = item(read, "Long").attributes["style"].split("/")
    assert int(left) >= int(long_right) > int(long_left)
    assert int(row) > 2


def test_several_days_are_sections_with_links_to_them() -> None:
    head = '[programme]\ntitle = "T"\ntimezone = "UTC"\n'
    days = '[[days]]\ndate = 2025-02-13\ntitle = "First"\n[[days]]\ndate = 2025-02-14\n'
    session = '[[sessions]]\nid = "a"\ntitle = "A"\nday = 2025-02-13\nstart = "10:00"\nend="11:00"'
    read = page(programme_of(f"{days}{session}", head))
    targets = {a.attributes["href"].removeprefix("#") for a in read.all("a")}
    ids = {h2.attributes["id"] for h2 in read.all("h2")}
    assert ids == {"day-2025-02-13", "day-2025-02-14"}
    assert targets == {*ids, "programme"}
    first, second = read.all("section", "day")
    assert "First" in first.one("h2").text
    assert "Nothing is planned on this day." in second.text


@pytest.mark.parametrize("mine", [False, True])
def test_text_of_the_programme_is_shown_and_never_obeyed(mine: bool) -> None:
    programme = nasty_programme()
    read = page(programme, *(f"s{n}" for n in range(len(TITLES))), mine=mine)
    spans = [li.all("h3")[0].all("span")[-1].text for li in read.all("li", "session")]
    assert spans == list(SHOWN)
    assert not read.all("script")
    assert not read.all("img")
    every = [e for name in ("a", "li", "p", "span", "h3", "b", "div") for e in read.all(name)]
    assert not [e for e in every if any(key.startswith("on") for key in e.attributes)]


def test_only_addresses_that_do_nothing_are_links() -> None:
    links = [a.attributes["href"] for a in page(nasty_programme()).all("a")]
    assert set(links) == {'https://e.org/"><b>'}
    assert all(
        "javascript:" not in p.text.lower() for p in page(nasty_programme()).all("p", "link")
    )


def test_the_page_names_nothing_that_is_elsewhere(hoorn: Programme) -> None:
    html = make_page(plan_of(hoorn), mine=False)
    assert not re.search(r"(src|href)=\"?(?!data:,)(http|//|\w+\.)", html)
    assert "url(" not in html
    assert "@import" not in html


def test_links_are_shown_by_their_titles() -> None:
    made = programme_of(
        '[[sessions]]\nid = "a"\ntitle = "A"\nstart = "10:00"\n'
        'links = [{ url = "https://e.org/s", title = "Slides <1>" }, "https://e.org/b"]\n'
    )
    shown = [(a.attributes["href"], a.text) for a in page(made).all("a")]
    assert shown == [("https://e.org/s", "Slides <1>"), ("https://e.org/b", "https://e.org/b")]
