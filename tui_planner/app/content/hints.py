"""The keys that a frame tells of in its lower edge."""

from collections.abc import Sequence

from rich.cells import cell_len

_CORNERS = 4
_GAP = " · "


def join_hints(hints: Sequence[str], width: int) -> str:
    """Join as many hints, the most needed first, as an edge of so many cells has room for."""
    kept = list(hints)
    while len(kept) > 1 and cell_len(_GAP.join(kept)) > width - _CORNERS:
        kept.pop()
    return _GAP.join(kept)
