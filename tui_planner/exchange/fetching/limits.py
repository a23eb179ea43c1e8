"""How long a schedule may take to come, and how large it may be."""

import time
from dataclasses import dataclass

from tui_planner.exchange.importing.import_limits import LARGEST


@dataclass(frozen=True)
class Limits:
    """The bounds of one fetch.

    Attributes:
        connect: Seconds until a server must answer the call, and be known by its certificate.
        idle: Seconds that it may be silent.
        total: Seconds for all of it, with every redirect.
        size: Octets of what comes, packed and unpacked alike.
        redirects: How often a server may send the asker elsewhere.
    """

    connect: float = 10
    idle: float = 15
    total: float = 120
    size: int = LARGEST
    redirects: int = 5


class OutOfTimeError(TimeoutError):
    """All the time that a fetch has is spent."""


class Deadline:
    """The end of the time for all of a fetch."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    @property
    def is_over(self) -> bool:
        """Whether nothing is left."""
        return time.monotonic() >= self._end

    def limit(self, seconds: float) -> float:
        """Return how many seconds one wait may last: so many, or what is left.

        Raises:
            OutOfTimeError: nothing is left.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise OutOfTimeError
        return min(seconds, left)
