"""Sessions that are each other's whole, or runs of each other: one reference is left away, told."""

from collections.abc import Sequence

import pytest

from tests.exchange.importing.icalendar.ical_texts import END, START, calendar, event
from tests.exchange.importing.support import imported, notes_of, programme
from tui_planner.exchange.table_columns import COLUMNS, MARK
from tui_planner.programme.model import Session


def of_parts(wholes: Sequence[str]) -> bytes:
    """A calendar of events a, b, c…, each part of the one of that letter; `-` is of none."""
    events = []
    for letter, whole in zip("abcdef", wholes, strict=False):
        related = [] if whole == "-" else [f"RELATED-TO;RELTYPE=PARENT:{whole}@example.org"]
        events.append(
            event(START, END, *related, uid=f"{letter}@example.org", title=letter.upper())
        )
    return calendar(*events)


def of_runs(runs: Sequence[str]) -> bytes:
    """A table of one's own, of sessions a, b, c…, each a run of the one of that letter."""
    rows = [",".join((*COLUMNS, f"{MARK}0"))]
    for hour, (letter, first) in enumerate(zip("abcdef", runs, strict=False), 10):
        cells = {
            "id": letter,
            "title": letter.upper(),
            "date": "2025-02-13",
            "start": f"{hour}:00",
            "end": f"{hour}:30",
            "timezone": "Europe/Amsterdam",
            "repeat_of": first.strip("-"),
        }
        rows.append(",".join(cells.get(column, "") for column in COLUMNS) + ",")
    return "\n".join(rows).encode()


def wholes_of(sessions: Sequence[Session]) -> dict[str, str | None]:
    titles = {session.id: session.title for session in sessions}
    return {one.title: titles[one.part_of] if one.part_of else None for one in sessions}


@pytest.mark.parametrize(
    ("wholes", "rings"),
    [("ba", 1), ("bca", 1), ("bcdefa", 1), ("badc", 2), ("bab", 1), ("bcbcc", 1)],
)
def test_a_ring_of_parts_is_broken_once(wholes: str, rings: int) -> None:
    data = of_parts(wholes)
    made = programme(data)  # its text has no fault
    kept = wholes_of(made.sessions)
    lost = [title for title, whole in kept.items() if whole is None]
    assert len(lost) == rings
    for title, whole in kept.items():
        assert whole in {None, wholes["ABCDEF".index(title)].upper()}
    notes = [text for _kind, _place, text in notes_of(data) if "ring" in text]
    assert len(notes) == rings


def test_a_part_of_itself_stands_alone() -> None:
    made = programme(of_parts("a-"))
    assert wholes_of(made.sessions) == {"A": None, "B": None}


def test_what_is_no_ring_is_kept() -> None:
    data = of_parts("-ab")
    assert wholes_of(programme(data).sessions) == {"A": None, "B": "A", "C": "B"}
    assert [text for _kind, _place, text in notes_of(data) if "ring" in text] == []
    assert imported(data).sessions == 3


@pytest.mark.parametrize(("runs", "rings"), [("ba", 1), ("bca", 1), ("badc", 2), ("-ab", 0)])
def test_a_ring_of_runs_is_broken_once(runs: str, rings: int) -> None:
    data = of_runs(runs)
    made = programme(data)
    kept = {session.id: session.repeat_of for session in made.sessions}
    assert all(first in {None, runs["abcdef".index(id_)]} for id_, first in kept.items())
    assert sum(first is None for first in kept.values()) == (rings or 1)
    notes = [text for _kind, _place, text in notes_of(data) if "ring" in text]
    assert len(notes) == rings
