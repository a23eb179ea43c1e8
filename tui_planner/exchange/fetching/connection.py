"""A connection to a server, to addresses that were looked at first; every wait in it has an end.

A name is looked up once, and what it gave is called: so it cannot mean another machine by then.
"""

import io
import queue
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, NamedTuple

from tui_planner.support.i18n import _

from .fetch_errors import FetchError
from .limits import Deadline, Limits
from .reach import Reach, find_reach
from .web_address import WebAddress

LookUp = Callable[[str, int], list[str]]
"""Finds the numeric addresses of a host; raises `OSError` where it cannot."""
Call = Callable[[str, int, float], socket.socket]
"""Connects to a numeric address and a port within so many seconds."""


def look_up(host: str, port: int) -> list[str]:
    """Find the numeric addresses of a host by what the system knows."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(place[0]) for *_rest, place in found))


def call(number: str, port: int, seconds: float) -> socket.socket:
    """Connect to a numeric address."""
    return socket.create_connection((number, port), seconds)


class Network(NamedTuple):
    """The way to other machines; the tests have another.

    Attributes:
        look_up: Finds the numeric addresses of a host.
        call: Connects to one.
        context: Makes what checks certificates.
    """

    look_up: LookUp = look_up
    call: Call = call
    context: Callable[[], ssl.SSLContext] = ssl.create_default_context


class Connection:
    """A socket as `http.client` uses it, in which no wait is longer than it may be."""

    def __init__(self, sock: socket.socket, reach: Reach, deadline: Deadline, idle: float) -> None:
        self.reach = reach
        self._socket = sock
        self._deadline = deadline
        self._idle = idle

    def sendall(self, data: bytes) -> None:
        """Send all of it."""
        self._socket.settimeout(self._deadline.limit(self._idle))
        self._socket.sendall(data)

    def receive_into(self, buffer: Any) -> int:
        """Receive some octets into a buffer; 0 at the end."""
        self._socket.settimeout(self._deadline.limit(self._idle))
        return self._socket.recv_into(buffer)

    def makefile(self, *_args: object, **_more: object) -> io.BufferedReader:
        """Return a file that reads what the server sends."""
        return io.BufferedReader(_Received(self))

    def close(self) -> None:
        """Leave the socket to `connect`, which closes it: what came is still to be read."""


class _Received(io.RawIOBase):
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        return self._connection.receive_into(buffer)


@contextmanager
def connect(
    address: WebAddress, network: Network, limits: Limits, deadline: Deadline, most: Reach
) -> Iterator[Connection]:
    """Connect to the server of an address, which may be as near as `most` and no nearer.

    Raises:
        FetchError: it is nearer.
        OSError: it cannot be reached.
    """
    numbers = _look_up_in_time(address, network.look_up, deadline.limit(limits.connect))
    allowed = [number for number in numbers if find_reach(number) <= most]
    if not allowed:
        told = _("{host} lies in this machine or its own network, and another server led there.")
        raise FetchError(
            told.format(host=address.host),
            _("If you trust it, name that address yourself."),
        )
    number, sock = _call_first(allowed, address.port, network.call, limits, deadline)
    try:
        if address.scheme == "https":
            sock.settimeout(deadline.limit(limits.connect))
            sock = network.context().wrap_socket(sock, server_hostname=address.host)
        yield Connection(sock, find_reach(number), deadline, limits.idle)
    finally:
        with suppress(OSError):
            sock.close()


def _look_up_in_time(address: WebAddress, find: LookUp, seconds: float) -> list[str]:
    """Look a host up beside this thread: the system lets nobody interrupt it, nor say how long."""
    found: queue.SimpleQueue[list[str] | OSError] = queue.SimpleQueue()

    def look() -> None:
        try:
            found.put(find(address.host, address.port))
        except OSError as error:
            found.put(error)
        except ValueError as error:  # a name that no resolver takes
            found.put(socket.gaierror(socket.EAI_NONAME, str(error)))

    threading.Thread(target=look, daemon=True).start()
    try:
        result = found.get(timeout=seconds)
    except queue.Empty as error:
        raise socket.gaierror(socket.EAI_AGAIN, "no answer in time") from error
    if isinstance(result, OSError):
        raise result
    return result


def _call_first(
    numbers: list[str], port: int, call_: Call, limits: Limits, deadline: Deadline
) -> tuple[str, socket.socket]:
    """Connect to the first of some addresses that answers."""
    failure: OSError = OSError("no address")
    for number in numbers:
        try:
            return number, call_(number, port, deadline.limit(limits.connect))
        except OSError as error:
            failure = error
    raise failure
