"""The kind of block that a service session or a plenum of Sessionize is."""

import re

_KINDS = (
    ("arrival", r"check-?in|registr\w*|arrival|doors|inloop|ontvangst|anmeldung|einlass|accueil"),
    ("social", r"\w*party|social|drinks|reception|networking|borrel|mixer|happy hour|ap[eé]ro"),
    (
        "plenary",
        r"opening|welcome|keynote|closing|plenary|housekeeping|wrap-?up|awards|raffle"
        r"|afsluiting|welkom|begrüßung|eröffnung|abschluss|clôture|ouverture",
    ),
)
_BY_WORDS = tuple((kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for kind, words in _KINDS)
_REFRESHMENTS = re.compile(
    r"\b(?:breaks?|coffee|tea|lunch|breakfast|dinner|brunch|pause|pauze|koffie|kaffee|snacks?)\b",
    re.IGNORECASE,
)


def find_kind(title: str, *, is_service: bool, is_plenum: bool) -> str:
    """Find the kind of block; empty for a session that can be chosen.

    Of a service session a word of its title tells; it is a break, or a meal, where none does.
    """
    if not is_service:
        return "plenary" if is_plenum else ""
    if _REFRESHMENTS.search(title):
        return "break"  # which of them are meals is told by what is common to all formats
    return next((kind for kind, words in _BY_WORDS if words.search(title)), "break")
