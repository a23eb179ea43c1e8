"""The rules that advise: A201 to A205 of the design, and A206 for what is accepted in vain."""

from tui_planner.programme.problem import Rule, Severity

NO_DESCRIPTION = Rule("A201", "no-description", Severity.INFO)
NO_ROOM = Rule("A202", "no-room", Severity.INFO)
NO_END = Rule("A203", "no-end", Severity.INFO)
NOTHING_LEFT = Rule("A204", "nothing-left", Severity.WARNING)
MEAL_SQUEEZED = Rule("A205", "meal-squeezed", Severity.INFO)
UNUSED_ACCEPTED = Rule("A206", "unused-accepted", Severity.WARNING)
