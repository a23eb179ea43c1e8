"""The events of the rows of a table."""

from datetime import date, datetime, timedelta

from tui_planner.exchange.importing.schedule.schedule_records import PublishedEvent, PublishedLink
from tui_planner.exchange.importing.text.listed_names import split_names
from tui_planner.programme.model import BlockKind

from .columns import Columns
from .sheet import Row
from .written_moments import Moment, MomentReader

_ONE_DAY = timedelta(days=1)
_STATES = {
    **dict.fromkeys(("geannuleerd", "vervallen", "afgelast", "cancelled", "canceled"), "cancelled"),
    **dict.fromkeys(
        ("vol", "volgeboekt", "full", "fully booked", "sold out", "uitverkocht"), "full"
    ),
    **dict.fromkeys(("afgewezen", "rejected"), "rejected"),
    **dict.fromkeys(("ingetrokken", "teruggetrokken", "withdrawn"), "withdrawn"),
    **dict.fromkeys(("concept", "draft"), "draft"),
}
_TYPES = {
    "pauze": BlockKind.BREAK,
    **dict.fromkeys(("lunch", "diner", "maaltijd", "dinner"), BlockKind.MEAL),
    **dict.fromkeys(("plenair", "keynote voor allen"), BlockKind.PLENARY),
    **dict.fromkeys(("borrel", "netwerkborrel"), BlockKind.SOCIAL),
    **dict.fromkeys(("inloop", "ontvangst"), BlockKind.ARRIVAL),
}


class RowEvents:
    """Maker of events of rows; a row without a date is on that of the row above.

    Attributes:
        undated: How many of those with a time are on no day that can be read.
        carried: How many took the date of a row above.
    """

    def __init__(self, columns: Columns, reader: MomentReader) -> None:
        self._columns = columns
        self._reader = reader
        self._day = columns.day
        self.undated = 0
        self.carried = 0

    def make(self, row: Row) -> PublishedEvent | None:
        """Make the event of a row; None of a row that says only of which day the next ones are."""
        filled = [cell for cell in row.cells if cell.strip()]
        if len(filled) == 1:
            if day := self._reader.read_day(filled[0]):
                self._day = day
                return None
            return PublishedEvent(place=row.place, title=filled[0])
        start, end = self._find_span(row)
        get = self._columns.get
        text = "\n\n"
        kind = get("type", row.cells)
        url, *more = get("url", row.cells).split() or [""]
        links = [*more, *get("links", row.cells).split()]
        state = " ".join(get("status", row.cells).casefold().split())
        return PublishedEvent(
            place=row.place,
            id=get("id", row.cells),
            date=start,
            end=end,
            duration=get("duration", row.cells) if not end else "",
            room=get("room", row.cells),
            title=get("title", row.cells),
            subtitle=get("subtitle", row.cells),
            track=get("track", row.cells),
            type=_TYPES.get(kind.casefold().strip(), kind),
            language=get("language", row.cells),
            description=get("description", row.cells, text),
            url=url,
            links=tuple(map(PublishedLink, links)),
            state=_STATES.get(state, state),
            persons=split_names(get("speakers", row.cells)),
            hosts=split_names(get("hosts", row.cells)),
        )

    def _find_span(self, row: Row) -> tuple[str, str]:
        """Find the start and the end of a row as ISO texts, empty where there is none."""
        read, get = self._reader.read, self._columns.get
        dated = read(get("date", row.cells))
        start = read(get("start", row.cells))
        ends = read(get("end", row.cells))
        day = start.day or dated.day or self._reader.read_day(get("date", row.cells))
        if day is None and not get("date", row.cells):
            day = self._day
            self.carried += day is not None and self._columns.day is None
        elif day is not None:
            self._day = day
        clock = start.clock or dated.clock
        if clock is None or day is None:
            self.undated += clock is not None
            return "", ""
        instant = start.instant or dated.instant
        at = instant or clock.on(day)
        last_day = read(get("end_date", row.cells)).day
        end = _find_end(at, ends, start if start.clock else dated, last_day)
        return _write(at), _write(end) if end else ""


def _find_end(at: datetime, ends: Moment, start: Moment, last_day: date | None) -> datetime | None:
    """Find the end of what starts at a time; before the start it is on the next day."""
    if ends.instant:
        return ends.instant
    clock = ends.clock or start.end
    if clock is None:
        return None
    day = ends.day or last_day
    end = clock.on(day or at.date()).replace(tzinfo=at.tzinfo)
    return end + _ONE_DAY if end < at and not day else end


def _write(at: datetime) -> str:
    return at.isoformat(timespec="minutes")
