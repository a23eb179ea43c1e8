"""What the command for changes of the programme does: tell each that nobody has seen."""

from collections.abc import Callable
from functools import partial

from tui_planner.app.content.prompts import Answer, Prompt, number_ways
from tui_planner.app.controllers.planner import Planner
from tui_planner.itinerary.itinerary import Choice, Itinerary
from tui_planner.itinerary.notices import NoticeKind
from tui_planner.itinerary.programme_changes.session_changes import (
    describe_change,
    find_changes,
    find_unseen,
    mark_seen,
)
from tui_planner.itinerary.programme_changes.successors import adopt_successor, find_successor
from tui_planner.layout.text.cells import cut
from tui_planner.programme.model import Session
from tui_planner.programme.time_text import format_times
from tui_planner.support.i18n import _

_BRIEF_TITLE = 24


def go_to_change(planner: Planner) -> None:
    """Go to the next choice that has changed, and tell what was before."""
    changed = _unseen(planner)
    if not changed:
        planner.prompts.say(_("Nothing that you chose has changed."))
        return
    about = planner.prompts.prompt.about if planner.prompts.prompt else None
    number = next((number for number, choice in enumerate(changed) if choice is about), -1)
    _tell(planner, changed[(number + 1) % len(changed)])


def _tell(planner: Planner, choice: Choice) -> None:
    plan = planner.editor.now.plan
    successor = find_successor(choice, plan)
    planner.go_to(successor.id if successor else choice.session)
    changes = find_changes(choice, planner.editor.programme)
    words = ", ".join(
        describe_change(change, choice, planner.editor.programme) for change in changes
    )
    session = planner.editor.programme.session_by_id.get(choice.session)
    title = session.title if session else choice.title or choice.session
    message = _("{title}: {changes}.").format(title=title, changes=words)
    if successor is not None:
        text = _("{message} There is {title} ({times}) now: is it that one?")
        when = format_times(successor.timing, planner.editor.programme.zone)
        message = text.format(message=message, title=successor.title, times=when)
    made = [n for n in planner.editor.now.find_clashes_of(choice.session) if n.by_change]
    brief = _("{title}: {changes}.").format(title=cut(title, _BRIEF_TITLE), changes=words)
    if made:
        message = " ".join([message, *(notice.message for notice in made)])
        brief = _("{message} It clashes now: {key} tells with what.").format(
            message=brief, key=planner.key("next-clash")
        )
    things = frozenset({choice.session, *([successor.id] if successor else [])})
    planner.prompts.put(
        Prompt(
            message,
            number_ways(_answers(planner, choice, successor)),
            NoticeKind.STATUS,
            about=choice,
            briefer=() if successor else (brief,),
            things=things,
            stays=session is None and successor is None,
        )
    )


def _answers(planner: Planner, choice: Choice, successor: Session | None) -> list[Answer]:
    """List what can be done about a change: take it as seen, go on with another id, drop it."""
    programme = planner.editor.programme

    def answer(change: Callable[[Itinerary], Itinerary]) -> None:
        planner.editor.change(change)
        planner.refresh_plan()
        if _unseen(planner):
            go_to_change(planner)
        else:
            planner.prompts.say(_("That was the last change."))

    def see(itinerary: Itinerary) -> Itinerary:
        return mark_seen(itinerary, programme, choice.session)

    def drop(itinerary: Itinerary) -> Itinerary:
        return itinerary.drop(choice.session)

    answers: list[Answer] = [
        (_("seen"), partial(answer, see)),
        (_("drop it"), partial(answer, drop)),
    ]
    if successor is not None:
        session = successor

        def go_on(itinerary: Itinerary) -> Itinerary:
            return adopt_successor(itinerary, choice, session)

        answers.insert(0, (_("yes, that one"), partial(answer, go_on)))
    return answers


def _unseen(planner: Planner) -> tuple[Choice, ...]:
    return find_unseen(planner.editor.now.plan.itinerary, planner.editor.programme)
