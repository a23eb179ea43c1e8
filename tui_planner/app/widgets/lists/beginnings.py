"""What the list of the day offers while nothing is chosen: ways to begin."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from textual.content import Content

from tui_planner.app.content.colours import QUIET
from tui_planner.app.widgets.lists.item_list import Item
from tui_planner.app.widgets.lists.wrapped_list import NO_BREAK
from tui_planner.layout.day.tracks import number_tracks
from tui_planner.layout.text.cells import fit, join_lines, wrap
from tui_planner.programme.model import Programme, Session
from tui_planner.support.i18n import _

_MARGIN = 7


class RunCommand(NamedTuple):
    """To run a command, by its id."""

    command: str


class ShowTrack(NamedTuple):
    """To show the sessions of a track alone."""

    track: str


class Beginnings(NamedTuple):
    """The ways to begin on a day.

    Attributes:
        keys: The commands to begin with, and their keys and what they do.
        tracks: The tracks of the day, each with the number of its sessions and of its colour.
        bar: The sign in the colour of a track.
    """

    keys: Sequence[tuple[str, str, str]]
    tracks: Sequence[tuple[str, int, int]]
    bar: str


Begun = RunCommand | ShowTrack
"""What an item of these stands for."""


def list_tracks(programme: Programme, day: date) -> list[tuple[str, int, int]]:
    """List the tracks of a day with their counts and colours; one alone says nothing."""
    numbers = number_tracks(programme)
    on_day = [thing for thing in programme.by_day.get(day, ()) if isinstance(thing, Session)]
    counts = Counter(session.track for session in on_day if session.track)
    return [(track, counts[track], number) for track, number in numbers.items() if counts[track]]


def render_beginnings(
    beginnings: Beginnings, width: int, colour: Callable[[int], str]
) -> Iterator[Item]:
    """Write the ways to begin as the items of a list of `width` cells.

    Args:
        beginnings: The ways.
        width: The cells of a line.
        colour: Tells the colour of a track, by its number.
    """
    text = _("Nothing is chosen on this day yet. What you choose is listed here.")
    yield Item(Content.styled(text, QUIET))
    for command, key, does in beginnings.keys:
        first, *more = wrap(does, width - _MARGIN, 4) or [""]
        lead = (f"{key:>{_MARGIN - 1}} ", "bold $accent")
        lines = [
            Content.assemble(lead, first),
            *(Content(NO_BREAK * _MARGIN + line) for line in more),
        ]
        yield Item(Content("\n").join(lines), RunCommand(command))
    if beginnings.tracks:
        yield Item(Content(""))
    for track, count, number in beginnings.tracks:
        title = fit(join_lines(track), width - 7)
        line = Content.assemble(
            (f"{beginnings.bar} ", colour(number)), title, (f"{count:>5}", QUIET)
        )
        yield Item(line, ShowTrack(track))
