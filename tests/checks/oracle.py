"""The organiser's rules by the words of the design, over plain rows and whole minutes.

It shares nothing with the package but the names of verdicts and reasons: of a pair it asks
`tests.clashes.oracle`, which counts minute by minute. All times are minutes of one day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from tests.clashes.oracle import Expected, Raw, expected
from tui_planner.clashes.judge import Reason, Verdict

Row = dict[str, Any]
"""A table of the file by its keys, times as minutes; `kind` only a block has."""

Anchor = tuple[str, str, int]
"""The id of a row, the key in it, and the number of the item there: where a finding stands."""

DAY = (0, 24 * 60)
LOOSE = {"arrival", "break", "social"}


@dataclass(frozen=True)
class Finding:
    """What is to be reported; `when` is None where a rule tells no time."""

    rule: str
    severity: str
    ids: frozenset[str]
    anchor: Anchor
    when: tuple[int, int] | None = None
    minutes: int | None = None


class Oracle:
    """All that is to be found in one programme of one day."""

    def __init__(self, rows: list[Row], rooms: list[str], ways: dict[frozenset[str], int]) -> None:
        self.sessions = [row for row in rows if "kind" not in row]
        self.blocks = [row for row in rows if "kind" in row]
        self.order = {row["id"]: n for n, row in enumerate([*self.blocks, *self.sessions])}
        self.by_id = {row["id"]: row for row in rows}
        self.rooms = rooms
        self.ways = ways

    def findings(self) -> set[Finding]:
        """Everything, by rule."""
        return {*self._overlaps(), *self._overruns(), *self._bookings(), *self._advice()}

    # -- times -------------------------------------------------------------------------------------

    def raw(self, row: Row) -> Raw:
        block = self.by_id.get(row.get("block", ""), {})
        if "start" not in row:
            whole = self.raw(block)
            overrun, around = row.get("overrun"), row.get("around", 0)
            return Raw(whole.start, whole.end, whole.assumed, overrun, around)
        assumed = max(block.get("end", DAY[1]), row["start"])
        return Raw(row["start"], row.get("end"), assumed, row.get("overrun"), row.get("around", 0))

    def way(self, a: Row, b: Row) -> int:
        rooms = frozenset(row["room"] for row in (a, b) if "room" in row)
        return self.ways.get(rooms, self.ways[frozenset()]) if len(rooms) == 2 else 0

    def pair(self, a: Row, b: Row, needed: int = 0) -> Expected:
        return expected(self.raw(a), self.raw(b), needed)

    def later(self, a: Row, b: Row) -> Row:
        return max(a, b, key=lambda row: (self.raw(row).start, self._rank(row)))

    def _rank(self, row: Row) -> tuple[int, int]:
        rows = self.blocks if "kind" in row else self.sessions
        return rows.index(row), self.order[row["id"]]

    # -- who is judged -----------------------------------------------------------------------------

    def stands_in(self, row: Row, other: Row) -> bool:
        """Whether a session is, however far down, a part of another or of a block."""
        around = {row.get("block"), row.get("part_of")} - {None}
        return other["id"] in around or (
            "part_of" in row and self.stands_in(self.by_id[row["part_of"]], other)
        )

    def judged(self, a: Row, b: Row) -> bool:
        for row in (a, b):
            if row.get("status") == "cancelled" or row.get("drop_in"):
                return False
        return not (self.stands_in(a, b) or self.stands_in(b, a))

    def alternatives(self, a: Row, b: Row) -> bool:
        if a.get("group") and a.get("group") == b.get("group"):
            return True
        if self._first_run(a) == self._first_run(b):
            return True
        block = self.by_id.get(a.get("block", ""), {})
        return block.get("kind") == "choice" and a.get("block") == b.get("block")

    def _first_run(self, row: Row) -> str:
        while "repeat_of" in row:
            row = self.by_id[row["repeat_of"]]
        return str(row["id"])

    # -- the rules ---------------------------------------------------------------------------------

    def _overlaps(self) -> Iterator[Finding]:
        """C101 and C107."""
        pairs = [
            (a, b)
            for a, b in combinations(self.sessions, 2)
            if "block" in a and a["block"] == b.get("block") and not self.alternatives(a, b)
        ]
        plenaries = [block for block in self.blocks if block["kind"] == "plenary"]
        pairs += [(session, block) for session in self.sessions for block in plenaries]
        for a, b in pairs:
            said = self.pair(a, b)
            if not self.judged(a, b) or Reason.OVERRUN in said.reasons:
                continue
            rules = {Verdict.CERTAIN: "C101", Verdict.POSSIBLE: "C107"}
            if said.verdict in rules:
                at = a if "kind" in b else self.later(a, b)
                anchor = (at["id"], "start", 0)
                yield self._of(rules[said.verdict], "warning", a, b, anchor, said)

    def _overruns(self) -> Iterator[Finding]:
        """C102."""
        for session in self.sessions:
            for other in [*self.sessions, *self.blocks]:
                if other is session or not self.judged(session, other):
                    continue
                is_block = "kind" in other
                if not is_block and self.alternatives(session, other):
                    continue
                said = self.pair(session, other)
                mine, theirs = self.raw(session), self.raw(other)
                is_first = mine.start + mine.around < theirs.start + theirs.around
                if said.verdict is Verdict.POSSIBLE and Reason.OVERRUN in said.reasons and is_first:
                    eats = is_block and other["kind"] != "plenary"
                    anchor = (session["id"], "overrun", 0)
                    yield self._of(
                        "C102", "info" if eats else "warning", session, other, anchor, said
                    )

    def _bookings(self) -> Iterator[Finding]:
        """C103 to C106."""
        booked = [*self.sessions, *(b for b in self.blocks if b["kind"] == "plenary")]
        for a, b in combinations(booked, 2):
            if not self.judged(a, b):
                continue
            said = self.pair(a, b, self.way(a, b))
            at = self.later(a, b)
            sure = said.verdict is Verdict.CERTAIN
            if said.verdict in {Verdict.CERTAIN, Verdict.POSSIBLE}:
                severity = "error" if sure else "warning"
                if "room" in a and a.get("room") == b.get("room"):
                    yield self._of("C103", severity, a, b, (at["id"], "room", 0), said)
                for number in _shared(at, a, b, "speakers"):
                    yield self._of("C104", severity, a, b, (at["id"], "speakers", number), said)
                for number in _shared(at, a, b, "hosts"):
                    yield self._of("C105", "warning", a, b, (at["id"], "hosts", number), said)
            if said.verdict is Verdict.TIGHT:
                shared = [(key, n) for key in ("speakers", "hosts") for n in _shared(at, a, b, key)]
                for key, number in shared[:1]:  # told once, of all who have to go
                    yield self._of("C106", "warning", a, b, (at["id"], key, number), said)

    def _advice(self) -> Iterator[Finding]:
        """A201 to A205."""
        held = [row for row in self.sessions if row.get("status") != "cancelled"]
        for row in held:
            id_ = row["id"]
            if "description" not in row:
                yield Finding("A201", "info", frozenset({id_}), (id_, "description", 0))
            if self.rooms and not self._has_room(row):
                yield Finding("A202", "info", frozenset({id_}), (id_, "room", 0))
            if self.raw(row).end is None:
                yield Finding("A203", "info", frozenset({id_}), (id_, "end", 0))
        yield from self._nothing_left()
        for row in held:
            for meal in self.blocks:
                if meal["kind"] == "meal" and not (row.get("meal") or row.get("drop_in")):
                    yield from self._squeezed(row, meal)

    def _has_room(self, row: Row) -> bool:
        block = self.by_id.get(row.get("block", ""), {})
        if "room" in row or "room" in block:
            return True
        return "part_of" in row and self._has_room(self.by_id[row["part_of"]])

    def _nothing_left(self) -> Iterator[Finding]:
        """A204; a group is told where no block of choices has told of all of its sessions."""
        told: set[str] = set()
        for block in self.blocks:
            inside = [row for row in self.sessions if row.get("block") == block["id"]]
            if block["kind"] == "choice" and not any(map(_is_open, inside)):
                told.update(row["id"] for row in inside)
                yield Finding("A204", "warning", frozenset({block["id"]}), (block["id"], "kind", 0))
        for name in {row["group"] for row in self.sessions if "group" in row}:
            group = [row for row in self.sessions if row.get("group") == name]
            ids = frozenset(row["id"] for row in group)
            if not any(map(_is_open, group)) and not ids <= told:
                yield Finding("A204", "warning", ids, (group[0]["id"], "group", 0))

    def _squeezed(self, row: Row, meal: Row) -> Iterator[Finding]:
        taken, window = self.raw(row).planned(), self.raw(meal).planned()
        met = taken & window
        if not met:
            return
        longest = run = 0
        for minute in sorted(window):
            run = 0 if minute in taken else run + 1
            longest = max(longest, run)
        if longest < meal.get("minutes_needed", 20):
            when = min(met), max(met) + 1
            ids = frozenset({row["id"], meal["id"]})
            yield Finding("A205", "info", ids, (row["id"], "start", 0), when, longest)

    def _of(
        self, rule: str, severity: str, a: Row, b: Row, anchor: Anchor, said: Expected
    ) -> Finding:
        return Finding(
            rule, severity, frozenset({a["id"], b["id"]}), anchor, said.when, said.minutes
        )


def _shared(at: Row, a: Row, b: Row, key: str) -> Iterator[int]:
    """The numbers, in one of two rows, of the names that stand in both."""
    both = set(a.get(key, ())) & set(b.get(key, ()))
    names = at.get(key, [])
    return (n for n, name in enumerate(names) if name in both and names.index(name) == n)


def _is_open(row: Row) -> bool:
    return row.get("status") in {None, "open"}
