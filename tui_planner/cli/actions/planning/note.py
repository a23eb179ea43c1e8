"""`note`: what the delegate writes of a chosen session."""

from tui_planner.cli.loading.edit_session import begin, explain_input_errors
from tui_planner.cli.output import Exit, Failure, say, tell
from tui_planner.cli.parser import Arguments
from tui_planner.cli.short_ids import resolve_ids
from tui_planner.itinerary.editing.input_parsing import check_note
from tui_planner.itinerary.edits import set_note
from tui_planner.itinerary.itinerary import Choice, Itinerary
from tui_planner.programme.reading.faults.problem_collector import suggest_similar
from tui_planner.support.i18n import _


def edit_note(args: Arguments) -> Exit:
    """Keep a note, or remove it for an empty one; print it where none is given."""
    work = begin(args)
    (id_,) = resolve_ids([args.id], [choice.session for choice in work.before.choices])
    choice = _chosen(work.before, id_)
    if not args.text:
        for line in choice.note.splitlines():
            say(line)
        return Exit.OK
    note = " ".join(args.text).strip()
    with explain_input_errors():
        check_note(note)
    work.save(set_note(work.before, id_, note))
    text = _("Noted with {title}.") if note else _("No note with {title} any more.")
    tell(text.format(title=choice.title or choice.session))
    return Exit.OK


def _chosen(itinerary: Itinerary, id_: str) -> Choice:
    choice = itinerary.find_choice(id_)
    if choice is None:
        message = _("{id} is not chosen.").format(id=id_)
        hint = suggest_similar(id_, [choice.session for choice in itinerary.choices])
        hint = hint or _("What is: tui-planner mine.")
        raise Failure(f"{message} {hint}")
    return choice
