"""What is noted in the box of each session in the grid."""

from collections.abc import Iterator, Mapping

from ..programme.model import Thing
from .companions import Company, going_words, with_words
from .own import priority_word
from .plan import Plan
from .presence import missed_words


def box_notes(plan: Plan, clashes: Mapping[str, str]) -> dict[str, str]:
    """The notes by id: the clash, the priority, who else goes, and that one is not there.

    Args:
        plan: The plan.
        clashes: What is said of the clash of each id, in few words.
    """
    company = Company(plan)
    notes = dict(clashes)
    things: tuple[Thing, ...] = (*plan.programme.sessions, *plan.programme.blocks)
    for thing in things:
        words = (clashes.get(thing.id, ""), *_words(thing.id, company))
        said = ", ".join(filter(None, (*words, missed_words(plan, thing.timing))))
        if said:
            notes[thing.id] = said
    return notes


def _words(id_: str, company: Company) -> Iterator[str]:
    names = company.going.get(id_, ())
    if pick := company.plan.pick_by_id.get(id_):
        yield priority_word(pick.choice.priority)
        yield with_words(names)
    else:
        yield going_words(names)
