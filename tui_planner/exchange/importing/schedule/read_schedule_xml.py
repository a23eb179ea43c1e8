"""Reader of schedule.xml, as Pentabarf, frab, pretalx and their kin write it."""

from collections import Counter
from typing import Any

from tui_planner.exchange.importing.import_errors import NoScheduleError
from tui_planner.exchange.importing.import_limits import Limit, check_limit
from tui_planner.exchange.importing.progress import Progress
from tui_planner.exchange.importing.text.listed_names import split_names
from tui_planner.support.i18n import _

from .safe_xml import read_xml
from .schedule_records import (
    PublishedDay,
    PublishedEvent,
    PublishedLink,
    PublishedRoom,
    PublishedSchedule,
)
from .unknown_shapes import describe_root, describe_without_events

_TEXTS = frozenset(
    {
        *("date", "start", "duration", "end", "room", "title", "subtitle", "slug", "track"),
        *("type", "language", "abstract", "description", "url", "state"),
        *("feedback_url", "video_download_url"),
    }
)
_PEOPLE = frozenset({"persons", "speakers"})
_PERSON = frozenset({"person", "speaker"})
_LINKS = frozenset({"link", "attachment"})


def read_schedule_xml(data: bytes, progress: Progress = lambda _part: None) -> PublishedSchedule:
    """Read a schedule.xml.

    Raises:
        NoScheduleError: it is no XML that can be read, or no schedule.
    """
    handler = _ScheduleHandler()
    handler.published.mended = read_xml(data, handler, progress)
    if not handler.published.events:
        counter = _TagCounter()
        read_xml(data, counter)
        raise NoScheduleError(describe_without_events(counter.tags))
    return handler.published


class _TagCounter:
    """Counter of the elements that have others in them, or attributes, by their names."""

    def __init__(self) -> None:
        self.tags: Counter[str] = Counter()
        self._path: list[str] = []

    def begin(self, tag: str, attributes: dict[str, str], _line: int) -> None:
        """Count an element that has attributes, or the one around it."""
        self.tags.update([tag] if attributes else self._path[-1:])
        self._path.append(tag)

    def end(self, _text: str) -> None:
        """Leave an element."""
        self._path.pop()


class _ScheduleHandler:
    """Collector of the schedule from its elements, as they come."""

    def __init__(self) -> None:
        self.published = PublishedSchedule()
        self._path: list[str] = []
        self._day = PublishedDay("")
        self._room = ""
        self._line = 0
        self._event_depth = 0
        self._names: dict[str, str] = {}
        self._event: dict[str, Any] = {}
        self._persons: list[str] = []
        self._links: list[PublishedLink] = []
        self._href = ""

    def begin(self, tag: str, attributes: dict[str, str], line: int) -> None:
        """Enter an element, and take what only its attributes say."""
        self._path.append(tag)
        if self._event_depth:
            if tag in _LINKS:
                self._href = attributes.get("href") or attributes.get("url", "")
            return
        depth = len(self._path)
        if tag == "event":
            self._event_depth = depth
            self._line = line
            self._links, self._persons = [], []
            self._event = {}
            self._names = attributes
        elif depth == 1 and tag != "schedule":
            raise NoScheduleError(describe_root(tag))
        elif depth == 2 and tag == "day":
            start = attributes.get("start", "")
            date = attributes.get("date", "") or start
            self._day = PublishedDay(date, start, attributes.get("end", ""))
            self.published.days.append(self._day)
            self._room = ""
        elif depth == 3 and self._path[1:] == ["day", "room"]:
            self._room = attributes.get("name", "")
            self.published.rooms.append(PublishedRoom(self._room))

    def end(self, text: str) -> None:
        """Take the text of an element, and leave it."""
        path = self._path
        inside = len(path) - self._event_depth
        if not self._event_depth:
            self._end_outside(text)
        elif inside == 0:
            self._add_event()
            self._event_depth = 0
        elif inside == 1:
            if path[-1] in _TEXTS:
                self._event[path[-1]] = text
            elif path[-1] in _PERSON:  # without the list that it should stand in
                self._persons.extend(split_names(text))
        elif inside == 2 and path[-2] in _PEOPLE:
            self._persons.append(text)
        elif inside == 2 and path[-1] in _LINKS:
            self._links.append(PublishedLink(self._href or text, text if self._href else ""))
        path.pop()

    def _end_outside(self, text: str) -> None:
        """Take the text of an element that is in no event."""
        match self._path:
            case ["schedule", "version"]:
                self.published.version = text
            case ["schedule", "conference", name]:
                self.published.conference.setdefault(name, text)
            case ["schedule", "day", "room"]:
                self._room = ""

    def _add_event(self) -> None:
        check_limit(Limit.EVENTS, len(self.published.events) + 1)
        names = self._names
        self.published.events.append(
            PublishedEvent(
                place=_("line {line}").format(line=self._line),
                day=self._day if "day" in self._path else None,
                listed_in=self._room,
                guid=names.get("guid", ""),
                id=names.get("id", "") or names.get("code", ""),
                persons=tuple(self._persons),
                links=tuple(self._links),
                **self._event,
            )
        )
