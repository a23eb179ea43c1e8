"""The rules about clashes, C101 to C107 of the design."""

from tui_planner.programme.problem import Rule, Severity

OVERLAP = Rule("C101", "overlap", Severity.WARNING)
OVERRUN = Rule("C102", "overrun", Severity.WARNING)
ROOM = Rule("C103", "room-double-booked", Severity.ERROR)
SPEAKER = Rule("C104", "speaker-double-booked", Severity.ERROR)
HOST = Rule("C105", "host-double-booked", Severity.WARNING)
CHANGEOVER = Rule("C106", "changeover", Severity.WARNING)
POSSIBLE_OVERLAP = Rule("C107", "possible-overlap", Severity.WARNING)
