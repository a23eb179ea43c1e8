"""What a delegate would have to be in two places for: C101, C102 and C107."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from tui_planner.clashes.judge import (
    Clash,
    Reason,
    Verdict,
    is_within,
    judge,
    judge_times,
    needs_nobody,
)
from tui_planner.clashes.sweep import find_meeting, find_meeting_across
from tui_planner.programme.model import Block, BlockKind, Programme, Session, Status
from tui_planner.programme.problem import Problem, Rule, Severity
from tui_planner.programme.timing import Interval
from tui_planner.support.i18n import _

from . import clash_rules as rules
from .context import Context, Findings
from .telling import limit_findings

_Pair = tuple[Session, Session | Block]


def find_overlaps(context: Context) -> Findings:
    """C101: sessions of one block that is no choice, and sessions over a plenary, at one time."""
    return _of_verdict(
        context,
        Verdict.CERTAIN,
        rules.OVERLAP,
        _("{first} and {second} are at the same time: {when}."),
        _("Move one of them, make them one group, or accept it with [[accepted]]."),
    )


def find_possible_overlaps(context: Context) -> Findings:
    """C107: the same, where it may be so for another reason than an overrun."""
    return _of_verdict(
        context,
        Verdict.POSSIBLE,
        rules.POSSIBLE_OVERLAP,
        _("{first} and {second} may be at the same time: {when}."),
        _("Say the start or the end exactly, or accept it with [[accepted]]."),
    )


def find_overruns(context: Context) -> Findings:
    """C102: sessions that may run on into another session, a plenary or another block."""
    programme = context.programme
    late = [s for s in programme.sessions if s.timing.last_end > s.timing.end]
    tails = [Interval(s.timing.end, s.timing.last_end) for s in late]
    things: list[Session | Block] = [*programme.sessions, *programme.blocks]

    def find(pair: _Pair) -> Problem | None:
        session, thing = pair
        if session is thing or _are_alternatives(session, thing, programme):
            return None
        clash = _judge_for_overrun(session, thing, programme)
        if clash is None or Reason.OVERRUN not in clash.reasons or clash.former != session:
            return None
        message = _("{first} may run on into {second}: {when}.")
        severity = Severity.WARNING
        if isinstance(thing, Block) and thing.kind is not BlockKind.PLENARY:
            severity = Severity.INFO
        return context.finding(
            rules.OVERRUN,
            clash,
            context.place(session, "overrun"),
            message.format(first=session.id, second=thing.id, when=context.met(clash)),
            _("Shorten the overrun, move one of them, or accept it with [[accepted]]."),
            severity,
        )

    return limit_findings(context, rules.OVERRUN, _met(late, tails, things), find)


def _of_verdict(
    context: Context, verdict: Verdict, rule: Rule, message: str, hint: str
) -> Findings:
    """The findings of a rule about sessions, and plenaries, that one person may want both of."""

    def find(pair: _Pair) -> Problem | None:
        if _are_alternatives(*pair, context.programme):
            return None
        clash = judge(*pair, context.programme)
        if clash is None or clash.verdict is not verdict or Reason.OVERRUN in clash.reasons:
            return None
        place = context.place(_later_in_pair(clash), "start")
        return context.finding(rule, clash, place, _in_words(context, clash, message), hint)

    return limit_findings(context, rule, _meant_for_the_same_people(context), find)


def _in_words(context: Context, clash: Clash, message: str) -> str:
    return message.format(first=clash.first.id, second=clash.second.id, when=context.met(clash))


def _judge_for_overrun(
    session: Session, thing: Session | Block, programme: Programme
) -> Clash | None:
    """The judgement, which for an overrun looks at every other block too."""
    if isinstance(thing, Session) or thing.kind is BlockKind.PLENARY:
        return judge(session, thing, programme)
    if session.status is Status.CANCELLED or session.drop_in:
        return None
    return None if is_within(thing, session, programme) else judge_times(session, thing, programme)


def _meant_for_the_same_people(context: Context) -> Iterator[Iterator[_Pair]]:
    """Pairs whose times may meet: of one block that is no choice, and sessions with plenaries."""
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
        yield from _met(programme.sessions, _reaches(programme.sessions), plenaries)


def _met(
    sessions: Sequence[Session], times: Sequence[Interval], things: Sequence[Session | Block]
) -> Iterator[Iterator[_Pair]]:
    """Sessions with the things that they may meet in some times of theirs."""
    for one, others in find_meeting_across(times, _reaches(things)):
        yield ((sessions[one], things[other]) for other in others)


def _reaches(things: Iterable[Session | Block]) -> list[Interval]:
    return [thing.timing.reach for thing in things]


def _are_alternatives(one: Session, other: Session | Block, programme: Programme) -> bool:
    """Whether a delegate is meant to take at most one of the two."""
    if isinstance(other, Block):
        return False
    if one.group is not None and one.group == other.group:
        return True
    if programme.find_first_run(one) == programme.find_first_run(other):
        return True
    block = programme.block_by_id.get(one.block or "")
    return block is not None and block.kind is BlockKind.CHOICE and one.block == other.block


def _later_in_pair(clash: Clash) -> Session:
    """The session at whose start a finding is told; of a session and a plenary, the session."""
    if isinstance(clash.second, Session):
        return clash.second
    assert isinstance(clash.first, Session)  # noqa: S101 - no pair has two blocks
    return clash.first
