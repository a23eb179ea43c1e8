"""What is at an address, read; else the copy that is kept of it, and why."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import Generic, NamedTuple, TypeVar

from tui_planner.cli.offline import is_offline
from tui_planner.exchange.fetching.fetch_errors import FetchError
from tui_planner.exchange.fetching.fetch_schedule import Fetched, fetch_schedule
from tui_planner.exchange.fetching.kept_copies import KeptCopy, format_age, load_copy
from tui_planner.exchange.fetching.web_address import WebAddress
from tui_planner.support.i18n import _

Result = TypeVar("Result")
Bar = AbstractContextManager[Callable[[float], None]]


class Reading(NamedTuple, Generic[Result]):
    """What came of reading some data.

    Attributes:
        result: Whatever the reader makes of it.
        is_sound: Whether it is worth to be kept.
        refusal: Why it is no schedule at all, in a sentence; empty where it is one.
    """

    result: Result
    is_sound: bool
    refusal: str = ""


Read = Callable[[str, bytes], Reading[Result]]
"""Reads some data, given the name by which it is told of."""


class FromAddress(NamedTuple, Generic[Result]):
    """What came of asking an address.

    Attributes:
        result: What the reader made of it.
        told: What is to be said of where it comes from.
        is_fetched: Whether it comes from there now, and not from the copy.
        is_changed: Whether it differs from the copy before.
        before: The copy before; None where there was none.
    """

    result: Result
    told: str = ""
    is_fetched: bool = False
    is_changed: bool = False
    before: KeptCopy | None = None


def load_address(name: str, read: Read[Result], bar: Bar) -> FromAddress[Result]:
    """Read what is at an address, and keep it; where it cannot be had, read the copy.

    What is no schedule, such as the page of a hotel's network, never takes the place of a copy.

    Args:
        name: The address.
        read: Reads what was there.
        bar: Shows how much has come.

    Raises:
        FetchError: it cannot be had, and there is no copy.
    """
    address = WebAddress.parse(name)
    before = load_copy(address)
    if is_offline():
        return _read_copy(address, before, read, FetchError(_("You are offline."), ""))
    try:
        with bar as progress:
            fetched = fetch_schedule(address, before, progress)
    except FetchError as error:
        return _read_copy(address, before, read, error)
    reading = read(address.shown, fetched.copy.data)
    if reading.refusal and before is not None and fetched.is_changed:
        return _read_copy(address, before, read, FetchError(reading.refusal, ""))
    told = [fetched.told, _keep(fetched) if reading.is_sound else _tell_of_copy(before)]
    return FromAddress(
        reading.result, " ".join(filter(None, told)), True, fetched.is_changed, before
    )


def _read_copy(
    address: WebAddress, copy: KeptCopy | None, read: Read[Result], why: FetchError
) -> FromAddress[Result]:
    """Read the copy, and say why and how old it is.

    Raises:
        FetchError: there is none.
    """
    if copy is None:
        hint = why.hint or _("No copy of {address} is kept: go there once with a network.").format(
            address=address.shown
        )
        raise FetchError(why.message, hint)
    age = format_age(copy.fetched, datetime.now(UTC))
    told = _("{why} The copy of {age} is shown.").format(why=why.message, age=age)
    return FromAddress(read(address.shown, copy.data).result, told, before=copy)


def _tell_of_copy(copy: KeptCopy | None) -> str:
    """Tell of the copy where what is there now cannot be used."""
    if copy is None:
        return ""
    text = _("The copy of {age} is kept: --offline shows it.")
    return text.format(age=format_age(copy.fetched, datetime.now(UTC)))


def _keep(fetched: Fetched) -> str:
    """Keep what was fetched; what to say where that fails."""
    try:
        fetched.keep()
    except OSError as error:
        text = _("No copy could be kept for when there is no network: {reason}.")
        return text.format(reason=error.strerror or error)
    return ""
