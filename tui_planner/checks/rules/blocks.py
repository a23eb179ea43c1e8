"""Blocks of one day that are at the same time: A208."""

from tui_planner.checks.context import Context, Findings
from tui_planner.checks.finding_limit import limit_findings
from tui_planner.checks.registered_rule import RegisteredRule
from tui_planner.checks.rule_page import RulePage
from tui_planner.clashes.judge import Verdict, judge_times
from tui_planner.clashes.sweep import find_meeting
from tui_planner.programme.model import Block, BlockKind
from tui_planner.programme.problem import Problem, Rule, Severity
from tui_planner.support.i18n import _

_TWO = (
    '[[blocks]]\nid = "opening"\nkind = "plenary"\ntitle = "Opening"\nstart = "12:30"\n'
    'end = "{}"\n\n'
    '[[blocks]]\nid = "lunch"\nkind = "meal"\ntitle = "Lunch"\nstart = "13:00"\nend = "14:00"\n'
)


def find_blocks_at_once(context: Context) -> Findings:
    """Find blocks of one day that are surely at the same time (A208)."""
    blocks = context.programme.blocks

    def find(pair: tuple[Block, Block]) -> Problem | None:
        one, other = pair
        clash = judge_times(one, other, context.programme)
        if one.day != other.day or clash is None or clash.verdict is not Verdict.CERTAIN:
            return None
        later = other if clash.second is other else one
        message = _("The blocks {first} and {second} are at the same time: {when}.").format(
            first=context.name(clash.first),
            second=context.name(clash.second),
            when=context.describe_meeting(clash),
        )
        hint = _("A block holds for everyone: mend the times, or accept it with [[accepted]].")
        is_plenary = BlockKind.PLENARY in {one.kind, other.kind}
        severity = Severity.WARNING if is_plenary else Severity.INFO
        place = context.locate(later, "start")
        return context.make_clash_finding(
            BLOCKS_OVERLAP.rule, clash, place, message, hint, severity
        )

    pairs = (
        ((blocks[other], blocks[one]) for other in others)
        for one, others in find_meeting([block.timing.sure for block in blocks])
    )
    return limit_findings(context, BLOCKS_OVERLAP.rule, pairs, find)


BLOCKS_OVERLAP = RegisteredRule(
    Rule("A208", "blocks-overlap", Severity.INFO),
    RulePage(
        finds=_("Two blocks of one day at once; a warning where one of them is a plenary."),
        breaks=_TWO.format("13:15"),
        mended=_TWO.format("13:00"),
        accepts=("opening", "lunch"),
    ),
    find_blocks_at_once,
)
