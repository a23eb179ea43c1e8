"""Text measured, cut and wrapped in terminal cells, never through a character."""

from rich.cells import cell_len, chop_cells, set_cell_size, split_text

ELLIPSIS = "…"


def one_line(text: str) -> str:
    """Text with every run of white space as one space, and without control characters."""
    words = " ".join(text.split())
    return (
        words
        if words.isprintable()
        else "".join(c for c in words if c.isprintable() or c == "\u200d")
    )


def cut(text: str, width: int, ellipsis: str = ELLIPSIS) -> str:
    """Text of at most `width` cells, with an ellipsis where something is left out."""
    if cell_len(text) <= width:
        return text
    if width <= cell_len(ellipsis):
        return ellipsis[:width]
    return set_cell_size(text, width - cell_len(ellipsis)).rstrip() + ellipsis


def fit(text: str, width: int, ellipsis: str = ELLIPSIS) -> str:
    """Text of exactly `width` cells."""
    return set_cell_size(cut(text, width, ellipsis), width)


def clip(text: str, start: int, width: int) -> str:
    """The `width` cells of a text from cell `start` on; half of a wide character is a space."""
    rest = split_text(text, start)[1] if start > 0 else text
    return set_cell_size(rest, width)


def wrap(
    text: str, width: int, most: int, ellipsis: str = ELLIPSIS, *, lead: str = ""
) -> list[str]:
    """Text in at most `most` lines of at most `width` cells, broken at spaces where it can be.

    A word longer than a line is broken with a hyphen; what does not fit ends in an ellipsis.
    `lead` stands before the first word and is never parted from it.
    """
    words = text.split()
    if width < 2 or most < 1 or not words:
        return [cut(lead + text, width, ellipsis)] if words and width > 0 and most > 0 else []
    words[0] = lead + words[0]
    lines = [""]
    while words:
        word = words[0]
        candidate = f"{lines[-1]} {word}" if lines[-1] else word
        if cell_len(candidate) <= width:
            lines[-1] = candidate
            words.pop(0)
        elif len(lines) == most:
            rest = " ".join([lines[-1], *words] if lines[-1] else words)
            lines[-1] = cut(rest, width, ellipsis)
            break
        elif lines[-1]:
            lines.append("")
        else:
            head, words[0] = _broken(word, width)
            lines[-1] = head
            lines.append("")
    return lines


def _broken(word: str, width: int) -> tuple[str, str]:
    """A word too long for a line as what fits on it, with a hyphen, and the rest."""
    head = chop_cells(word, width - 1)[0]
    if cell_len(word) - cell_len(head) < 3 < len(head):
        head = head[:-2]  # a syllable's worth goes to the next line, not a letter
    hyphen = "" if head.endswith(("-", "/")) else "-"
    return head + hyphen, word[len(head) :]
