"""The description of a session, joined from the several texts that a file has for it."""

from tui_planner.exchange.html_detection import is_html
from tui_planner.support.i18n import _

from .html_text import convert_html
from .plain_text import clean_paragraphs, flatten

LONGEST = 100_000
"""Characters; what is longer is no description, and is cut."""


def join_texts(*texts: str) -> tuple[str, list[str]]:
    """Join texts as paragraphs of one, HTML made plain; a text that another repeats is dropped.

    Returns:
        The text, and what was mended in it, as sentences.
    """
    cut = [text[:LONGEST] for text in texts]
    html = [is_html(text) for text in cut]
    plain = [
        clean_paragraphs(convert_html(text) if is_html_ else text)
        for text, is_html_ in zip(cut, html, strict=True)
    ]
    kept = [
        text
        for number, text in enumerate(plain)
        if text and not any(_repeats(text, other) for other in plain[number + 1 :])
    ]
    whole = "\n\n".join(kept)
    mended = []
    if any(html):
        mended.append(_("A description was HTML: it is plain text here."))
    if len(whole) > LONGEST or any(len(text) > LONGEST for text in texts):
        message = _("Its description is cut after {n} characters.")
        mended.append(message.format(n=LONGEST))
    return whole[:LONGEST], mended


def _repeats(text: str, other: str) -> bool:
    return text[0] == other[:1] and flatten(other).startswith(flatten(text))
