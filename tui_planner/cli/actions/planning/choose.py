"""`choose` and `drop`: change the itinerary without the app."""

from collections.abc import Mapping
from typing import Any

from tui_planner.cli.loading.edit_session import (
    begin,
    begin_adding,
    explain_input_errors,
    tell_notices,
)
from tui_planner.cli.loading.load_programme import choose_programme
from tui_planner.cli.loading.require_programme import require_programme
from tui_planner.cli.output import Exit, Failure, tell
from tui_planner.cli.parser import Arguments
from tui_planner.cli.short_ids import resolve_ids
from tui_planner.itinerary.editing.input_parsing import parse_time
from tui_planner.itinerary.itinerary import Choice, Itinerary
from tui_planner.layout.text.box_text import name_status
from tui_planner.programme.model import Programme, Status
from tui_planner.programme.reading.faults.problem_collector import suggest_similar
from tui_planner.support.i18n import _


def choose_sessions(args: Arguments) -> Exit:
    """Choose sessions by their ids, and say what they clash with."""
    programme = require_programme(choose_programme(args))
    ids = resolve_ids(args.ids, programme.session_by_id)
    for id_ in ids:
        if id_ not in programme.session_by_id:
            raise Failure(_unknown(id_, programme))
    own = _own(args)
    work = begin_adding(args, programme)
    after, told = work.before, []
    for id_ in dict.fromkeys(ids):
        after, words = _chosen(after, id_, own, programme)
        told += words
    plan = work.save(after)
    for line in told:
        tell(line)
    tell_notices(plan, ids)
    return Exit.OK


def drop_sessions(args: Arguments) -> Exit:
    """Take sessions out of the itinerary by their ids, also such as the programme has no longer."""
    work = begin(args)
    chosen = {choice.session for choice in work.before.choices}
    known = chosen | set(work.programme.session_by_id)
    ids = resolve_ids(args.ids, known)
    for id_ in ids:
        if id_ not in known:
            raise Failure(_unknown(id_, work.programme))
    work.save(work.before.drop(*ids))
    for id_ in dict.fromkeys(ids):
        choice = work.before.find_choice(id_)
        if choice is None:
            tell(_("{id} was not chosen.").format(id=id_))
        else:
            tell(_("Dropped: {title}").format(title=choice.title or id_))
    return Exit.OK


def _own(args: Arguments) -> Mapping[str, Any]:
    """Return what the arguments say of a choice: how much it matters, and the delegate's times."""
    own: dict[str, Any] = {"priority": args.priority}
    with explain_input_errors():
        own |= {key: parse_time(text) for key in ("join", "leave") if (text := getattr(args, key))}
    return {key: value for key, value in own.items() if value is not None}


def _chosen(
    itinerary: Itinerary, id_: str, own: Mapping[str, Any], programme: Programme
) -> tuple[Itinerary, list[str]]:
    """Add one session to the itinerary, and return also what is to be said of it."""
    session = programme.session_by_id[id_]
    earlier = itinerary.find_choice(id_)
    if earlier is not None and all(getattr(earlier, key) == value for key, value in own.items()):
        return itinerary, [_("{title} was chosen already.").format(title=session.title)]
    choice = (earlier or Choice.of(session, programme))._replace(**own)
    told = [_("Chosen: {title}").format(title=session.title)]
    if session.status is Status.INVITATION:
        told.append(f"! {session.title}: {name_status(session)}")
    return itinerary.choose(choice), told


def _unknown(id_: str, programme: Programme) -> str:
    message = _('The programme has no session "{id}".').format(id=id_)
    hint = suggest_similar(id_, programme.session_by_id)
    hint = hint or _("Its ids: tui-planner show --format agenda.")
    return f"{message} {hint}"
