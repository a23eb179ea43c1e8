"""The text of a programme in format 1, made of a draft for a person to read and to edit."""

import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from tui_planner.exchange.importing.progress import Progress
from tui_planner.exchange.importing.text.plain_text import flatten
from tui_planner.programme.import_marks import mark_guess
from tui_planner.programme.time_text import format_long_date
from tui_planner.programme.wall_time import find_midnight_after
from tui_planner.support.i18n import _

from .draft import Draft, DraftLink, DraftSession, Note, NoteKind
from .identity import make_id, make_programme_id
from .import_notes import group_notes, name_kind
from .toml_values import Value, format_toml

_WIDTH = 98
_RULE = 100
_MINUTE = timedelta(minutes=1)


def write_programme(draft: Draft, progress: Progress = lambda _part: None) -> str:
    """Write a draft; one that `normalise` has been over is a programme without an error."""
    writer = _Writer(draft)
    lines = list(writer.head())
    number = 0
    for day, sessions in writer.by_day():
        if not sessions:
            continue
        lines += ["", "", _heading(format_long_date(day))]
        for session in sessions:
            lines += writer.thing(session)
            number += 1
            progress(number / len(draft.sessions))
    return "\n".join(lines).rstrip() + "\n"


class _Writer:
    """Writer of the parts of one programme."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._zone = ZoneInfo(draft.zone)
        self._room_ids = _ids([room.name for room in draft.rooms])
        self._places = {room.name: place for place, room in enumerate(draft.rooms)}
        self._notes: dict[str, list[Note]] = defaultdict(list)
        for note in draft.notes:
            self._notes[note.session].append(note)
        self._ends = self._ends_of_days()
        self._time = lru_cache(self._find_time)  # many are at the same one

    def head(self) -> Iterator[str]:
        """Write what stands before the first day: the programme, its days and its rooms."""
        draft = self._draft
        yield from _comment(
            _("Imported from a published schedule. Edit it as you like.")
            + " "
            + _("Comments say what was mended, guessed or left out.")
        )
        in_head = [
            *self._notes[""],
            *(n for n in draft.notes if n.session and n.kind is NoteKind.LEFT_OUT),
        ]
        if in_head:
            yield "#"
        for line in group_notes(in_head):
            yield from _comment(f"- {line}", "  ")
        one_day = len(draft.days) == 1 and not self._ends
        yield from _table(
            "[programme]",
            {
                "id": make_programme_id(draft),
                "title": draft.title,
                "date": draft.days[0] if one_day else None,
                "timezone": draft.zone,
                "language": draft.language,
                "venue": draft.venue,
                "city": draft.city,
                "url": draft.url,
                "version": draft.version,
                "description": draft.description,
            },
        )
        for day in () if one_day else draft.days:
            yield from _table("[[days]]", {"date": day, "end": self._ends.get(day)})
        for room in draft.rooms:
            yield from _table(
                "[[rooms]]",
                {
                    "id": self._room_ids[room.name],
                    "name": room.name,
                    "capacity": room.capacity,
                    "building": room.building,
                    "shared": room.shared,
                },
                guessed="shared",
            )

    def by_day(self) -> Iterator[tuple[date, list[DraftSession]]]:
        """Group the blocks and sessions by day, in order of time, blocks first, then by room."""
        days: dict[date, list[DraftSession]] = {day: [] for day in self._draft.days}
        for session in self._draft.sessions:
            days[session.day].append(session)
        for day, sessions in days.items():
            yield day, sorted(sessions, key=self._order)

    def thing(self, session: DraftSession) -> Iterator[str]:
        """Write the table of a block or session, with its notes as comments above."""
        above = [
            line
            for note in self._notes.get(session.id, ())
            if note.kind is not NoteKind.LEFT_OUT
            for line in _comment(f"{name_kind(note.kind)}: {note.message}")
        ]
        if session.for_everyone:
            return _table("[[blocks]]", self._list_of_block(session), above)
        guessed = "part_of" if session.part_is_guessed else ""
        return _table("[[sessions]]", self._list_of_session(session), above, guessed)

    def _list_of_block(self, session: DraftSession) -> Mapping[str, Value | None]:
        """List the values of a block, in the order of its keys."""
        return {
            "id": session.id,
            "kind": session.for_everyone,
            "title": session.title,
            "start": self._time(session.start, session.day),
            "end": self._end(session),
            "day": self._day(session),
            "room": self._room_ids.get(session.room),
            "description": session.description,
            "speakers": session.speakers,
            "url": session.url,
            "links": [_link(link) for link in session.links],
        }

    def _list_of_session(self, session: DraftSession) -> Mapping[str, Value | None]:
        """List the values of a session, in the order of its keys."""
        return {
            "id": session.id,
            "title": session.title,
            "start": None if session.all_day else self._time(session.start, session.day),
            "end": self._end(session),
            "all_day": session.all_day,
            "status": session.status if session.status != "open" else None,
            "part_of": session.part_of,
            "repeat_of": session.repeat_of,
            "drop_in": session.drop_in,
            "meal": session.meal,
            "day": self._day(session),
            "room": self._room_ids.get(session.room),
            "track": session.track,
            "hosts": session.hosts,
            "speakers": session.speakers,
            "description": session.description,
            "url": session.url,
            "links": [_link(link) for link in session.links],
            "language": session.language,
            "capacity": session.capacity,
        }

    def _order(self, session: DraftSession) -> tuple[datetime, bool, int, str]:
        place = self._places.get(session.room, -1)
        return session.start, not session.for_everyone, place, session.id

    def _find_time(self, at: datetime, day: date) -> str | datetime:
        """Convert an instant to a time of day; to a date and time where it is not on that day."""
        local = at.astimezone(self._zone).replace(tzinfo=None)
        return f"{local.hour:02}:{local.minute:02}" if local.date() == day else local

    def _day(self, session: DraftSession) -> date | None:
        return session.day if len(self._draft.days) > 1 else None

    def _end(self, session: DraftSession) -> str | datetime | None:
        if session.end is None or session.all_day:
            return None
        return self._time(session.end, session.day)

    def _ends_of_days(self) -> Mapping[date, datetime]:
        """Find the ends, as local times, of the days on which something starts past midnight."""
        late = {
            session.day
            for session in self._draft.sessions
            if session.start >= find_midnight_after(self._zone, session.day)
        }
        ends: dict[date, datetime] = {}
        for session in self._draft.sessions:
            if session.day in late:
                last = max(session.start + _MINUTE, session.end or session.start)
                ends[session.day] = max(ends.get(session.day, last), last)
        return {day: end.astimezone(self._zone).replace(tzinfo=None) for day, end in ends.items()}


def _link(link: DraftLink) -> Mapping[str, str]:
    return {"url": link.url} | ({"title": link.title} if link.title else {})


def _ids(names: Iterable[str]) -> dict[str, str]:
    """Make an id for each name: its slug, with a number where another one has that already."""
    ids: dict[str, str] = {}
    taken: set[str] = set()
    numbers: dict[str, int] = defaultdict(lambda: 1)
    for name in names:
        base = make_id(name, "room")
        id_ = base
        while id_ in taken:
            numbers[base] += 1
            id_ = f"{base}-{numbers[base]}"
        taken.add(id_)
        ids[name] = id_
    return ids


def _table(
    head: str, values: Mapping[str, Value | None], above: Iterable[str] = (), guessed: str = ""
) -> Iterator[str]:
    """Write a table with the values that say something; one of them may be marked as a guess."""
    yield ""
    yield from above
    yield head
    for key, value in values.items():
        if value:
            yield f"{key} = {format_toml(value)}{mark_guess() if key == guessed else ''}"


def _comment(text: str, indent: str = "") -> list[str]:
    width = _WIDTH - len("# ")
    lines = textwrap.wrap(flatten(text), width, subsequent_indent=indent, break_on_hyphens=False)
    return [f"# {line}" for line in lines]


def _heading(text: str) -> str:
    return f"# ---- {text} ".ljust(_RULE, "-")
