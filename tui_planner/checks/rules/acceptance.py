"""Findings that an organiser accepts with [[accepted]], and entries that silence none: A206.

This rule is about what the other rules found, so it has no check that looks at a programme alone.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from tui_planner.checks.context import Context, Findings
from tui_planner.checks.registered_rule import RegisteredRule
from tui_planner.checks.rule_page import RulePage
from tui_planner.checks.subjects import find_things
from tui_planner.programme.model import Accepted, Programme, Session, Thing
from tui_planner.programme.problem import Problem, Rule, Severity
from tui_planner.programme.reading.faults.problem_collector import suggest_similar
from tui_planner.programme.text_rules import fold_name
from tui_planner.support.i18n import _

_TALK = '[[sessions]]\nid = "talk"\ntitle = "Talk"\nstart = "12:45"\nend = "13:45"\n'
_DESCRIPTION = 'description = "How warmth from water heats a town."\n'
_ACCEPTED = '\n[[accepted]]\nrule = "A201"\nsessions = ["talk"]\nreason = "It follows."\n'

_Key = tuple[str, str, str]
"""The number of a rule, a key of [[accepted]], and a value that it has there."""


class Acceptance:
    """The entries of [[accepted]] of a programme, which silence findings.

    An entry silences the findings of its rule whose sessions are all among those that it names. The
    first that does so counts: another one for the same is needless.
    """

    def __init__(self, programme: Programme) -> None:
        self._programme = programme
        self._entries = programme.accepted
        self._numbers: Mapping[_Key, list[int]] = self._index()
        self.used: set[int] = set()

    def silences(self, problem: Problem) -> bool:
        """Say whether a finding is accepted, and note which entry does so."""
        number = min(self._list_silencing(problem), default=None) if self._numbers else None
        if number is None:
            return False
        self.used.add(number)
        return True

    def _index(self) -> Mapping[_Key, list[int]]:
        """Map what entries are looked up by to their numbers; a list of ids by each of its ids."""
        numbers: dict[_Key, list[int]] = defaultdict(list)
        for number, entry in enumerate(self._entries):
            for id_ in entry.sessions:
                numbers[entry.rule, "sessions", id_].append(number)
            for key, value in (("room", entry.room), ("track", entry.track)):
                if value is not None:
                    numbers[entry.rule, key, value].append(number)
            if entry.speaker is not None:
                numbers[entry.rule, "speaker", fold_name(entry.speaker)].append(number)
        return numbers

    def _list_silencing(self, problem: Problem) -> Iterator[int]:
        """List the numbers of the entries that silence a finding."""
        if not problem.sessions:
            return
        code = problem.rule.code
        by_id = [self._numbers.get((code, "sessions", id_), []) for id_ in problem.sessions]
        for number in min(by_id, key=len):
            if self._entries[number].sessions.issuperset(problem.sessions):
                yield number
        for key, value in _list_shared(problem, self._programme):
            yield from self._numbers.get((code, key, value), ())


def _list_shared(problem: Problem, programme: Programme) -> Iterator[tuple[str, str]]:
    """List the room, the speakers and the track that all sessions of a finding share.

    A block counts only where the finding is of blocks alone, and one of people is of these alone.
    """
    things: list[Thing] = list(find_things(problem.sessions, programme))
    things = [thing for thing in things if isinstance(thing, Session)] or things
    rooms = {thing.room for thing in things}
    tracks = {getattr(thing, "track", "") for thing in things}
    people = [{fold_name(name) for name in thing.speakers} for thing in things]
    if problem.people:
        people = [{fold_name(name)} for name in problem.people]
    for key, values in (("room", rooms), ("track", tracks)):
        for value in values if len(values) == 1 else ():
            if value:
                yield key, value
    for name in set.intersection(*people) if people else ():
        yield "speaker", name


def find_unused(
    context: Context, used: Collection[int], checked: Collection[str], acceptable: Collection[str]
) -> Findings:
    """Find entries of [[accepted]] that silence none of all that was found (A206).

    Args:
        context: The programme.
        used: The numbers of the entries that silence something.
        checked: The numbers of the rules that looked at everything.
        acceptable: The numbers of the rules whose findings can be accepted at all.
    """
    for index, entry in enumerate(context.programme.accepted):
        is_unsure = entry.rule in acceptable and entry.rule not in checked
        if index not in used and not is_unsure:
            yield _report_unused(context, index, entry, acceptable)


def _report_unused(
    context: Context, index: int, entry: Accepted, acceptable: Collection[str]
) -> Problem:
    message = _("This accepts a finding of {rule} that is not there.").format(rule=entry.rule)
    hint = _suggest_scope(entry, context.programme) or _(
        "Remove it, or name the sessions and blocks as the finding names them."
    )
    if entry.rule not in acceptable:
        message = _("{rule} is no rule that can be accepted.").format(rule=entry.rule)
        meant = suggest_similar(entry.rule, sorted(acceptable))
        hint = meant or _("The rules: tui-planner rules.")
    place = context.reading.positions.locate_value(("accepted", index, "rule"))
    ids = tuple(sorted(entry.sessions))
    return context.make_finding(UNUSED_ACCEPTED.rule, place, message, hint, ids)


def _suggest_scope(entry: Accepted, programme: Programme) -> str:
    """Ask whether another speaker or track was meant, where there is none that is called so."""
    if entry.speaker is not None:
        things: Iterable[Thing] = (*programme.sessions, *programme.blocks)
        known = {name for thing in things for name in thing.speakers}
        folded = {fold_name(name) for name in known}
        return "" if fold_name(entry.speaker) in folded else suggest_similar(entry.speaker, known)
    tracks = {session.track for session in programme.sessions if session.track}
    if entry.track is None or entry.track in tracks:
        return ""
    return suggest_similar(entry.track, tracks)


UNUSED_ACCEPTED = RegisteredRule(
    Rule("A206", "unused-accepted", Severity.WARNING),
    RulePage(
        finds=_(
            "An [[accepted]] that silences nothing: what it accepts is not found, or not any more."
        ),
        breaks=_TALK + _DESCRIPTION + _ACCEPTED,
        mended=_TALK + _ACCEPTED,
    ),
    related_key=None,
)
