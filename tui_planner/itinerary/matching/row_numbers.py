"""Ids that only number the sessions of a file."""

import re
from collections import defaultdict

from tui_planner.programme.model import Programme

_COUNTED = re.compile(r"([^\W\d]{0,12}[-_.# ]?)0*(\d{1,5})((?:@.*)?)", re.DOTALL)
"""An id that may be the number of a row: `3`, `talk-12`, `7@example.org`."""
_FIRST_ROW = 2
"""The largest number that the first row may have: some count from 0, or count a heading."""


class RowNumbers:
    """The ids of a programme that are numbers of rows: they move on when one is put in."""

    def __init__(self, programme: Programme) -> None:
        numbers = defaultdict[tuple[str, str], set[int]](set)
        for session in programme.sessions:
            if found := _COUNTED.fullmatch(session.id):
                numbers[found[1], found[3]].add(int(found[2]))
        self._kinds = {
            kind
            for kind, each in numbers.items()
            if min(each) <= _FIRST_ROW and len(each) > 1 and max(each) <= 2 * len(each) + 1
        }

    def __contains__(self, id_: str) -> bool:
        """Tell whether an id is of such a kind."""
        found = _COUNTED.fullmatch(id_)
        return found is not None and (found[1], found[3]) in self._kinds
