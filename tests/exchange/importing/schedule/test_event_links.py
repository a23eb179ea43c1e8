"""The links and attachments of events."""

import pytest

from tests.exchange.importing.schedule.test_read_schedule_json import EVENT, EVENT_2
from tests.exchange.importing.support import json_of, notes_of, programme, schema2
from tests.helpers import DATA
from tui_planner.exchange.importing import import_limits
from tui_planner.exchange.importing.import_errors import NoScheduleError
from tui_planner.programme.model import Link

CASE = (DATA / "imports" / "19-links.xml").read_bytes()


def links_of(data: bytes) -> tuple[Link, ...]:
    return programme(data).sessions[0].links


def in_case(links: str, about: str = "") -> bytes:
    """The case with other links, and more about the conference."""
    start, end = CASE.index(b"<links>"), CASE.index(b"</event>")
    made = CASE[:start] + links.encode() + CASE[end:]
    return made.replace(b"</conference>", f"{about}</conference>".encode())


def test_links_and_attachments_are_kept_with_their_titles() -> None:
    assert links_of(CASE) == (
        Link("https://stream.example/1", "Live stream"),
        Link("https://x.example/s.pdf", "Slides"),
    )
    assert notes_of(CASE) == []


@pytest.mark.parametrize(
    ("href", "base", "whole"),
    [
        ("/media/s.pdf", "https://x.example", "https://x.example/media/s.pdf"),
        ("/media/s.pdf", "https://x.example/2026/", "https://x.example/media/s.pdf"),
        ("s.pdf", "https://x.example/2026", "https://x.example/2026/s.pdf"),
        ("//y.example/s.pdf", "https://x.example", "https://y.example/s.pdf"),
        ("https://y.example/s.pdf", "https://x.example", "https://y.example/s.pdf"),
        ("mailto:a@x.example", "https://x.example", "mailto:a@x.example"),
        ("www.y.example", "https://x.example", "https://www.y.example"),
        ("y.example/s.pdf", "https://x.example", "https://y.example/s.pdf"),
    ],
)
def test_a_relative_address_is_of_the_base_of_the_schedule(
    href: str, base: str, whole: str
) -> None:
    listed = f'<attachments><attachment href="{href}">S</attachment></attachments>'
    assert links_of(in_case(listed, f"<base_url>{base}</base_url>")) == (Link(whole, "S"),)


def test_a_relative_address_without_a_base_is_told() -> None:
    data = in_case('<links><link href="/media/s.pdf">S</link></links>')
    assert links_of(data) == ()
    assert '"/media/s.pdf" is left away' in notes_of(data)[0][2]


def test_other_ways_to_write_a_link() -> None:
    assert links_of(in_case("<links><link>https://x.example/</link></links>")) == (
        Link("https://x.example/"),
    )
    more = "<feedback_url>https://x.example/f</feedback_url>"
    more += "<video_download_url>https://x.example/v.mp4</video_download_url>"
    assert links_of(in_case(more)) == (
        Link("https://x.example/f", "Feedback"),
        Link("https://x.example/v.mp4", "Recording"),
    )


def test_what_leads_nowhere_or_acts_is_left_away_and_told() -> None:
    data = in_case(
        '<links><link href="javascript:x()">Run</link><link href="https://[x">B</link>'
        '<link href=""/><link href="https://x.example/">  A\n title </link>'
        '<link href="https://x.example/">Again</link></links>'
    )
    assert links_of(data) == (Link("https://[x", "B"), Link("https://x.example/", "A title"))
    assert [kind for kind, _place, _text in notes_of(data)] == ["mended"]


LINKS = {
    "links": [{"title": "Stream", "url": "https://x.example/1"}, "https://x.example/2"],
    "attachments": [{"title": "Slides", "url": "/s.pdf"}],
    "feedback_url": "https://x.example/f",
}


def test_links_of_schedule_json() -> None:
    expected = (
        Link("https://x.example/1", "Stream"),
        Link("https://x.example/2"),
        Link("https://x.example/s.pdf", "Slides"),
        Link("https://x.example/f", "Feedback"),
    )
    assert links_of(json_of({"Hall": [EVENT | LINKS]}, base_url="https://x.example/")) == expected
    assert links_of(schema2([EVENT_2 | LINKS], base_url="https://x.example/")) == expected


@pytest.mark.parametrize(
    "value", [None, 1, "x", {}, [None], [{}], [[]], [{"url": 5}], [{"url": None}]]
)
@pytest.mark.parametrize("key", ["links", "attachments", "feedback_url"])
def test_any_value_of_links_is_no_fault(key: str, value: object) -> None:
    assert len(programme(json_of({"Hall": [EVENT | {key: value}]})).sessions) == 1


def test_more_links_than_anyone_follows() -> None:
    many = [f"https://x.example/{number}" for number in range(300)]
    data = json_of({"Hall": [EVENT | {"links": many}]})
    assert len(links_of(data)) == 100
    assert "more than 100 links" in notes_of(data)[0][2]


def test_more_links_than_a_programme_can_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(import_limits.MOST, import_limits.Limit.LINKS, 1)
    with pytest.raises(NoScheduleError, match="more than 1 links"):
        programme(CASE)
