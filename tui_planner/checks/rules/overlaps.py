"""Sessions that one delegate may want and cannot both attend: C101, C102 and C107."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from tui_planner.checks.context import Context, Findings
from tui_planner.checks.example_pair import PAIR, write_pair
from tui_planner.checks.finding_limit import limit_findings
from tui_planner.checks.registered_rule import RegisteredRule
from tui_planner.checks.rule_page import RulePage
from tui_planner.clashes.judge import (
    Clash,
    Reason,
    Verdict,
    needs_nobody,
)
from tui_planner.clashes.sweep import find_meeting, find_meeting_across
from tui_planner.programme.model import Block, BlockKind, Programme, Session
from tui_planner.programme.problem import Problem, Rule, Severity
from tui_planner.programme.timing import Interval
from tui_planner.support.i18n import _

_Pair = tuple[Session, Session | Block]

_LUNCH = (
    '[[blocks]]\nid = "lunch"\nkind = "meal"\ntitle = "Lunch"\nstart = "12:00"\nend = "14:00"\n\n'
)
_IN_LUNCH = 'block = "lunch"'


def find_overlaps(context: Context) -> Findings:
    """Find sessions at one time in a block that is no choice, or over a plenary (C101)."""
    return _find_with_verdict(
        context,
        Verdict.CERTAIN,
        OVERLAP.rule,
        _("{first} and {second} are at the same time: {when}."),
        _("Move one of them, make them one group, or accept it with [[accepted]]."),
    )


OVERLAP = RegisteredRule(
    Rule("C101", "overlap", Severity.WARNING),
    RulePage(
        finds=_(
            "Two sessions of one block that is no choice, or a session and a plenary, are at the "
            "same time: who wants both cannot. Sessions of one group are alternatives and left out."
        ),
        breaks=_LUNCH + write_pair("13:15", "13:00", _IN_LUNCH),
        mended=_LUNCH + write_pair("13:00", "13:00", _IN_LUNCH),
        accepts=PAIR,
    ),
    find_overlaps,
)


def find_overruns(context: Context) -> Findings:
    """Find sessions that may run on into another session, a plenary or another block (C102)."""
    programme = context.programme
    late = [s for s in programme.sessions if s.timing.last_end > s.timing.end]
    tails = [Interval(s.timing.end, s.timing.last_end) for s in late]
    if not late:
        return iter(())

    def find(pair: _Pair) -> Problem | None:
        session, thing = pair
        if session is thing or _are_alternatives(session, thing, programme):
            return None
        clash = context.judge(session, thing, loose_too=True)
        if clash is None or Reason.OVERRUN not in clash.reasons or clash.former != session:
            return None
        message = _("{first} may run on into {second}: {when}.")
        when = context.describe_meeting(clash)
        severity = Severity.WARNING
        if isinstance(thing, Block) and thing.kind is not BlockKind.PLENARY:
            severity = Severity.INFO
        return context.make_clash_finding(
            OVERRUN.rule,
            clash,
            context.locate(session, "overrun"),
            message.format(first=context.name(session), second=context.name(thing), when=when),
            _("Shorten the overrun, move one of them, or accept it with [[accepted]]."),
            severity,
        )

    pairs = _pair_meeting(late, tails, context.bookable)
    return limit_findings(context, OVERRUN.rule, pairs, find)


OVERRUN = RegisteredRule(
    Rule("C102", "overrun", Severity.WARNING),
    RulePage(
        finds=_(
            "A session may run on into another session or a plenary; only as information, into a "
            "block of another kind."
        ),
        breaks=write_pair("13:00", "13:05", 'overrun = "13:15"', ""),
        mended=write_pair("13:00", "13:15", 'overrun = "13:15"', ""),
        accepts=PAIR,
    ),
    find_overruns,
)


def find_possible_overlaps(context: Context) -> Findings:
    """Find what C101 finds, where it may be so for another reason than an overrun (C107)."""
    return _find_with_verdict(
        context,
        Verdict.POSSIBLE,
        POSSIBLE_OVERLAP.rule,
        _("{first} and {second} may be at the same time: {when}."),
        _("Say the start or the end exactly, or accept it with [[accepted]]."),
    )


POSSIBLE_OVERLAP = RegisteredRule(
    Rule("C107", "possible-overlap", Severity.WARNING),
    RulePage(
        finds=_(
            "As C101, where it may be so and is not certain, for another reason than an overrun: "
            "a start that is not exact, an end that is not stated."
        ),
        breaks=_LUNCH + write_pair("13:00", "13:00", _IN_LUNCH, f"{_IN_LUNCH}\naround = 5"),
        mended=_LUNCH + write_pair("13:00", "13:05", _IN_LUNCH, f"{_IN_LUNCH}\naround = 5"),
        accepts=PAIR,
    ),
    find_possible_overlaps,
)


def _find_with_verdict(
    context: Context, verdict: Verdict, rule: Rule, message: str, hint: str
) -> Findings:
    """Find clashes of one verdict between sessions, and plenaries, of which one may want both."""

    def find(pair: _Pair) -> Problem | None:
        if _are_alternatives(*pair, context.programme):
            return None
        clash = context.judge(*pair)
        if clash is None or clash.verdict is not verdict or Reason.OVERRUN in clash.reasons:
            return None
        place = context.locate(_later_session(clash), "start")
        when = context.describe_meeting(clash)
        first, second = context.name(clash.first), context.name(clash.second)
        text = message.format(first=first, second=second, when=when)
        return context.make_clash_finding(rule, clash, place, text, hint)

    return limit_findings(context, rule, _pair_for_the_same_people(context), find)


def _pair_for_the_same_people(context: Context) -> Iterator[Iterator[_Pair]]:
    """Pair what may meet in time: sessions of one block that is no choice, and all with plenaries.

    Yields the pairs of one thing after another.
    """
    programme = context.programme
    by_block: dict[str, list[Session]] = defaultdict(list)
    for session in programme.sessions:
        if session.block is not None:
            by_block[session.block].append(session)
    for block_id, in_block in by_block.items():
        if programme.block_by_id[block_id].kind is not BlockKind.CHOICE:
            sessions = [session for session in in_block if not needs_nobody(session)]
            for one, others in find_meeting(_reaches(sessions)):
                yield ((sessions[one], sessions[other]) for other in others)
    plenaries = [block for block in programme.blocks if block.kind is BlockKind.PLENARY]
    if plenaries:
        times = _reaches(programme.sessions)
        with_times = list(zip(_reaches(plenaries), plenaries, strict=True))
        yield from _pair_meeting(programme.sessions, times, with_times)


def _pair_meeting(
    sessions: Sequence[Session],
    times: Sequence[Interval],
    things: Sequence[tuple[Interval, Session | Block]],
) -> Iterator[Iterator[_Pair]]:
    """Pair each session with the things that it may meet in its one of `times`, as theirs are."""
    for one, others in find_meeting_across(times, [time for time, _thing in things]):
        yield ((sessions[one], things[other][1]) for other in others)


def _reaches(things: Iterable[Session | Block]) -> list[Interval]:
    return [thing.timing.reach for thing in things]


def _are_alternatives(one: Session, other: Session | Block, programme: Programme) -> bool:
    """Say whether a delegate is meant to take at most one of the two."""
    if isinstance(other, Block):
        return False
    if one.group is not None and one.group == other.group:
        return True
    if one.block is not None and one.block == other.block:
        block = programme.block_by_id.get(one.block)
        if block is not None and block.kind is BlockKind.CHOICE:
            return True
    return programme.find_first_run(one) == programme.find_first_run(other)


def _later_session(clash: Clash) -> Session:
    """Return the session at whose start a clash is shown: the later one, or the only one."""
    if isinstance(clash.second, Session):
        return clash.second
    assert isinstance(clash.first, Session)  # noqa: S101 - no pair has two blocks
    return clash.first
