"""The look of the grid: what each role is drawn in, and spans of roles as segments of that.

The looks are content styles in the colours of the theme. They are no component classes: Textual
would work out the rules of forty of them at the start, and again with every change of the focus.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache, reduce
from itertools import chain
from typing import Any

from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.strip import Strip
from textual.style import Style as VisualStyle
from textual.widget import Widget

from tui_planner.layout.day.tracks import ON_DARK, ON_LIGHT
from tui_planner.layout.painting.spans import Roles, Span

_VARIABLE = re.compile(r"\$([\w-]+)")  # what a colour is worth may have a part itself: "auto 87%"
_FILL = "55%"
"""How much of the colour of its track a cell of the overview has."""
_STRUCK = Style(strike=True)
_NOT_BOLD = Style(bold=False)
_UNDERLINED = Style(underline=True)
_GROUND = ("empty",)
_OWN = frozenset({"chosen", "possible", "clash"})
_QUIET = frozenset(
    {"gutter", "now-row", "aside", "names", "past", "full", "cancelled", "tail", "shade", "bar"}
)

_DIMMED = frozenset({"aside", "past", "full", "cancelled"})

_LOOKS: Mapping[str, str] = {
    # The times, and those at which something starts or ends; the names of the lanes.
    "gutter": "$foreground 40%",
    "cut": "$foreground 65%",
    "hour": "bold $foreground 87%",
    "header": "bold $foreground on $panel",
    # The ground, a block behind it and its name, what stands in it: a session, or a block alone.
    "empty": "on $background",
    "band": "$foreground 50% on $surface",
    "heading": "bold $foreground 70%",
    "box": "$foreground on $surface-lighten-1",
    "alternate": "on $foreground 6%",
    "block": "$foreground 70% on $background",
    # In an overview: a cell, filled with the colour of its track, and one of what is chosen.
    "fill": "on $foreground 25%",
    "fill-chosen": "bold $background on $success",
    "fill-possible": "bold $background on $warning",
    "fill-clash": "bold $background on $error",
    # Chosen, without a clash, with one that may be, with one.
    "chosen": "$foreground on $success 30%",
    "possible": "$foreground on $warning 22%",
    "clash": "$foreground on $error 40%",
    # Another state; what a search leaves out, what it finds.
    "full": "$foreground 50%",
    "cancelled": "$foreground 50%",
    "past": "$foreground 45%",
    "aside": "$foreground 50% on $background",
    "hit": "on $accent 35%",
    # The parts of a box, its left edge in the colour of its track, a time that may be.
    "title": "bold",
    "times": "",
    "names": "$foreground 60%",
    "note": "italic",
    "bar": "$foreground 35%",
    **{f"track-{number}": colour for number, colour in enumerate(ON_DARK)},
    "shade": "$foreground 25%",
    "tail": "$foreground 40%",
    # The present time; where a day begins; what is under the cursor.
    "now": "bold $accent",
    "now-row": "on $accent 20%",
    "midnight": "$accent",
    "cursor": "on $foreground 16%",
    "edge": "$block-cursor-background",
    "here": "$block-cursor-foreground on $block-cursor-background",
}
_LIGHT = {f"track-{number}": colour for number, colour in enumerate(ON_LIGHT)}
"""The colours of tracks are those that differ the most to every kind of eye, as a test reckons."""
_ANSI = {
    "hit": "on ansi_default",
    "chosen": "ansi_black on ansi_green",
    "possible": "ansi_black on ansi_yellow",
    "clash": "ansi_black on ansi_bright_red",
    "cursor": "$block-cursor-foreground on $block-cursor-background",
    "track-0": "ansi_yellow",
    "track-1": "ansi_bright_cyan",
    "track-2": "ansi_bright_magenta",
    "track-3": "ansi_bright_yellow",
    "track-4": "ansi_bright_red",
    "track-5": "ansi_bright_black",
}
_ANSI_LIGHT = {
    "track-0": "ansi_magenta",
    "track-1": "ansi_blue",
    "track-2": "ansi_red",
    "track-3": "ansi_bright_black",
    "track-4": "ansi_bright_magenta",
    "track-5": "ansi_black",
}


class GridStyles:
    """The painter of the spans of a widget."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._style_of = lru_cache(maxsize=512)(self._style)
        self._inked = lru_cache(maxsize=8192)(self._filtered)

    @property
    def has_colours(self) -> bool:
        """Whether there are colours at all."""
        return not self._widget.app.no_color

    @property
    def has_shades(self) -> bool:
        """Whether there are the shades of a theme, and not just the colours of the terminal."""
        return self.has_colours and not self._widget.app.native_ansi_color

    def forget(self) -> None:
        """Forget the styles of the theme before."""
        self._style_of.cache_clear()
        self._inked.cache_clear()

    def blank(self, width: int) -> Strip:
        """Paint a line of so many cells of ground."""
        return self.strip((), 0, width)

    def strip(self, spans: Iterable[Span], filled: int, width: int) -> Strip:
        """Paint a line of so many cells, with spans that fill the first of them; filtered."""
        segments = [*chain.from_iterable(map(self._inked, spans))]
        if filled < width:
            segments += self._inked(Span(" " * (width - filled), _GROUND))
        return Strip(segments, max(filled, width))

    def _filtered(self, span: Span) -> tuple[Segment, ...]:
        """Filter a span as it is written: each filter looks at one segment after the other."""
        segments = [*self._segments(span)]
        background = self._widget.background_colors[1]
        for one in self._widget.get_line_filters():
            segments = one.apply(segments, background)
        return tuple(segments)

    def _segments(self, span: Span) -> Iterator[Segment]:
        style = self._style_of(span.roles)
        if span.foreground:
            yield self._part_of_cells(span, style)
        elif "title" in span.roles and (line := self._line(span.roles)):
            words = span.text.strip()  # of which the space around them is no part
            before, after = span.text.split(words, 1) if words else (span.text, "")
            yield Segment(before, style)
            yield Segment(words, style + line)
            yield Segment(after, style)
        else:
            yield Segment(span.text, style)

    def _line(self, roles: Roles) -> Style | None:
        """Choose a line through or under the words of a title."""
        if "cancelled" in roles:
            return _STRUCK
        return _UNDERLINED if "hit" in roles and not self.has_shades else None

    def _part_of_cells(self, span: Span, style: Style) -> Segment:
        """Paint blocks in the ground colour of something else; nothing where that has none."""
        ink = self._style_of(span.foreground).bgcolor
        if not self.has_colours or ink is None or ink.is_default:
            return Segment(" " * len(span.text), style)
        return Segment(span.text, style + Style(color=ink))

    def look(self, role: str) -> VisualStyle:
        """Read what a role looks like in the theme of now, on whatever it stands."""
        return look_of(role, self._widget.app)

    def _blended(self, roles: Roles) -> VisualStyle:
        """Blend roles on the ground of the widget, and each on those before it."""
        ground = self._widget.visual_style
        is_dimmed = not _DIMMED.isdisjoint(roles)  # all of it: no name may outshine its title
        looks = [ground, *(self.look(one) for one in roles if one != "names" or not is_dimmed)]
        grounds = [one.background for one in looks if one.background is not None]
        return VisualStyle(
            reduce(Color.__add__, grounds),
            [one.foreground for one in looks if one.foreground is not None][-1],
            bold=any(one.bold for one in looks) or None,
            italic=any(one.italic for one in looks) or None,
        )

    def _style(self, roles: Roles) -> Style:
        style = self._blended(roles).rich_style
        if "aside" in roles and "cursor" not in roles:
            style += _NOT_BOLD
        if not self.has_shades:
            style += _without_shades(roles, has_colours=self.has_colours)
        return style


def look_of(role: str, app: App[Any]) -> VisualStyle:
    """Read what a role looks like in the theme that an app has now."""
    text = _look_of(role, light=not app.current_theme.dark, ansi=app.current_theme.ansi)
    return VisualStyle.parse(_VARIABLE.sub(lambda name: app.theme_variables[name[1]], text))


def _without_shades(roles: Roles, *, has_colours: bool) -> Style:
    """Tell the states apart where there are no shades of a colour, or no colours at all."""
    has_cursor = "cursor" in roles
    is_own = not _OWN.isdisjoint(roles)
    is_filled = is_own and has_colours and not has_cursor
    is_track = any(role.startswith("track-") for role in roles)
    is_edge = is_track or "bar" in roles  # turned round, it would be the ground
    return Style(
        color="black" if is_filled and not is_track else None,
        reverse=True if has_cursor and not (has_colours or is_edge) else None,
        dim=True if not (is_own or has_cursor or _QUIET.isdisjoint(roles)) else None,
        bold=False if "title" in roles and not (is_own or has_cursor) else None,
    )


def _look_of(role: str, *, light: bool, ansi: bool) -> str:
    """Write a role's content style: of a light or dark theme, in its colours or the terminal's."""
    looks = [_ANSI_LIGHT] if light and ansi else []
    looks += [_ANSI] if ansi else []
    looks += [_LIGHT] if light else []
    if role.startswith("fill-") and role[5:].isdigit():
        track = _look_of(f"track-{role[5:]}", light=light, ansi=ansi)
        return f"ansi_black on {track}" if ansi else f"on {track} {_FILL}"
    return next((known[role] for known in looks if role in known), _LOOKS[role])
