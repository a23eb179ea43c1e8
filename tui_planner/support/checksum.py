"""The checksum by which a file that this program wrote shows whether it was edited since."""

import hashlib

_DIGITS = 16


def compute_checksum(text: str) -> str:
    """Compute a short checksum of a text: 16 hexadecimal digits of its SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]
