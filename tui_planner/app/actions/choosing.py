"""What the commands do that change what is chosen, and take that back."""

from collections.abc import Callable
from functools import partial

from tui_planner.app.content.prompts import make_consent_prompt
from tui_planner.app.controllers.planner import Planner
from tui_planner.itinerary.editing.difference import describe_difference
from tui_planner.itinerary.edits import cycle_priority, set_priority
from tui_planner.itinerary.notices import NoticeKind
from tui_planner.itinerary.views.own_lane import find_appointment
from tui_planner.programme.model import Session, Status
from tui_planner.support.i18n import _

from .clashing import tell_clash_of
from .personal import drop_appointment


def choose_or_drop(planner: Planner) -> None:
    """Choose what is under the cursor, or drop it; what is not open only after a second key."""
    thing = planner.grid.cursor
    if thing is None:
        return
    scheduled = find_appointment(thing, planner.editor.now.plan)
    if scheduled is not None:
        drop_appointment(planner, scheduled)
    elif not isinstance(thing, Session):
        text = _("{title} is for everyone: there is nothing to choose.")
        planner.prompts.say(text.format(title=thing.title))
    elif thing.id in planner.editor.now.chosen:
        _drop(planner, thing)
    elif thing.status is Status.OPEN:
        _choose(planner, thing)
    else:
        planner.prompts.put(make_consent_prompt(thing, partial(_choose, planner, thing)))


def _choose(planner: Planner, session: Session) -> None:
    planner.editor.choose(session)
    planner.refresh_plan()
    told = (NoticeKind.MEAL, NoticeKind.PRESENCE)
    notices = (notice for notice in planner.editor.now.notices if notice.kind in told)
    other = next((notice for notice in notices if session.id in notice.things), None)
    if planner.editor.now.find_clashes_of(session.id):
        tell_clash_of(planner, session.id)
    elif other is not None:
        planner.prompts.tell_of(session.id, other.message, other.kind)
    else:
        text = _("Chosen: {title}.")
        planner.prompts.tell_of(session.id, text.format(title=session.title))


def _drop(planner: Planner, session: Session) -> None:
    planner.editor.drop(session.id)
    planner.refresh_plan()
    text = _("Dropped: {title}. {key} takes it back.").format(
        title=session.title, key=planner.key("undo")
    )
    planner.prompts.tell_of(session.id, text)


def change_priority(planner: Planner) -> None:
    """Go on from want to must, maybe, and want again."""
    thing = planner.grid.cursor
    chosen_session = planner.editor.now.plan.chosen_by_id.get(thing.id) if thing else None
    if chosen_session is None:
        text = _("Choose it first: then {key} says how much it matters.")
        planner.prompts.say(text.format(key=planner.key("priority")))
        return
    priority = cycle_priority(chosen_session.choice.priority)
    planner.editor.change(
        lambda itinerary: set_priority(itinerary, chosen_session.session.id, priority)
    )
    planner.refresh_plan()
    texts = {
        "must": _("{title}: you must be there."),
        "want": _("{title}: you want to be there."),
        "maybe": _("{title}: maybe."),
    }
    planner.prompts.tell_of(
        chosen_session.session.id, texts[priority].format(title=chosen_session.session.title)
    )


def undo(planner: Planner) -> None:
    """Take the last change back."""
    _go_through_history(
        planner, planner.editor.undo, _("There is nothing to undo."), _("Undone ({what}).")
    )


def redo(planner: Planner) -> None:
    """Make it again."""
    _go_through_history(
        planner, planner.editor.redo, _("There is nothing to redo."), _("Done again ({what}).")
    )


def _go_through_history(
    planner: Planner, step: Callable[[], bool], nothing: str, done: str
) -> None:
    """Go to another state, and to what is different in it, with the clash that makes."""
    itinerary, before = planner.editor.now.plan.itinerary, planner.editor.now.chosen
    if not step():
        planner.prompts.say(nothing)
        return
    planner.refresh_plan()
    after = planner.editor.now.chosen
    sessions = planner.editor.programme.session_by_id
    changed = sorted(id_ for id_ in before ^ after if id_ in sessions)
    id_ = changed[0] if len(changed) == 1 else None
    if id_ is None:
        what = describe_difference(itinerary, planner.editor.now.plan.itinerary)
        planner.prompts.say(done.format(what=what))
        return
    planner.go_to(id_)
    if id_ in after and planner.editor.now.find_clashes_of(id_):
        tell_clash_of(planner, id_)
        return
    text = _("{title} is chosen again.") if id_ in after else _("{title} is not chosen now.")
    planner.prompts.tell_of(id_, text.format(title=sessions[id_].title))
