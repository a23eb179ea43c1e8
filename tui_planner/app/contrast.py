"""Contrast as WCAG 2.2 reckons it, and a colour moved until it has enough of it."""

from textual.color import Color

TEXT = 4.5
"""The contrast that text needs: success criterion 1.4.3, level AA."""

_STEPS = 20
_BLACK, _WHITE = Color(0, 0, 0), Color(255, 255, 255)


def contrast(one: Color, other: Color) -> float:
    """The contrast of two opaque colours, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def readable(text: Color, ground: Color, least: float = TEXT) -> Color:
    """The colour of a text, moved towards white or black as little as is needed on its ground."""
    if contrast(text, ground) >= least:
        return text
    end = max((_WHITE, _BLACK), key=lambda extreme: contrast(extreme, ground))
    steps = (text.blend(end, step / _STEPS) for step in range(1, _STEPS))
    return next((step for step in steps if contrast(step, ground) >= least), end)


def _luminance(color: Color) -> float:
    red, green, blue = (_linear(value / 255) for value in color.rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)
