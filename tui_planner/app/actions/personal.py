"""What the commands for one's own do: notes, appointments, when one is there."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial

from tui_planner.app.controllers.planner import Planner
from tui_planner.app.screens.form_screen import Field, FormScreen
from tui_planner.itinerary.editing.input_parsing import (
    InputError,
    check_note,
    check_presence,
    parse_appointment,
    parse_time,
)
from tui_planner.itinerary.edits import (
    append_appointment,
    remove_appointment,
    replace_appointment,
    set_note,
    set_own_times,
    set_presence,
)
from tui_planner.itinerary.itinerary import Appointment
from tui_planner.itinerary.notices import NoticeKind
from tui_planner.itinerary.presence import explain_presence
from tui_planner.itinerary.resolved import ChosenSession, ScheduledAppointment
from tui_planner.itinerary.views.own_lane import find_appointment
from tui_planner.programme.wall_time import WallTime
from tui_planner.support.i18n import _

from .clashing import tell_clash_of


def drop_appointment(planner: Planner, scheduled: ScheduledAppointment) -> None:
    """Take an own appointment out."""
    appointment = scheduled.appointment
    planner.editor.change(lambda itinerary: remove_appointment(itinerary, appointment))
    planner.refresh_plan()
    text = _("Dropped: {title}. {key} takes it back.")
    planner.prompts.say(text.format(title=scheduled.title, key=planner.key("undo")))


def edit(planner: Planner) -> None:
    """Edit the note of a choice, or an own appointment."""
    thing = planner.grid.cursor
    if thing is None:
        return
    plan = planner.editor.now.plan
    scheduled = find_appointment(thing, plan)
    chosen_session = plan.chosen_by_id.get(thing.id)
    if scheduled is not None:
        _fill_in_appointment(planner, scheduled.appointment)
    elif chosen_session is not None:
        _fill_in_choice(planner, chosen_session)
    else:
        planner.prompts.say(
            _("Choose it first: then {key} writes a note.").format(key=planner.key("edit"))
        )


def _fill_in_choice(planner: Planner, chosen_session: ChosenSession) -> None:
    """Fill in the note of a choice; with what is on all day, the hours that one is there."""
    session, choice = chosen_session.session, chosen_session.choice
    is_all_day = planner.editor.programme.session_by_id[session.id].timing.all_day

    def submit(values: Mapping[str, str]) -> str:
        text = values["note"].strip()
        join, leave = choice.join, choice.leave
        try:
            check_note(text)
            if is_all_day:
                join = _time_or_none(values["join"], _("From"))
                leave = _time_or_none(values["leave"], _("Until"))
        except InputError as error:
            return str(error)
        planner.editor.change(
            lambda itinerary: set_own_times(
                set_note(itinerary, session.id, text), session.id, join, leave
            )
        )
        planner.refresh_plan()
        _tell_choice(planner, chosen_session, text, (join, leave))
        return ""

    fields = [Field("note", _("Note"), choice.note)]
    if is_all_day:
        fields += [
            Field("join", _("From"), _written(choice.join), _("all day")),
            Field("leave", _("Until"), _written(choice.leave), _("all day")),
        ]
    concerned = partial(planner.grid.find_regions, [session.id])
    screen = FormScreen(session.title, fields, submit, find_concerned=concerned)
    planner.app.push_screen(screen)


def _tell_choice(
    planner: Planner,
    before: ChosenSession,
    note: str,
    hours: tuple[WallTime | None, WallTime | None],
) -> None:
    """Tell what the hours of a choice clash with, where they are others now; else what is kept."""
    session, choice = before.session, before.choice
    if hours == (choice.join, choice.leave):
        told = _("Noted with {title}.") if note else _("No note with {title} any more.")
    elif planner.editor.now.find_clashes_of(session.id):
        tell_clash_of(planner, session.id)
        return
    else:
        told = _("Kept: {title}.")
    planner.prompts.tell_of(session.id, told.format(title=session.title))


def add_appointment(planner: Planner) -> None:
    """Add an own appointment."""
    _fill_in_appointment(planner, None)


def _fill_in_appointment(planner: Planner, old: Appointment | None) -> None:
    """Fill in a new appointment, or another version of an old one."""
    several = len(planner.editor.programme.days) > 1
    day = planner.grid.day if old is None else old.day
    begins, ends = _propose_times(planner) if old is None else (old.start, old.end)

    def submit(values: Mapping[str, str]) -> str:
        try:
            new = parse_appointment(
                planner.editor.programme,
                values["title"].strip(),
                _typed_time(values["start"], _("From")),
                _typed_time(values["end"], _("Until")),
                _typed_day(values, day) if several else None,
                values["note"].strip(),
            )
        except InputError as error:
            return str(error)
        if old is None:
            planner.editor.change(lambda itinerary: append_appointment(itinerary, new))
        else:
            planner.editor.change(lambda itinerary: replace_appointment(itinerary, old, new))
        planner.refresh_plan()
        _tell_appointment(planner, new)
        return ""

    fields = [
        Field("title", _("What"), old.title if old else ""),
        Field("start", _("From"), _written(begins), _("like 14:00")),
        Field("end", _("Until"), _written(ends), _("like 14:30")),
    ]
    if several:
        fields.append(Field("day", _("Day"), day.isoformat() if day else ""))
    fields.append(Field("note", _("Note"), old.note if old else ""))
    title = _("Own appointment")
    planner.app.push_screen(FormScreen(title, fields, submit))


def _propose_times(planner: Planner) -> tuple[WallTime | None, WallTime | None]:
    """Propose the times of what is under the cursor; a date only where it is another one."""
    thing = planner.grid.cursor
    if thing is None or thing.timing.all_day:
        return None, None
    zone = planner.editor.programme.zone
    start, end = (
        at.astimezone(zone).replace(tzinfo=None)
        for at in (thing.timing.start, thing.timing.planned.end)
    )
    return (
        start.time() if start.date() == planner.grid.day else start,
        end.time() if end.date() == start.date() == planner.grid.day else end,
    )


def _tell_appointment(planner: Planner, appointment: Appointment) -> None:
    """Go to an appointment, and tell its first clash or that it is there."""
    scheduled_appointments = planner.editor.now.plan.scheduled_appointments
    scheduled = next(
        (one for one in scheduled_appointments if one.appointment == appointment), None
    )
    if scheduled is None:
        return
    planner.go_to(scheduled.id)
    if planner.editor.now.find_clashes_of(scheduled.id):
        tell_clash_of(planner, scheduled.id)
    else:
        planner.prompts.say(_("Kept: {title}.").format(title=appointment.title))


def fill_in_presence(planner: Planner) -> None:
    """Fill in when one arrives and leaves."""
    itinerary = planner.editor.now.plan.itinerary

    def submit(values: Mapping[str, str]) -> str:
        try:
            arrives = _time_or_none(values["arrives"], _("I arrive"))
            leaves = _time_or_none(values["leaves"], _("I leave"))
            check_presence(planner.editor.programme, arrives, leaves)
        except InputError as error:
            return str(error)
        planner.editor.change(lambda itinerary: set_presence(itinerary, arrives, leaves))
        planner.refresh_plan()
        _tell_presence(planner)
        return ""

    fields = [
        Field("arrives", _("I arrive"), _written(itinerary.arrives), _("from the beginning")),
        Field("leaves", _("I leave"), _written(itinerary.leaves), _("until the end")),
    ]
    planner.app.push_screen(FormScreen(_("When I am there"), fields, submit))


def _tell_presence(planner: Planner) -> None:
    """Tell when one is there, and the first thing that one misses something of, chosen or not."""
    now = planner.editor.now
    sentence = explain_presence(now.plan)
    missed = [one for one in now.notices if one.kind is NoticeKind.PRESENCE]
    if missed:
        first = min(missed, key=lambda one: not now.own.issuperset(one.things))
        sentence = f"{sentence} {first.message}"
    planner.prompts.say(sentence, NoticeKind.PRESENCE if missed else None)


def _typed_day(values: Mapping[str, str], day: date | None) -> date | None:
    text = values["day"].strip()
    if not text:
        return day
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        message = _('"{text}" is no date; write it like "2025-02-13".')
        raise InputError(message.format(text=text)) from error


def _typed_time(text: str, label: str) -> WallTime:
    """Read the time in a line of a form, whose name is told where it is none."""
    if not text.strip():
        raise InputError(_("{label}: no time yet; write one like 14:00.").format(label=label))
    try:
        return parse_time(text)
    except InputError as error:
        raise InputError(f"{label}: {error}") from error


def _time_or_none(text: str, label: str) -> WallTime | None:
    return _typed_time(text, label) if text.strip() else None


def _written(wall: WallTime | None) -> str:
    """Write a time as one would type it."""
    if wall is None:
        return ""
    return f"{wall:%Y-%m-%d %H:%M}" if isinstance(wall, datetime) else f"{wall:%H:%M}"
