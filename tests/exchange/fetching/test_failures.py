"""Whatever a server does: one sentence, in bounded time and memory."""

import gzip
import socket
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from tests.exchange.fetching.fetching import QUICK, SCHEDULE, fetch, refused
from tests.exchange.fetching.site import Asked, Site, network, status, whole
from tests.helpers import soon
from tui_planner.exchange.fetching.connection import Network

MEGABYTE = bytes(1_000_000)


@contextmanager
def bounded() -> Iterator[None]:
    """Fails where something hangs, or takes much more memory than what is fetched may."""
    tracemalloc.start()
    try:
        with soon():
            yield
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


def silent(asked: Asked) -> None:
    """Say nothing."""
    asked.wait()


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (401, "wants a name and a password"),
        (403, "does not let anybody see"),
        (404, "There is nothing at"),
        (410, "for good"),
        (418, "does not give"),
        (429, "asked too often"),
        (500, "a fault of its own"),
        (503, "a fault of its own"),
        (302, "does not give"),  # to nowhere
        (204, "does not give"),
    ],
)
def test_each_refusal_has_its_sentence(site: Site, number: int, told: str) -> None:
    site.answers["/schedule.xml"] = status(number)
    assert f"({number})" in refused(site.url(), told)


def test_when_to_ask_again_is_told(site: Site) -> None:
    site.answers["/schedule.xml"] = status(429, Retry_After="90")
    assert "in 2 minutes" in refused(site.url(), "too often")


def test_nobody_answers() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    refused(f"http://127.0.0.1:{port}/", "refuses the connection")


@pytest.mark.parametrize(
    ("number", "told"),
    [(socket.EAI_NONAME, "No server is called"), (socket.EAI_AGAIN, "There is no network")],
)
def test_a_name_that_is_not_found(number: int, told: str) -> None:
    def look_up(_host: str, _port: int) -> list[str]:
        raise socket.gaierror(number, "told by the system")

    refused("http://conference.example/", told, among=network()._replace(look_up=look_up))


def test_a_look_up_that_never_ends(site: Site) -> None:
    def look_up(_host: str, _port: int) -> list[str]:
        site.closing.wait(30)
        return []

    with bounded():
        limits = replace(QUICK, connect=0.1)
        refused(site.url(), "There is no network", limits, network()._replace(look_up=look_up))


def test_no_way_to_a_server() -> None:
    def call(*_args: object) -> socket.socket:
        raise OSError(101, "Network is unreachable")

    refused("http://127.0.0.1/", "There is no network", among=Network(call=call))


def test_a_server_that_says_nothing(site: Site) -> None:
    site.answers["/schedule.xml"] = silent
    with bounded():
        refused(site.url(), "does not answer in time")


def test_a_server_that_falls_silent(site: Site) -> None:
    def answer(asked: Asked) -> None:
        asked.begin(Content_Length="100000")
        asked.send(SCHEDULE[:100])
        asked.wait()

    site.answers["/schedule.xml"] = answer
    with bounded():
        refused(site.url(), "does not answer in time")


@pytest.mark.slow
def test_a_server_that_drips(site: Site) -> None:
    def answer(asked: Asked) -> None:
        asked.begin()
        while not asked.wait(0.05):
            asked.send(b" ")

    site.answers["/schedule.xml"] = answer
    with bounded():
        refused(site.url(), "takes too long")


@pytest.mark.slow
def test_a_server_whose_headers_drip(site: Site) -> None:
    def answer(asked: Asked) -> None:
        asked.send(b"HTTP/1.1 200 OK\r\nA: ")
        while not asked.wait(0.05):
            asked.send(b"a")

    site.answers["/schedule.xml"] = answer
    with bounded():
        refused(site.url(), "takes too long")


def test_an_endless_body(site: Site) -> None:
    def answer(asked: Asked) -> None:
        asked.begin()
        while not asked.wait(0):
            asked.send(MEGABYTE[:100_000])

    site.answers["/schedule.xml"] = answer
    with bounded():
        refused(site.url(), "larger than 1 MB")


def test_200_megabytes_that_are_announced_are_not_taken(site: Site) -> None:
    def answer(asked: Asked) -> None:
        asked.begin(Content_Length="200000000")
        for _each in range(200):
            asked.send(MEGABYTE)

    site.answers["/schedule.xml"] = answer
    with bounded():
        refused(site.url(), "larger than 1 MB")
    assert site.sent < 20_000_000


def test_200_megabytes_that_are_packed_are_not_unpacked(site: Site) -> None:
    site.answers["/schedule.xml"] = whole(gzip.compress(MEGABYTE) * 200, Content_Encoding="gzip")
    with bounded():
        refused(site.url(), "larger than 1 MB")


@pytest.mark.parametrize(
    "packed",
    [SCHEDULE, gzip.compress(SCHEDULE)[:20] + b"no" * 50, b"\x1f\x8b\x08" + bytes(100)],
    ids=["not packed", "damaged", "nothing"],
)
def test_broken_gzip(site: Site, packed: bytes) -> None:
    site.answers["/schedule.xml"] = whole(packed, Content_Encoding="gzip")
    refused(site.url(), "cannot be unpacked")


def test_a_packing_that_nobody_asked_for(site: Site) -> None:
    site.answers["/schedule.xml"] = whole(SCHEDULE, Content_Encoding="br")
    refused(site.url(), '"br"')


def test_cut_off_by_its_length(site: Site) -> None:
    site.answers["/schedule.xml"] = whole(SCHEDULE, Content_Length=str(len(SCHEDULE) + 1))
    refused(site.url(), "broke off in the middle")


def test_cut_off_in_gzip(site: Site) -> None:
    site.answers["/schedule.xml"] = whole(gzip.compress(SCHEDULE)[:-12], Content_Encoding="gzip")
    refused(site.url(), "broke off in the middle")


def test_cut_off_in_pieces(site: Site) -> None:
    def answer(asked: Asked) -> None:
        asked.protocol_version = "HTTP/1.1"
        asked.begin(Transfer_Encoding="chunked")
        asked.send(b"5\r\n<?xml\r\n500\r\n version")
        asked.close_connection = True

    site.answers["/schedule.xml"] = answer
    refused(site.url(), "broke off in the middle")


@pytest.mark.parametrize(
    "sent", [b"", b"SSH-2.0-OpenSSH_9.6\r\n", b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 1_000]
)
def test_what_is_no_web_server(site: Site, sent: bytes) -> None:
    site.answers["/schedule.xml"] = lambda asked: asked.send(sent)
    refused(site.url(), "broke off the connection|does not answer as a web server does")


@pytest.mark.parametrize(
    "url",
    [
        "http://", "http:///schedule.xml", "http://host:port/", "http://a b/", "http://[::1/",
        "http://host:99999/", "http://" + "a" * 9_000, "http://a\\@b/", "https://é..example/",
    ],
)  # fmt: skip
def test_what_is_no_address(url: str) -> None:
    assert len(refused(url, "is no address that can be fetched from")) < 500


def test_a_failure_leaves_the_copy_as_it_is(site: Site) -> None:
    site.serve(SCHEDULE, ETag='"1"')
    fetch(site.url()).keep()
    for answer in (
        status(500),
        whole(b"x", Content_Encoding="gzip"),
        whole(b"", Content_Length="9"),
    ):
        site.answers["/schedule.xml"] = answer
        refused(site.url(), "")
    site.serve(SCHEDULE, ETag='"1"')
    assert not fetch(site.url()).is_changed
