"""Notes on an event that is still being read, before its session has an id."""

from datetime import datetime

from tui_planner.support.i18n import _

from .draft import NoteKind

EventNotes = list[tuple[NoteKind, str]]
"""What is to be noted about one event: pairs of a kind and a sentence."""


def describe_skipped_start(wall: datetime, taken: datetime) -> str:
    """Describe a start that the clocks never show, and the time that is taken instead."""
    text = _("Its start, {start}, is in an hour that the clocks skip: {taken} is taken.")
    return text.format(start=f"{wall:%H:%M}", taken=f"{taken:%H:%M}")
