"""Contrast as WCAG reckons it, and colours moved until they have enough."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.color import Color

from tui_planner.app.terminal.contrast import TEXT, make_readable, measure_contrast

BYTE = st.integers(0, 255)
COLOURS = st.builds(Color, BYTE, BYTE, BYTE)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#FFFFFF", 21), ("#777777", "#FFFFFF", 4.48), ("#FF0000", "#FFFFFF", 4.0)],
)
def test_contrast_of_known_pairs(one: str, other: str, ratio: float) -> None:
    assert measure_contrast(Color.parse(one), Color.parse(other)) == pytest.approx(ratio, abs=0.01)
    assert measure_contrast(Color.parse(other), Color.parse(one)) == pytest.approx(ratio, abs=0.01)


@given(COLOURS, COLOURS)
def test_any_text_becomes_readable_on_any_ground(text: Color, ground: Color) -> None:
    assert measure_contrast(make_readable(text, ground), ground) >= TEXT


@given(COLOURS, COLOURS)
def test_what_can_be_read_stays_as_it_is(text: Color, ground: Color) -> None:
    if measure_contrast(text, ground) >= TEXT:
        assert make_readable(text, ground) == text
