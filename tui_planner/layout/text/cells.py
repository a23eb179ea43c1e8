"""Text measured, cut and wrapped in terminal cells, never through a character."""

from rich.cells import cell_len, split_graphemes

from .syllables import find_last_break

ELLIPSIS = "…"
_JOINER = "\u200d"
_GIVEN_UP = 4
"""How many characters of a line are given up at most to break a word between syllables."""

_FLAG_LETTERS = ("\U0001f1e6", "\U0001f1ff")


def join_lines(text: str) -> str:
    """Join a text into one line: white space becomes single spaces, control characters go."""
    words = " ".join(text.split())
    if words.isprintable():
        return words
    kept = "".join(" " if c.isspace() else c for c in text if _is_kept(c))
    return " ".join(filter(None, (word.strip(_JOINER) for word in kept.split())))


def cut(text: str, width: int, ellipsis: str = ELLIPSIS) -> str:
    """Cut a text to at most `width` cells, with an ellipsis where something is left out."""
    if cell_len(text) <= width:
        return text
    if width <= cell_len(ellipsis):
        return ellipsis[: max(0, width)]
    kept = _fitting(_graphemes(text), width - cell_len(ellipsis))
    return "".join(grapheme for grapheme, _ in kept).rstrip() + ellipsis


def fit(text: str, width: int, ellipsis: str = ELLIPSIS) -> str:
    """Cut or fill a text to exactly `width` cells."""
    return _padded(cut(text, width, ellipsis), width)


def clip(text: str, start: int, width: int) -> str:
    """Clip the `width` cells of a text from cell `start` on; half a wide character is a space."""
    kept = []
    at, end = 0, start + width
    for grapheme, cells in _graphemes(text):
        seen = min(at + cells, end) - max(at, start)
        if at >= start and at + cells <= end:
            kept.append(grapheme)
        elif seen > 0:
            kept.append(" " * seen)
        at += cells
    return _padded("".join(kept), width)


def wrap(
    text: str, width: int, most: int, ellipsis: str = ELLIPSIS, *, lead: str = ""
) -> list[str]:
    """Wrap a text in at most `most` lines of at most `width` cells, at spaces where that can be.

    A word longer than a line is broken with a hyphen; what does not fit ends in an ellipsis.
    `lead` stands before the first word and is never parted from it.
    """
    words = text.split()
    if not words or width < 1 or most < 1:
        return []
    space = width - cell_len(lead)
    if space < 2:
        return [cut(lead + " ".join(words), width, ellipsis)]
    lines = [""]
    filled = 0
    while words:
        word = words[0]
        more = cell_len(word) + bool(lines[-1])  # a word is measured once, and often known
        if filled + more <= space:
            lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
            filled += more
            words.pop(0)
        elif len(lines) == most:
            rest = " ".join([lines[-1], *words] if lines[-1] else words)
            lines[-1] = cut(rest, space, ellipsis)
            break
        else:
            if not lines[-1]:
                lines[-1], words[0] = _broken(word, space)
            lines.append("")
            filled, space = 0, width
    return [lead + lines[0], *lines[1:]]


def _is_kept(character: str) -> bool:
    return character.isprintable() or character.isspace() or character == _JOINER


def _padded(text: str, width: int) -> str:
    text = text.rstrip(_JOINER)  # which would join the padding
    return text + " " * (width - cell_len(text))


def _graphemes(text: str) -> list[tuple[str, int]]:
    """Split a text into the characters as they are seen, each with its cells; a flag is one."""
    if text.isascii() and text.isprintable():
        return [(character, 1) for character in text]  # most of what there is, at once
    text = text.lstrip(_JOINER)  # which joins nothing there
    seen: list[tuple[str, int]] = []
    for start, end, cells in split_graphemes(text)[0]:
        grapheme = text[start:end]
        if seen and _is_flag_letter(grapheme) and _is_flag_letter(seen[-1][0]):
            seen[-1] = (seen[-1][0] + grapheme, seen[-1][1] + cells)
        else:
            seen.append((grapheme, cells))
    return seen


def _is_flag_letter(grapheme: str) -> bool:
    first, last = _FLAG_LETTERS
    return len(grapheme) == 1 and first <= grapheme <= last


def _fitting(graphemes: list[tuple[str, int]], width: int) -> list[tuple[str, int]]:
    """Take as many of the first graphemes as are at most `width` cells."""
    cells = 0
    for number, (_, more) in enumerate(graphemes):
        cells += more
        if cells > width:
            return graphemes[:number]
    return graphemes


def _broken(word: str, width: int) -> tuple[str, str]:
    """Break a word too long for a line: what fits on it, with a hyphen, and the rest."""
    graphemes = _graphemes(word)
    most = max(1, len(_fitting(graphemes, width - 1)))
    letters = [grapheme for grapheme, _ in graphemes]
    at = find_last_break(letters, max(2, most - _GIVEN_UP), min(most, len(letters) - 2))
    if not at:
        is_end_short = most > 3 and sum(cells for _, cells in graphemes[most:]) < 3
        at = most - 2 if is_end_short else most  # a syllable's worth, not a letter
    head = "".join(letters[:at])
    has_hyphen = head.endswith(("-", "/")) or cell_len(head) >= width
    return head if has_hyphen else head + "-", "".join(letters[at:])
