"""Markdown, as a parser of CommonMark reads it."""

from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.builders import chosen, plan_of
from tests.exchange.any_programmes import any_programmes
from tests.exchange.exporting.nasty import SHOWN, TITLES, nasty_programme
from tests.helpers import programme_of
from tui_planner.exchange.exporting.markdown import make_markdown
from tui_planner.layout.text.cells import join_lines
from tui_planner.programme.model import Programme, Thing

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
"""With what wikis and chats read besides."""
MEANT = {"text", "strong_open", "strong_close", "link_open", "link_close"}
"""What may stand within a line; all else would come of a text that was not escaped."""


def tokens(text: str) -> list[Token]:
    return PARSER.parse(text)


def inline(text: str) -> Iterator[Token]:
    """What stands in the lines, piece by piece."""
    for token in tokens(text):
        yield from token.children or ()


def strong(text: str) -> list[str]:
    """The texts that are strong: the titles."""
    found: list[str] = []
    inside = False
    for token in inline(text):
        if token.type == "strong_open":
            inside = True
            found.append("")
        elif token.type == "strong_close":
            inside = False
        elif inside:
            found[-1] += token.content
    return found


def titles(programme: Programme) -> list[str]:
    things: list[Thing] = [*programme.blocks, *programme.sessions]
    return sorted(join_lines(thing.title) for thing in things)


def exported(programme: Programme, *choices: Any, mine: bool = False) -> str:
    return make_markdown(plan_of(programme, *choices), mine=mine)


def test_every_block_and_session_is_an_item(hoorn: Programme) -> None:
    text = exported(hoorn)
    assert sorted(strong(text)) == titles(hoorn)
    assert "  - 12:45–13:30 **Actualiteit IZA/AZWA (lunchbespreking)**" in text.splitlines()
    assert "- 12:30–13:45 **Lunch**" in text.splitlines()


def test_a_session_stands_in_the_list_of_its_block(hoorn: Programme) -> None:
    depth = [token.level for token in tokens(exported(hoorn)) if token.type == "list_item_open"]
    assert sorted(set(depth)) == [1, 3]
    assert depth.count(3) == sum(session.block is not None for session in hoorn.sessions)


def test_the_headings_are_the_event_and_its_days(hoorn: Programme) -> None:
    parsed = tokens(exported(hoorn))
    headings = [
        (token.tag, parsed[number + 1].content)
        for number, token in enumerate(parsed)
        if token.type == "heading_open"
    ]
    assert headings == [("h1", hoorn.title), ("h2", "Thu 13 February 2025")]


def test_the_itinerary_says_what_clashes_and_what_was_noted(hoorn: Programme) -> None:
    must = chosen(hoorn, "iza-lunch", priority="must", note="vraag over *de* SPUK")
    text = exported(hoorn, must, "strandwandeling", mine=True)
    assert "are at the same time, 12:50–13:30: 40 minutes." in text
    assert r"must · vraag over \*de\* SPUK" in text
    assert "5 to choose from" in text
    assert len(strong(text)) == 2 + len(hoorn.blocks)


def test_links_have_their_titles() -> None:
    made = programme_of(
        '[[sessions]]\nid = "a"\ntitle = "A"\nstart = "10:00"\n'
        'links = [{ url = "https://e.org/s", title = "Slides [1]" }, "https://e.org/b"]\n'
    )
    links = [token for token in inline(exported(made)) if token.type == "link_open"]
    assert [link.attrGet("href") for link in links] == ["https://e.org/s", "https://e.org/b"]
    assert "Slides \\[1\\]" in exported(made)


def test_text_of_the_programme_is_shown_and_never_obeyed() -> None:
    text = exported(nasty_programme())
    assert [title for title in strong(text) if title in SHOWN or title in TITLES] == list(SHOWN)
    links = [token.attrs["href"] for token in inline(text) if token.type == "link_open"]
    assert set(links) == {"https://e.org/%22%3E%3Cb%3E"}


@given(any_programmes())
@settings(deadline=None)
def test_of_any_programme_nothing_is_a_sign(programme: Programme) -> None:
    text = exported(programme)
    assert {token.type for token in inline(text)} <= MEANT
    blocks = {token.type.removesuffix("_open").removesuffix("_close") for token in tokens(text)}
    assert blocks <= {"heading", "paragraph", "inline", "bullet_list", "list_item"}
    assert sorted(strong(text)) == titles(programme)


def test_a_line_is_no_list_no_heading_and_no_quote() -> None:
    lines = ("1. one", "- two", "+ three", "# four", "> five", "=== six", "1) seven", "| a | b |")
    descriptions = "\\n\\n".join(lines)
    session = (
        f'[[sessions]]\nid = "a"\ntitle = "A"\nstart = "10:00"\ndescription = "{descriptions}"'
    )
    text = exported(programme_of(session))
    assert [token.content for token in inline(text)][-len(lines) :] == list(lines)
