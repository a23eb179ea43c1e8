"""A page leads to its schedule, one step, where it declares it or where such pages have it."""

import pytest

from tests.exchange.fetching.fetching import SCHEDULE, fetch
from tests.exchange.fetching.site import Site, redirect
from tests.helpers import soon
from tui_planner.exchange.declared_schedules import list_declared, list_linked, list_usual

CALENDAR = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:One\r\n"
    b"DTSTART:20250213T100000Z\r\nDTEND:20250213T110000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def page(head: str = "", body: str = "") -> bytes:
    return f"<!DOCTYPE html>\n<html><head>{head}</head><body>{body}</body></html>".encode()


def test_a_declared_calendar(site: Site) -> None:
    site.serve(page("<link href='/of/it.ics' type='text/calendar' rel='alternate'>"), "/")
    site.serve(CALENDAR, "/of/it.ics")
    fetched = fetch(site.url("/"))
    assert fetched.copy.data == CALENDAR
    assert site.url("/of/it.ics") in fetched.told
    assert fetched.copy.source == site.url("/of/it.ics")


def test_a_page_after_a_redirect(site: Site) -> None:
    site.answers["/go"] = redirect("/2025/")
    site.serve(page('<link rel="alternate" type="text/calendar" href="it.ics">'), "/2025/")
    site.serve(CALENDAR, "/2025/it.ics")
    assert fetch(site.url("/go")).copy.data == CALENDAR


@pytest.mark.parametrize(
    ("path", "schedule"),
    [
        ("/2025/schedule/", "/2025/schedule/export/schedule.xml"),
        ("/2025/talk/ABC/", "/2025/schedule/export/schedule.xml"),
        ("/en/camp/public/schedule", "/en/camp/public/schedule.xml"),
        ("/en/camp/public/events/12.html", "/en/camp/public/schedule.xml"),
        ("/2025/index.html", "/2025/schedule.xml"),
    ],
)
def test_where_such_pages_have_it(site: Site, path: str, schedule: str) -> None:
    site.serve(page(), path)
    site.serve(SCHEDULE, schedule)
    fetched = fetch(site.url(path))
    assert fetched.copy.data == SCHEDULE
    assert site.url(schedule) in fetched.told


def test_a_page_of_pretalx_at_the_top_of_an_event(site: Site) -> None:
    site.serve(page('<script src="/static/pretalx.js"></script>'), "/2025/")
    site.serve(SCHEDULE, "/2025/schedule/export/schedule.xml")
    assert fetch(site.url("/2025/")).copy.data == SCHEDULE


def test_a_declared_schedule_that_is_gone_leads_to_the_next(site: Site) -> None:
    links = (
        '<link rel=alternate type=text/calendar href=/gone.ics><a href="/x/schedule.xml">XML</a>'
    )
    site.serve(page(links), "/")
    site.serve(SCHEDULE, "/x/schedule.xml")
    assert fetch(site.url("/")).copy.data == SCHEDULE


def test_only_one_step_is_taken(site: Site) -> None:
    site.serve(page('<link rel=alternate type=text/calendar href="/b">'), "/a/")
    site.serve(page('<link rel=alternate type=text/calendar href="/c">'), "/b")
    site.serve(CALENDAR, "/c")
    assert fetch(site.url("/a/")).copy.data == page(
        '<link rel=alternate type=text/calendar href="/b">'
    )
    assert "/c" not in [path for path, _headers in site.asked]


def test_a_page_has_few_questions_asked(site: Site) -> None:
    links = "".join(f'<link rel=alternate type=text/calendar href="/{n}">' for n in range(100))
    site.serve(page(links), "/")
    fetch(site.url("/"))
    assert len(site.asked) <= 5


def test_of_an_unchanged_page_an_unchanged_schedule_does_not_come_again(site: Site) -> None:
    site.serve(page('<link rel=alternate type=text/calendar href="/it.ics">'), "/")
    site.serve(CALENDAR, "/it.ics", ETag='"1"')
    fetch(site.url("/")).keep()
    sent = site.sent
    assert not fetch(site.url("/")).is_changed
    assert site.sent - sent == len(page('<link rel=alternate type=text/calendar href="/it.ics">'))


def test_a_feed_of_news_is_no_schedule() -> None:
    feed = '<link rel="alternate" type="application/atom+xml" href="/schedule/feed.xml">'
    other = '<link rel="alternate" type="application/json" href="/wp-json/pages/1">'
    assert list_declared(feed + other, "https://conf.example/") == []


def test_declared_schedules_come_before_calendars_and_links() -> None:
    text = (
        '<a href="/old/schedule.xml">x</a><a HREF="mine.ics" type="text/calendar">x</a>'
        '<LINK rel="alternate" type="text/calendar; charset=utf-8" href="a.ics?x=1&amp;y=2">'
        '<link rel="alternate" type="application/xml" href="/schedule.xml">'
    )
    assert list_declared(text, "https://conf.example/2025/") == [
        "https://conf.example/schedule.xml",
        "https://conf.example/2025/a.ics?x=1&y=2",
    ]
    assert list_linked(text, "https://conf.example/2025/") == [
        "https://conf.example/old/schedule.xml",
        "https://conf.example/2025/mine.ics",
    ]


HOSTILE = {
    "begun": "<a " * 700_000,
    "long": "<a " + "x" * 2_000_000 + ">",
    "quotes": '<a b="' * 300_000,
    "names": ("<a " + "a-" * 1_900 + ">") * 500,
    "no addresses": "<link rel=alternate href=[::1 type=text/calendar>" * 40_000,
    "bases": "<base href=//[>" * 100_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_page_takes_no_time(text: str) -> None:
    with soon():
        list_declared(text, "https://conf.example/")
        list_linked(text, "https://conf.example/")
        list_usual(text, "https://conf.example/" + "a/" * 3_000)
