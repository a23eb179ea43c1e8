"""What no rule about clashes could look at, for the faults of the file."""

from tui_planner.programme.reading.read_result import ReadResult
from tui_planner.programme.time_text import join_words
from tui_planner.support.i18n import _, ngettext

_FEW = 10
"""Ids that are named."""


def describe_not_judged(reading: ReadResult) -> str:
    """Tell once which sessions and blocks of a file are not judged; empty where all are."""
    judged = reading.judged
    if judged is None or not (judged.sessions_left_out or judged.blocks_left_out):
        return ""
    sessions, blocks = len(judged.sessions_left_out), len(judged.blocks_left_out)
    numbers = []
    if sessions:
        numbers.append(ngettext("{n} session", "{n} sessions", sessions).format(n=sessions))
    if blocks:
        numbers.append(ngettext("{n} block", "{n} blocks", blocks).format(n=blocks))
    told = _("not judged: {what}, until the errors are mended")
    named = judged.not_judged
    if named:
        told = _("not judged: {what}, until the errors are mended ({ids})")
    ids = ", ".join(named if len(named) <= _FEW else (*named[:_FEW], "…"))
    return told.format(what=join_words(numbers), ids=ids)
