"""Contrast as WCAG 2.2 reckons it, and a colour moved until it has enough of it."""

from bisect import bisect_left

from textual.color import Color

TEXT = 4.5
"""The contrast that text needs: success criterion 1.4.3, level AA."""

_STEPS = 20
_LINEAR = [
    value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)
    for value in (number / 255 for number in range(256))
]
_BLACK, _WHITE = Color(0, 0, 0), Color(255, 255, 255)


def measure_contrast(one: Color, other: Color) -> float:
    """Measure the contrast of two opaque colours, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def make_readable(text: Color, ground: Color, least: float = TEXT) -> Color:
    """Move the colour of a text towards white or black, as little as is needed on its ground."""
    if measure_contrast(text, ground) >= least:
        return text
    end = max((_WHITE, _BLACK), key=lambda extreme: measure_contrast(extreme, ground))
    steps = range(1, _STEPS + 1)
    enough = bisect_left(
        steps,
        True,
        key=lambda step: measure_contrast(text.blend(end, step / _STEPS), ground) >= least,
    )
    return text.blend(end, min(enough + 1, _STEPS) / _STEPS)


def _luminance(color: Color) -> float:
    red, green, blue = (_LINEAR[value] for value in color.rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
