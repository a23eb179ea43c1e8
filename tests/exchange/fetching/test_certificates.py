"""Servers show by a certificate who they are, or nothing is taken from them."""

import ssl
from collections.abc import Iterator

import pytest
import trustme

from tests.exchange.fetching.fetching import SCHEDULE, fetch, refused
from tests.exchange.fetching.site import PUBLIC, Site, network, redirect


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    """Whom the tests trust."""
    return trustme.CA()


@pytest.fixture
def trusting(authority: trustme.CA) -> ssl.SSLContext:
    """What checks certificates, and trusts that authority."""
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


def safe(authority: trustme.CA, *names: str) -> Iterator[Site]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names).configure_cert(context)
    with Site().running(context) as running:
        running.serve(SCHEDULE)
        yield running


@pytest.fixture
def site(authority: trustme.CA) -> Iterator[Site]:
    """A server that shows who it is."""
    yield from safe(authority, PUBLIC)


def test_a_good_certificate(site: Site, trusting: ssl.SSLContext) -> None:
    assert fetch(site.public_url(), among=network(trusting)).copy.data == SCHEDULE


def test_one_that_nobody_vouches_for(site: Site) -> None:
    told = refused(site.public_url(), f"{PUBLIC} cannot show that it is {PUBLIC}")
    assert "Nothing was taken" in told
    assert site.asked == []


def test_one_of_another_server(site: Site, trusting: ssl.SSLContext) -> None:
    among = network(trusting, {"other.example": "93.184.215.15"})
    refused(site.url(host="other.example"), "cannot show that it is other.example", among=among)
    assert site.asked == []


def test_none_at_all(trusting: ssl.SSLContext) -> None:
    with Site().running() as plain:
        url = plain.public_url().replace("http://", "https://")
        refused(url, "No safe connection", among=network(trusting))


def test_safe_is_not_followed_to_unsafe(site: Site, trusting: ssl.SSLContext) -> None:
    site.answers["/old"] = redirect(site.public_url().replace("https://", "http://"))
    refused(site.public_url("/old"), "one that is not", among=network(trusting))
