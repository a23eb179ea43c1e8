"""Breaks between syllables: a rule of thumb for the languages of Europe, without dictionaries.

A syllable begins with as many consonants as can begin a word, and a vowel. That is right where it
matters most: no line ends in `arbeidsmigra-`, and none begins with `nten`.
"""

import unicodedata
from collections.abc import Sequence

_VOWELS = frozenset("aeiouyæøœ")
_BEGINNINGS = {
    *("bl", "br", "ch", "chr", "cl", "cr", "dr", "fl", "fr", "gl", "gr", "kl", "kn", "kr", "ph"),
    *("phr", "pl", "pr", "sch", "schr", "sh", "shr", "sj", "th", "thr", "tr", "vl", "vr", "wr"),
}
"""Consonants that stand together at the start of a word; one alone can always."""

_LONGEST = max(map(len, _BEGINNINGS))


def find_last_break(letters: Sequence[str], first: int, last: int) -> int:
    """Find the last good break before a character from `first` to `last`; 0 where none is.

    A hyphen or a slash that is there is better than the end of a syllable.
    """
    places = range(last, first - 1, -1)
    signs = (at for at in places if letters[at - 1] in "-/")
    return next(signs, 0) or next((at for at in places if _begins_syllable(letters, at)), 0)


def _begins_syllable(letters: Sequence[str], at: int) -> bool:
    return _begins(letters, at) and letters[at - 1].isalpha() and not _begins(letters, at - 1)


def _begins(letters: Sequence[str], at: int) -> bool:
    """Tell whether consonants that can begin a syllable stand there, and a vowel after them."""
    consonants = ""
    for letter in map(_plain, letters[at : at + _LONGEST + 1]):
        if letter in _VOWELS:
            return len(consonants) == 1 or consonants in _BEGINNINGS
        if not letter.isalpha():
            return False
        consonants += letter
    return False


def _plain(letter: str) -> str:
    """Convert a letter to lower case, without accents."""
    return unicodedata.normalize("NFD", letter)[0].casefold()
