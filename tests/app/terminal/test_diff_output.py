"""What is written of a change leaves the terminal as Textual's own writing would."""

from collections.abc import Sequence

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from tui_planner.app.terminal.faster.diff_output import ShownScreen
from tui_planner.app.terminal.internals import Part, is_used

pytestmark = pytest.mark.skipif(not is_used(Part.OUTPUT), reason="what Textual writes is written")

pytestmark = pytest.mark.slow

WIDTH, HEIGHT = 12, 3
CONSOLE = Console(color_system="truecolor", force_terminal=True, legacy_windows=False)

GROUND = Style(bgcolor="magenta")

Row = Sequence[Strip]
"""The pieces of one row, from left to right."""

styles = st.builds(
    Style,
    color=st.sampled_from([None, "red", "#102030"]),
    bgcolor=st.sampled_from([None, "blue", "#405060"]),
    bold=st.booleans(),
    underline=st.booleans(),
    reverse=st.booleans(),
)
texts = st.text(st.sampled_from("ab  é日"), max_size=WIDTH)
segments = st.lists(st.tuples(texts, styles), min_size=1, max_size=3)


def piece(parts: list[tuple[str, Style]], width: int) -> Strip:
    return Strip([Segment(*part) for part in parts]).adjust_cell_length(
        width, Style(bgcolor="green")
    )


cuts = st.sampled_from([(12,), (5, 7), (7, 5), (4, 4, 4)])
rows = cuts.flatmap(
    lambda widths: st.tuples(*(st.builds(piece, segments, st.just(width)) for width in widths))
)
screens = st.lists(rows, min_size=HEIGHT, max_size=HEIGHT)


def chops_of(row: Row) -> dict[int, Strip]:
    placed, x = {}, 0
    for strip in row:
        placed[x] = strip
        x += strip.cell_length
    return placed


def whole(screen: Sequence[Row]) -> LayoutUpdate:
    return LayoutUpdate(list(screen), Region(0, 0, WIDTH, HEIGHT))


def partial(screen: Sequence[Row], changed: Sequence[tuple[int, int]]) -> ChopsUpdate:
    """An update of some pieces, by their row and their place in it.

    Textual paints the ground of a widget for the others of such a row, and does not write it.
    """
    chops, spans = [], []
    ends = [[x + strip.cell_length for x, strip in chops_of(row).items()] for row in screen]
    for y, row in enumerate(screen):
        named = {place % len(row) for at, place in changed if at == y}
        placed = chops_of(row)
        spans += [(y, x, ends[y][i]) for i, x in enumerate(placed) if i in named]
        chops.append(
            {
                x: strip if i in named else Strip([Segment(" " * strip.cell_length, GROUND)])
                for i, (x, strip) in enumerate(placed.items())
            }
        )
    return ChopsUpdate(chops, spans, ends)


def seen(written: Sequence[str]) -> list[list[tuple[object, ...]]]:
    """The cells of a terminal; of a blank one, the colour of its text is not seen."""
    terminal = pyte.Screen(WIDTH, HEIGHT)
    terminal.set_mode(pyte.modes.LNM)
    stream = pyte.Stream(terminal)
    for text in written:
        stream.feed(text)
    return [[_look(terminal.buffer[y][x]) for x in range(WIDTH)] for y in range(HEIGHT)]


def _look(cell: pyte.screens.Char) -> tuple[object, ...]:
    ground = cell.bg, cell.underscore, cell.reverse
    if cell.data == " " and not (cell.underscore or cell.reverse):
        return " ", *ground
    return cell.data, cell.fg, cell.bold, *ground


changes = st.lists(
    st.tuples(
        screens, st.sets(st.tuples(st.integers(0, HEIGHT - 1), st.integers(0, 2)), min_size=1)
    ),
    min_size=1,
    max_size=3,
)


@settings(deadline=None, max_examples=50)
@given(screens, changes)
def test_the_terminal_shows_what_textual_would_have_written(
    first: list[Row], changes: list[tuple[list[Row], set[tuple[int, int]]]]
) -> None:
    shown = ShownScreen()
    ours = [shown.written(whole(first), CONSOLE)]
    theirs = [whole(first).render_segments(CONSOLE)]
    for screen, changed in changes:
        ours.append(shown.written(partial(screen, sorted(changed)), CONSOLE))
        theirs.append(partial(screen, sorted(changed)).render_segments(CONSOLE))
    assert seen(ours) == seen(theirs)


def test_what_is_shown_already_is_not_written_again() -> None:
    shown = ShownScreen()
    before = [[Strip([Segment("one two", Style(bold=True))], 7)]]
    after = [[Strip([Segment("one too", Style(bold=True))], 7)]]
    shown.written(whole(before), CONSOLE)
    assert shown.written(partial(before, [(0, 0)]), CONSOLE) == ""
    written = shown.written(partial(after, [(0, 0)]), CONSOLE)
    assert written.startswith("\x1b[1;6H")
    assert written.endswith("mo\x1b[0m")
