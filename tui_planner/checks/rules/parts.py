"""Parts that do not lie within what they are part of: C108."""

from tui_planner.checks.context import Context, Findings
from tui_planner.checks.registered_rule import RegisteredRule
from tui_planner.checks.rule_page import RulePage
from tui_planner.programme.problem import Rule, Severity
from tui_planner.programme.time_text import format_span
from tui_planner.support.i18n import _

_WHOLE = '[[sessions]]\nid = "track"\ntitle = "Track"\nstart = "12:45"\nend = "13:45"\n\n'
_PART = (
    '[[sessions]]\nid = "talk"\ntitle = "Talk"\nstart = "{}"\nend = "13:15"\npart_of = "track"\n'
)


def find_parts_outside(context: Context) -> Findings:
    """Find parts that start before, or end after, what they are part of (C108)."""
    programme = context.programme
    for part in context.parts_outside.values():
        whole = programme.session_by_id[part.part_of or ""]
        message = _("{part} ({times}) does not lie within {whole} ({other_times}), its whole.")
        text = message.format(
            part=context.name_on_day(part),
            whole=context.name(whole),
            times=format_span(part.timing.planned, programme.zone),
            other_times=format_span(whole.timing.planned, programme.zone),
        )
        hint = _("Move or shorten it, or leave out part_of: the two are judged as any others.")
        place = context.locate(part, "start")
        yield context.make_finding(PART_OUTSIDE.rule, place, text, hint, (part.id, whole.id))


PART_OUTSIDE = RegisteredRule(
    Rule("C108", "part-outside", Severity.WARNING),
    RulePage(
        finds=_(
            "A part that does not lie within the time of what it is part of. That it is outside "
            "their block too, or books their room twice, is not told beside it."
        ),
        breaks=_WHOLE + _PART.format("12:30"),
        mended=_WHOLE + _PART.format("12:45"),
        accepts=("talk", "track"),
    ),
    find_parts_outside,
)
