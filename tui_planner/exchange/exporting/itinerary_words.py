"""What an itinerary adds to the programme, in words: for the page and the list alike."""

from collections.abc import Iterator

from tui_planner.itinerary.notices import notices
from tui_planner.itinerary.own_lane import engagement_of
from tui_planner.itinerary.programme_changes.session_changes import Change, change_words
from tui_planner.itinerary.resolved import Plan
from tui_planner.programme.model import Block, Thing
from tui_planner.support.i18n import _, ngettext

from .state_marks import Mark, mark_of


def to_know(plan: Plan) -> Iterator[tuple[str, Mark | None]]:
    """What clashes, with its mark; what is full and so on, and what is not there any more."""
    for notice in notices(plan):
        yield notice.message, mark_of(notice.kind)
    for choice in plan.gone:
        title = choice.title or choice.session
        words = change_words(Change.GONE, choice, plan.programme)
        yield _("{title}: {words}.").format(title=title, words=words), None


def still_open(thing: Thing, plan: Plan) -> str:
    """What to say of a round of which nothing is chosen; empty of all else."""
    if not isinstance(thing, Block) or thing not in plan.rounds_to_choose:
        return ""
    number = plan.open_sessions(thing)
    return ngettext("{n} to choose from", "{n} to choose from", number).format(n=number)


def own_note(thing: Thing, plan: Plan) -> str:
    """What the delegate wrote of something chosen, or of an own appointment."""
    if pick := plan.pick_by_id.get(thing.id):
        return pick.choice.note
    engagement = engagement_of(thing, plan)
    return engagement.note if engagement else ""
