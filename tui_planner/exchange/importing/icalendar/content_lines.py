"""Components and properties of an iCalendar file, however it was folded, encoded or cut off.

The icalendar library reads files that are as RFC 5545 wants; it stops at a line that is not, knows
no line numbers, and makes a value of each property, of which a programme needs few. So the lines
are unfolded here, and the library reads what is in one.
"""

import codecs
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from tui_planner.exchange.ical_extensions import X_PREFIX
from tui_planner.exchange.importing.draft.draft import Note, NoteKind
from tui_planner.exchange.importing.import_errors import NoScheduleError
from tui_planner.exchange.importing.import_limits import Limit, check_limit
from tui_planner.exchange.importing.progress import Progress
from tui_planner.exchange.importing.text.decoding import decode_text
from tui_planner.support.i18n import _

from .faults import Fault, Faults, format_line_place
from .surroundings import unwrap_calendar

_WIDE = re.compile(rb"\xff\xfe|\xfe\xff|\0\0\xfe\xff|[\t-~]\0|\0[\t-~]")
"""How a file begins that has more than one octet for each character."""
_LINE_END = re.compile(rb"\r*\n|\r")
_TWISTED_END = re.compile(rb"\r\r+\n|\r(?![\r\n])")
_NAME = re.compile(rb"([A-Za-z0-9-]+)[ \t]*[;:]")
_BEFORE_VALUE = re.compile(r"[;:]")
_HEAD = re.compile(r'[^":]*(?:"[^"]*"[^":]*)*:')
"""What stands before the value: the name, and the parameters, which may hold a colon in quotes."""
_PLAIN_PARAMETER = re.compile(r';([\w-]+)=(?:"([^"\\^]*)"|([^\x00-\x1f\x7f";:,^\\]*))', re.ASCII)
_PLAIN_HEAD = re.compile(rf"[\w-]+(?:{_PLAIN_PARAMETER.pattern})*:", re.ASCII)
_OPEN_ZONE = re.compile(
    r"""\A([^":]{0,200}?;TZID=)([^";]{1,300}?)((?:;[\w-]{1,40}=[^";:]{0,200}){0,9}:)"""
    r"(?=\d{4}-?\d\d-?\d\d)",
    re.IGNORECASE,
)
"""A zone of any name without quotes, as far as the date behind it."""
_LINES_BETWEEN = 1_000
"""How many lines are read between two reports of the progress."""
_MOST_OF_FILE = 10_000
"""Octets that are read of a file that stands in a calendar."""
_LIKELY_FOLDED = 70
"""Octets of a line, from which on it was rather folded than ended."""

_END = b"END:VCALENDAR"
_BEGINS = re.compile(rb"(?:BEGIN|END):", re.IGNORECASE)
_READ = frozenset(
    (
        *("BEGIN", "END"),
        *("METHOD", "NAME", "X-WR-CALDESC", "X-WR-CALNAME", "X-WR-TIMEZONE"),
        *("TZID", "TZOFFSETFROM", "TZOFFSETTO", "X-LIC-LOCATION", "TZURL"),
        *("SUMMARY", "DESCRIPTION", "X-ALT-DESC", "STYLED-DESCRIPTION", "URL", "CATEGORIES"),
        *("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"),
        *("UID", "SEQUENCE", "LAST-MODIFIED", "STATUS", "TRANSP", "RELATED-TO"),
        *("LOCATION", "ORGANIZER", "ATTENDEE"),
        *("ATTACH", "CONFERENCE", "LINK", "IMAGE", "X-GOOGLE-CONFERENCE", "X-GOOGLE-HANGOUT"),
        *("X-MICROSOFT-SKYPETEAMSMEETINGURL", "X-MICROSOFT-CDO-ALLDAYEVENT"),
    )
)
"""The properties that say something about a programme."""
_TIMES = frozenset(("DTSTART", "DTEND", "RDATE", "EXDATE", "RECURRENCE-ID"))
"""Those of them that hold times, and so no colon."""
_PASSED_OVER = frozenset(
    ("VERSION", "PRODID", "CALSCALE", "DTSTAMP", "CREATED", "CLASS", "PRIORITY", "GEO", "TZNAME")
)
"""Others that are often met; a line begins with one of both, in any case, or with capitals."""
ENTRIES = frozenset(("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY"))
"""The components that stand beside one another and never in one another."""

_MOST_COMPONENTS = 200_000
_MOST_PROPERTIES = 600_000
_MOST_OF_A_NAME = 1_000


@dataclass(frozen=True, slots=True)
class Property:
    """A property: its value as it is written, with escapes, and the line where it begins."""

    name: str
    params: Mapping[str, str]
    value: str
    line: int


@dataclass(slots=True)
class Component:
    """A component, with those of its properties that say something about a programme."""

    name: str
    line: int
    properties: dict[str, list[Property]] = field(default_factory=dict)
    subcomponents: list["Component"] = field(default_factory=list)

    def add(self, item: Property) -> bool:
        """Add a property; False where there are more of its name than can mean something."""
        same = self.properties.setdefault(item.name, [])
        if len(same) >= _MOST_OF_A_NAME:
            return False
        same.append(item)
        return True

    def get_first(self, name: str) -> Property | None:
        """Get the first property of a name, or None."""
        return next(iter(self.get_all(name)), None)

    def get_all(self, name: str) -> list[Property]:
        """Get the properties of a name."""
        return self.properties.get(name, [])

    def get_text(self, name: str) -> str:
        """Get the text of the first property of a name, without escapes, or an empty text."""
        found = self.get_first(name)
        return "" if found is None else unescape(found.value).strip()


def parse_components(
    data: bytes, notes: list[Note], progress: Progress = lambda _part: None
) -> list[Component]:
    """Parse the top components of a file; what had to be mended goes to the notes.

    `progress` is called with how much of the file is read, from 0 to 1.

    Raises:
        NoScheduleError: there are far more than any programme has.
    """
    if _WIDE.match(data):
        data = decode_text(data)[0].encode("utf-8", errors="replace")
    data, passed_over = unwrap_calendar(data.replace(codecs.BOM_UTF8, b"").lstrip(b" \t"))
    twisted = _TWISTED_END.search(data)
    if twisted is not None:
        line = len(_LINE_END.findall(data, 0, twisted.start())) + 1
        text = _("Some lines do not end as they should.")
        notes.append(Note(NoteKind.MENDED, format_line_place(line), text))
    faults = Faults()
    faults.add(Fault.OUTSIDE, 1, passed_over)
    top = _TreeBuilder(faults).build(
        _properties(_texts(_unfolded(_lines(data, progress), faults), faults), faults)
    )
    notes.extend(faults.make_notes())
    return top


def unescape(text: str) -> str:
    """Remove the escapes of iCalendar from a text."""
    if "\\" not in text:
        return text
    from icalendar.parser import unescape_backslash  # noqa: PLC0415 - it takes its time

    return str(unescape_backslash(text))


def _unfolded(lines: Iterable[bytes], faults: Faults) -> Iterator[tuple[int, bytes]]:
    """Unfold the content lines, each with the number of the line where it begins.

    They are put together as bytes: a line may be folded within a character.
    """
    begun, parts, size, length, is_over = 0, list[bytes](), 0, 0, False
    for number, raw in enumerate(lines, 1):
        if not raw.strip() and raw[:1] not in (b" ", b"\t"):
            continue
        if is_over and not _BEGINS.match(raw):
            if raw.strip():
                faults.add(Fault.OUTSIDE, number)
            continue
        if raw[:1] in (b" ", b"\t"):
            if size < _MOST_OF_FILE or not _holds_file(parts[0]):
                parts.append(raw[1:])
                size += len(raw)
        elif not parts or _begins_property(raw):
            if parts:
                yield begun, b"".join(parts)
            begun, parts = number, [raw[:_MOST_OF_FILE] if _holds_file(raw) else raw]
            size, is_over = len(parts[0]), raw[:13].upper() == _END
        else:
            faults.add(Fault.STRAY, number)
            parts += [raw] if length >= _LIKELY_FOLDED else [b"\\n", raw]
            size += len(raw) + len(b"\\n")
        length = len(raw)
        check_limit(Limit.TEXT, size)
    if parts:
        yield begun, b"".join(parts)


def _holds_file(raw: bytes) -> bool:
    """Tell whether a property may hold a file, which is left away, and may be of any size."""
    return raw[:6] in (b"ATTACH", b"attach")


def _lines(data: bytes, progress: Progress) -> Iterator[bytes]:
    begun = 0
    for number, end in enumerate(_LINE_END.finditer(data)):
        yield data[begun : end.start()]
        begun = end.end()
        if number % _LINES_BETWEEN == 0:
            progress(begun / len(data))
    yield data[begun:]


def _begins_property(raw: bytes) -> bool:
    """Tell whether a line begins a property; a sentence with a colon rarely looks like one."""
    match = _NAME.match(raw)
    if match is None:
        return False
    return match[1].isupper() or match[1].decode().upper() in _READ | _PASSED_OVER


def _texts(lines: Iterator[tuple[int, bytes]], faults: Faults) -> Iterator[tuple[int, str]]:
    for number, line in lines:
        try:
            text = line.decode()
        except UnicodeDecodeError:
            text, _encoding = decode_text(line)
            faults.add(Fault.NOT_UTF8, number)
        yield number, text


def _properties(lines: Iterator[tuple[int, str]], faults: Faults) -> Iterator[Property]:
    for number, line in lines:
        name = _BEFORE_VALUE.split(line, maxsplit=1)[0].strip().upper()
        if name not in _READ and not name.startswith(X_PREFIX):
            continue
        text = line
        if name in _TIMES and (line.count(":") > 1 or not _PLAIN_HEAD.match(line)):
            text = _OPEN_ZONE.sub(r'\1"\2"\3', line, count=1)
        head = _HEAD.match(text)
        params = None if head is None else _parameters(head[0])
        if head is None or params is None:
            faults.add(Fault.UNREADABLE, number)
        else:
            yield Property(name, params, text[head.end() :], number)


def _parameters(head: str) -> Mapping[str, str] | None:
    """Parse the parameters before a value, of several values the first; None where broken."""
    if _PLAIN_HEAD.fullmatch(head):  # as nearly all are, and many times quicker
        pairs = _PLAIN_PARAMETER.findall(head)
        return {key.upper(): quoted or plain for key, quoted, plain in pairs}
    from icalendar.parser import Contentline  # noqa: PLC0415 - it takes its time

    try:
        _name, params, _value = Contentline(head).raw_parts()
        return {key: one if isinstance(one, str) else one[0] for key, one in params.items()}
    except (ValueError, IndexError):
        return None


class _TreeBuilder:
    """Builder of components from properties, where some do not begin or end as they should."""

    def __init__(self, faults: Faults) -> None:
        self._faults = faults
        self._number = 0
        self._events = 0
        self._top: list[Component] = []
        self._open: list[Component] = []

    def build(self, properties: Iterator[Property]) -> list[Component]:
        """Build the components at the top."""
        for number, item in enumerate(properties, 1):
            if number > _MOST_PROPERTIES:
                text = _("It is a calendar of more than {n} properties: that is no programme.")
                raise NoScheduleError(text.format(n=_MOST_PROPERTIES))
            if item.name == "BEGIN":
                self._begin(item)
            elif item.name == "END":
                self._end(item)
            elif self._open and not self._open[-1].add(item):
                self._faults.add(Fault.TOO_MANY, item.line)
        self._cut_off(0)
        return self._top

    def _begin(self, item: Property) -> None:
        name = item.value.strip().upper()
        if name == "VCALENDAR":
            self._cut_off(0)
        elif name in ENTRIES:
            entries = [at for at, component in enumerate(self._open) if component.name in ENTRIES]
            self._cut_off(entries[0] if entries else len(self._open))
        self._number += 1
        self._events += name == "VEVENT"
        check_limit(Limit.EVENTS, self._events)
        if self._number > _MOST_COMPONENTS:
            text = _("It is a calendar of more than {n} components: that is no programme.")
            raise NoScheduleError(text.format(n=_MOST_COMPONENTS))
        component = Component(name, item.line)
        (self._open[-1].subcomponents if self._open else self._top).append(component)
        self._open.append(component)

    def _end(self, item: Property) -> None:
        name = item.value.strip().upper()
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth].name == name:
                self._cut_off(depth + 1)
                self._open.pop()
                return
        self._faults.add(Fault.UNBEGUN, item.line)

    def _cut_off(self, depth: int) -> None:
        """Close the components that are open from a depth on, and have no end of their own."""
        for component in self._open[depth:]:
            self._faults.add(Fault.UNENDED, component.line)
        del self._open[depth:]
