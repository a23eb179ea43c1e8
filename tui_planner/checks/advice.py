"""What a delegate would miss in a programme that holds together: A201 to A205."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from tui_planner.clashes.judge import DEEPEST_PART
from tui_planner.clashes.meals import judge_meal
from tui_planner.clashes.sweep import find_meeting_across
from tui_planner.programme.model import Block, BlockKind, Programme, Session, Status
from tui_planner.programme.problem import Problem, Rule
from tui_planner.programme.time_text import format_minutes, format_span, join_words
from tui_planner.support.i18n import _

from . import advice_rules as rules
from .context import Context, Findings
from .telling import limit_findings


def find_missing_descriptions(context: Context) -> Findings:
    """A201: sessions of which nothing but the title is known."""
    for session in _held(context.programme):
        if not session.description.strip():
            message = _("{session} has no description.").format(session=session.id)
            hint = _("Say in a sentence or two what happens there, and for whom.")
            yield _of_session(context, rules.NO_DESCRIPTION, session, "description", message, hint)


def find_missing_rooms(context: Context) -> Findings:
    """A202: sessions of which nobody can tell where they are, where a programme has rooms."""
    programme = context.programme
    if not programme.rooms:
        return
    for session in _held(programme):
        if not _has_room(session, programme):
            message = _("{session} has no room.").format(session=session.id)
            hint = _("Name one of the rooms of [[rooms]].")
            yield _of_session(context, rules.NO_ROOM, session, "room", message, hint)


def find_missing_ends(context: Context) -> Findings:
    """A203: sessions that do not say when they end, nor does their block."""
    for session in _held(context.programme):
        if not session.timing.end_stated:
            message = _("{session} does not say when it ends.").format(session=session.id)
            hint = _("Without an end, what follows can only be guessed at: state one.")
            yield _of_session(context, rules.NO_END, session, "end", message, hint)


def find_empty_choices(context: Context) -> Findings:
    """A204: choice blocks and groups in which no session is open."""
    programme = context.programme
    in_block: dict[str, list[Session]] = defaultdict(list)
    groups: dict[str, list[Session]] = defaultdict(list)
    for session in programme.sessions:
        in_block[session.block or ""].append(session)
        groups[session.group or ""].append(session)
    told: set[str] = set()
    for block in programme.blocks:
        if block.kind is BlockKind.CHOICE and _none_is_open(in_block[block.id]):
            told.update(session.id for session in in_block[block.id])
            yield _emptied_block(context, block, in_block[block.id])
    for name, sessions in groups.items():
        if name and _none_is_open(sessions) and not told.issuperset(s.id for s in sessions):
            yield _emptied_group(context, name, sessions)


def find_squeezed_meals(context: Context) -> Findings:
    """A205: sessions in or over a meal that leave too little of it to eat."""
    programme = context.programme
    meals = [block for block in programme.blocks if block.kind is BlockKind.MEAL]
    if not meals:
        return iter(())
    sessions = [session for session in _held(programme) if not (session.meal or session.drop_in)]
    pairs = (
        ((sessions[one], meals[other]) for other in others)
        for one, others in find_meeting_across(
            [session.timing.planned for session in sessions],
            [meal.timing.planned for meal in meals],
        )
    )
    return limit_findings(
        context, rules.MEAL_SQUEEZED, pairs, lambda pair: _squeezed(context, *pair)
    )


def _held(programme: Programme) -> Iterator[Session]:
    """The sessions that take place."""
    return (session for session in programme.sessions if session.status is not Status.CANCELLED)


def _has_room(session: Session, programme: Programme) -> bool:
    """Whether a session, its block or what it is part of says where it is."""
    for _level in range(DEEPEST_PART):
        block = programme.block_by_id.get(session.block or "")
        if session.room or (block and block.room):
            return True
        if session.part_of is None:
            return False
        session = programme.session_by_id[session.part_of]
    return False


def _none_is_open(sessions: Iterable[Session]) -> bool:
    return not any(session.status is Status.OPEN for session in sessions)


def _emptied_block(context: Context, block: Block, sessions: list[Session]) -> Problem:
    message = _("{block} offers a choice, and no session stands in it.")
    hint = _("Add sessions to it, or give it another kind.")
    if sessions:
        message = _("{block} has no session that is open, only {sessions}.")
        hint = _("Open one of them or add another, or accept it with [[accepted]].")
    names = join_words([session.id for session in sessions])
    return Problem(
        rules.NOTHING_LEFT,
        rules.NOTHING_LEFT.severity,
        message.format(block=block.id, sessions=names),
        context.reading.name,
        context.place(block, "kind"),
        hint,
        (block.id,),
    )


def _emptied_group(context: Context, name: str, sessions: list[Session]) -> Problem:
    message = _('The group "{group}" has no session that is open, only {sessions}.')
    ids = tuple(session.id for session in sessions)
    return Problem(
        rules.NOTHING_LEFT,
        rules.NOTHING_LEFT.severity,
        message.format(group=name, sessions=join_words(ids)),
        context.reading.name,
        context.place(sessions[0], "group"),
        _("Open one of them or add another, or accept it with [[accepted]]."),
        ids,
    )


def _squeezed(context: Context, session: Session, meal: Block) -> Problem | None:
    notice = judge_meal(meal, [session.timing.planned])
    taken = session.timing.planned.overlap(meal.timing.planned)
    if notice is None or taken is None:
        return None
    zone = context.programme.zone
    if notice.free:
        message = _("{session} leaves {free} of {meal}: {left} of the {needed} that one needs.")
    else:
        message = _("{session} leaves nothing of {meal}, of which one needs {needed}.")
    return Problem(
        rules.MEAL_SQUEEZED,
        rules.MEAL_SQUEEZED.severity,
        message.format(
            session=session.id,
            meal=meal.id,
            free=join_words([format_span(stretch, zone) for stretch in notice.free]),
            left=format_minutes(notice.minutes),
            needed=format_minutes(meal.minutes_needed),
        ),
        context.reading.name,
        context.place(session, "start"),
        _("Move or shorten it, or write meal = true where one eats there."),
        (session.id, meal.id),
        taken,
        notice.minutes,
    )


def _of_session(
    context: Context, rule: Rule, session: Session, key: str, message: str, hint: str
) -> Problem:
    place = context.place(session, key)
    return Problem(rule, rule.severity, message, context.reading.name, place, hint, (session.id,))
