"""The characters that the grid is drawn with: all one cell wide."""

from typing import NamedTuple

from tui_planner.itinerary.notices import NoticeKind


class Glyphs(NamedTuple):
    """A set of characters, each one cell wide.

    Attributes:
        bar: The left edge of a box.
        bar_end: The left edge in its last row, so that the next box is seen to begin.
        bar_begin: The left edge in a row that it begins within.
        bar_chosen: The left edge of what is chosen.
        bar_chosen_end: The same in its last row.
        bar_unsure: The left edge where the time is not certain.
        shade: What fills a time that may be.
        rule: The line of a heading.
        chosen: The sign of what is chosen.
        clash: The sign of a certain clash.
        possible: The sign of a possible one.
        tight: The sign of too little time for the way to or from something else.
        lost: The sign of what is chosen, and full or cancelled.
        now: The pointer at the present time.
        now_line: The line of the present time.
        midnight: The line where a day begins.
        clocks: The sign of the row before which the clocks go forward or back.
        folded: The sign of a stretch that is not drawn to scale.
        ellipsis: What stands for text that is left out.
        dash: Between the start and the end of a time.
        left: More lies to the left.
        right: More lies to the right.
        pinned: Before the name of a lane that stays in sight.
        eighths: Blocks that fill a cell from below, by one eighth to seven; empty where a part of
            a cell cannot be drawn.
        upper_edge: The block that fills the upper edge of a cell.
        here: Points down at what it names.
    """

    bar: str = "▌"
    bar_end: str = "▘"
    bar_begin: str = "▖"
    bar_chosen: str = "█"
    bar_chosen_end: str = "▀"
    bar_unsure: str = "┊"
    shade: str = "░"
    rule: str = "─"
    chosen: str = "✓"
    clash: str = "!"
    possible: str = "?"
    tight: str = "»"
    lost: str = "×"
    now: str = "▶"
    now_line: str = "╌"
    midnight: str = "┈"
    clocks: str = "±"
    folded: str = "⋮"
    ellipsis: str = "…"
    dash: str = "–"
    left: str = "◀"
    right: str = "▶"
    pinned: str = "◆"
    eighths: str = "▁▂▃▄▅▆▇"
    upper_edge: str = "▔"
    here: str = "▾"

    def find_sign(self, gravest: NoticeKind | None) -> str:
        """Get the sign of what is chosen, by the gravest notice about it."""
        match gravest:
            case NoticeKind.CERTAIN:
                return self.clash
            case NoticeKind.POSSIBLE:
                return self.possible
            case NoticeKind.TIGHT:
                return self.tight
            case NoticeKind.STATUS:
                return self.lost
            case _:
                return self.chosen


UNICODE = Glyphs()
ASCII = Glyphs(
    bar="|",
    bar_end="'",
    bar_begin=",",
    bar_chosen="#",
    bar_chosen_end="#",
    bar_unsure=":",
    shade=".",
    rule="-",
    chosen="*",
    clash="!",
    possible="?",
    tight=">",
    lost="x",
    now=">",
    now_line="-",
    midnight="-",
    clocks="+",
    folded=":",
    ellipsis="_",
    dash="-",
    left="<",
    right=">",
    pinned="^",
    eighths="",
    upper_edge="",
    here="v",
)
