"""Programmes and itineraries from a few words, as the tests of every package make them.

A programme is put together as the text of a file, which `helpers.programme_of` reads; the times of
a table are `10:00-11:00`, or `10:00-` where no end is stated, or nothing for those of the block.
"""

from datetime import time
from typing import Any

from tui_planner.itinerary.itinerary import Appointment, Choice, Itinerary
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.programme.model import Programme

TWO_DAYS_HEAD = """\
[programme]
title = "Two days"
timezone = "Europe/Amsterdam"
"""

LARGE_DAYS, LARGE_ROOMS, LARGE_ROUNDS = (13, 14, 15), 30, 5


def session(id_: str, times: str, *more: str) -> str:
    """Write a session called by its id, with lines of one's own."""
    return _table("sessions", id_, times, *more)


def all_day(id_: str, *more: str) -> str:
    """Write a session that is on all day, with lines of one's own."""
    return session(id_, "", "all_day = true", *more)


def block(id_: str, kind: str, times: str, *more: str) -> str:
    """Write a block called by its id, with lines of one's own."""
    return _table("blocks", id_, times, f'kind = "{kind}"', *more)


def room(id_: str, name: str = "") -> str:
    """Write a room, called after its id where no name is given."""
    return f'[[rooms]]\nid = "{id_}"\nname = "{name or f"Room {id_}"}"\n'


def accepted(rule: str, *ids: str) -> str:
    """Write that the findings among some sessions are meant."""
    listed = ", ".join(f'"{id_}"' for id_ in ids)
    return f'[[accepted]]\nrule = "{rule}"\nsessions = [{listed}]\nreason = "known"\n'


def accepted_among(rule: str, line: str) -> str:
    """Write that the findings among the sessions that a line tells are meant."""
    return f'[[accepted]]\nrule = "{rule}"\n{line}\nreason = "known"\n'


def large_event() -> str:
    """Write 450 sessions in thirty rooms on three days: some run on, are full, or have no end."""
    text = ['[programme]\nid = "large"\ntitle = "Large"\ntimezone = "Europe/Amsterdam"\n']
    text += [f"[[days]]\ndate = 2025-02-{day}\n" for day in LARGE_DAYS]
    text += [room(f"room-{number}", f"Zaal 日 {number}") for number in range(LARGE_ROOMS)]
    for day in LARGE_DAYS:
        on = f"day = 2025-02-{day}"
        text.append(block(f"lunch-{day}", "meal", "12:30-13:45", on).replace("LUNCH-", "Lunch "))
        text += [
            _session_of_large_event(day, number, room)
            for room in range(LARGE_ROOMS)
            for number in range(LARGE_ROUNDS)
        ]
    return "\n".join(text)


def chosen(programme: Programme, id_: str, **more: Any) -> Choice:
    """Choose a session as the app does, with more said of it."""
    return Choice.of(programme.session_by_id[id_], programme)._replace(**more)


def plan_of(programme: Programme, *choices: str | Choice, **more: Any) -> ResolvedItinerary:
    """Plan with ids or choices; `more` is `arrives`, `leaves` or `appointments`."""
    made = tuple(
        choice if isinstance(choice, Choice) else chosen(programme, choice) for choice in choices
    )
    return ResolvedItinerary(programme, Itinerary(programme=programme.id, choices=made, **more))


def appointment(title: str, start: str, end: str, **more: Any) -> Appointment:
    """Make an appointment from two clock times."""
    return Appointment(title=title, start=clock(start), end=clock(end), **more)


def clock(text: str) -> time:
    """Read a time such as `12:50`."""
    return time.fromisoformat(text)


def _table(name: str, id_: str, times: str, *more: str) -> str:
    start, _, end = times.partition("-")
    lines = [f"[[{name}]]", f'id = "{id_}"', f'title = "{id_.upper()}"']
    lines += [f'start = "{start}"'] if start else []
    lines += [f'end = "{end}"'] if end else []
    return "\n".join([*lines, *more, ""])


def _session_of_large_event(day: int, number: int, room: int) -> str:
    hour, minute = 9 + 2 * number, (room * 5) % 60
    odd = ['end = "{}:45"\noverrun = "{}:55"', 'status = "full"', "", 'end = "{}:50"'][room % 4]
    return (
        f'[[sessions]]\nid = "s-{day}-{room}-{number}"\nday = 2025-02-{day}\nroom = "room-{room}"\n'
        f'title = "Session {number} of a day in 日本 and room {room}"\ntrack = "Track {room % 7}"\n'
        f'speakers = ["Speaker {room * number % 40}"]\nstart = "{hour:02}:{minute:02}"\n'
        + odd.format(hour + 1, hour + 1)
        + "\n"
    )
