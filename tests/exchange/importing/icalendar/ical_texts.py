"""iCalendar files of a few lines, and what is imported from them."""

from datetime import datetime
from zoneinfo import ZoneInfo

from tui_planner.exchange.importing.draft.draft import Draft, DraftSession, NoteKind
from tui_planner.exchange.importing.icalendar.read_icalendar import read_icalendar

START = "DTSTART;TZID=Europe/Amsterdam:20250213T100000"
END = "DTEND;TZID=Europe/Amsterdam:20250213T110000"


def event(*lines: str, uid: str = "one@example.org", title: str = "First") -> str:
    """An event; without other lines it is on 13 February 2025, from 10:00 to 11:00."""
    named = [f"UID:{uid}"] if uid else []
    return "\n".join(
        ["BEGIN:VEVENT", *named, f"SUMMARY:{title}", *(lines or (START, END)), "END:VEVENT"]
    )


def calendar(*parts: str, name: str = "X-WR-CALNAME:A day") -> bytes:
    """A calendar of such parts."""
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", *([name] if name else [])]
    text = "\n".join([*head, *parts, "END:VCALENDAR", ""])
    return text.replace("\n", "\r\n").encode()


def imported(*parts: str) -> Draft:
    """The draft of a calendar, in which every session found is kept or left out."""
    return counted(read_icalendar(calendar(*parts)))


def counted(draft: Draft) -> Draft:
    assert draft.found == len(draft.sessions) + len(notes_of_kind(draft, NoteKind.LEFT_OUT))
    return draft


def only(*lines: str) -> DraftSession:
    """The session of a calendar with one event of these lines."""
    (session,) = imported(event(*lines)).sessions
    return session


def notes_of_kind(draft: Draft, kind: NoteKind) -> list[str]:
    """What was said of one kind, with the places."""
    return [f"{note.place}: {note.message}" for note in draft.notes if note.kind is kind]


def clocks(draft: Draft) -> list[str]:
    """When the sessions are, by the clocks of the programme's zone: `2025-02-13 10:00–11:00`."""
    zone = ZoneInfo(draft.zone)

    def clock(at: datetime | None) -> str:
        return f"{at.astimezone(zone):%H:%M}" if at else "?"

    return [
        f"{session.start.astimezone(zone):%Y-%m-%d} {clock(session.start)}–{clock(session.end)}"
        for session in draft.sessions
    ]
