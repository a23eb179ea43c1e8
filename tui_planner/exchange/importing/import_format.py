"""What a format of published schedules declares of itself, and what it is given to read."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from .progress import Progress

if TYPE_CHECKING:  # a file that is no schedule of others pays nothing for it
    from .draft.draft import Draft
    from .schedule.schedule_records import PublishedSchedule

_AT_THE_END = 1_000


Importable: TypeAlias = "Draft | PublishedSchedule"
"""What is read of a file: a draft, or the records that every draft of a schedule is made of."""


class PublishedFile(NamedTuple):
    """A file that is to be imported.

    Attributes:
        data: What it holds.
        name: By which the user knows it.
        zone: The IANA name of the zone that the programme is to have; empty for that of the file.
        progress: Is told how much is read, to 1.
        columns: The names of columns of a table, by what the user says that they are.
    """

    data: bytes
    name: str
    zone: str
    progress: Progress
    columns: Mapping[str, str] = MappingProxyType({})


class ImportFormat(NamedTuple):
    """A format that schedules are published in.

    Attributes:
        name: What people call it; empty where nothing can be read from it.
        recognises: Tells by the beginning of a file, without white space before it, whether it
            is one. Of a programme of format 1, which is TOML, it must not say so.
        read: Reads it; imports what it needs only then. It raises `NoScheduleError`
            where it cannot be read, or is none.
        order: They are asked in the order of this number, and of their names where it is the
            same.
        fits: Tells by the whole file, where several formats begin alike: as all of JSON do.
        takes_columns: Whether the user may say what its columns are.
    """

    name: str
    recognises: Callable[[str], bool]
    read: Callable[[PublishedFile], Importable]
    order: int = _AT_THE_END
    fits: Callable[[bytes], bool] = lambda _data: True
    takes_columns: bool = False
