"""A server in this process that answers as a test says, and counts what it was asked and sent."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tui_planner.exchange.fetching.connection import Network

PUBLIC = "conference.example"
"""A name that a site is reached by as if it were out in the world."""
_PUBLIC_NUMBER = "93.184.215.14"

Answer = Callable[["Asked"], None]


class Asked(BaseHTTPRequestHandler):
    """One question; an answer of a test writes to it."""

    server: "_Server"

    def do_GET(self) -> None:
        """Answer as the test says."""
        site = self.server.site
        site.asked.append((self.path, self.headers))
        with suppress(OSError):
            site.answers.get(self.path, status(404))(self)

    def log_message(self, *_args: object) -> None:
        """Say nothing."""

    def begin(self, status: int = 200, /, **headers: str) -> None:
        """Send the head of an answer."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def send(self, data: bytes) -> None:
        """Send a part of the body."""
        self.wfile.write(data)
        self.server.site.sent += len(data)

    def wait(self, seconds: float = 30) -> bool:
        """Be silent for a while; True where the site closes meanwhile."""
        return self.server.site.closing.wait(seconds)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    site: "Site"

    def handle_error(self, *_args: object) -> None:
        """Say nothing: whoever asked may have gone."""


class Site:
    """The server.

    Attributes:
        answers: What it answers, by path.
        asked: The paths that it was asked for, with the headers.
        sent: How many octets of bodies it has sent.
    """

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, Message]] = []
        self.sent = 0
        self.closing = threading.Event()
        self._server = _Server(("127.0.0.1", 0), Asked)
        self._server.site = self
        self.port = self._server.server_address[1]
        self.is_safe = False

    @contextmanager
    def running(self, context: ssl.SSLContext | None = None) -> Iterator["Site"]:
        """Answer, over TLS where a context is given, until the end of the block."""
        self.is_safe = context is not None
        if context is not None:
            self._server.socket = context.wrap_socket(
                self._server.socket, server_side=True, do_handshake_on_connect=False
            )
        thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self.close()
            thread.join()

    def close(self) -> None:
        """Answer no more."""
        if not self.closing.is_set():
            self.closing.set()
            self._server.shutdown()
            self._server.server_close()

    def url(self, path: str = "/schedule.xml", host: str = "127.0.0.1") -> str:
        """The address of a path."""
        return f"http{'s' if self.is_safe else ''}://{host}:{self.port}{path}"

    def public_url(self, path: str = "/schedule.xml") -> str:
        """The same by a name that is out in the world for those who ask through `network`."""
        return self.url(path, PUBLIC)

    def serve(self, data: bytes, path: str = "/schedule.xml", **headers: str) -> None:
        """Serve some data from now on."""
        self.answers[path] = whole(data, **headers)


def whole(data: bytes, **headers: str) -> Answer:
    """Data, all of it; 304 for those who have it, by its ETag or its date."""

    def answer(asked: Asked) -> None:
        for name, condition in (("ETag", "If-None-Match"), ("Last_Modified", "If-Modified-Since")):
            if headers.get(name) and asked.headers.get(condition) == headers[name]:
                asked.begin(304)
                return
        asked.begin(**{"Content_Length": str(len(data)), **headers})
        asked.send(data)

    return answer


def status(number: int, **headers: str) -> Answer:
    """A status without anything."""
    return lambda asked: asked.begin(number, Content_Length="0", **headers)


def redirect(to: str, number: int = 302) -> Answer:
    """A redirect."""
    return status(number, Location=to)


def network(
    context: ssl.SSLContext | None = None, names: Mapping[str, str] | None = None
) -> Network:
    """A network in which `PUBLIC` is out in the world, and reaches this machine all the same."""
    numbers = {PUBLIC: _PUBLIC_NUMBER, **(names or {})}

    def look_up(host: str, _port: int) -> list[str]:
        return [numbers.get(host, host)]

    def call(number: str, port: int, seconds: float) -> socket.socket:
        here = "127.0.0.1" if number in numbers.values() else number
        return socket.create_connection((here, port), seconds)

    return Network(look_up, call, lambda: context or ssl.create_default_context())
