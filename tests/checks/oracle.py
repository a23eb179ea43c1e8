"""The organiser's rules by the words of the design, over plain rows and whole minutes.

It shares nothing with the package but the names of verdicts and reasons: of a pair it asks
`tests.clashes.oracle`, which counts minute by minute. All times are minutes of one day.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from statistics import median
from typing import Any, NamedTuple

from tests.clashes.oracle import Expected, Raw, expected
from tui_planner.clashes.judge import Reason, Verdict

Row = dict[str, Any]
"""A table of the file by its keys, times as minutes; `kind` only a block has."""

Anchor = tuple[str, str, int]
"""The id of a row, the key in it, and the number of the item there: where a finding stands."""

DAY = (0, 24 * 60)
LOOSE = {"arrival", "break", "social"}


class Drawn(NamedTuple):
    """A programme: its rows, rooms, people and ways, with the changeover for no two rooms.

    What is `available` in a room or person are pairs of minutes.
    """

    rows: list[Row]
    rooms: list[Row]
    ways: dict[frozenset[str], int]
    people: list[Row]
    duration: int | None = None


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

    def __init__(self, drawn: Drawn) -> None:
        rows = drawn.rows
        self.sessions = [row for row in rows if "kind" not in row]
        self.blocks = [row for row in rows if "kind" in row]
        self.order = {row["id"]: n for n, row in enumerate([*self.blocks, *self.sessions])}
        self.by_id = {row["id"]: row for row in rows}
        self.rooms = {room["id"]: room for room in drawn.rooms}
        self.people = {person["name"]: person for person in drawn.people}
        self.ways = drawn.ways
        stated = [raw.end - raw.start for row in self.sessions if (raw := self._stated(row)).end]
        self.duration = drawn.duration or (int(median(stated)) if stated else 60)
        self.outside = {finding.anchor[0] for finding in self._outside()}

    def findings(self) -> set[Finding]:
        """Everything, by rule."""
        return {
            *self._overlaps(),
            *self._overruns(),
            *self._double_bookings("room", "C103", "error"),
            *self._double_bookings("speakers", "C104", "error"),
            *self._double_bookings("hosts", "C105", "warning"),
            *self._changeovers(),
            *self._outside(),
            *self._unavailable(),
            *self._advice(),
            *self._more_advice(),
        }

    # -- times -------------------------------------------------------------------------------------

    def raw(self, row: Row) -> Raw:
        raw = self._stated(row)
        if "kind" in row or "block" in row or raw.end is not None:
            return raw
        ends = [raw.start + self.duration, DAY[1]]
        for other in self.sessions:
            is_next = self.room(row) is not None and self.room(other) == self.room(row)
            start = self._stated(other).start
            if is_next and start > raw.start and other.get("status") != "cancelled":
                ends += [] if row["id"] in self._wholes(other) else [start]
        return replace(raw, assumed=min(ends), guessed=True)

    def _stated(self, row: Row) -> Raw:
        block = self.by_id.get(row.get("block", ""), {})
        if "start" not in row:
            whole = self._stated(block)
            overrun, around = row.get("overrun"), row.get("around", 0)
            return Raw(whole.start, whole.end, whole.assumed, overrun, around, whole.guessed)
        assumed = max(block.get("end", DAY[1]), row["start"])
        guessed = "end" not in row and "end" not in block
        overrun, around = row.get("overrun"), row.get("around", 0)
        return Raw(row["start"], row.get("end"), assumed, overrun, around, guessed)

    def room(self, row: Row) -> str | None:
        """Its own room, else that of its block, else that of what it is part of."""
        block = self.by_id.get(row.get("block", ""), {})
        if "room" in row or "room" in block:
            return str(row.get("room") or block.get("room"))
        return self.room(self.by_id[row["part_of"]]) if "part_of" in row else None

    def way(self, a: Row, b: Row) -> int:
        rooms = frozenset(room for row in (a, b) if (room := self.room(row)) is not None)
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
        """Whether a session is, however far down, a part of another or of a block, and in it."""
        if row.get("block") == other["id"]:
            return True
        return other["id"] in self._wholes(row) and self.lies_within(row, other)

    def lies_within(self, row: Row, other: Row) -> bool:
        """Whether one lies within the time of another, by all that is stated of their ends."""
        inner, outer = self.raw(row), self.raw(other)
        if outer.end is None:
            return inner.start >= outer.start
        last = inner.start + 1 if inner.end is None else inner.end
        return inner.start >= outer.start and last <= outer.end

    def _wholes(self, row: Row) -> set[str]:
        """The ids of all that a session is part of, and of their blocks."""
        if "part_of" not in row:
            return set()
        whole = self.by_id[row["part_of"]]
        return {whole["id"], whole.get("block", "")} | self._wholes(whole)

    def needs_nobody(self, row: Row) -> bool:
        return row.get("status") == "cancelled" or bool(row.get("drop_in"))

    def judged(self, a: Row, b: Row) -> bool:
        if self.needs_nobody(a) or self.needs_nobody(b):
            return False
        if self._is_told_as_part(a, b) or self._is_told_as_part(b, a):
            return False
        return not (self.stands_in(a, b) or self.stands_in(b, a))

    def _is_told_as_part(self, row: Row, whole: Row) -> bool:
        """Whether a row is a part of another, and one on the way is told to be outside its own."""
        if whole["id"] not in self._wholes(row):
            return False
        while whole["id"] not in {row["id"], row.get("block")}:
            if row["id"] in self.outside:
                return True
            row = self.by_id[row["part_of"]]
        return False

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

    def _double_bookings(self, key: str, rule: str, severity: str) -> Iterator[Finding]:
        """C103 to C105; of errors by an assumed end only, the first that each session meets."""
        order = sorted([*self.sessions, *self.blocks], key=self._reach)
        told = set()
        for number, newer in enumerate(order):
            for name in self._names(newer, key):
                for older in order[:number]:
                    if name not in self._names(older, key) or not self.judged(older, newer):
                        continue
                    if key != "room" and self.room(older) and self.room(older) == self.room(newer):
                        continue
                    said = self.pair(older, newer)
                    if said.verdict not in {Verdict.CERTAIN, Verdict.POSSIBLE}:
                        continue
                    level = severity if said.verdict is Verdict.CERTAIN else "warning"
                    is_assumed = said.reasons == {Reason.END_NOT_STATED}
                    if level == "warning" != severity and is_assumed:
                        former = min(older, newer, key=lambda row: min(self.raw(row).sure()))
                        if former["id"] in told:
                            continue
                        told.add(former["id"])
                        level = "info"
                    at = self.later(older, newer)
                    item = 0 if key == "room" else at[key].index(name)
                    yield self._of(rule, level, older, newer, (at["id"], key, item), said)

    def _reach(self, row: Row) -> tuple[int, int]:
        raw = self.raw(row)
        return raw.start - raw.around, max(raw.last_end, raw.start + raw.around + 1)

    def _names(self, row: Row, key: str) -> list[str]:
        """What a row books: of rooms, the one that it has to itself."""
        if key != "room":
            return list(dict.fromkeys(row.get(key, [])))
        room = self.room(row)
        is_taken = room is not None and row.get("kind", "plenary") == "plenary"
        return [room] if room and is_taken and not self.rooms[room].get("shared") else []

    def _changeovers(self) -> Iterator[Finding]:
        """C106."""
        for a, b in combinations([*self.sessions, *self.blocks], 2):
            if not self.judged(a, b):
                continue
            said = self.pair(a, b, self.way(a, b))
            at = self.later(a, b)
            if said.verdict is Verdict.TIGHT:
                shared = [(key, n) for key in ("speakers", "hosts") for n in _shared(at, a, b, key)]
                for key, number in shared[:1]:  # told once, of all who have to go
                    yield self._of("C106", "warning", a, b, (at["id"], key, number), said)

    def _outside(self) -> Iterator[Finding]:
        """C108."""
        for row in self.sessions:
            whole = self.by_id.get(row.get("part_of", ""))
            if whole is None or self.needs_nobody(row) or self.needs_nobody(whole):
                continue
            if not self.lies_within(row, whole):
                ids = frozenset({row["id"], whole["id"]})
                yield Finding("C108", "warning", ids, (row["id"], "start", 0))

    def _unavailable(self) -> Iterator[Finding]:
        """C109."""
        for row in [*self.sessions, *self.blocks]:
            if self.needs_nobody(row):
                continue
            room = self.rooms.get(self.room(row) or "", {})
            needed = [(room, ("room", 0))]
            names = [
                (key, n, name)
                for key in ("speakers", "hosts")
                for n, name in enumerate(row.get(key, ()))
            ]
            seen = set()
            for key, number, name in names:
                if name not in seen:
                    needed.append((self.people.get(name, {}), (key, number)))
                seen.add(name)
            for one, at in needed:
                severity = self._how_unavailable(self.raw(row), one.get("available"))
                if severity:
                    ids = frozenset({row["id"]})
                    yield Finding("C109", severity, ids, (row["id"], *at))

    def _how_unavailable(self, raw: Raw, available: list[tuple[int, int]] | None) -> str:
        if available is None:
            return ""
        minutes = {minute for span in available for minute in range(*span)}
        if not raw.sure() <= minutes:
            return "error"
        if raw.may() <= minutes:
            return ""
        if raw.end is not None:
            return "warning"
        stated = set(range(raw.start - raw.around, max(raw.sure_end, raw.overrun or 0)))
        return "info" if stated <= minutes else "warning"

    def _more_advice(self) -> Iterator[Finding]:
        """A207 and A208."""
        for row in self.sessions:
            holds = self.rooms.get(self.room(row) or "", {}).get("capacity", 1_000)
            if row.get("capacity", 0) > holds and row.get("status") != "cancelled":
                yield Finding("A207", "warning", frozenset({row["id"]}), (row["id"], "capacity", 0))
        for a, b in combinations(self.blocks, 2):
            said = self.pair(a, b)
            if said.verdict is Verdict.CERTAIN:
                severity = "warning" if "plenary" in {a["kind"], b["kind"]} else "info"
                yield self._of("A208", severity, a, b, (self.later(a, b)["id"], "start", 0), said)

    def _advice(self) -> Iterator[Finding]:
        """A201 to A205."""
        held = [row for row in self.sessions if row.get("status") != "cancelled"]
        for row in held:
            id_ = row["id"]
            runs = [one for one in self.sessions if self._first_run(one) == self._first_run(row)]
            if all("description" not in one for one in runs):
                yield Finding("A201", "info", frozenset({id_}), (id_, "description", 0))
            if self.rooms and self.room(row) is None:
                yield Finding("A202", "info", frozenset({id_}), (id_, "room", 0))
            if self.raw(row).end is None:
                yield Finding("A203", "info", frozenset({id_}), (id_, "end", 0))
        yield from self._nothing_left()
        for row in held:
            for meal in self.blocks:
                if meal["kind"] == "meal" and not (row.get("meal") or row.get("drop_in")):
                    yield from self._squeezed(row, meal)

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
