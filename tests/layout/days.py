"""Days out of nothing: programmes with all that can happen to a layout."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from tui_planner.programme.model import Block, BlockKind, Day, Programme, Room, Session, Status
from tui_planner.programme.timing import MINUTE, Interval, Timing

DATE = date(2025, 2, 13)
ZONE = ZoneInfo("Europe/Amsterdam")
MIDNIGHT = datetime(2025, 2, 12, 23, tzinfo=UTC)

TITLES = (
    "Veiligheid",
    "Dakloze arbeidsmigranten in beeld voor de regionale woonzorgvisie",
    "Onafgebrokenwoordvanmeerdanveertigletterslang en nog wat",
    "👩‍🚀👩‍🚀👩‍🚀 ruimte voor 🇳🇱🇳🇱🇳🇱🇳🇱🇳🇱🇳🇱🇳🇱",
    "都市ネットワークの日と長い題名がここに続きます",
    "e\u0301e\u0301e\u0301n co\u0308ope\u0308ratie",
    "A",
    "❤️ en 👍🏽",
)


def at(minute: int) -> datetime:
    """The instant so many minutes after midnight of the day."""
    return MIDNIGHT + minute * MINUTE


def between(start: int, end: int) -> Interval:
    """An interval in minutes after midnight."""
    return Interval(at(start), at(end))


def session(
    id_: str,
    start: int,
    end: int,
    *,
    title: str = "",
    room: str | None = None,
    overrun: int | None = None,
    status: Status = Status.OPEN,
) -> Session:
    """A session in minutes after midnight, called by its id."""
    timing = Timing(at(start), at(end), overrun=None if overrun is None else at(overrun))
    return Session(id_, title or id_, timing, DATE, 0, room=room, status=status)


def block(id_: str, start: int, end: int) -> Block:
    """A block in minutes after midnight, called by its id."""
    return Block(id_, BlockKind.MEAL, id_, Timing(at(start), at(end)), DATE, 0)


def programme(
    sessions: tuple[Session, ...] = (), blocks: tuple[Block, ...] = (), rooms: tuple[Room, ...] = ()
) -> Programme:
    """A programme of one day."""
    extent = Interval(at(0), at(24 * 60))
    days = (Day(DATE, "", extent),)
    return Programme("p", "P", ZONE, days, blocks, sessions, rooms)


minutes_of_day = st.integers(96, 240).map(lambda n: n * 5)
lengths = st.integers(0, 36).map(lambda n: n * 5)
ascii_titles = st.sampled_from(["Opening", "A", "IZA lunch", "Meeting about the " + "long " * 9])
any_titles = st.sampled_from(TITLES) | st.text(min_size=1, max_size=40)


@st.composite
def timings(draw: st.DrawFn) -> Timing:
    """Exact times and others, no length and no end among them."""
    start, length = draw(minutes_of_day), draw(lengths)
    kind = draw(st.sampled_from(["exact", "exact", "exact", "overrun", "around", "no end", "open"]))
    end = start + length
    match kind:
        case "overrun":
            return Timing(at(start), at(end), overrun=at(end + draw(lengths)))
        case "around":
            return Timing(at(start), at(end), end_stated=False, around=5)
        case "no end":
            return Timing(at(start), at(end), end_stated=False)
        case "open":
            return Timing(at(start), at(24 * 60), end_stated=False, open_end=True)
    return Timing(at(start), at(end))


@st.composite
def programmes(draw: st.DrawFn, titles: st.SearchStrategy[str] = any_titles) -> Programme:
    """Programmes of one day with 1 to 40 sessions, with rooms and without, with blocks or not."""
    number_of_rooms = draw(st.integers(0, 4))
    rooms = tuple(Room(f"r{n}", draw(titles)) for n in range(number_of_rooms))
    room_ids = st.sampled_from([None, *(room.id for room in rooms)])
    size = draw(st.sampled_from([1, 2, 3, 5, 8, 13, 24, 40]))
    sessions = tuple(
        Session(
            f"s{n}",
            draw(titles),
            timing,
            DATE,
            n,
            room=draw(room_ids),
            status=draw(st.sampled_from(Status)),
            speakers=("Iemand",) * (n % 3),
        )
        for n, timing in enumerate(draw(st.lists(timings(), min_size=size, max_size=size)))
    )
    blocks = tuple(
        Block(f"b{n}", draw(st.sampled_from(BlockKind)), draw(titles), timing, DATE, n)
        for n, timing in enumerate(draw(st.lists(timings(), max_size=6)))
    )
    return programme(sessions, blocks, rooms)
