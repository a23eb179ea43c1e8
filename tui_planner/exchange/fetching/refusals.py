"""What a server that does not answer, or refuses, is told of in a sentence."""

import errno
import socket
import ssl
from collections.abc import Mapping
from email.message import Message

from tui_planner.support.i18n import _, ngettext

from .fetch_errors import FetchError
from .limits import OutOfTimeError
from .web_address import WebAddress

_UNREACHABLE = {
    errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EHOSTDOWN, errno.EADDRNOTAVAIL,
}  # fmt: skip
_NO_SUCH_NAME = {
    getattr(socket, name) for name in ("EAI_NONAME", "EAI_NODATA") if hasattr(socket, name)
}
_MOST_TO_WAIT = 86_400
"""Seconds after which a server may ask to be asked again, to be told."""


def explain_status(status: int, headers: Message, address: WebAddress) -> FetchError:
    """Explain a status of HTTP that is no success.

    Args:
        status: The number.
        headers: What came with it.
        address: Where it was asked.
    """
    words = _words_by_status()
    if status in words:
        message, hint = words[status]
    elif status >= 500:
        message = _("{host} has a fault of its own ({status}).")
        hint = _("Try again in a while.")
    else:
        message = _("{host} does not give what is at {address} ({status}).")
        hint = _("Check the address.")
    if status in {429, 503}:
        hint = _when_again(headers) or hint
    return FetchError(message.format(host=address.host, address=address.shown, status=status), hint)


def _words_by_status() -> Mapping[int, tuple[str, str]]:
    return {
        401: (
            _("{address} wants a name and a password (401)."),
            _("Write them into the address, https://name:password@…, or ask who publishes it."),
        ),
        403: (
            _("{host} does not let anybody see {address} (403)."),
            _("Ask who publishes it for the address of the public schedule."),
        ),
        404: (
            _("There is nothing at {address} (404)."),
            _("Check the address; on the page of the event there is a link to its schedule."),
        ),
        410: (
            _("What was at {address} has been taken away for good (410)."),
            _("Look on the page of the event for where its schedule is now."),
        ),
        429: (
            _("{host} is asked too often (429)."),
            _("Try again in a while."),
        ),
    }


def _when_again(headers: Message) -> str:
    """Say when a server wants to be asked again, where it says so in seconds."""
    seconds = (headers.get("Retry-After") or "").strip()
    if not (seconds.isascii() and seconds.isdecimal()) or not 0 < int(seconds) <= _MOST_TO_WAIT:
        return ""
    minutes = -(-int(seconds) // 60)
    text = ngettext("Try again in {n} minute.", "Try again in {n} minutes.", minutes)
    return text.format(n=minutes)


def explain_failure(error: Exception, address: WebAddress) -> FetchError:
    """Explain why there was no answer, or none that can be understood."""
    message, hint = _words_for(error)
    return FetchError(message.format(host=address.host, reason=_reason_of(error)), hint)


def _words_for(error: Exception) -> tuple[str, str]:
    check = _("Check the connection, and try again.")
    if isinstance(error, socket.gaierror) and error.errno in _NO_SUCH_NAME:
        return _("No server is called {host}, or there is no network."), _("Check the address.")
    if isinstance(error, socket.gaierror) or getattr(error, "errno", None) in _UNREACHABLE:
        return _("There is no network, or no way to {host}."), check
    kinds = (kind for kind in _words_by_kind() if isinstance(error, kind))
    if kind := next(kinds, None):
        return _words_by_kind()[kind]
    return _("{host} does not answer as a web server does."), _("Check the address, and its port.")


def _words_by_kind() -> Mapping[type[Exception], tuple[str, str]]:
    """Return the words for each kind of error, what is special before what is general."""
    return {
        ssl.SSLCertVerificationError: (
            _("{host} cannot show that it is {host}: {reason}."),
            _("Nothing was taken from it. Check the address, and the clock of this machine."),
        ),
        ssl.SSLError: (
            _("No safe connection to {host} can be made: {reason}."),
            _("Check the address, and its port."),
        ),
        OutOfTimeError: (
            _("{host} takes too long to send it."),
            _("Try again where the network is better."),
        ),
        TimeoutError: (_("{host} does not answer in time."), _("Try again in a while.")),
        ConnectionRefusedError: (
            _("{host} refuses the connection."),
            _("Check the address, and its port."),
        ),
        ConnectionError: (_("{host} broke off the connection."), _("Try again.")),
        OSError: (
            _("{host} cannot be reached: {reason}."),
            _("Check the connection, and try again."),
        ),
    }


def _reason_of(error: Exception) -> str:
    """Return the system's own words for an error, without its numbers."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return error.verify_message.rstrip(".")
    if isinstance(error, OSError):
        return str(error.strerror or error).rstrip(".")
    return str(error)
