"""Faults that may be on many lines of an iCalendar file; each kind is noted once."""

from collections import Counter
from collections.abc import Iterator
from enum import Enum, auto

from tui_planner.exchange.importing.draft.draft import Note, NoteKind
from tui_planner.exchange.importing.text.decoding import LAST_RESORT
from tui_planner.support.i18n import _, ngettext


def format_line_place(number: int) -> str:
    """Format a line number as the place of a note."""
    return _("line {number}").format(number=number)


class Fault(Enum):
    """The kinds of faults that may be on many lines of a file."""

    NOT_UTF8 = auto()
    STRAY = auto()
    UNREADABLE = auto()
    UNBEGUN = auto()
    UNENDED = auto()
    TOO_MANY = auto()
    OUTSIDE = auto()


class Faults:
    """A count of faults, with the line of the first of each kind."""

    def __init__(self) -> None:
        self._numbers: Counter[Fault] = Counter()
        self._first: dict[Fault, int] = {}

    def add(self, fault: Fault, line: int, number: int = 1) -> None:
        """Count a fault on some lines, of which `line` is the first; or on none."""
        if number:
            self._numbers[fault] += number
            self._first.setdefault(fault, line)

    def make_notes(self) -> Iterator[Note]:
        """Make a note for each kind of fault."""
        for fault, number in self._numbers.items():
            kind = NoteKind.GUESSED if fault is Fault.NOT_UTF8 else NoteKind.MENDED
            text = _fault_words(fault, number).format(n=number, encoding=LAST_RESORT)
            yield Note(kind, format_line_place(self._first[fault]), text)


def _fault_words(fault: Fault, number: int) -> str:
    match fault:
        case Fault.NOT_UTF8:
            return ngettext(
                "{n} property is not UTF-8: it is read as {encoding}.",
                "{n} properties are not UTF-8: they are read as {encoding}.",
                number,
            )
        case Fault.STRAY:
            return ngettext(
                "{n} line begins no property: it is put behind the one before it.",
                "{n} lines begin no property: they are put behind the ones before them.",
                number,
            )
        case Fault.UNREADABLE:
            return ngettext(
                "{n} line cannot be read: it is passed over.",
                "{n} lines cannot be read: they are passed over.",
                number,
            )
        case Fault.UNBEGUN:
            return ngettext(
                "{n} component ends that has not begun.",
                "{n} components end that have not begun.",
                number,
            )
        case Fault.UNENDED:
            return ngettext(
                "{n} component does not end: it is ended where the next thing begins.",
                "{n} components do not end: they are ended where the next thing begins.",
                number,
            )
        case Fault.TOO_MANY:
            return ngettext(
                "{n} property is one too many of its kind: it is passed over.",
                "{n} properties are too many of one kind: they are passed over.",
                number,
            )
        case Fault.OUTSIDE:
            return ngettext(
                "{n} line stands outside of the calendar: it is passed over.",
                "{n} lines stand outside of the calendar: they are passed over.",
                number,
            )
