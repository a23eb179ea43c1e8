"""The pages of the rules that advise, A201 to A206."""

from collections.abc import Mapping

from tui_planner.programme.problem import Rule
from tui_planner.support.i18n import _

from . import advice_rules as rules
from .rule_page import RulePage

_TALK = '[[sessions]]\nid = "talk"\ntitle = "Talk"\nstart = "12:45"\nend = "13:45"\n'
_SAID = 'description = "How warmth from water heats a town."\n'
_HALL = '[[rooms]]\nid = "hall"\nname = "Hall"\n\n'
_ROUND = (
    '[[blocks]]\nid = "round-1"\nkind = "choice"\ntitle = "Round 1"\n'
    'start = "12:45"\nend = "13:45"\n\n'
)
_LUNCH = (
    '[[blocks]]\nid = "lunch"\nkind = "meal"\ntitle = "Lunch"\nstart = "12:30"\nend = "14:00"\n'
    "minutes_needed = 20\n\n"
)
_ACCEPTED = '\n[[accepted]]\nrule = "A201"\nsessions = ["talk"]\nreason = "It follows."\n'

ADVICE_PAGES: Mapping[Rule, RulePage] = {
    rules.NO_DESCRIPTION: RulePage(
        _("A session of which only the title is known."), _TALK, _TALK + _SAID, ("talk",)
    ),
    rules.NO_ROOM: RulePage(
        _(
            "A session without a room, in a programme that has rooms. The room of its block, or of "
            "what it is part of, will do."
        ),
        _HALL + _TALK + _SAID,
        f'{_HALL}{_TALK}room = "hall"\n{_SAID}',
        ("talk",),
    ),
    rules.NO_END: RulePage(
        _(
            "A session of which no end is stated; one without a start and an end has those of its "
            "block."
        ),
        _TALK.replace('end = "13:45"\n', "") + _SAID,
        _TALK + _SAID,
        ("talk",),
    ),
    rules.NOTHING_LEFT: RulePage(
        _("A block of choices, or a group, in which no session is open."),
        f'{_ROUND}{_TALK}block = "round-1"\nstatus = "full"\n{_SAID}',
        f'{_ROUND}{_TALK}block = "round-1"\nstatus = "open"\n{_SAID}',
        ("round-1",),
    ),
    rules.MEAL_SQUEEZED: RulePage(
        _(
            "A session in or over a meal that leaves fewer minutes in one stretch than one needs "
            "to eat."
        ),
        _LUNCH + _TALK + _SAID,
        _LUNCH + _TALK.replace("13:45", "13:40") + _SAID,
        ("talk", "lunch"),
    ),
    rules.UNUSED_ACCEPTED: RulePage(
        _("An [[accepted]] that silences nothing: what it accepts is not found, or not any more."),
        _TALK + _SAID + _ACCEPTED,
        _TALK + _ACCEPTED,
    ),
}
