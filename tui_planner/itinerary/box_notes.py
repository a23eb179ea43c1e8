"""What is noted in the box of each session in the grid."""

from collections.abc import Iterator, Mapping

from tui_planner.programme.model import Thing

from .companions import Company, going_words, with_words
from .edits import priority_word
from .presence import missed, missed_words
from .resolved import Plan


def box_notes(plan: Plan, clashes: Mapping[str, str]) -> dict[str, str]:
    """The notes by id: the clash, the priority, who else goes, and that one is not there.

    Args:
        plan: The plan.
        clashes: What is said of the clash of each id, in few words.
    """
    company = Company(plan)
    notes = dict(clashes)
    told_of = {*clashes, *company.going, *plan.pick_by_id, *missed(plan)}
    by_id: Mapping[str, Thing] = {**plan.programme.session_by_id, **plan.programme.block_by_id}
    for id_ in told_of & by_id.keys():
        words = (clashes.get(id_, ""), *_words(id_, company))
        said = ", ".join(filter(None, (*words, missed_words(plan, by_id[id_].timing))))
        if said:
            notes[id_] = said
    return notes


def _words(id_: str, company: Company) -> Iterator[str]:
    names = company.going.get(id_, ())
    if pick := company.plan.pick_by_id.get(id_):
        yield priority_word(pick.choice.priority)
        yield with_words(names)
    else:
        yield going_words(names)
