"""A server to fetch from."""

from collections.abc import Iterator

import pytest

from tests.exchange.fetching.site import Site


@pytest.fixture
def site() -> Iterator[Site]:
    """A server in this process."""
    with Site().running() as running:
        yield running
