"""Programmes with all that a format might fail to carry, for the tests of round trips."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from tui_planner.exchange.importing.text.plain_text import clean_paragraphs, flatten
from tui_planner.programme.model import (
    Block,
    BlockKind,
    Day,
    Link,
    Programme,
    Room,
    Session,
    Status,
)
from tui_planner.programme.reading.inherited_rooms import inherit_rooms
from tui_planner.programme.timing import MINUTE, Interval, Timing

PROGRAMME = "the-day"
ZONES = ("Europe/Amsterdam", "America/New_York", "Asia/Kolkata", "UTC", "Australia/Lord_Howe")
FIRST_DAYS = (date(2025, 3, 29), date(2025, 10, 25), date(2025, 11, 1), date(2025, 7, 1))
"""Two of them are before a night in which clocks change."""

_PIECES = st.sampled_from(
    [
        *("a", "Talk", " ", ",", ";", ":", "\\", "\\n", '"', "'", "<b>", "</p>", "<br>", "&amp;"),
        *(
            "&",
            "&#39;",
            "]]>",
            "<!--",
            "<![CDATA[",
            "*",
            "|",
            "_",
            "#",
            "é",
            "家族",
            "👩‍👩‍👧",
            "שלום",
        ),
        *("\u202e", "\u00a0", "=0D", "%20", "{", "}", "BEGIN:VEVENT", "X" * 80),
    ]
)
_LINES = st.lists(_PIECES, max_size=8).map("".join).map(flatten)
_TEXTS = st.lists(_LINES | st.just(""), max_size=4).map("\n".join).map(clean_paragraphs)
_ZONED = st.sampled_from(ZONES).map(ZoneInfo)
_LINKS = st.lists(
    st.builds(
        Link,
        st.sampled_from(["https://example.org/a.pdf", "http://example.org/?a=1;b=2,3&c=(x)"]),
        _LINES,
    ),
    max_size=2,
    unique_by=lambda link: link.url,
).map(tuple)
_IDS = st.sampled_from(
    [
        *("{n}", "talk-{n}", "Talk {n}, again", "{n}@example.org", f"{{n}}@{PROGRAMME}"),
        *("bf5f1132-82bd-4da2-bbe0-1abbf8da{n:04}", "BF5F1132-82BD-4DA2-BBE0-1ABBF8DA{n:04}"),
        "https://example.org/{n}",
    ]
)


@st.composite
def any_programmes(draw: st.DrawFn) -> Programme:
    """Programmes of one to three days with rooms, blocks and sessions."""
    zone, first = draw(_ZONED), draw(st.sampled_from(FIRST_DAYS))
    days = tuple(
        _day(first + timedelta(days=number), zone) for number in range(draw(st.integers(1, 3)))
    )
    rooms = tuple(
        Room(f"r{number}", f"{draw(_LINES)} {number}".strip())
        for number in range(draw(st.integers(0, 3)))
    )
    sessions: list[Session] = []
    for number in range(draw(st.integers(1, 5))):
        sessions.append(draw(_sessions(number, zone, days, rooms, tuple(sessions))))
    blocks = tuple(
        draw(_blocks(number, zone, days, rooms, len(sessions)))
        for number in range(draw(st.integers(0, 3)))
    )
    return Programme(
        PROGRAMME,
        f"The {draw(_LINES)}".strip(),
        zone,
        days,
        blocks,
        tuple(inherit_rooms(sessions, {block.id: block for block in blocks}, ())),  # as read
        rooms,
        language=draw(st.sampled_from(["", "nl", "pt-BR"])),
        venue=draw(_LINES),
        city=draw(_LINES),
        version=draw(_LINES),
        description=draw(_TEXTS),
    )


def _day(day: date, zone: ZoneInfo) -> Day:
    begin, end = (
        datetime(at.year, at.month, at.day, tzinfo=zone).astimezone(UTC)
        for at in (day, day + timedelta(days=1))
    )
    return Day(day, "", Interval(begin, end))


def _all_day(day: Day) -> Timing:
    return Timing(*day.extent, all_day=True)


@st.composite
def _timings(draw: st.DrawFn, day: Day) -> Timing:
    """Times on a day, of which the end may be on the next."""
    start = day.extent.start + draw(st.integers(0, 22 * 60)) * MINUTE
    length = draw(st.sampled_from([1, 5, 45, 60, 24 * 60]) | st.integers(1, 300))
    exact = Timing(start, start + length * MINUTE)
    match draw(st.sampled_from(["exact", "exact", "exact", "overrun", "around", "no end"])):
        case "overrun":
            return exact._replace(overrun=exact.end + 10 * MINUTE)
        case "around":
            return exact._replace(around=5)
        case "no end" if exact.start < day.extent.end:
            return Timing(start, day.extent.end, end_stated=False, open_end=True)
    return exact


def _can_be_written(zone: ZoneInfo) -> Callable[[Timing], bool]:
    """Whether wall times name the times: they never mean the second of two hours of one name."""
    return lambda timing: not any(at.astimezone(zone).fold for at in (timing.start, timing.end))


@st.composite
def _sessions(
    draw: st.DrawFn,
    number: int,
    zone: ZoneInfo,
    days: tuple[Day, ...],
    rooms: tuple[Room, ...],
    others: tuple[Session, ...],
) -> Session:
    day = draw(st.sampled_from(days))
    known = st.sampled_from([None, *(other.id for other in others)])
    timing = draw((_timings(day) | st.just(_all_day(day))).filter(_can_be_written(zone)))
    return Session(
        draw(_IDS).format(n=number),
        f"{number} {draw(_LINES)}".strip(),
        timing,
        day.date,
        number,
        room=draw(st.sampled_from([None, *(room.id for room in rooms)])),
        track=draw(_LINES),
        speakers=tuple(draw(st.lists(_LINES.filter(bool), max_size=2, unique=True))),
        hosts=tuple(draw(st.lists(_LINES.filter(bool), max_size=2, unique=True))),
        description=draw(_TEXTS),
        url=draw(st.sampled_from(["", "https://example.org/?a=1,2;3&b", "mailto:a@example.org"])),
        links=draw(_LINKS),
        language=draw(st.sampled_from(["", "en", "pt-BR"])),
        status=draw(st.sampled_from(Status)),
        part_of=draw(known),
        repeat_of=draw(known),
        drop_in=not timing.all_day and draw(st.booleans()),
        meal=draw(st.booleans()),
    )


@st.composite
def _blocks(
    draw: st.DrawFn,
    number: int,
    zone: ZoneInfo,
    days: tuple[Day, ...],
    rooms: tuple[Room, ...],
    before: int,
) -> Block:
    day = draw(st.sampled_from(days))
    return Block(
        f"block-{number}",
        draw(st.sampled_from([kind for kind in BlockKind if kind is not BlockKind.CHOICE])),
        f"Block {number} {draw(_LINES)}".strip(),
        draw(_timings(day).filter(_can_be_written(zone))),
        day.date,
        before + number,
        room=draw(st.sampled_from([None, *(room.id for room in rooms)])),
        speakers=tuple(draw(st.lists(_LINES.filter(bool), max_size=2, unique=True))),
        description=draw(_TEXTS),
        links=draw(_LINKS),
    )
