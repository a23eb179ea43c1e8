"""Format 1 of the programme file: its tables exactly as they may be written.

The models are strict and frozen, and refuse every key that is not listed. Whether ids exist and
times follow one another is checked afterwards, over whatever was valid.
"""

from datetime import date
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

from tui_planner.programme.addresses import ADDRESS
from tui_planner.programme.text_rules import OF_A_LINE, OF_A_TEXT
from tui_planner.programme.toml.heads import Names
from tui_planner.programme.toml.key_path import KeyPath
from tui_planner.programme.wall_time import (
    FIRST_YEAR,
    LAST_YEAR,
    UnreadableTimeError,
    WallTime,
    read_wall_time,
)
from tui_planner.support.i18n import _

NO_SUCH_ZONE = "no_such_zone"
NO_TIME = "no_time"


def _time(value: object) -> WallTime:
    try:
        return read_wall_time(value)
    except UnreadableTimeError as error:
        context = {"reason": error.reason, "advice": error.advice}
        raise PydanticCustomError(NO_TIME, "{reason}", context) from None


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        raise PydanticCustomError(
            NO_SUCH_ZONE, "{reason}", {"reason": _("unknown time zone")}
        ) from None
    return name


def _level(value: object) -> object:
    return str(value) if type(value) is int else value


LineText = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, pattern=f"^{OF_A_LINE}$")
]
Text = Annotated[str, StringConstraints(pattern=f"^{OF_A_TEXT}$")]
Address = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, pattern=f"^{ADDRESS}$")
]
Lines = Annotated[tuple[LineText, ...], Field(strict=False)]
Level = Annotated[LineText, BeforeValidator(_level)]
Minutes = Annotated[int, Field(ge=0, le=24 * 60)]
Duration = Annotated[int, Field(ge=1, le=24 * 60)]
Count = Annotated[int, Field(ge=0)]
Date = Annotated[date, Field(ge=date(FIRST_YEAR, 1, 1), le=date(LAST_YEAR, 12, 31))]
Zone = Annotated[LineText, AfterValidator(_zone)]
Language = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")]
Time = Annotated[WallTime, PlainValidator(_time)]
BlockKindText = Literal["arrival", "plenary", "choice", "break", "meal", "social"]
StatusName = Literal["open", "full", "cancelled", "invitation"]


class Table(BaseModel):
    """A table of the file."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class ProgrammeTable(Table):
    """The `[programme]` table."""

    id: LineText | None = None
    title: LineText
    date: Date | None = None
    timezone: Zone
    language: Language | None = None
    venue: LineText | None = None
    city: LineText | None = None
    url: Address | None = None
    version: LineText | None = None
    description: Text = ""
    changeover: Minutes = 0
    default_duration: Duration | None = None


class DayTable(Table):
    """One of `[[days]]`."""

    date: Date
    title: LineText | None = None
    start: Time | None = None
    end: Time | None = None


class AvailabilityTable(Table):
    """One of the times at which a room or a person is available; what is absent limits nothing."""

    model_config = ConfigDict(validate_by_alias=True)

    day: Date | None = None
    from_: Time | None = Field(default=None, alias="from")
    until: Time | None = None


Availability = Annotated[tuple[AvailabilityTable, ...], Field(strict=False, min_length=1)]


class RoomTable(Table):
    """One of `[[rooms]]`."""

    id: LineText
    name: LineText
    capacity: Count | None = None
    building: LineText | None = None
    level: Level | None = None
    shared: bool = False
    available: Availability | None = None


class PersonTable(Table):
    """One of `[[people]]`: a speaker or host, and when they can be there."""

    name: LineText
    available: Availability | None = None


class RouteTable(Table):
    """One of `[[routes]]`: the walk between two rooms, in either direction."""

    model_config = ConfigDict(validate_by_alias=True)

    from_: LineText = Field(alias="from")
    to: LineText
    minutes: Minutes


class LinkTable(Table):
    """One of the `links` of a block or session; an address alone is one, too."""

    url: Address
    title: LineText | None = None


def _link(value: object) -> object:
    return {"url": value} if isinstance(value, str) else value


Links = Annotated[tuple[Annotated[LinkTable, BeforeValidator(_link)], ...], Field(strict=False)]


class BlockTable(Table):
    """One of `[[blocks]]`."""

    id: LineText
    kind: BlockKindText
    title: LineText
    start: Time
    end: Time | None = None
    minutes_needed: Minutes = 20
    day: Date | None = None
    room: LineText | None = None
    description: Text = ""
    speakers: Lines = ()
    url: Address | None = None
    links: Links = ()


class SessionTable(Table):
    """One of `[[sessions]]`."""

    id: LineText
    title: LineText
    block: LineText | None = None
    start: Time | None = None
    end: Time | None = None
    all_day: bool = False
    overrun: Time | None = None
    around: Minutes = 0
    status: StatusName = "open"
    group: LineText | None = None
    part_of: LineText | None = None
    repeat_of: LineText | None = None
    drop_in: bool = False
    meal: bool = False
    day: Date | None = None
    room: LineText | None = None
    track: LineText | None = None
    hosts: Lines = ()
    speakers: Lines = ()
    description: Text = ""
    agenda: Text = ""
    url: Address | None = None
    links: Links = ()
    language: Language | None = None
    capacity: Count | None = None


HOURS = ("start", "end", "overrun", "around", "block")
"""The keys of a session that give it hours, and so do not stand beside `all_day`."""


class AcceptedTable(Table):
    """One of `[[accepted]]`; exactly one of the keys of `ACCEPTED_AMONG` stands in it."""

    rule: Annotated[str, StringConstraints(pattern=r"^[A-Z]\d{3}$")]
    sessions: Annotated[tuple[LineText, ...], Field(strict=False, min_length=1)] = ()
    room: LineText | None = None
    speaker: LineText | None = None
    track: LineText | None = None
    reason: LineText


ACCEPTED_AMONG = ("sessions", "room", "speaker", "track")
"""The keys that say among which sessions findings are accepted."""


ARRAYS: dict[str, type[Table]] = {
    "days": DayTable,
    "rooms": RoomTable,
    "people": PersonTable,
    "routes": RouteTable,
    "blocks": BlockTable,
    "sessions": SessionTable,
    "accepted": AcceptedTable,
}


class ProgrammeFile(Table):
    """The whole file."""

    programme: ProgrammeTable
    days: Annotated[tuple[DayTable, ...], Field(strict=False)] = ()
    rooms: Annotated[tuple[RoomTable, ...], Field(strict=False)] = ()
    people: Annotated[tuple[PersonTable, ...], Field(strict=False)] = ()
    routes: Annotated[tuple[RouteTable, ...], Field(strict=False)] = ()
    blocks: Annotated[tuple[BlockTable, ...], Field(strict=False)] = ()
    sessions: Annotated[tuple[SessionTable, ...], Field(strict=False)] = ()
    accepted: Annotated[tuple[AcceptedTable, ...], Field(strict=False)] = ()


def get_model(name: str) -> type[Table]:
    """Return the model of a table at the top of the file."""
    return ProgrammeTable if name == "programme" else ARRAYS[name]


def list_known_keys(model: type[Table]) -> list[str]:
    """List the keys of a table as they stand in the file."""
    return [info.alias or name for name, info in model.model_fields.items()]


def list_keys(table: KeyPath) -> list[str]:
    """List the keys known in a table of the file by its path, which is empty for the top."""
    match table:
        case ():
            return list_known_keys(ProgrammeFile)
        case ("programme", *_):
            return list_known_keys(ProgrammeTable)
        case (_, int(), "available", *_):
            return list_known_keys(AvailabilityTable)
        case (_, int(), "links", *_):
            return list_known_keys(LinkTable)
        case (str(name), *_):
            return list_known_keys(ARRAYS[name])
        case _:
            return []


_KEYS = {name: list_keys((name,)) for name in ARRAYS}
TABLE_NAMES = Names(("programme",), ARRAYS, _KEYS, ("description", "agenda"))
"""The names of the tables, by which the parser knows what is meant by a wrong head."""
