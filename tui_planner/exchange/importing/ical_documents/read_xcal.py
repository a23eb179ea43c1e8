"""Reader of xCal: calendars in XML (RFC 6321), and as Pentabarf and frab wrote them before it."""

from dataclasses import dataclass, field

from tui_planner.exchange.importing.draft.draft import Draft, Note, NoteKind
from tui_planner.exchange.importing.icalendar.content_lines import Component
from tui_planner.exchange.importing.icalendar.read_icalendar import make_draft
from tui_planner.exchange.importing.import_limits import Limit, check_limit
from tui_planner.exchange.importing.progress import Progress
from tui_planner.exchange.importing.schedule.safe_xml import read_xml
from tui_planner.support.i18n import _

from .property_values import make_property, make_rule

_COMPONENTS = frozenset(
    {
        *("vcalendar", "vevent", "vtodo", "vjournal", "vfreebusy", "vtimezone"),
        *("standard", "daylight", "valarm"),
    }
)
_AROUND = frozenset({"icalendar", "properties", "components"})


def read_xcal(data: bytes, zone: str = "", progress: Progress = lambda _part: None) -> Draft:
    """Read the programme in an xCal file.

    Args:
        data: The file.
        zone: The zone of the programme; where it is empty, that which the file names.
        progress: Is called with how much of the file is read, from 0 to 1.

    Raises:
        NoScheduleError: it is no XML that can be read, or holds no event that says when it is.
    """
    handler = _CalendarHandler()
    mended = read_xml(data, handler, progress)
    notes = [Note(NoteKind.MENDED, _("head of the file"), text) for text in mended]
    return make_draft(handler.top, notes, zone)


@dataclass(slots=True)
class _OpenProperty:
    """A property that is being read, and what has been read of it."""

    line: int
    params: dict[str, str]
    kind: str = ""
    values: list[str] = field(default_factory=list)
    rule: dict[str, list[str]] = field(default_factory=dict)


class _CalendarHandler:
    """Receiver of the elements, which makes components of them.

    Attributes:
        top: The components at the top.
    """

    def __init__(self) -> None:
        self.top: list[Component] = []
        self._open: list[Component] = []
        self._path: list[str] = []
        self._property: _OpenProperty | None = None
        self._property_depth = 0
        self._events = 0

    def begin(self, tag: str, attributes: dict[str, str], line: int) -> None:
        """Enter an element: of a component, of a property, or of what is in one."""
        tag = tag.lower()
        self._path.append(tag)
        if self._property is not None:
            return
        if tag in _COMPONENTS:
            self._events += tag == "vevent"
            check_limit(Limit.EVENTS, self._events)
            component = Component(tag.upper(), line)
            (self._open[-1].subcomponents if self._open else self.top).append(component)
            self._open.append(component)
        elif tag not in _AROUND and self._open:
            params = {key.rpartition(":")[2]: value for key, value in attributes.items()}
            self._property = _OpenProperty(line, params)
            self._property_depth = len(self._path)

    def end(self, text: str) -> None:
        """Leave an element with its own text."""
        if self._property is not None:
            self._end_in_property(self._property, self._path[self._property_depth - 1 :], text)
        elif self._path[-1] in _COMPONENTS:
            self._open.pop()
        self._path.pop()

    def _end_in_property(self, found: _OpenProperty, path: list[str], text: str) -> None:
        """Leave a property, or a value or a parameter of it."""
        match path:
            case [name]:
                self._add(name, found, text)
                self._property = None
            case [_name, "parameters", key, _kind]:
                found.params.setdefault(key, text.strip())
            case [_name, "recur", key]:
                found.rule.setdefault(key, []).append(text.strip())
            case [_name, "period", _part]:
                found.kind = "period"
                found.values.append(text)
            case [_name, "parameters" | "recur" | "period"]:
                pass
            case [_name, kind]:
                found.kind = kind
                found.values.append(text)

    def _add(self, name: str, found: _OpenProperty, text: str) -> None:
        """Add a property to its component; one without typed values has them in its own text."""
        values = found.values or [text]
        if found.rule:
            item = make_rule(name, found.rule, found.line)
        else:
            item = make_property(name, found.params, found.kind, values, found.line)
        self._open[-1].add(item)
