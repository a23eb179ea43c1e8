"""What is there, what is there anew, and what has not changed."""

import gzip
import zlib

import pytest

from tests.exchange.fetching.fetching import SCHEDULE, fetch
from tests.exchange.fetching.site import Site, redirect, whole
from tests.exchange.importing.support import event, xml
from tui_planner.exchange.fetching.web_address import WebAddress

OTHER = xml({"Hall": [event("two")]})


def test_what_is_there_is_fetched_whole(site: Site) -> None:
    site.serve(SCHEDULE)
    fetched = fetch(site.url())
    assert fetched.copy.data == SCHEDULE
    assert fetched.is_changed
    assert fetched.told == ""


@pytest.mark.parametrize(
    "headers", [{"ETag": '"1"'}, {"Last_Modified": "Thu, 13 Feb 2025 10:00:00 GMT"}]
)
def test_what_has_not_changed_does_not_come_again(site: Site, headers: dict[str, str]) -> None:
    site.serve(SCHEDULE, **headers)
    fetch(site.url()).keep()
    again = fetch(site.url())
    assert site.sent == len(SCHEDULE)
    assert again.copy.data == SCHEDULE
    assert not again.is_changed
    again.keep()
    assert not fetch(site.url()).is_changed
    assert site.sent == len(SCHEDULE)


def test_what_has_changed_comes(site: Site) -> None:
    site.serve(SCHEDULE, ETag='"1"')
    fetch(site.url()).keep()
    site.serve(OTHER, ETag='"2"')
    fetched = fetch(site.url())
    assert fetched.is_changed
    assert fetched.copy.data == OTHER


def test_the_same_again_has_not_changed_whatever_the_server_says(site: Site) -> None:
    site.serve(SCHEDULE)
    fetch(site.url()).keep()
    assert not fetch(site.url()).is_changed


def test_a_version_of_one_place_is_not_asked_for_at_another(site: Site) -> None:
    site.answers["/now"] = redirect("/one.xml")
    site.serve(SCHEDULE, "/one.xml", ETag='"1"')
    site.serve(OTHER, "/two.xml", ETag='"1"')  # the same mark, of something else
    fetch(site.url("/now")).keep()
    site.answers["/now"] = redirect("/two.xml")
    assert fetch(site.url("/now")).copy.data == OTHER


def test_an_answer_that_nothing_has_changed_to_who_has_nothing(site: Site) -> None:
    site.answers["/schedule.xml"] = lambda asked: asked.begin(304)
    with pytest.raises(Exception, match="304"):
        fetch(site.url())


@pytest.mark.parametrize(
    ("packing", "packed"),
    [
        ("gzip", gzip.compress(SCHEDULE)),
        ("x-gzip", gzip.compress(SCHEDULE[:50]) + gzip.compress(SCHEDULE[50:])),
        ("gzip", gzip.compress(SCHEDULE) + b"\0\0\0"),
        ("deflate", zlib.compress(SCHEDULE)),
        ("deflate", zlib.compress(SCHEDULE)[2:-4]),
    ],
    ids=["gzip", "two members", "padded", "deflate", "deflate without its head"],
)
def test_what_comes_packed_is_unpacked(site: Site, packing: str, packed: bytes) -> None:
    site.answers["/schedule.xml"] = whole(packed, Content_Encoding=packing)
    assert fetch(site.url()).copy.data == SCHEDULE


def test_webcal_is_https() -> None:
    assert (
        WebAddress.parse("WebCal://Conf.example/a b.ics").text == "https://conf.example/a%20b.ics"
    )


def test_a_name_and_a_password_go_to_their_server_only(site: Site) -> None:
    site.serve(SCHEDULE)
    site.answers["/here"] = redirect("/schedule.xml")
    site.answers["/there"] = redirect(site.public_url())
    fetch(site.url("/here").replace("://", "://ann:secret@"))
    assert [headers["Authorization"] for _path, headers in site.asked] == [
        "Basic YW5uOnNlY3JldA=="
    ] * 2
    site.asked.clear()
    fetch(site.url("/there").replace("://", "://ann:secret@"))
    assert [headers["Authorization"] for _path, headers in site.asked] == [
        "Basic YW5uOnNlY3JldA==",
        None,
    ]
