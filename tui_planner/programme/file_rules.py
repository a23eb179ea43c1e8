"""The rules about the file itself, E001 to E010 of the design."""

from .problem import Rule, Severity


def _error(code: str, name: str) -> Rule:
    return Rule(code, name, Severity.ERROR)


SYNTAX = _error("E001", "syntax")
MISSING_KEY = _error("E002", "missing-key")
BAD_VALUE = _error("E003", "bad-value")
UNKNOWN_KEY = _error("E004", "unknown-key")
DUPLICATE_ID = _error("E005", "duplicate-id")
UNKNOWN_REFERENCE = _error("E006", "unknown-reference")
END_BEFORE_START = _error("E007", "end-before-start")
OUTSIDE_BLOCK = _error("E008", "outside-block")
OUTSIDE_DAY = _error("E009", "outside-day")
UNREADABLE = _error("E010", "unreadable")

# They are found in reading, so they stand here; their pages are in checks/rules/file_faults.py.
