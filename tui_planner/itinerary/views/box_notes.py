"""Notes in the boxes of sessions in the grid."""

from collections.abc import Iterator, Mapping

from tui_planner.itinerary.companions import CompanionView, say_who_goes, say_who_joins
from tui_planner.itinerary.edits import name_priority
from tui_planner.itinerary.presence import find_missed, say_missed
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.programme.model import Thing


def make_box_notes(plan: ResolvedItinerary, clashes: Mapping[str, str]) -> dict[str, str]:
    """Make the notes by id: the clash, the priority, who else goes, and that the delegate is away.

    Args:
        plan: The plan.
        clashes: A few words on the clash of each id.
    """
    companions = CompanionView(plan)
    notes = dict(clashes)
    noted = {*clashes, *companions.going, *plan.chosen_by_id, *find_missed(plan)}
    by_id: Mapping[str, Thing] = {**plan.programme.session_by_id, **plan.programme.block_by_id}

    for id_ in noted & by_id.keys():
        words = (clashes.get(id_, ""), *_words(id_, companions))
        text = ", ".join(filter(None, (*words, say_missed(plan, by_id[id_].timing))))
        if text:
            notes[id_] = text
    return notes


def _words(id_: str, companions: CompanionView) -> Iterator[str]:
    names = companions.going.get(id_, ())
    if chosen_session := companions.plan.chosen_by_id.get(id_):
        yield name_priority(chosen_session.choice.priority)
        yield say_who_joins(names)
    else:
        yield say_who_goes(names)
