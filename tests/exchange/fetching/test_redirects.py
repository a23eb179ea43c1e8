"""How far a server may send whoever asks it."""

import pytest

from tests.exchange.fetching.fetching import SCHEDULE, fetch, refused
from tests.exchange.fetching.site import Site, network, redirect, status
from tui_planner.exchange.fetching.reach import Reach, find_reach


@pytest.mark.parametrize("number", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed(site: Site, number: int) -> None:
    site.serve(SCHEDULE)
    site.answers["/old"] = redirect("schedule.xml", number)
    assert fetch(site.public_url("/old")).copy.data == SCHEDULE


def test_five_are_followed_and_no_more(site: Site) -> None:
    site.serve(SCHEDULE)
    for step in range(6):
        site.answers[f"/{step}"] = redirect(f"/{step - 1}" if step else "/schedule.xml")
    assert fetch(site.url("/4")).copy.data == SCHEDULE
    refused(site.url("/5"), "never to a schedule")


def test_a_loop_ends(site: Site) -> None:
    site.answers["/schedule.xml"] = redirect("/schedule.xml")
    refused(site.url(), "never to a schedule")
    assert len(site.asked) == 6


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "ftp://conference.example/", "data:text/calendar,x"]
)
def test_only_to_the_web(site: Site, to: str) -> None:
    site.answers["/schedule.xml"] = redirect(to)
    refused(site.url(), "sends elsewhere than to the web")


@pytest.mark.parametrize(
    ("host", "number"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("localhost", "127.0.0.1"),
        ("evil.example", "127.0.0.1"),
        ("evil.example", "10.0.0.1"),
        ("evil.example", "192.168.1.1"),
        ("evil.example", "172.16.0.1"),
        ("evil.example", "169.254.169.254"),
        ("evil.example", "0.0.0.0"),  # noqa: S104 - nobody listens there
        ("evil.example", "::1"),
        ("evil.example", "::"),
        ("evil.example", "::ffff:127.0.0.1"),
        ("evil.example", "fd00::1"),
        ("evil.example", "fe80::1%1"),
        ("evil.example", "64:ff9b::7f00:1"),
        ("2130706433", "127.0.0.1"),
    ],
)
def test_none_into_this_machine_or_its_network(site: Site, host: str, number: str) -> None:
    site.serve(SCHEDULE)
    site.answers["/old"] = redirect(site.url(host=host))
    refused(site.public_url("/old"), "lies in this machine", among=network(names={host: number}))
    assert [path for path, _headers in site.asked] == ["/old"]


def test_what_the_user_names_may_be_on_this_machine(site: Site) -> None:
    site.serve(SCHEDULE)
    site.answers["/old"] = redirect(site.url())
    assert fetch(site.url("/old")).copy.data == SCHEDULE


def test_a_private_network_does_not_lead_into_this_machine(site: Site) -> None:
    site.serve(SCHEDULE)
    site.answers["/old"] = redirect(site.url())
    site.answers["/near"] = redirect("/schedule.xml")
    among = network(names={"intranet": "10.0.0.7"})
    refused(site.url("/old", "intranet"), "lies in this machine", among=among)
    assert fetch(site.url("/near", "intranet"), among=among).copy.data == SCHEDULE


def test_none_back_in_from_outside(site: Site) -> None:
    site.serve(SCHEDULE)
    site.answers["/out"] = redirect(site.public_url("/in"))
    site.answers["/in"] = redirect(site.url())
    refused(site.url("/out"), "lies in this machine")


def test_a_page_leads_no_further_than_a_redirect(site: Site) -> None:
    site.serve(SCHEDULE)
    link = f'<link rel="alternate" type="text/calendar" href="{site.url()}">'
    site.serve(f"<!doctype html><html><head>{link}".encode(), "/page/")
    site.answers["/schedule.xml"] = status(403)
    fetched = fetch(site.public_url("/page/"))
    assert fetched.copy.data.startswith(b"<!doctype")
    assert all(headers["Host"] != f"127.0.0.1:{site.port}" for _path, headers in site.asked)


@pytest.mark.parametrize(
    ("number", "reach"),
    [
        ("8.8.8.8", Reach.PUBLIC), ("2606:4700::1111", Reach.PUBLIC), ("100.64.0.1", Reach.PRIVATE),
        ("224.0.0.1", Reach.PRIVATE), ("255.255.255.255", Reach.PRIVATE),
        ("fec0::1", Reach.PRIVATE),
        ("2002:7f00:1::", Reach.MACHINE), ("::ffff:10.1.1.1", Reach.PRIVATE),
        ("::7f00:1", Reach.PRIVATE), ("127.9.9.9", Reach.MACHINE),
    ],
)  # fmt: skip
def test_the_reach_of_an_address(number: str, reach: Reach) -> None:
    assert find_reach(number) is reach
