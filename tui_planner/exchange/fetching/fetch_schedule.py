"""The fetching of a schedule: from its address, or from the page that declares where it is."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from tui_planner.exchange.declared_schedules import list_declared, list_linked, list_usual
from tui_planner.exchange.importing.formats.html_page import recognises as is_page
from tui_planner.exchange.importing.text.decoding import decode_text
from tui_planner.support.i18n import _

from .client import Client, Response, Validators
from .connection import Network
from .fetch_errors import FetchError
from .http_request import Progress
from .kept_copies import KeptCopy, keep_copy
from .limits import Limits
from .web_address import WebAddress

_MOST_TRIED = 4
"""The most addresses that are asked because of one page."""
_HEAD = 4_096
_NETWORK = Network()
_LIMITS = Limits()


class Fetched(NamedTuple):
    """What was fetched.

    Attributes:
        address: Where it was asked for.
        copy: What is there, to be kept if it is a schedule.
        is_changed: Whether it differs from the copy before.
        told: A sentence where it came from another address than the one that was named.
    """

    address: WebAddress
    copy: KeptCopy
    is_changed: bool
    told: str = ""

    def keep(self) -> None:
        """Keep it as the copy of its address.

        Raises:
            OSError: it cannot be written.
        """
        keep_copy(self.address, self.copy)


def fetch_schedule(
    address: WebAddress,
    before: KeptCopy | None,
    progress: Progress = lambda _part: None,
    *,
    network: Network = _NETWORK,
    limits: Limits = _LIMITS,
) -> Fetched:
    """Fetch what is at an address; of a page, what it declares as its schedule.

    Args:
        address: The address.
        before: The copy that is kept, whose version need not come again.
        progress: Is called with how much has come, from 0 to 1, where that is known.
        network: The way to the servers.
        limits: How long, large and far.

    Raises:
        FetchError: nothing can be had from it.
    """
    client = Client(network, limits)
    known = before.validators if before else Validators()
    response, told = client.get(address, known, progress), ""
    if _is_page(response.body) and (found := _follow_page(client, response, known)):
        response = found
        told = _("{address} is a page; the schedule that belongs to it is {schedule}.").format(
            address=address.shown, schedule=found.address.shown
        )
    data = response.body
    if data is None:
        data = before.data if before else b""
    copy = KeptCopy(
        address.shown,
        not address.credentials and address.shown == address.text,
        response.address.shown,
        datetime.now(UTC),
        response.validators,
        data,
    )
    return Fetched(address, copy, before is None or data != before.data, told)


def _follow_page(client: Client, page: Response, known: Validators) -> Response | None:
    """Get the first schedule that a page declares, or that stands where such pages have it."""
    for address in _list_candidates(page):
        try:
            response = client.get(address, known)
        except FetchError:
            continue  # the next one, else the page is told of
        if response.body is None or (response.body.strip() and not _is_page(response.body)):
            return response
    return None


def _list_candidates(page: Response) -> Iterator[WebAddress]:
    text = decode_text(page.body or b"")[0]
    told = [*list_declared(text, page.address.text), *list_linked(text, page.address.text)]
    links = [*dict.fromkeys(told)][: _MOST_TRIED - 1]
    links += list_usual(text, page.address.text)
    for link in dict.fromkeys(links[:_MOST_TRIED]):
        try:
            yield page.address.follow(link)
        except FetchError:
            continue


def _is_page(body: bytes | None) -> bool:
    if body is None:
        return False
    return is_page(decode_text(body[:_HEAD])[0].lstrip("\ufeff \t\r\n\f"))
