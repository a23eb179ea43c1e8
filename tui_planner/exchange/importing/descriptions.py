"""The description of a session out of the several texts that a published file has for it."""

from .html_text import is_html, text_of_html
from .plain_text import one_line, paragraphs

LONGEST = 100_000
"""Characters; what is longer is no description, and is cut."""


def joined_texts(*texts: str) -> tuple[str, bool]:
    """Texts as paragraphs of one, HTML made plain; and whether any was HTML.

    A text that another one begins with or repeats is not said twice.
    """
    plain = []
    for text in texts:
        html = is_html(text[:LONGEST])
        plain.append(paragraphs(text_of_html(text[:LONGEST]) if html else text[:LONGEST]))
    kept = [
        text
        for number, text in enumerate(plain)
        if text and not any(_repeats(text, other) for other in plain[number + 1 :])
    ]
    return "\n\n".join(kept)[:LONGEST], any(is_html(text[:LONGEST]) for text in texts)


def _repeats(text: str, other: str) -> bool:
    return one_line(other).startswith(one_line(text))
