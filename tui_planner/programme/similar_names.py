"""Names that differ so little that one may be a slip of the pen, and several names in one text."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from .text_rules import fold_name

_LEAST_INSERTED = 4
"""Letters of a word that another one with one letter less may be meant by."""
_LEAST_REPLACED, _LEAST_REPLACED_FIRST = 3, 5
"""The same with another letter, and with another first letter: "Vos" and "Bos" are two names."""
_ROMAN = frozenset("ivxlc")
_PARTED = re.compile(r"[,;/&+]|\s(?:and|en|und|et|y|e)\s", re.IGNORECASE)
_NO_DIGITS = re.compile(r"\D+")


def find_similar_pairs(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Find pairs of names that differ by case, spaces, an accent or one letter of a longer word.

    A digit is no letter, nor is a number as the Romans write it: "Room 1" and "Room 2" are two.
    """
    written: dict[str, str] = {}
    by_word: dict[str, str] = {}
    for name in sorted(names):
        plain = _without_accents(fold_name(name))
        joined = plain.replace(" ", "")
        if joined in written:
            yield written[joined], name
        else:
            written[joined] = name
            by_word[plain] = name
    digits = {plain: _keep_digits(plain) for plain in by_word}
    numbers = Counter(digits.values())
    replaced: dict[tuple[str, str], str] = {}
    for plain, name in by_word.items():
        if numbers[digits[plain]] == 1:
            continue  # by its number it is another than all others
        for number, letter in enumerate(plain):
            before, after = plain[:number], plain[number + 1 :]
            word = _word_around(before, letter, after)
            if not letter.isalpha() or _ROMAN.issuperset(word):
                continue
            is_repeated = before[-1:] == letter  # of two alike, one is enough to leave out
            if (
                len(word) >= _LEAST_INSERTED
                and not is_repeated
                and (other := by_word.get(before + after))
            ):
                yield other, name
            is_first = not before or before[-1] == " "
            if len(word) >= (_LEAST_REPLACED_FIRST if is_first else _LEAST_REPLACED):
                if other := replaced.get((before, after)):
                    yield other, name
                replaced[before, after] = name


def find_several(texts: Collection[str]) -> list[str]:
    """Find the texts that have anything that could part the names of several people."""
    if not _PARTED.search("\n".join(texts)):  # one search for all: few programmes have any
        return []
    return [text for text in texts if _PARTED.search(text)]


def split_names(text: str, known: Collection[str], *, only_known: bool) -> list[str]:
    """Split a text that may hold several names into these; empty where it is likely one.

    Args:
        text: The text.
        known: The names that stand alone elsewhere, folded. A text that holds one holds several.
        only_known: Whether all of them must be known.
    """
    names = [name.strip() for name in _PARTED.split(text) if name.strip()]
    if len(names) < 2:
        return []
    are_known = [fold_name(name) in known for name in names]
    if all(are_known) if only_known else any(are_known):
        return names
    # "Vos, Otto" and "Ann Ode, City of Hoorn" are one.
    looks_it = "," not in text and all(" " in name for name in names)
    return names if looks_it and not only_known else []


def _keep_digits(text: str) -> str:
    return "" if text.isalpha() else _NO_DIGITS.sub("", text)


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text)
    return "".join(part for part in parts if not unicodedata.combining(part))


def _word_around(before: str, letter: str, after: str) -> str:
    return before.rpartition(" ")[2] + letter + after.partition(" ")[0]
