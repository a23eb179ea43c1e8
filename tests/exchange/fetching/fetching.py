"""What the tests of fetching share: one fetch, and what is told where it fails."""

import re

import pytest

from tests.exchange.fetching.site import network
from tests.exchange.importing.support import event, xml
from tui_planner.exchange.fetching.connection import Network
from tui_planner.exchange.fetching.fetch_errors import FetchError
from tui_planner.exchange.fetching.fetch_schedule import Fetched, fetch_schedule
from tui_planner.exchange.fetching.kept_copies import load_copy
from tui_planner.exchange.fetching.limits import Limits
from tui_planner.exchange.fetching.web_address import WebAddress

SCHEDULE = xml({"Hall": [event("one")]})
QUICK = Limits(connect=2, idle=0.3, total=1, size=1_000_000)
"""Bounds that a test can wait for."""


def fetch(url: str, limits: Limits = QUICK, among: Network | None = None) -> Fetched:
    """Fetch, beside the copy that is kept."""
    address = WebAddress.parse(url)
    return fetch_schedule(address, load_copy(address), network=among or network(), limits=limits)


def refused(url: str, pattern: str, limits: Limits = QUICK, among: Network | None = None) -> str:
    """What is told of a fetch that fails: one sentence with a pattern, and a next step."""
    with pytest.raises(FetchError) as caught:
        fetch(url, limits, among)
    assert re.search(pattern, caught.value.message), caught.value.message
    for sentence in (caught.value.message, caught.value.hint):
        assert sentence.endswith("."), sentence
    return str(caught.value)
