"""Names of several people in one text."""

import re

_SURE_ENDS = re.compile(r"[;\n|]")
_LIKELY_ENDS = re.compile(r"[,&]| (?:and|en|und) ")


def split_names(text: str) -> tuple[str, ...]:
    """Split names that stand in one text: at semicolons and line breaks, else at commas."""
    ends = _SURE_ENDS if _SURE_ENDS.search(text.strip()) else _LIKELY_ENDS
    return tuple(filter(None, (" ".join(name.split()) for name in ends.split(text))))
