"""Ids as one types them: those of published programmes are long."""

import re
from collections.abc import Collection, Iterable

_REST = re.compile(r"(?<=^[0-9a-f]{8})(-[0-9a-f]{4}){3}-[0-9a-f]{12}|@[^#]*", re.IGNORECASE)
"""What is left away: all of a UUID but its first group, and of a UID what stands behind the @."""


def resolve_ids(words: Iterable[str], known: Collection[str]) -> list[str]:
    """Find the ids that words mean: themselves, or the only known one that each is short for.

    `270fa44c` is short for `270fa44c-821a-577f-8ca3-33e8d4a8c2a7`, and `114` for `114@example.org`.
    """
    return [_meant(word, known) for word in words]


def _meant(word: str, known: Collection[str]) -> str:
    if word in known:
        return word
    found = {id_ for id_ in known if _REST.sub("", id_, count=1) == word}
    return found.pop() if len(found) == 1 else word
