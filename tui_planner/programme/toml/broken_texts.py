"""Texts that go on in another line, in quotes that end with the first one (E001)."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from tui_planner.support.i18n import _

from .slips import Slip

MOST_LINES = 60
"""The most lines of one text that are looked at."""
_BEGINNING = re.compile(r"(?P<key>[ \t]*(?P<name>[\w-]+)[ \t]*=[ \t]*)(?P<quote>[\"'])(?P<text>.*)")
_A_QUOTE = re.compile("[\"']")
_END = re.compile(r"(?P<text>.*)(?P<quote>[\"'])(?P<behind>[ \t]*(?:#.*)?)")


def find_broken_text(
    lines: Sequence[str], long_texts: Collection[str], is_sound: Callable[[str], bool]
) -> Slip | None:
    """Find a text that is broken over some lines, and how it is meant; None where there is none.

    Args:
        lines: The line on which it may begin, and those behind it that begin nothing.
        long_texts: The keys of which a text may have several lines.
        is_sound: Whether a text is TOML.
    """
    beginning = _BEGINNING.match(lines[0])
    if beginning is not None and beginning["name"] in long_texts:
        for meant in _quote_thrice(lines, beginning):
            if is_sound("\n".join((*meant, *lines[len(meant) :]))):
                return _in_three_quotes(meant, beginning)
        return None
    for number in range(1, len(lines)):
        joined = " ".join(line.strip() for line in lines[: number + 1] if line.strip())
        if _A_QUOTE.search(lines[number]) and is_sound(joined):
            reason = _("this text goes on in the next line, and has to stand on one")
            return Slip(len(lines[0].rstrip()), reason, joined, also=("",) * number)
    return None


def _quote_thrice(lines: Sequence[str], beginning: re.Match[str]) -> Iterator[list[str]]:
    """Yield the lines with three quotes at both ends of the text, for each line that may end it."""
    quotes = 3 * beginning["quote"]
    for number in range(1, len(lines)):
        end = _END.fullmatch(lines[number])
        if end is not None and end["quote"] == beginning["quote"]:
            first = f"{beginning['key']}{quotes}{beginning['text']}"
            yield [first, *lines[1:number], f"{end['text']}{quotes}{end['behind']}"]


def _in_three_quotes(meant: Sequence[str], beginning: re.Match[str]) -> Slip:
    quotes = 3 * beginning["quote"]
    reason = _("a text of several lines needs three quotes at both ends, {quotes}")
    return Slip(
        beginning.start("quote"),
        reason.format(quotes=f"{quotes}…{quotes}"),
        meant[0],
        also=tuple(meant[1:]),
    )
