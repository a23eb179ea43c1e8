"""The pages of the rules about clashes, C101 to C107."""

from collections.abc import Mapping

from tui_planner.programme.problem import Rule
from tui_planner.support.i18n import _

from . import clash_rules as rules
from .rule_page import EXAMPLE_HEAD, RulePage

_LUNCH = (
    '[[blocks]]\nid = "lunch"\nkind = "meal"\ntitle = "Lunch"\nstart = "12:00"\nend = "14:00"\n\n'
)
_ROOMS = '[[rooms]]\nid = "hall"\nname = "Hall"\n\n[[rooms]]\nid = "attic"\nname = "Attic"\n\n'
_WALKING = f"{EXAMPLE_HEAD}changeover = 10\n\n"
_BOTH = ("talk", "walk")


def _pair(times: tuple[str, str], *more: str) -> str:
    """A talk from 12:30 and a walk, each with more lines."""
    (end, start), (talk, walk) = times, more
    return (
        f'[[sessions]]\nid = "talk"\ntitle = "Talk"\nstart = "12:30"\nend = "{end}"\n{talk}\n'
        f'[[sessions]]\nid = "walk"\ntitle = "Walk"\nstart = "{start}"\nend = "14:00"\n{walk}'
    )


def _two(end: str, start: str, line: str, other: str | None = None) -> str:
    lines = (f"{line}\n", f"{line if other is None else other}\n")
    return _pair((end, start), *lines)


_IN_LUNCH = 'block = "lunch"'
_IN_HALL = 'room = "hall"'
_SPEAKER = 'speakers = ["Ann Ode"]'
_HOST = 'hosts = ["City group"]'

CLASH_PAGES: Mapping[Rule, RulePage] = {
    rules.OVERLAP: RulePage(
        _(
            "Two sessions of one block that is no choice, or a session and a plenary, are at the "
            "same time: who wants both cannot. Sessions of one group are alternatives and left out."
        ),
        _LUNCH + _two("13:15", "13:00", _IN_LUNCH),
        _LUNCH + _two("13:00", "13:00", _IN_LUNCH),
        _BOTH,
    ),
    rules.OVERRUN: RulePage(
        _(
            "A session may run on into another session or a plenary; only as information, into a "
            "block of another kind."
        ),
        _two("13:00", "13:05", 'overrun = "13:15"', ""),
        _two("13:00", "13:15", 'overrun = "13:15"', ""),
        _BOTH,
    ),
    rules.ROOM: RulePage(
        _("One room holds two sessions at once; a warning where that is only possible."),
        _ROOMS + _two("13:15", "13:00", _IN_HALL),
        _ROOMS + _two("13:15", "13:00", _IN_HALL, 'room = "attic"'),
        _BOTH,
    ),
    rules.SPEAKER: RulePage(
        _("One person speaks in two places at once; a warning where that is only possible."),
        _two("13:15", "13:00", _SPEAKER),
        _two("13:00", "13:00", _SPEAKER),
        _BOTH,
    ),
    rules.HOST: RulePage(
        _("One group hosts two sessions at once."),
        _two("13:15", "13:00", _HOST),
        _two("13:00", "13:00", _HOST),
        _BOTH,
    ),
    rules.CHANGEOVER: RulePage(
        _("A speaker or host has too few minutes between two rooms."),
        _WALKING
        + _ROOMS
        + _two("13:00", "13:05", f"{_SPEAKER}\n{_IN_HALL}", f'{_SPEAKER}\nroom = "attic"'),
        _WALKING
        + _ROOMS
        + _two("13:00", "13:10", f"{_SPEAKER}\n{_IN_HALL}", f'{_SPEAKER}\nroom = "attic"'),
        _BOTH,
    ),
    rules.POSSIBLE_OVERLAP: RulePage(
        _(
            "As C101, where it may be so and is not certain, for another reason than an overrun: "
            "a start that is not exact, an end that is not stated."
        ),
        _LUNCH + _two("13:00", "13:00", _IN_LUNCH, f"{_IN_LUNCH}\naround = 5"),
        _LUNCH + _two("13:00", "13:05", _IN_LUNCH, f"{_IN_LUNCH}\naround = 5"),
        _BOTH,
    ),
}
