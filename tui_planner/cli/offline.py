"""Whether the network may be asked."""

import os

OFFLINE = "TUI_PLANNER_OFFLINE"

_asked = False


def stay_offline(*, asked: bool) -> None:
    """Let what the user asks for hold for this run."""
    global _asked  # noqa: PLW0603 - of a whole run, as the clock and the language are
    _asked = asked


def is_offline() -> bool:
    """Tell whether the user wants nothing to be asked of the network."""
    return _asked or os.environ.get(OFFLINE, "") not in {"", "0"}
