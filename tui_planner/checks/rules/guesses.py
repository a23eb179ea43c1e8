"""What an import guessed, told until a person has been over the file: A210."""

from tui_planner.checks.context import Context, Findings
from tui_planner.checks.registered_rule import RegisteredRule
from tui_planner.checks.rule_page import RulePage
from tui_planner.programme.import_marks import has_open_guesses, is_guess, mark_guess
from tui_planner.programme.problem import Location, Rule, Severity
from tui_planner.support.i18n import _


def find_guesses(context: Context) -> Findings:
    """Find parts and shared rooms that the import guessed, in a file that nobody edited (A210)."""
    source, programme = context.reading.source, context.programme
    if source is None or not has_open_guesses(source.text):
        return

    def marked(place: Location) -> bool:
        return is_guess(source.lines[place.line - 1])

    hint = _("If it is right, remove the mark behind it; if not, the line.")
    for order, room in enumerate(programme.rooms):
        place = context.reading.positions.locate_value(("rooms", order, "shared"))
        if room.shared and marked(place):
            text = _("{room} is taken as an area, a guess: nothing in it is a double booking.")
            yield context.make_finding(GUESSED.rule, place, text.format(room=room.name), hint, ())
    for session in programme.sessions:
        if session.part_of is not None and marked(place := context.locate(session, "part_of")):
            text = _("{session} is taken as a part of {whole}, a guess: they never clash.")
            whole = programme.session_by_id[session.part_of]
            message = text.format(session=context.name_on_day(session), whole=context.name(whole))
            ids = session.id, whole.id
            yield context.make_finding(GUESSED.rule, place, message, hint, ids)


_WHOLE = (
    '[[sessions]]\nid = "talks"\ntitle = "Short talks"\nstart = "12:45"\nend = "13:45"\n\n'
    '[[sessions]]\nid = "talk"\ntitle = "Short talk"\nstart = "12:45"\nend = "13:15"\n'
    'part_of = "talks"'
)

GUESSED = RegisteredRule(
    Rule("A210", "guessed", Severity.INFO),
    RulePage(
        finds=_(
            "A part or a shared room that an import guessed, by the mark behind it. It is told "
            "until you remove the mark, or edit the file in any way."
        ),
        breaks=f"{_WHOLE}{mark_guess()}\n",
        mended=f"{_WHOLE}\n",
        accepts=("talk", "talks"),
    ),
    find_guesses,
    heading=_("{name}: {n} guesses of the import"),
    related_key=None,
)
