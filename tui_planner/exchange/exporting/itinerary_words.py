"""What an itinerary adds to the programme, in words: for the page and the list alike."""

from collections.abc import Iterator

from tui_planner.itinerary.notices import find_notices
from tui_planner.itinerary.programme_changes.session_changes import Change, describe_change
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.itinerary.views.own_lane import find_appointment
from tui_planner.programme.model import Block, Thing
from tui_planner.support.i18n import _, ngettext

from .state_marks import StateMark, find_mark


def list_remarks(plan: ResolvedItinerary) -> Iterator[tuple[str, StateMark | None]]:
    """List what clashes, each with its mark, then what is full and so on, and what is gone."""
    for notice in find_notices(plan):
        yield notice.message, find_mark(notice.kind)
    for choice in plan.gone:
        title = choice.title or choice.session
        words = describe_change(Change.GONE, choice, plan.programme)
        yield _("{title}: {words}.").format(title=title, words=words), None


def list_open_choices(thing: Thing, plan: ResolvedItinerary) -> str:
    """Count the sessions of a round of which nothing is chosen; empty for all else."""
    if not isinstance(thing, Block) or thing not in plan.rounds_to_choose:
        return ""
    number = plan.count_open(thing)
    return ngettext("{n} to choose from", "{n} to choose from", number).format(n=number)


def format_note(thing: Thing, plan: ResolvedItinerary) -> str:
    """Format the delegate's note on a chosen session or an own appointment."""
    if chosen_session := plan.chosen_by_id.get(thing.id):
        return chosen_session.choice.note
    scheduled = find_appointment(thing, plan)
    return scheduled.note if scheduled else ""
