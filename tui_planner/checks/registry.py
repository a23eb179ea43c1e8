"""All rules: each with its page, and with the function that looks for it where one does."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from tui_planner.programme.problem import Rule

from . import advice, advice_rules, bookings, clash_rules, overlaps
from .advice_pages import ADVICE_PAGES
from .clash_pages import CLASH_PAGES
from .context import Context, Findings
from .file_pages import FILE_PAGES
from .rule_page import Page

Check = Callable[[Context], Findings]


class Entry(NamedTuple):
    """A rule of the register.

    Attributes:
        rule: Its number, name and usual severity.
        page: What is told of it.
        check: The function that finds it in a sound programme. The reader finds the E rules, and
            A206 is about what the others found.
    """

    rule: Rule
    page: Page
    check: Check | None = None


_CHECKS: Mapping[Rule, Check] = {
    clash_rules.OVERLAP: overlaps.overlaps,
    clash_rules.OVERRUN: overlaps.overruns,
    clash_rules.ROOM: bookings.rooms,
    clash_rules.SPEAKER: bookings.speakers,
    clash_rules.HOST: bookings.hosts,
    clash_rules.CHANGEOVER: bookings.changeovers,
    clash_rules.POSSIBLE_OVERLAP: overlaps.possible_overlaps,
    advice_rules.NO_DESCRIPTION: advice.no_descriptions,
    advice_rules.NO_ROOM: advice.no_rooms,
    advice_rules.NO_END: advice.no_ends,
    advice_rules.NOTHING_LEFT: advice.nothing_left,
    advice_rules.MEAL_SQUEEZED: advice.squeezed_meals,
}

REGISTRY: Mapping[str, Entry] = {
    rule.code: Entry(rule, page, _CHECKS.get(rule))
    for rule, page in {**FILE_PAGES, **CLASH_PAGES, **ADVICE_PAGES}.items()
}
"""Every rule by its number, in their order: E, C, A."""

ACCEPTABLE = frozenset(code for code, entry in REGISTRY.items() if entry.check)
"""The rules whose findings can be accepted."""
