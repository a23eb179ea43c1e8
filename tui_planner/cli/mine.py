"""`mine`: the itinerary and what cannot go together in it."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from ..itinerary.changes import changes_of
from ..itinerary.model import Choice
from ..itinerary.my_day import Entry, EntryKind, MyDay
from ..itinerary.notices import Notice, notices
from ..itinerary.plan import Plan
from ..itinerary.summary import summary
from ..layout.cells import one_line
from ..programme.model import Day, Programme, Session
from ..wording import long_date
from .common import itinerary_to_read, programme_name, store_of, usable_programme
from .output import Exit, say, say_json, tell
from .parser import Arguments

_SIGNS = {
    EntryKind.PICK: "✓",
    EntryKind.ROUND: "?",
    EntryKind.APPOINTMENT: "•",
    EntryKind.GONE: "×",
}


def run(args: Arguments) -> Exit:
    """Print the itinerary; 1 where something in it clashes."""
    programme = usable_programme(programme_name(args))
    store = store_of(args, programme)
    plan = Plan(programme, itinerary_to_read(store, programme))
    found = notices(plan)
    if args.format == "json":
        say_json(_as_json(plan, found))
    else:
        for line in day_lines(plan, plan.programme.days):
            say(line)
        tell(summary(plan, found))
    return Exit.FOUND if found else Exit.OK


def day_lines(plan: Plan, days: Iterable[Day]) -> Iterator[str]:
    """Some days of a plan in plain lines."""
    yield one_line(plan.programme.title)
    for day in days:
        yield ""
        yield long_date(day.date)
        my_day = MyDay(plan, day.date)
        for entry in my_day.entries:
            yield from _entry_lines(entry, my_day)


def _entry_lines(entry: Entry, my_day: MyDay) -> Iterator[str]:
    sign = _SIGNS.get(entry.kind, " ")
    when = my_day.full_times(entry)
    title = " – ".join([one_line(entry.title), *map(one_line, entry.remarks)])
    id_ = f" [{entry.id}]" if entry.kind in {EntryKind.PICK, EntryKind.GONE} else ""
    yield f"{when:<15} {sign} {title}{id_}".rstrip()
    for notice in entry.notices:
        yield f"{'':15} ! {one_line(notice.message)}"


def _as_json(plan: Plan, found: tuple[Notice, ...]) -> dict[str, object]:
    programme = plan.programme
    shown = [_choice_json(pick.choice, pick.session, programme) for pick in plan.picks]
    shown += [_choice_json(choice, None, programme) for choice in plan.gone]
    return {
        "programme": programme.id,
        "choices": shown,
        "clashes": [_notice_json(notice, programme) for notice in found],
    }


def _choice_json(
    choice: Choice, session: Session | None, programme: Programme
) -> dict[str, object]:
    changes = changes_of(choice, programme)
    change = changes[0].value if changes else None
    if session is None:
        return {
            "session": choice.session,
            "title": choice.title,
            "start": _seen(choice.start, programme),
            "end": _seen(choice.end, programme),
            "room": choice.room,
            "status": choice.status,
            "priority": choice.priority,
            "change": change,
        }
    timing = session.timing
    return {
        "session": session.id,
        "title": session.title,
        "start": timing.start.astimezone(programme.zone).isoformat(),
        "end": timing.end.astimezone(programme.zone).isoformat() if timing.end_stated else None,
        "room": session.room,
        "status": session.status.value,
        "priority": choice.priority,
        "change": change,
    }


def _notice_json(notice: Notice, programme: Programme) -> dict[str, object]:
    return {
        "kind": notice.kind.value,
        "sessions": list(notice.things),
        "start": notice.interval.start.astimezone(programme.zone).isoformat(),
        "end": notice.interval.end.astimezone(programme.zone).isoformat(),
        "minutes": notice.minutes,
        "message": notice.message,
        "reasons": [reason.value for reason in notice.reasons],
    }


def _seen(at: datetime | None, programme: Programme) -> str | None:
    return None if at is None else at.replace(tzinfo=programme.zone).isoformat()
