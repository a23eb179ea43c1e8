"""What each role in the grid looks like, in the colours of the theme, as content styles write it.

They are no component classes: Textual would work out the rules of forty of them at the start, and
again with every change of the focus.
"""

from collections.abc import Mapping

_LOOKS: Mapping[str, str] = {
    # The times, and those at which something starts or ends; the names of the lanes.
    "gutter": "$foreground 40%",
    "cut": "$foreground 80%",
    "header": "bold $foreground on $panel",
    # The ground, a block behind it and its name, what stands in it: a session, or a block alone.
    "empty": "on $background",
    "band": "$foreground 50% on $surface",
    "heading": "bold $foreground 70%",
    "box": "$foreground on $surface-lighten-1",
    "block": "$foreground 70% on $background",
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
    "track-0": "#FA8F19",
    "track-1": "#9CFAF3",
    "track-2": "#C4BCFD",
    "track-3": "#D5F92C",
    "track-4": "#CCA2A1",
    "track-5": "#FAC092",
    "shade": "$foreground 25%",
    "tail": "$foreground 40%",
    # The present time; where a day begins; what is under the cursor.
    "now": "bold $accent",
    "midnight": "$accent",
    "cursor": "$block-cursor-foreground on $block-cursor-background 90%",
}
_LIGHT = {
    "track-0": "#D05320",
    "track-1": "#4834C4",
    "track-2": "#7A2B64",
    "track-3": "#8D6CC2",
    "track-4": "#311D03",
    "track-5": "#120879",
}
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


def style_of(role: str, *, light: bool, ansi: bool) -> str:
    """A content style: of a light or dark theme, in colours of its own or in the terminal's."""
    looks = [_ANSI_LIGHT] if light and ansi else []
    looks += [_ANSI] if ansi else []
    looks += [_LIGHT] if light else []
    return next((known[role] for known in looks if role in known), _LOOKS[role])
