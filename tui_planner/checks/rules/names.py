"""Names that hardly differ, and several names in one text: A209."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from tui_planner.checks.context import Booked, Context, Findings
from tui_planner.checks.finding_limit import limit_findings
from tui_planner.checks.registered_rule import RegisteredRule
from tui_planner.checks.rule_page import RulePage
from tui_planner.programme.problem import Problem, Rule, Severity
from tui_planner.programme.similar_names import find_several, find_similar_pairs, split_names
from tui_planner.programme.text_rules import fold_name
from tui_planner.programme.toml.toml_positions import KeyPath
from tui_planner.support.i18n import _

_TALK = (
    '[[sessions]]\nid = "{}"\ntitle = "Talk"\nstart = "{}"\nend = "{}"\ntrack = "{}"\n'
    'description = "How warmth from water heats a town."\n\n'
)


_Listed = Iterable[tuple[str, KeyPath, str]]
"""Names with where each stands, and the id of the session or block there."""


class _Use(NamedTuple):
    """Where a name stands first, and the session or block there; empty for one of [[people]]."""

    path: KeyPath
    id: str = ""


class _Uses:
    """The names of one kind: how often each is used, and where first."""

    def __init__(self, numbers: Mapping[str, int], list_uses: Callable[[], _Listed]) -> None:
        self.numbers = numbers
        self._list_uses = list_uses

    @cached_property
    def first(self) -> Mapping[str, _Use]:
        """The first use of each name; listed only where there is something to tell of one."""
        first: dict[str, _Use] = {}
        for name, path, id_ in self._list_uses():
            first.setdefault(name, _Use(path, id_))
        return first


def find_similar_names(context: Context) -> Findings:
    """Find names of one kind that differ so little that one may be a slip of the pen (A209)."""
    hosts, speakers = _collect(context, "hosts"), _collect(context, "speakers")
    for uses in (_collect(context, "track"), _collect_rooms(context), hosts, speakers):
        yield from _find_similar(context, uses)
    yield from _find_joined(context, hosts, only_known=True)
    yield from _find_joined(context, speakers, only_known=False)


SIMILAR_NAMES = RegisteredRule(
    Rule("A209", "similar-names", Severity.INFO),
    RulePage(
        finds=_(
            "Two tracks, rooms, hosts or speakers that differ by case, spaces, an accent or one "
            "letter, and may be one; or the names of several people in one text."
        ),
        breaks=_TALK.format("talk", "12:00", "13:00", "Energy")
        + _TALK.format("walk", "13:00", "14:00", "Enery"),
        mended=_TALK.format("talk", "12:00", "13:00", "Energy")
        + _TALK.format("walk", "13:00", "14:00", "Energy"),
        accepts=("talk", "walk"),
    ),
    find_similar_names,
)


def _collect(context: Context, key: str) -> _Uses:
    """Collect the names that stand in a key of sessions and blocks; speakers of [[people]] too."""
    programme = context.programme
    arrays: Sequence[tuple[str, Sequence[Booked]]]
    arrays = (("sessions", programme.sessions), ("blocks", programme.blocks))
    people = programme.people if key == "speakers" else ()

    def list_uses() -> _Listed:
        for array, things in arrays:
            for thing in things:
                names = getattr(thing, key, ())
                if isinstance(names, str):
                    yield names, (array, thing.order, key), thing.id
                    continue
                for number, name in enumerate(names):
                    yield name, (array, thing.order, key, number), thing.id
        for number, person in enumerate(people):
            yield person.name, ("people", number, "name"), ""

    values = [getattr(thing, key, ()) for _array, things in arrays for thing in things]
    names = (value if isinstance(value, tuple) else (value,) for value in values if value)
    numbers = Counter(chain.from_iterable(names))
    for person in people:
        numbers.setdefault(person.name, 1)
    return _Uses(numbers, list_uses)


def _collect_rooms(context: Context) -> _Uses:
    programme = context.programme
    things: tuple[Booked, ...] = (*programme.sessions, *programme.blocks)
    used = Counter(thing.room for thing in things)

    def list_uses() -> _Listed:
        first = {thing.room: thing.id for thing in reversed(things)}
        for number, room in enumerate(programme.rooms):
            yield room.name, ("rooms", number, "name"), first.get(room.id, "")

    return _Uses({room.name: used[room.id] for room in programme.rooms}, list_uses)


def _find_similar(context: Context, uses: _Uses) -> Findings:
    def find(pair: tuple[str, str]) -> Problem:
        first = uses.first
        common, rare = sorted(pair, key=lambda name: (-uses.numbers[name], first[name].path))
        message = _('"{name}" is nearly "{other}": the same may be meant.')
        hint = _("Write one name where one is meant, or accept it with [[accepted]].")
        ids = dict.fromkeys(filter(None, (first[rare].id, first[common].id)))
        return context.make_finding(
            SIMILAR_NAMES.rule,
            context.reading.positions.locate_value(first[rare].path),
            message.format(name=rare, other=common),
            hint,
            tuple(ids),
        )

    return limit_findings(context, SIMILAR_NAMES.rule, [find_similar_pairs(uses.numbers)], find)


def _find_joined(context: Context, uses: _Uses, *, only_known: bool) -> Iterator[Problem]:
    """Find texts that hold the names of several; groups have such names, unless all are known."""
    several = find_several(uses.numbers)
    known = {fold_name(name) for name in uses.numbers} if several else set()
    for name in several:
        use = uses.first[name]
        names = split_names(name, known, only_known=only_known)
        if not names:
            continue
        listed = ", ".join(f'"{one}"' for one in names)
        message = _('"{name}" holds several names: no double booking of them is found.')
        hint = _("Write each as a text of its own: [{names}].").format(names=listed)
        place = context.reading.positions.locate_value(use.path)
        ids = (use.id,) if use.id else ()
        yield context.make_finding(SIMILAR_NAMES.rule, place, message.format(name=name), hint, ids)
