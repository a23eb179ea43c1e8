"""Advice: what a delegate would miss in a programme that holds together, A201 to A205."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from tui_planner.checks.context import Context, Findings
from tui_planner.checks.finding_limit import limit_findings
from tui_planner.checks.registered_rule import RegisteredRule
from tui_planner.checks.rule_page import RulePage
from tui_planner.clashes.judge import needs_nobody
from tui_planner.clashes.meals import judge_meal
from tui_planner.clashes.sweep import find_meeting_across
from tui_planner.programme.model import Block, BlockKind, Programme, Session, Status
from tui_planner.programme.problem import Problem, Rule, Severity
from tui_planner.programme.text_rules import fold_name
from tui_planner.programme.time_text import format_minutes, format_span, join_words
from tui_planner.support.i18n import _, ngettext

_FEW = 5
"""Sessions that are named where there may be many."""

_TALK = '[[sessions]]\nid = "talk"\ntitle = "Talk"\nstart = "12:45"\nend = "13:45"\n'
_DESCRIPTION = 'description = "How warmth from water heats a town."\n'
_HALL = '[[rooms]]\nid = "hall"\nname = "Hall"\n\n'
_ROUND = (
    '[[blocks]]\nid = "round-1"\nkind = "choice"\ntitle = "Round 1"\n'
    'start = "12:45"\nend = "13:45"\n\n'
)
_LUNCH = (
    '[[blocks]]\nid = "lunch"\nkind = "meal"\ntitle = "Lunch"\nstart = "12:30"\nend = "14:00"\n'
    "minutes_needed = 20\n\n"
)


def find_missing_descriptions(context: Context) -> Findings:
    """Find sessions of which nothing but the title is known (A201); another run is known by it."""
    programme = context.programme
    described = [session for session in programme.sessions if session.description.strip()]
    if len(described) == len(programme.sessions):
        return
    runs = {programme.find_first_run(session) for session in described}
    by_title = {fold_name(session.title): session for session in described}
    for session in _taking_place(programme):
        if programme.find_first_run(session) in runs:
            continue
        place = context.locate(session, "description")
        message = _("{session} has no description.").format(session=context.name_on_day(session))
        hint = _("Say in a sentence or two what happens there, and for whom.")
        if alike := by_title.get(fold_name(session.title)):
            hint = _('If it is {other} again, write: repeat_of = "{id}"').format(
                other=context.name_on_day(alike), id=alike.id
            )
        yield context.make_finding(NO_DESCRIPTION.rule, place, message, hint, (session.id,))


NO_DESCRIPTION = RegisteredRule(
    Rule("A201", "no-description", Severity.INFO),
    RulePage(
        finds=_(
            "A session of which only the title is known. Another run of one with a description "
            "needs none."
        ),
        breaks=_TALK,
        mended=_TALK + _DESCRIPTION,
        accepts=("talk",),
    ),
    find_missing_descriptions,
    heading=_("{name}: {n} sessions have no description"),
)


def find_missing_rooms(context: Context) -> Findings:
    """Find sessions that nobody can tell the place of, in a programme that has rooms (A202)."""
    programme = context.programme
    if not programme.rooms:
        return
    for session in _taking_place(programme):
        if session.room is None:
            place = context.locate(session, "room")
            message = _("{session} has no room.").format(session=context.name_on_day(session))
            hint = _("Name one of the rooms of [[rooms]].")
            yield context.make_finding(NO_ROOM.rule, place, message, hint, (session.id,))


NO_ROOM = RegisteredRule(
    Rule("A202", "no-room", Severity.INFO),
    RulePage(
        finds=_(
            "A session without a room, in a programme that has rooms. The room of its block, or of "
            "what it is part of, will do."
        ),
        breaks=_HALL + _TALK + _DESCRIPTION,
        mended=f'{_HALL}{_TALK}room = "hall"\n{_DESCRIPTION}',
        accepts=("talk",),
    ),
    find_missing_rooms,
    heading=_("{name}: {n} sessions have no room"),
)


def find_missing_ends(context: Context) -> Findings:
    """Find sessions that do not say when they end, nor does their block (A203)."""
    for session in _taking_place(context.programme):
        if not session.timing.end_stated:
            place = context.locate(session, "end")
            message = _("{session} does not say when it ends.")
            hint = _("Without an end, what follows can only be guessed at: state one.")
            text = message.format(session=context.name_on_day(session))
            yield context.make_finding(NO_END.rule, place, text, hint, (session.id,))


NO_END = RegisteredRule(
    Rule("A203", "no-end", Severity.INFO),
    RulePage(
        finds=_(
            "A session of which no end is stated; one without a start and an end has those of its "
            "block."
        ),
        breaks=_TALK.replace('end = "13:45"\n', "") + _DESCRIPTION,
        mended=_TALK + _DESCRIPTION,
        accepts=("talk",),
    ),
    find_missing_ends,
    heading=_("{name}: {n} sessions do not say when they end"),
)


def find_empty_choices(context: Context) -> Findings:
    """Find choice blocks and groups in which no session is open (A204)."""
    programme = context.programme
    by_block: dict[str, list[Session]] = defaultdict(list)
    by_group: dict[str, list[Session]] = defaultdict(list)
    for session in programme.sessions:
        by_block[session.block or ""].append(session)
        by_group[session.group or ""].append(session)
    reported: set[str] = set()
    for block in programme.blocks:
        if block.kind is BlockKind.CHOICE and _none_is_open(by_block[block.id]):
            reported.update(session.id for session in by_block[block.id])
            yield _report_block(context, block, by_block[block.id])
    for name, sessions in by_group.items():
        if name and _none_is_open(sessions) and not reported.issuperset(s.id for s in sessions):
            yield _report_group(context, name, sessions)


def _report_block(context: Context, block: Block, sessions: list[Session]) -> Problem:
    message = _("{block} offers a choice, and no session stands in it.")
    hint = _("Add sessions to it, or give it another kind.")
    if sessions:
        message = _("{block} has no session that is open, only {sessions}.")
        hint = _("Open one of them or add another, or accept it with [[accepted]].")
    text = message.format(block=context.name_on_day(block), sessions=_name_some(context, sessions))
    place = context.locate(block, "kind")
    return context.make_finding(NOTHING_LEFT.rule, place, text, hint, (block.id,))


def _report_group(context: Context, name: str, sessions: list[Session]) -> Problem:
    message = _('The group "{group}" has no session that is open, only {sessions}.')
    hint = _("Open one of them or add another, or accept it with [[accepted]].")
    ids = tuple(session.id for session in sessions)
    text = message.format(group=name, sessions=_name_some(context, sessions))
    place = context.locate(sessions[0], "group")
    return context.make_finding(NOTHING_LEFT.rule, place, text, hint, ids)


def _name_some(context: Context, sessions: Sequence[Session]) -> str:
    """Name the first few of some sessions, and count the others."""
    names = [context.name_on_day(session) for session in sessions[:_FEW]]
    if left := len(sessions) - len(names):
        names.append(ngettext("{n} other", "{n} others", left).format(n=left))
    return join_words(names)


NOTHING_LEFT = RegisteredRule(
    Rule("A204", "nothing-left", Severity.WARNING),
    RulePage(
        finds=_("A block of choices, or a group, in which no session is open."),
        breaks=f'{_ROUND}{_TALK}block = "round-1"\nstatus = "full"\n{_DESCRIPTION}',
        mended=f'{_ROUND}{_TALK}block = "round-1"\nstatus = "open"\n{_DESCRIPTION}',
        accepts=("round-1",),
    ),
    find_empty_choices,
    related_key="status",
)


def find_squeezed_meals(context: Context) -> Findings:
    """Find sessions in or over a meal that leave too few minutes of it to eat (A205)."""
    programme = context.programme
    meals = [block for block in programme.blocks if block.kind is BlockKind.MEAL]
    if not meals:
        return iter(())
    sessions = [s for s in programme.sessions if not (s.meal or needs_nobody(s))]
    pairs = (
        ((sessions[one], meals[other]) for other in others)
        for one, others in find_meeting_across(
            [session.timing.planned for session in sessions],
            [meal.timing.planned for meal in meals],
        )
    )
    return limit_findings(
        context, MEAL_SQUEEZED.rule, pairs, lambda pair: _judge_squeeze(context, *pair)
    )


def _judge_squeeze(context: Context, session: Session, meal: Block) -> Problem | None:
    """Return the finding that a session leaves too little of a meal, or None."""
    notice = judge_meal(meal, [session.timing.planned])
    taken = session.timing.planned.overlap(meal.timing.planned)
    if notice is None or taken is None:
        return None
    zone = context.programme.zone
    if len(notice.free) > 1:
        message = _(
            "{session} leaves {free} of {meal}: at most {left} in one stretch, of the {needed} "
            "that one needs."
        )
    elif notice.free:
        message = _("{session} leaves {free} of {meal}: {left} of the {needed} that one needs.")
    else:
        message = _("{session} leaves nothing of {meal}, of which one needs {needed}.")
    text = message.format(
        session=context.name_on_day(session),
        meal=context.name(meal),
        free=join_words([format_span(stretch, zone) for stretch in notice.free]),
        left=format_minutes(notice.minutes),
        needed=format_minutes(meal.minutes_needed),
    )
    place = context.locate(session, "start")
    hint = _("Move or shorten it, or write meal = true where one eats there.")
    ids = (session.id, meal.id)
    finding = context.make_finding(MEAL_SQUEEZED.rule, place, text, hint, ids)
    return finding._replace(interval=taken, minutes=notice.minutes)


MEAL_SQUEEZED = RegisteredRule(
    Rule("A205", "meal-squeezed", Severity.INFO),
    RulePage(
        finds=_(
            "A session in or over a meal that leaves fewer minutes in one stretch than one needs "
            "to eat."
        ),
        breaks=_LUNCH + _TALK + _DESCRIPTION,
        mended=_LUNCH + _TALK.replace("13:45", "13:40") + _DESCRIPTION,
        accepts=("talk", "lunch"),
    ),
    find_squeezed_meals,
)


def _taking_place(programme: Programme) -> Iterator[Session]:
    """Yield the sessions that are not cancelled."""
    return (session for session in programme.sessions if session.status is not Status.CANCELLED)


def _none_is_open(sessions: Iterable[Session]) -> bool:
    return not any(session.status is Status.OPEN for session in sessions)
