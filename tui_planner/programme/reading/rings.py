"""Things that refer to one another in a ring."""

from collections.abc import Iterator, Mapping


def find_rings(refers: Mapping[str, str | None]) -> Iterator[list[str]]:
    """Yield each ring once, its members in the order in which they refer to each other."""
    seen: set[str] = set()
    for first in refers:
        way: dict[str, int] = {}
        one: str | None = first
        while one is not None and one in refers and one not in seen:
            seen.add(one)
            way[one] = len(way)
            one = refers[one]
        if one in way:
            yield list(way)[way[one] :]
