"""`appointment`: add, list, change and drop what takes time besides the programme."""

from datetime import date, datetime

from tui_planner.cli.find_day import find_day
from tui_planner.cli.loading.edit_session import (
    EditSession,
    begin,
    begin_adding,
    explain_input_errors,
    tell_notices,
)
from tui_planner.cli.output import Exit, Failure, say, tell
from tui_planner.cli.parser import Arguments
from tui_planner.itinerary.editing.input_parsing import (
    describe_appointment,
    parse_appointment,
    parse_time,
)
from tui_planner.itinerary.edits import append_appointment, remove_appointment, replace_appointment
from tui_planner.itinerary.itinerary import Appointment
from tui_planner.itinerary.my_day import find_appointment_day
from tui_planner.itinerary.resolved import ResolvedItinerary, ScheduledAppointment
from tui_planner.layout.text.cells import join_lines
from tui_planner.programme.model import Programme
from tui_planner.programme.reading.faults.problem_collector import suggest_similar
from tui_planner.programme.time_text import format_short_date, format_times
from tui_planner.programme.wall_time import WallTime
from tui_planner.support.i18n import _


def add_appointment(args: Arguments) -> Exit:
    """Add an appointment, and say what it clashes with."""
    work = begin_adding(args)
    with explain_input_errors():
        added = parse_appointment(
            work.programme,
            args.title,
            parse_time(args.start),
            parse_time(args.end),
            find_day(work.programme, args.day),
            args.note,
        )
    _tell_of(work.save(append_appointment(work.before, added)), added, _("Added: {line}"))
    return Exit.OK


def list_appointments(args: Arguments) -> Exit:
    """Print the appointments with the numbers by which the other commands know them."""
    plan = begin(args).plan
    for number, scheduled in enumerate(plan.scheduled_appointments, 1):
        words = [_line(scheduled, plan.programme), join_lines(scheduled.note)]
        say(f"{number}  {' – '.join(filter(None, words))}")
    if not plan.scheduled_appointments:
        tell(_("There are no appointments."))
    return Exit.OK


def edit_appointment(args: Arguments) -> Exit:
    """Change an appointment; what is not named stays as it is."""
    work = begin(args)
    old = _named(work.plan, args.which).appointment
    title = old.title if args.title is None else args.title
    note = old.note if args.note is None else args.note
    with explain_input_errors():
        new = describe_appointment(old, title, note)
        if (args.start, args.end, args.day) != (None, None, None):
            new = _moved(new, args, work)
    _tell_of(work.save(replace_appointment(work.before, old, new)), new, _("Now: {line}"))
    return Exit.OK


def drop_appointment(args: Arguments) -> Exit:
    """Take an appointment out."""
    work = begin(args)
    named = _named(work.plan, args.which)
    work.save(remove_appointment(work.before, named.appointment))
    tell(_("Dropped: {title}").format(title=_line(named, work.programme)))
    return Exit.OK


def _moved(old: Appointment, args: Arguments, work: EditSession) -> Appointment:
    """Move an appointment to other times; those that are not named go along to another day."""
    day = find_day(work.programme, args.day)
    start, end = old.start, old.end
    if day is not None:
        start, end = _clock(start), _clock(end)
    if args.start is not None:
        start = parse_time(args.start)
    if args.end is not None:
        end = parse_time(args.end)
    moved = parse_appointment(work.programme, old.title, start, end, day or old.day, old.note)
    return old._replace(start=moved.start, end=moved.end, day=moved.day)


def _clock(wall: WallTime) -> WallTime:
    return wall.time() if isinstance(wall, datetime) else wall


def _named(plan: ResolvedItinerary, which: str) -> ScheduledAppointment:
    """Find the appointment that a user means by its title, or by its number in the list.

    Raises:
        Failure: there is none, or there are several.
    """
    listed = dict(enumerate(plan.scheduled_appointments, 1))
    folded = which.strip().casefold()
    titled = [number for number, one in listed.items() if one.title.casefold() == folded]
    if len(titled) > 1:
        numbers = ", ".join(map(str, titled))
        text = _('There are several appointments "{title}"; name one by its number: {numbers}.')
        raise Failure(text.format(title=which, numbers=numbers))
    if titled:
        return listed[titled[0]]
    for number, scheduled in listed.items():
        if which == str(number):
            return scheduled
    message = _('There is no appointment "{which}".').format(which=which)
    hint = suggest_similar(which, [one.title for one in listed.values()])
    hint = hint or _("All of them: tui-planner appointment list.")
    raise Failure(f"{message} {hint}")


def _tell_of(plan: ResolvedItinerary, appointment: Appointment, text: str) -> None:
    scheduled = next(one for one in plan.scheduled_appointments if one.appointment == appointment)
    tell(text.format(line=_line(scheduled, plan.programme)))
    tell_notices(plan, [scheduled.id])


def _line(scheduled: ScheduledAppointment, programme: Programme) -> str:
    """Write when and what, with the day where the programme has several."""
    when = format_times(scheduled.timing, programme.zone)
    day: date = find_appointment_day(scheduled, programme)
    words = [when, join_lines(scheduled.title)]
    return " ".join([format_short_date(day), *words] if len(programme.days) > 1 else words)
