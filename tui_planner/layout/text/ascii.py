"""Text in ASCII, for terminals that have no more: as wide, and as similar as can be."""

import unicodedata
from functools import lru_cache

from rich.cells import cell_len, split_graphemes

_ALIKE = {
    "-": "–—−·─━╌╍",
    "|": "│┃▏▎▍▌▋▊▉▕▐",
    ":": "┊┆⋮",
    "+": "╭╮╰╯┌┐└┘├┤┬┴┼",
    "#": "▂▃▄▅▆▇█▓",
    "_": "▁…",
    "'": "‘’▘▝▔",
    '"': "“”„",
    ".": "░▒",
    "*": "✓✔",
    "x": "×✗",
    "o": "•●",
    "/": "⁄",
    "<": "◀◄←«",
    ">": "▶►→▸»",
    "^": "▲↑",
    "v": "▼↓▾",
}
_LIKENESS = str.maketrans({char: like for like, chars in _ALIKE.items() for char in chars})
"""For the signs of which Unicode names no simpler form: also frames and bars."""


@lru_cache(maxsize=4096)
def as_ascii(text: str) -> str:
    """Convert a text of one line to ASCII, with as many cells."""
    if text.isascii():
        return text
    parts = []
    for start, end, cells in split_graphemes(text)[0]:
        like = "".join(map(find_likeness, text[start:end]))
        parts.append(like if len(like) == cells else like[:cells].ljust(cells, "?"))
    return "".join(parts)


def find_likeness(char: str) -> str:
    """Find a similar sign in ASCII, or a letter without its accent; else question marks as wide."""
    simpler = unicodedata.normalize("NFKD", char.translate(_LIKENESS)).translate(_LIKENESS)
    return simpler.encode("ascii", "ignore").decode() or "?" * cell_len(char)
