"""The whole check against the design's own words, over programmes of any shape."""

from collections.abc import Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.checks.checking import checked
from tests.checks.oracle import Anchor, Drawn, Finding, Oracle, Row
from tests.clashes.oracle import minute_of
from tests.helpers import HEAD, reading_of
from tui_planner.programme.problem import Location, Problem

KINDS = ["meal", "plenary", "choice", "meal", "arrival", "break", "social"]
ROOMS = ["hall", "attic", "tent"]
NAMES = ["Ann", "Ben", "Çelik"]
WINTER_TIME = 60
"""Minutes that the clocks of the programme are ahead of UTC."""


@st.composite
def blocks(draw: st.DrawFn, number: int, rooms: Sequence[str]) -> Row:
    start = draw(st.integers(40, 46)) * 15
    row: Row = {"id": f"block-{number}", "kind": draw(st.sampled_from(KINDS)), "start": start}
    if draw(st.integers(0, 7)):
        row["end"] = start + draw(st.integers(1, 6)) * 15
    if draw(st.booleans()):
        row["minutes_needed"] = draw(st.sampled_from([0, 10, 30]))
    _maybe(draw, row, "room", rooms)
    _names(draw, row, "speakers")
    return row


@st.composite
def sessions(draw: st.DrawFn, number: int, before: Sequence[Row], rooms: Sequence[str]) -> Row:
    row: Row = {"id": f"session-{number}"}
    block = draw(st.sampled_from([None, *(row for row in before if "kind" in row)]))
    if block is not None:
        row["block"] = block["id"]
    _times(draw, row, block or {"start": 600, "end": 780})
    earlier = [other["id"] for other in before if "kind" not in other]
    for key, among in (
        ("room", rooms),
        ("part_of", earlier),
        ("repeat_of", earlier),
        ("group", ["a", "a", "b"]),
        ("status", ["open", "full", "cancelled", "invitation"]),
        ("description", ["What it is about."]),
        ("capacity", [10, 30]),
    ):
        _maybe(draw, row, key, among)
    for key in ("drop_in", "meal"):
        if not draw(st.integers(0, 5)):
            row[key] = True
    _names(draw, row, "speakers")
    _names(draw, row, "hosts")
    return row


def _times(draw: st.DrawFn, row: Row, within: Row) -> None:
    """Times in a block: its own, or some of its own, with and without an end."""
    first: int = within["start"]
    last: int = within.get("end", 23 * 60)
    reached = last if "end" in within else first
    if "block" not in row or draw(st.integers(0, 2)):
        row["start"] = reached = first + draw(st.integers(0, min(last - first, 90) // 15)) * 15
        if draw(st.integers(0, 3)):
            length = draw(st.integers(0, min(last - reached, 60) // 15)) * 15
            if length:
                reached += length
                row["end"] = reached
    if not draw(st.integers(0, 2)):
        row["overrun"] = min(reached + draw(st.sampled_from([0, 5, 40])), 23 * 60 + 55)
    _maybe(draw, row, "around", [0, 5, 20])


def _maybe(draw: st.DrawFn, row: Row, key: str, among: Sequence[Any]) -> None:
    if draw(st.booleans()) and among:
        row[key] = draw(st.sampled_from(among))


def _names(draw: st.DrawFn, row: Row, key: str) -> None:
    names = draw(st.lists(st.sampled_from(NAMES), max_size=3))
    if names:
        row[key] = names


@st.composite
def programmes(draw: st.DrawFn) -> Drawn:
    """Its rows in the order of the file, and all else that they name."""
    rooms = ROOMS[: draw(st.integers(0, 3))]
    ways = {frozenset[str](): draw(st.sampled_from([0, 10, 20]))}
    if len(rooms) > 1:
        ways[frozenset(rooms[:2])] = draw(st.sampled_from([0, 16]))
    rows: list[Row] = [draw(blocks(n, rooms)) for n in range(draw(st.integers(0, 3)))]
    for number in range(draw(st.integers(1, 5))):
        rows.append(draw(sessions(number, rows, rooms)))
    people = [{"name": name} for name in draw(st.lists(st.sampled_from(NAMES), unique=True))]
    for person in people:
        _availability(draw, person)
    duration = draw(st.sampled_from([None, 5, 45]))
    order = draw(st.permutations(rows))
    return Drawn(order, [draw(_rooms(id_)) for id_ in rooms], ways, people, duration)


@st.composite
def _rooms(draw: st.DrawFn, id_: str) -> Row:
    row: Row = {"id": id_, "name": f"The {id_}"}
    _maybe(draw, row, "shared", [True, False])
    _maybe(draw, row, "capacity", [10, 20])
    _availability(draw, row)
    return row


def _availability(draw: st.DrawFn, row: Row) -> None:
    """Sometimes one or two stretches of the day, which may touch or meet."""
    if not draw(st.integers(0, 3)):
        starts = draw(st.lists(st.integers(36, 50), min_size=1, max_size=2))
        row["available"] = [
            (start * 15, (start + draw(st.integers(1, 20))) * 15) for start in starts
        ]


class Written:
    """A programme as a file, and where each value stands in it."""

    def __init__(self, drawn: Drawn) -> None:
        self.text = f"changeover = {drawn.ways[frozenset()]}\n"
        self.text += f"default_duration = {drawn.duration}\n" if drawn.duration else ""
        self.places: dict[Anchor, Location] = {}
        for array, tables in (("rooms", drawn.rooms), ("people", drawn.people)):
            for table in tables:
                self.text += f"[[{array}]]\n"
                self.text += "".join(f"{key} = {_as_toml(key, table[key])}\n" for key in table)
        for rooms_of_way, minutes in drawn.ways.items():
            if rooms_of_way:
                there, back = sorted(rooms_of_way)
                self.text += f'[[routes]]\nfrom = "{there}"\nto = "{back}"\nminutes = {minutes}\n'
        for row in drawn.rows:
            self._write(row)

    def _write(self, row: Row) -> None:
        self.places[row["id"], "", 0] = self._here()
        self.text += "[[blocks]]\n" if "kind" in row else "[[sessions]]\n"
        for key, value in {"title": "日本 🎉", **row}.items():
            self.text += f"{key} = "
            if isinstance(value, list):
                self._write_list(row["id"], key, value)
                continue
            self.places[row["id"], key, 0] = self._here()
            self.text += f"{_as_toml(key, value)}  # said\n"

    def _write_list(self, id_: str, key: str, names: Sequence[str]) -> None:
        self.text += "[ "
        for number, name in enumerate(names):
            self.places[id_, key, number] = self._here()
            self.text += f'"{name}", '
        self.text += "]\n"

    def _here(self) -> Location:
        whole = HEAD + self.text
        return Location(whole.count("\n") + 1, len(whole) - whole.rfind("\n"))

    def place(self, anchor: Anchor) -> Location:
        """Where a value stands; the table where there is none."""
        return self.places.get(anchor) or self.places[anchor[0], "", 0]


def _as_toml(key: str, value: object) -> str:
    if isinstance(value, list):
        spans = (tuple(_as_toml("start", end) for end in span) for span in value)
        return "[" + ", ".join(f"{{ from = {start}, until = {end} }}" for start, end in spans) + "]"
    if key in {"start", "end", "overrun"} and isinstance(value, int):
        clock = f"{value // 60:02}:{value % 60:02}"
        return clock if value >= 24 * 60 - 1 else f'"{clock}"'
    return str(value).lower() if isinstance(value, bool | int) else f'"{value}"'


def _said(problem: Problem) -> tuple[object, ...]:
    when = None
    if problem.interval is not None and problem.rule.code != "C106":
        ends = problem.interval.start, problem.interval.end
        when = tuple(minute_of(end) + WINTER_TIME for end in ends)
    return (
        problem.rule.code,
        problem.severity.value,
        tuple(sorted(problem.sessions)),
        problem.place,
        when,
        problem.minutes,
    )


def _wanted(finding: Finding, written: Written) -> tuple[object, ...]:
    return (
        finding.rule,
        finding.severity,
        tuple(sorted(finding.ids)),
        written.place(finding.anchor),
        None if finding.rule == "C106" else finding.when,
        finding.minutes,
    )


@settings(deadline=None, max_examples=250)
@given(programmes())
def test_it_finds_what_the_design_says(
    drawn: Drawn,
) -> None:
    written = Written(drawn)
    said = [_said(problem) for problem in checked(reading_of(written.text))]
    wanted = {_wanted(finding, written) for finding in Oracle(drawn).findings()}
    assert len(said) == len(set(said))
    assert set(said) == wanted, written.text
