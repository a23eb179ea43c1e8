"""The asking for what is at an address: with bounds, and no further than it may lead."""

from collections.abc import Mapping
from http.client import HTTPException
from typing import NamedTuple

from tui_planner.programme.addresses import hide_secrets
from tui_planner.support.i18n import _

from .connection import Network, connect
from .fetch_errors import FetchError, NoAddressError
from .http_request import Answer, Progress, ask
from .limits import Deadline, Limits, OutOfTimeError
from .reach import Reach
from .refusals import explain_failure, explain_status
from .web_address import WebAddress

_OK, _NOT_MODIFIED = 200, 304
_REDIRECTS = {301, 302, 303, 307, 308}
_LONGEST_VALIDATOR = 1_000
"""Characters of what a server knows its version by."""


class Validators(NamedTuple):
    """What a server knows the version of something by, and where that was.

    Attributes:
        place: The digest of the address that it came from.
        etag: Its `ETag`.
        last_modified: Its `Last-Modified`.
    """

    place: str = ""
    etag: str = ""
    last_modified: str = ""

    def headers_for(self, address: WebAddress) -> Mapping[str, str]:
        """Return the headers that ask an address for another version only."""
        if self.place != address.digest:
            return {}
        both = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in both.items() if value}


class Response(NamedTuple):
    """What came of a question, redirects followed.

    Attributes:
        address: Where it came from.
        body: What is there; None where it is what the asker has.
        validators: By which to ask for it the next time.
    """

    address: WebAddress
    body: bytes | None
    validators: Validators


class Client:
    """Whoever asks for one schedule: within one time, and from the first server on."""

    def __init__(self, network: Network, limits: Limits) -> None:
        self._network = network
        self._limits = limits
        self._deadline = Deadline(limits.total)
        self._most = Reach.MACHINE  # what the user names may be anywhere; then no nearer than that

    def get(
        self, address: WebAddress, known: Validators, progress: Progress = lambda _part: None
    ) -> Response:
        """Get what is at an address.

        Raises:
            FetchError: it cannot be had.
        """
        for _step in range(self._limits.redirects + 1):
            asked_for = known.headers_for(address)
            answer = self._ask(address, asked_for, progress)
            if answer.status in _REDIRECTS:
                address = _follow(address, answer)
            elif answer.status == _OK:
                return Response(address, answer.body, _validators_of(address, answer))
            elif answer.status == _NOT_MODIFIED and asked_for:
                return Response(address, None, known)
            else:
                raise explain_status(answer.status, answer.headers, address)
        told = _("{host} sends from one address to the next, and never to a schedule.")
        raise FetchError(
            told.format(host=address.host), _("Open it in a browser, and see where it ends.")
        )

    def _ask(self, address: WebAddress, headers: Mapping[str, str], progress: Progress) -> Answer:
        limits, deadline = self._limits, self._deadline
        try:
            with connect(address, self._network, limits, deadline, self._most) as connection:
                self._most = min(self._most, connection.reach)
                return ask(connection, address, headers, limits, progress)
        except TimeoutError as error:
            out_of_time = OutOfTimeError() if deadline.is_over else error
            raise explain_failure(out_of_time, address) from error
        except (OSError, ValueError, HTTPException) as error:
            raise explain_failure(error, address) from error


def _follow(address: WebAddress, answer: Answer) -> WebAddress:
    """Return where a server sends the asker.

    Raises:
        FetchError: that is nowhere, or where it may not send.
    """
    location = answer.headers.get("Location") or ""
    if not location:
        raise explain_status(answer.status, answer.headers, address)
    try:
        return address.follow(location)
    except NoAddressError as error:
        told = _("{host} sends elsewhere than to the web: {address}.")
        raise FetchError(
            told.format(host=address.host, address=hide_secrets(location[:200])),
            _("Open it in a browser, and see where it ends."),
        ) from error


def _validators_of(address: WebAddress, answer: Answer) -> Validators:
    return Validators(
        address.digest,
        _one_line(answer.headers.get("ETag")),
        _one_line(answer.headers.get("Last-Modified")),
    )


def _one_line(value: str | None) -> str:
    """Return the value of a header that can be sent back as it is, else nothing."""
    value = (value or "").strip()
    is_sound = value.isprintable() and value.isascii() and len(value) <= _LONGEST_VALIDATOR
    return value if is_sound else ""
