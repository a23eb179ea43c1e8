"""Sessions that are parts, or runs, of one another in a ring (E006)."""

from collections.abc import Iterator, Mapping, Sequence

from tui_planner.programme import file_rules
from tui_planner.support.i18n import _

from .faults.problem_collector import ProblemCollector
from .format.file_models import SessionTable
from .validation import LocatedTable

_FEW = 10
"""Sessions of a ring that are named."""


def report_rings(
    located_tables: Sequence[LocatedTable[SessionTable]], key: str, collector: ProblemCollector
) -> None:
    """Report each ring that the references of one key make, where it is closed in the file."""
    by_id = {located.table.id: located for located in located_tables if "id" not in located.broken}
    refers = {id_: whole for id_ in by_id if (whole := getattr(by_id[id_].table, key))}
    for ring in find_rings(refers):
        last = max(ring, key=lambda id_: by_id[id_].path)
        at = ring.index(last)
        named = [*ring[at:], *ring[:at]]
        shown = named if len(named) <= _FEW else [*named[:_FEW], "…"]
        message = _('"{key}" goes round in a ring: {ids}.')
        if len(ring) == 1:
            message = _('"{key}": a session cannot refer to itself.')
        collector.add(
            file_rules.UNKNOWN_REFERENCE,
            by_id[last].at(key),
            message.format(key=key, ids=" → ".join([*shown, last])),
            "" if len(ring) == 1 else _("Leave it out in one of them."),
        )


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
