"""Addresses that do more than to lead to a page, a mailbox or a calendar."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.support import TWO_DAYS, Cli
from tests.exchange.importing.support import event, imported, json_of, notes_of, programme, xml
from tests.helpers import programme_of
from tui_planner.exchange.exporting.export_format import Request
from tui_planner.exchange.exporting.registry import list_formats
from tui_planner.itinerary.itinerary import Itinerary
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.programme.model import Programme

pytestmark = pytest.mark.slow

FORMATS = list_formats()
GOOD = (
    "https://example.org/a?b=c#d",
    "HTTP://EXAMPLE.ORG",
    "mailto:a@example.org",
    "webcal://example.org/a.ics",
    "https://example.org/é/日本",
)
BAD = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "\x01javascript:alert(1)",
    " javascript:alert(1)",
    "javascript://example.org/%0aalert(1)",
    "data:text/html;base64,eA==",
    "vbscript:x",
    "file:///etc/passwd",
    "ftp://example.org",
    "tel:112",
    "xmpp:a@example.org",
    "blob:https://example.org/a",
    "view-source:https://example.org",
    "//example.org/a",
    "/a",
    "example.org",
    "https:",
    "https://",
    "https:example.org",
    "mailto:",
    "https://example.org/a b",
    "https://example.org/\u202egpj.exe",
    "https://example.org/\x1b[31m",
    "\u202ehttps://example.org",
)
BLOCK = """
[[blocks]]
id = "open"
kind = "plenary"
title = "Open"
day = 2025-03-29
start = "09:00"
end = "09:30"
"""
HEADS = {"programme": 'id = "two-days"\n', "session": 'id = "one"\n', "block": 'id = "open"\n'}


def with_address(place: str, url: str) -> str:
    head = HEADS[place]
    return (TWO_DAYS + BLOCK).replace(head, f"{head}url = {json.dumps(url)}\n")


@pytest.mark.parametrize("place", HEADS)
@pytest.mark.parametrize("url", BAD)
def test_they_are_faults_of_a_programme(cli: Cli, folder: Path, place: str, url: str) -> None:
    text = with_address(place, url)
    (folder / "days.toml").write_text(text, encoding="utf-8")
    (problem,) = json.loads(cli("check", "days.toml", "--format", "json").out)["problems"]
    line = text[: text.index("url = ")].count("\n") + 1
    assert (problem["rule"], problem["line"], problem["column"]) == ("E003", line, 7)
    assert problem["message"].startswith('"url": ')
    told = 'Write it whole, like "https://example.org"'
    if ":" not in url and "example.org" in url:
        told = 'Write: url = "https://example.org'  # what is meant is clear
    assert told in cli("check", "days.toml").out
    for format_ in FORMATS:
        exported = cli("export", "days.toml", "--format", format_)
        assert (exported.code, exported.out) == (2, "")


@pytest.mark.parametrize("place", HEADS)
@pytest.mark.parametrize("url", GOOD)
def test_others_are_not(cli: Cli, folder: Path, place: str, url: str) -> None:
    (folder / "days.toml").write_text(with_address(place, url), encoding="utf-8")
    problems = json.loads(cli("check", "days.toml", "--format", "json").out)["problems"]
    assert not [problem for problem in problems if problem["rule"].startswith("E")]
    assert url in cli("export", "days.toml", "--format", "json").out


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("url", BAD)
def test_no_export_has_them_however_they_came_there(name: str, url: str) -> None:
    sound = programme_of(TWO_DAYS + BLOCK, head="")
    hostile = replace(
        sound,
        url=url,
        sessions=tuple(session._replace(url=url) for session in sound.sessions),
        blocks=tuple(block._replace(url=url) for block in sound.blocks),
    )

    def exported(programme: Programme) -> str | bytes:
        plan = ResolvedItinerary(programme, Itinerary(programme=programme.id))
        return FORMATS[name].make(Request(plan, mine=False, alarm=None, changed=None))[0]

    assert exported(hostile) == exported(sound)


@pytest.mark.parametrize("url", [url for url in BAD if not url.startswith("https://example.org/")])
def test_an_import_leaves_them_away_and_says_so(url: str) -> None:
    data = json_of({"Hall": [event(url=url)]}, url=url)
    made = programme(data)
    assert (made.url, made.sessions[0].url) == ("", "")
    sentences = [text for _kind, _place, text in notes_of(data) if "address" in text]
    assert len(sentences) == 2
    assert imported(data).left_out == 0


def test_an_import_of_a_calendar_and_of_xml_too() -> None:
    calendar = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nURL:file:///etc/passwd\r\nBEGIN:VEVENT\r\nUID:a@b\r\n"
        "SUMMARY:A\r\nURL:javascript:alert(1)\r\nDTSTART:20250213T100000Z\r\nEND:VEVENT\r\n"
        "END:VCALENDAR\r\n"
    )
    for data in (calendar.encode(), xml({"Hall": [event(url="data:x,y")]}, url="ftp://a.example")):
        made = programme(data)
        assert (made.url, made.sessions[0].url) == ("", "")
        assert sum("address" in text for _kind, _place, text in notes_of(data)) == 2


def test_a_blank_in_an_address_is_mended() -> None:
    data = json_of({"Hall": [event(url="https://example.org/a b")]})
    assert programme(data).sessions[0].url == "https://example.org/a%20b"
