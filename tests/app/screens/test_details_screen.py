"""Details over the grid: what can be done with a session without closing them, and its links."""

import webbrowser
from collections.abc import Iterator

import pytest
from textual.style import Style

from tests.app.conftest import MakePlanner, Planner, until
from tests.app.looks import shown, text_of
from tests.helpers import programme_of
from tui_planner.app.screens.details_screen import DetailsScreen
from tui_planner.programme.model import Programme

NARROW, WIDE = (80, 24), (200, 50)

TALKS = '''
[[rooms]]
id = "attic"
name = "Attic"
[[rooms]]
id = "cellar"
name = "Cellar"
[[sessions]]
id = "plain"
title = "Plain talk"
room = "attic"
start = "10:00"
end = "11:00"
language = "en"
url = "https://example.org/plain"
[[sessions]]
id = "rich"
title = "Rich talk"
room = "cellar"
start = "10:00"
end = "11:00"
language = "pt-BR"
url = "https://example.org/rich"
links = [{ url = "https://example.org/s.pdf", title = "Slides" }]
description = """
## What you learn

You need **no** experience, only *time* and `python`. See [the notes](https://example.org/notes)
or [this](javascript:alert), at https://example.org/bare.

- one thing
- another
  1. first
  2. second

Come along."""
[[sessions]]
id = "bare"
title = "Bare talk"
room = "cellar"
start = "11:00"
end = "12:00"
description = "Two * three is_not markup, [ok]? 5 > 4 and a_b_c."
'''


@pytest.fixture
def talks() -> Programme:
    """A talk with links, one with Markdown, one with neither."""
    return programme_of(TALKS)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that were opened in the browser."""
    addresses: list[str] = []

    def open_one(address: str) -> bool:
        addresses.append(address)
        return True

    monkeypatch.setattr(webbrowser, "open", open_one)
    monkeypatch.setenv("BROWSER", "true")
    return addresses


def words_of(app: Planner) -> str:
    """What the details say."""
    return str(app.screen.query_one("#text").render())


async def test_what_is_shown_is_chosen_weighed_and_noted_without_closing(
    planner: MakePlanner,
) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("enter", "space")
        await pilot.pause()
        assert app.saved == ["nota-ruimte"]
        assert "chosen" in words_of(app)
        assert "space Drop" in text_of(app).splitlines()[-1]
        await pilot.press("p")
        await pilot.pause()
        assert "must" in words_of(app)
        await pilot.press("e", *"ask", "enter")
        await pilot.pause()
        assert isinstance(app.screen, DetailsScreen)
        assert "Note: ask" in words_of(app)
        await pilot.press("space", "u")
        await pilot.pause()
        assert app.saved == ["nota-ruimte"]
        await pilot.press("escape")
        assert app.screen_stack == [app.planner]


async def test_the_arrows_go_to_the_neighbours_and_a_long_text_scrolls(
    planner: MakePlanner,
) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("enter", "right")
        await pilot.pause()
        assert app.cursor == "slim-met-stroom"
        assert words_of(app).startswith("Slim met stroom")
        await pilot.press("down", "left")
        await pilot.pause()
        assert words_of(app).startswith(app.grid.cursor.title if app.grid.cursor else "-")
        app.planner.go_to("strandwandeling")
        await pilot.press("right", "left", "pagedown")
        await pilot.pause()
        assert app.screen.query_one("#page").scroll_offset.y >= 0
        await pilot.press("right")
        await pilot.pause()
        assert app.screen.query_one("#page").scroll_offset.y == 0


async def test_what_is_told_below_can_be_answered(planner: MakePlanner) -> None:
    app = planner("iza-lunch")
    async with app.run_test(size=NARROW) as pilot:
        app.planner.go_to("strandwandeling")
        await pilot.press("enter", "space")
        await pilot.pause()
        assert "12:50–13:30" in text_of(app).splitlines()[-4] + text_of(app).splitlines()[-3]
        await pilot.press("1")
        await pilot.pause()
        assert len(app.saved) == 1
        assert isinstance(app.screen, DetailsScreen)


async def test_the_one_link_opens_at_once(
    planner: MakePlanner, talks: Programme, opened: list[str]
) -> None:
    app = planner(programme=talks)
    async with app.run_test(size=NARROW) as pilot:
        app.planner.go_to("plain")
        await pilot.press("enter", "b")
        await until(pilot, lambda: bool(opened))
        assert opened == ["https://example.org/plain"]
        assert "Opened in the browser" in app.status


async def test_of_several_links_one_is_chosen(
    planner: MakePlanner, talks: Programme, opened: list[str]
) -> None:
    app = planner(programme=talks)
    async with app.run_test(size=NARROW) as pilot:
        app.planner.go_to("rich")
        await pilot.press("b")
        await pilot.pause()
        assert "Slides" in text_of(app)
        assert "https://example.org/bare" in text_of(app)
        assert "javascript" not in text_of(app)
        await pilot.press("2")
        await until(pilot, lambda: bool(opened))
        assert opened == ["https://example.org/s.pdf"]


@pytest.mark.parametrize("is_open", [True, False], ids=["over", "beside"])
async def test_a_link_is_clicked(
    planner: MakePlanner, talks: Programme, opened: list[str], *, is_open: bool
) -> None:
    app = planner(programme=talks)
    async with app.run_test(size=(160, 40)) as pilot:
        app.planner.go_to("plain")
        await pilot.press(*(["enter"] if is_open else []))
        await pilot.pause(0.1)
        y, x = next(
            (y, line.index("https://") + 3)
            for y, line in enumerate(text_of(app).splitlines())
            if "https://example.org/plain" in line
        )
        await pilot.click(offset=(x, y))
        await until(pilot, lambda: bool(opened))
        assert opened == ["https://example.org/plain"]


async def test_a_link_is_copied(planner: MakePlanner, talks: Programme) -> None:
    app = planner(programme=talks)
    async with app.run_test(size=NARROW) as pilot:
        app.planner.go_to("plain")
        await pilot.press("C")
        await pilot.pause()
        assert app.clipboard == "https://example.org/plain"
        assert "Copied" in app.status


async def test_without_a_browser_the_link_is_copied_and_that_is_said(
    planner: MakePlanner, talks: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda *_any: False)
    monkeypatch.setenv("BROWSER", "true")
    app = planner(programme=talks)
    async with app.run_test(size=NARROW) as pilot:
        app.planner.go_to("plain")
        await pilot.press("b")
        await until(pilot, lambda: "no browser here" in " ".join(app.status.split()))
        assert app.clipboard == "https://example.org/plain"


async def test_without_a_link_that_is_said(planner: MakePlanner, talks: Programme) -> None:
    app = planner(programme=talks)
    async with app.run_test(size=NARROW) as pilot:
        app.planner.go_to("bare")
        await pilot.press("b")
        assert "no link here" in app.status
        assert "Open link" not in text_of(app)


async def test_markdown_is_drawn(planner: MakePlanner, talks: Programme) -> None:
    app = planner(programme=talks)
    async with app.run_test(size=(120, 40)) as pilot:
        app.planner.go_to("rich")
        await pilot.press("enter")
        await pilot.pause()
        text = words_of(app)
        assert "What you learn\n\nYou need no experience, only time and python." in text
        assert "See the notes or [this](javascript:alert), at" in text
        assert "• one thing\n• another\n\u00a0\u00a01. first\n\u00a0\u00a02. second\n\n" in text
        assert text.endswith("Come along.")
        assert {"no", "What you learn"} <= {*_bold(app)}


def _bold(app: Planner) -> Iterator[str]:
    for line in shown(app):
        yield from (part.text.strip() for part in line if part.style and part.style.bold)


async def test_what_is_no_markdown_stays_as_it_is(planner: MakePlanner, talks: Programme) -> None:
    app = planner(programme=talks)
    async with app.run_test(size=NARROW) as pilot:
        app.planner.go_to("bare")
        await pilot.press("enter")
        await pilot.pause()
        assert words_of(app).endswith("Two * three is_not markup, [ok]? 5 > 4 and a_b_c.")


async def test_links_lead_there_where_the_terminal_can(
    planner: MakePlanner, talks: Programme
) -> None:
    app = planner(programme=talks)
    async with app.run_test(size=(160, 40)) as pilot:
        app.planner.go_to("rich")
        await pilot.pause()
        beside = {part.style.link for line in shown(app) for part in line if part.style}
        assert {"https://example.org/rich", "https://example.org/notes"} <= beside
        await pilot.press("enter")
        await pilot.pause()
        content = app.screen.query_one("#text").render()
        spans = [span.style for span in getattr(content, "spans", ())]
        linked = {style.link for style in spans if isinstance(style, Style)} - {None}
        assert linked == {
            "https://example.org/rich",
            "https://example.org/s.pdf",
            "https://example.org/notes",
        }


async def test_languages_are_named(planner: MakePlanner, talks: Programme) -> None:
    app = planner(programme=talks)
    async with app.run_test(size=NARROW) as pilot:
        app.planner.go_to("plain")
        await pilot.press("enter")
        await pilot.pause()
        assert "Language: English" in words_of(app)
        await pilot.press("right")
        await pilot.pause()
        assert "Language: Portuguese (BR)" in words_of(app)
