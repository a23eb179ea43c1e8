"""An app in a real terminal, which is compared with what it was before."""

from collections.abc import Callable

import pytest

from tests.test_end_to_end import start

from .watched import Start, Watched

__all__ = ["start"]  # the fixture


@pytest.fixture
def watch(start: Start) -> Callable[..., Watched]:
    """Starts an app with a file of its own."""
    return lambda *argv, **how: Watched(start, *argv, **how)
