"""Names that hardly differ, and several names in one text: A209."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tui_planner.checks.context import Booked, Context, Findings
from tui_planner.checks.finding_limit import limit_findings
from tui_planner.checks.registered_rule import RegisteredRule
from tui_planner.checks.rule_page import RulePage
from tui_planner.programme.problem import Problem, Rule, Severity
from tui_planner.programme.similar_names import find_similar_pairs, may_hold_several, split_names
from tui_planner.programme.text_rules import fold_name
from tui_planner.programme.toml.toml_positions import KeyPath
from tui_planner.support.i18n import _

_TALK = (
    '[[sessions]]\nid = "{}"\ntitle = "Talk"\nstart = "{}"\nend = "{}"\ntrack = "{}"\n'
    'description = "How warmth from water heats a town."\n\n'
)


@dataclass(slots=True)
class _Use:
    """Where a name stands first, the session or block there, and how often it is used."""

    path: KeyPath
    id: str
    number: int = 1


_Uses = Mapping[str, _Use]


def find_similar_names(context: Context) -> Findings:
    """Find names of one kind that differ so little that one may be a slip of the pen (A209)."""
    speakers, hosts = _collect(context, "speakers"), _collect(context, "hosts")
    for number, person in enumerate(context.programme.people):
        speakers.setdefault(person.name, _Use(("people", number, "name"), ""))
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


def _collect(context: Context, key: str) -> dict[str, _Use]:
    """Collect the names that stand in a key of sessions and blocks."""
    uses: dict[str, _Use] = {}
    programme = context.programme
    arrays = (("sessions", programme.sessions), ("blocks", programme.blocks))
    for array, thing in ((array, thing) for array, things in arrays for thing in things):
        names = getattr(thing, key, ())
        for number, name in enumerate((names,) if isinstance(names, str) else names):
            if name in uses:
                uses[name].number += 1
            elif name:
                item = () if isinstance(names, str) else (number,)
                uses[name] = _Use((array, thing.order, key, *item), thing.id)
    return uses


def _collect_rooms(context: Context) -> _Uses:
    used: dict[str, list[str]] = {}
    things: tuple[Booked, ...] = (*context.programme.sessions, *context.programme.blocks)
    for thing in things:
        if thing.room:
            used.setdefault(thing.room, []).append(thing.id)
    return {
        room.name: _Use(("rooms", number, "name"), next(iter(ids), ""), len(ids))
        for number, room in enumerate(context.programme.rooms)
        for ids in [used.get(room.id, [])]
    }


def _find_similar(context: Context, uses: _Uses) -> Findings:
    def find(pair: tuple[str, str]) -> Problem:
        common, rare = sorted(pair, key=lambda name: (-uses[name].number, uses[name].path))
        message = _('"{name}" is nearly "{other}": the same may be meant.')
        hint = _("Write one name where one is meant, or accept it with [[accepted]].")
        ids = dict.fromkeys(filter(None, (uses[rare].id, uses[common].id)))
        return context.make_finding(
            SIMILAR_NAMES.rule,
            context.reading.positions.locate_value(uses[rare].path),
            message.format(name=rare, other=common),
            hint,
            tuple(ids),
        )

    return limit_findings(context, SIMILAR_NAMES.rule, [find_similar_pairs(uses)], find)


def _find_joined(context: Context, uses: _Uses, *, only_known: bool) -> Iterator[Problem]:
    """Find texts that hold the names of several; groups have such names, unless all are known."""
    several = [name for name in uses if may_hold_several(name)]
    known = {fold_name(name) for name in uses} if several else set()
    for name in several:
        use = uses[name]
        names = split_names(name, known, only_known=only_known)
        if not names:
            continue
        listed = ", ".join(f'"{one}"' for one in names)
        message = _('"{name}" holds several names: no double booking of them is found.')
        hint = _("Write each as a text of its own: [{names}].").format(names=listed)
        place = context.reading.positions.locate_value(use.path)
        ids = (use.id,) if use.id else ()
        yield context.make_finding(SIMILAR_NAMES.rule, place, message.format(name=name), hint, ids)
