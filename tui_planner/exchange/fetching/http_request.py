"""One question to a server, and its answer with the body, unpacked and bounded."""

import base64
import zlib
from collections.abc import Callable, Iterator, Mapping
from email.message import Message
from http.client import HTTPConnection, HTTPResponse, IncompleteRead
from typing import NamedTuple

from tui_planner import __version__
from tui_planner.support.i18n import _

from .connection import Connection
from .fetch_errors import FetchError
from .limits import Limits
from .web_address import WebAddress

Progress = Callable[[float], None]

_PIECE = 65_536
_ACCEPTED = (
    "text/calendar, application/xml, text/xml, application/json, application/toml, "
    "text/html;q=0.5, */*;q=0.1"
)
_BY_EITHER = 32 + zlib.MAX_WBITS
"""Lets zlib tell gzip from deflate."""
_GZIP = b"\x1f"
_WITH_BODY = 200


class Answer(NamedTuple):
    """What a server answers.

    Attributes:
        status: The number of HTTP.
        headers: Its headers.
        body: What it sent, unpacked; empty where it did not answer with 200.
    """

    status: int
    headers: Message
    body: bytes = b""


def ask(
    connection: Connection,
    address: WebAddress,
    headers: Mapping[str, str],
    limits: Limits,
    progress: Progress,
) -> Answer:
    """Ask a server for what is at an address.

    Raises:
        FetchError: it is too large, broken, or cut off.
        OSError, HTTPException: the server does not answer as it should.
    """
    http = HTTPConnection(address.host, address.port)
    http.sock = connection
    http.putrequest("GET", address.target, skip_host=True, skip_accept_encoding=True)
    for name, value in {**_headers_for(address), **headers}.items():
        http.putheader(name, value)
    http.endheaders()
    response = http.getresponse()
    if response.status != _WITH_BODY:
        return Answer(response.status, response.headers)
    return Answer(response.status, response.headers, _read_body(response, limits, progress))


def _headers_for(address: WebAddress) -> Mapping[str, str]:
    headers = {
        "Host": address.authority,
        "User-Agent": f"tui-planner/{__version__}",
        "Accept": _ACCEPTED,
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }
    if address.credentials:
        coded = base64.b64encode(address.credentials.encode()).decode()
        headers["Authorization"] = f"Basic {coded}"
    return headers


def _read_body(response: HTTPResponse, limits: Limits, progress: Progress) -> bytes:
    packing = (response.headers.get("Content-Encoding") or "identity").strip().lower()
    pieces = _check_size(_receive(response, limits, progress), limits.size)
    if packing in {"gzip", "x-gzip", "deflate"}:
        pieces = _check_size(_unpack(pieces), limits.size)
    elif packing != "identity":
        told = _('The server sends it packed as "{packing}", which nobody asked for.')
        raise FetchError(
            told.format(packing=packing[:40]), _("Download it with a browser, and open that file.")
        )
    return b"".join(pieces)


def _receive(response: HTTPResponse, limits: Limits, progress: Progress) -> Iterator[bytes]:
    """Yield the body as it comes.

    Raises:
        FetchError: less came than the server said would, or it said too much.
    """
    expected = response.length  # None where the server does not say
    if expected is not None and expected > limits.size:
        raise _too_large(limits.size)
    received = 0
    try:
        while piece := response.read(_PIECE):
            received += len(piece)
            if expected:
                progress(min(received / expected, 1))
            yield piece
    except IncompleteRead as error:
        raise _cut_off() from error
    if expected is not None and received < expected:
        raise _cut_off()


def _check_size(pieces: Iterator[bytes], most: int) -> Iterator[bytes]:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > most:
            raise _too_large(most)
        yield piece


def _unpack(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Unpack gzip, of any number of members, or deflate, with or without its head.

    No piece of the result is larger than a piece of what comes: a little can hold very much.
    """
    unpacker, is_first = zlib.decompressobj(_BY_EITHER), True
    try:
        for piece in pieces:
            packed = piece
            while packed:
                if unpacker.eof:
                    if not packed.startswith(_GZIP):
                        break  # what stands behind the last member is nothing
                    unpacker = zlib.decompressobj(_BY_EITHER)
                try:
                    unpacked = unpacker.decompress(packed, _PIECE)
                except zlib.error:
                    if not is_first:
                        raise
                    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
                    unpacked = unpacker.decompress(packed, _PIECE)
                is_first = False
                packed = unpacker.unused_data or unpacker.unconsumed_tail
                yield unpacked
        yield unpacker.flush()
    except zlib.error as error:
        raise _broken() from error
    if not unpacker.eof:
        raise _cut_off()


def _too_large(most: int) -> FetchError:
    told = _("What is there is larger than {n} MB, as no schedule of one event is.")
    return FetchError(
        told.format(n=most // 1_000_000), _("Look for the address of the schedule alone.")
    )


def _cut_off() -> FetchError:
    return FetchError(_("The connection broke off in the middle."), _("Try again."))


def _broken() -> FetchError:
    return FetchError(
        _("What the server sends is packed, and damaged: it cannot be unpacked."),
        _("Try again; if it stays so, tell who publishes it."),
    )
