"""The addresses that a programme may have, or be at: pages, mailboxes and calendars.

Whoever follows one of another scheme may run something (`javascript:`) or open a file.
"""

import re

ADDRESS = (
    r"(([Hh][Tt][Tt][Pp][Ss]?|[Ww][Ee][Bb][Cc][Aa][Ll])://|[Mm][Aa][Ii][Ll][Tt][Oo]:)"
    r"[^\s\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+"
)
"""A regular expression of these, also for JSON Schema, which cannot ignore case."""

_FETCHED = ("http://", "https://", "webcal://", "webcals://")
_CREDENTIALS = re.compile(r"(?<=://)[^/?#\s]*@")
_SECRETS = re.compile(
    r"([?&;](?:[\w.-]*[_.-])?"
    r"(?:token|key|apikey|secret|password|passwd|pwd|pw|auth|sig|signature|code)=)[^&;#\s]+",
    re.IGNORECASE,
)


def is_address(text: str) -> bool:
    """Whether a text is one of these addresses, whole."""
    return re.fullmatch(ADDRESS, text) is not None


def parse_address(text: str) -> str:
    """Return an address, or nothing where it is none of these."""
    return text if is_address(text) else ""


def is_web_address(name: str) -> bool:
    """Tell whether what a user names is an address to fetch from, and no file."""
    return name[:10].lower().startswith(_FETCHED)


def hide_secrets(text: str) -> str:
    """Return a text in which the addresses show neither names, passwords nor keys."""
    return _SECRETS.sub(r"\1…", _CREDENTIALS.sub("…@", text))
