"""All rules: each with its page, and with the function that looks for it where one does."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from tui_planner.programme.problem import Rule

from . import advice, advice_rules, bookings, clash_rules, overlaps
from .advice_pages import ADVICE_PAGES
from .clash_pages import CLASH_PAGES
from .context import Context, Findings
from .file_pages import FILE_PAGES
from .rule_page import RulePage

RuleCheck = Callable[[Context], Findings]


class RegisteredRule(NamedTuple):
    """A rule of the register.

    Attributes:
        rule: Its number, name and usual severity.
        page: What is told of it.
        check: The function that finds it in a sound programme. The reader finds the E rules, and
            A206 is about what the others found.
    """

    rule: Rule
    page: RulePage
    check: RuleCheck | None = None


_CHECKS: Mapping[Rule, RuleCheck] = {
    clash_rules.OVERLAP: overlaps.find_overlaps,
    clash_rules.OVERRUN: overlaps.find_overruns,
    clash_rules.ROOM: bookings.find_room_bookings,
    clash_rules.SPEAKER: bookings.find_speaker_bookings,
    clash_rules.HOST: bookings.find_host_bookings,
    clash_rules.CHANGEOVER: bookings.find_changeovers,
    clash_rules.POSSIBLE_OVERLAP: overlaps.find_possible_overlaps,
    advice_rules.NO_DESCRIPTION: advice.find_missing_descriptions,
    advice_rules.NO_ROOM: advice.find_missing_rooms,
    advice_rules.NO_END: advice.find_missing_ends,
    advice_rules.NOTHING_LEFT: advice.find_empty_choices,
    advice_rules.MEAL_SQUEEZED: advice.find_squeezed_meals,
}

REGISTRY: Mapping[str, RegisteredRule] = {
    rule.code: RegisteredRule(rule, page, _CHECKS.get(rule))
    for rule, page in {**FILE_PAGES, **CLASH_PAGES, **ADVICE_PAGES}.items()
}
"""Every rule by its number, in their order: E, C, A."""

ACCEPTABLE = frozenset(code for code, entry in REGISTRY.items() if entry.check)
"""The rules whose findings can be accepted."""
