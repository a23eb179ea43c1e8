"""The store of an itinerary: its file, written atomically, and never overwritten when in doubt.

Several programs may work on one file. Each remembers what it last read or wrote; what another has
written since is merged with what is to be saved, under a lock.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from errno import EACCES
from pathlib import Path
from typing import NamedTuple

from platformdirs import user_data_path

from tui_planner.itinerary.itinerary import Itinerary
from tui_planner.programme.text_rules import make_slug
from tui_planner.support.atomic_write import flush_folder, remove_left_behind, write_beside
from tui_planner.support.files import NoFileError
from tui_planner.support.i18n import _

from .codec import parse_content, read_content, write_content
from .itinerary_errors import BrokenItineraryError, ItineraryError, explain_error
from .lock import take_turn
from .snapshots import find_snapshot_folder, keep_beginning, keep_snapshot, list_snapshots
from .three_way_merge import merge

__all__ = ["BrokenItineraryError", "EarlierState", "ItineraryError", "Saved", "Store"]

LONGEST_NAME = 60
"""The characters of an id that the name of its file has; what is cut has a hash behind it."""


class Saved(NamedTuple):
    """The result of saving.

    Attributes:
        itinerary: What the file holds now, with what other programs had changed.
        news: What the user should know of it, in sentences; mostly empty.
    """

    itinerary: Itinerary
    news: str


class EarlierState(NamedTuple):
    """An earlier state, with its number and the instant (UTC) at which it ended."""

    number: int
    until: datetime
    itinerary: Itinerary


class _Seen(NamedTuple):
    """The content of the file when it was last read or written."""

    data: bytes
    itinerary: Itinerary


def find_user_folder() -> Path:
    """Find the folder of a user's itineraries."""
    return user_data_path("tui-planner", appauthor=False) / "itineraries"


class Store:
    """The file of one itinerary."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._seen: _Seen | None = None
        self._adapt: Callable[[Itinerary], Itinerary] = _leave
        self._has_warned_of_locks = False

    @classmethod
    def of_user(cls, programme_id: str) -> "Store":
        """Make the store of a programme in the user's data folder."""
        return cls(find_user_folder() / f"{_make_file_name(programme_id)}.toml")

    @property
    def held(self) -> Itinerary | None:
        """The itinerary in the file when last read or written; None without one, or unknown."""
        return None if self._seen is None else self._seen.itinerary

    def adapt_with(self, adapt: Callable[[Itinerary], Itinerary]) -> None:
        """Adapt all that is read of the file from now on, and what was, to a programme.

        The file is not written for that: it is at the next change.
        """
        self._adapt = adapt
        if self._seen is not None:
            self._seen = self._seen._replace(itinerary=adapt(self._seen.itinerary))

    def load(self, programme_id: str) -> Itinerary:
        """Load the itinerary of a programme; an empty one where there is no file yet.

        Raises:
            BrokenItineraryError: the file cannot be read as an itinerary.
            ItineraryError: it is of another programme, of a newer format, or out of reach.
        """
        self._seen = self._read_file(programme_id)
        if self._seen is None:
            return self._adapt(Itinerary(programme=programme_id))
        return self._seen.itinerary

    def catch_up(self, mine: Itinerary) -> Itinerary:
        """Merge into `mine` what another program wrote since this one read or wrote the file.

        Raises:
            ItineraryError: as `load` does.
        """
        seen = self._seen
        self._seen = None  # a file that is gone or broken now drops nothing when it is back
        now = self._read_file(mine.programme, seen)
        self._seen = now
        return mine if now is None or now is seen else self._merge(seen, mine, now)

    def save(self, itinerary: Itinerary) -> Saved:
        """Replace the file with an itinerary, whole or not at all, and keep a snapshot.

        What another program has written since the file was last read or written is merged in.

        Raises:
            ItineraryError: it could not be written, or the file is not one of this programme and
                format; it is as it was.
        """
        try:
            target = self.path.resolve()  # a link stays a link
            with take_turn(find_snapshot_folder(target)) as has_locks:
                itinerary, news = self._save(itinerary, target)
                return Saved(
                    itinerary, " ".join(filter(None, (news, self._warn_of_locks(has_locks))))
                )
        except (OSError, ValueError, RuntimeError) as error:  # of a name too, or a link to itself
            raise ItineraryError(
                _("The itinerary {path} cannot be written: {reason}.").format(
                    path=self.path, reason=explain_error(error)
                )
            ) from error

    def list_earlier(self, programme_id: str) -> Iterator[EarlierState]:
        """List the earlier states of a programme's itinerary, as of this call, the latest first.

        Each is read only when it is asked for.
        """
        snapshots = list_snapshots(_follow_links(self.path))

        def read() -> Iterator[EarlierState]:
            for snapshot in snapshots:
                with suppress(OSError, ItineraryError):
                    content = read_content(snapshot.path)
                    itinerary = parse_content(content, snapshot.path)
                    if itinerary.programme == programme_id:
                        state = self._adapt(itinerary)
                        yield EarlierState(snapshot.number, snapshot.until, state)

        return read()

    def set_aside(self, now: datetime) -> Path:
        """Give a file that cannot be read another name, and return that; a link stays a link.

        Raises:
            ItineraryError: it could not be renamed.
        """
        try:
            path = self.path.resolve()
            stem = f"{path.stem}.unreadable-{now:%Y%m%d-%H%M%S}"
            number = 1
            aside = path.with_name(f"{stem}{path.suffix}")
            while aside.exists():
                number += 1
                aside = path.with_name(f"{stem}-{number}{path.suffix}")
            path.rename(aside)
        except OSError as error:
            raise ItineraryError(
                _("The itinerary {path} cannot be set aside: {reason}.").format(
                    path=self.path, reason=explain_error(error)
                )
            ) from error
        return aside

    def _warn_of_locks(self, has_locks: bool) -> str:
        """Say once that a disk has no locks; empty otherwise."""
        if has_locks or self._has_warned_of_locks:
            return ""
        self._has_warned_of_locks = True
        return _(
            "The disk of {path} has no locks: of two changes that two programs make in the same "
            "moment, one can be lost."
        ).format(path=self.path)

    def _save(self, mine: Itinerary, target: Path) -> Saved:
        """Save while this program holds the lock."""
        news = ""
        try:
            there = self._read_file(mine.programme, self._seen)
        except BrokenItineraryError:
            there = None
            aside = self.set_aside(datetime.now(UTC).astimezone())
            text = _("The itinerary had become unreadable; it was set aside as {aside}.")
            news = text.format(aside=aside)
        if there is not None:
            mine = self._merge(self._seen, mine, there)
        if there is None or mine != there.itinerary:
            there = _Seen(write_content(mine), mine)
            _replace_file(target, there.data, Itinerary(programme=mine.programme))
        self._seen = there
        return Saved(mine, news)

    def _read_file(self, programme_id: str, seen: _Seen | None = None) -> _Seen | None:
        """Read what the file holds now; `seen` itself where that is unchanged, None without a file.

        Raises:
            ItineraryError: as `load` does.
        """
        try:
            data = read_content(self.path)
        except FileNotFoundError:
            return None
        except (NoFileError, IsADirectoryError) as error:
            raise ItineraryError(_("{path} is not a file.").format(path=self.path)) from error
        except (OSError, ValueError) as error:
            raise ItineraryError(
                _("The itinerary {path} cannot be read: {reason}.").format(
                    path=self.path, reason=explain_error(error)
                )
            ) from error
        if seen is not None and data == seen.data:
            return seen
        itinerary = parse_content(data, self.path)
        if itinerary.programme != programme_id:
            raise ItineraryError(
                _(
                    'The itinerary {path} belongs to the programme "{other}", not to "{this}". '
                    "Name another file with --itinerary."
                ).format(path=self.path, other=itinerary.programme, this=programme_id)
            )
        return _Seen(data, self._adapt(itinerary))

    @staticmethod
    def _merge(seen: _Seen | None, mine: Itinerary, there: _Seen) -> Itinerary:
        base = Itinerary(programme=mine.programme) if seen is None else seen.itinerary
        return merge(base, mine, there.itinerary)


def _leave(itinerary: Itinerary) -> Itinerary:
    """Leave an itinerary as it is in the file."""
    return itinerary


def _replace_file(target: Path, data: bytes, beginning: Itinerary) -> None:
    """Replace the file, with a snapshot of the state before once the new one is on the disk.

    The caller holds the lock. Without a file, that state is `beginning`.

    Raises:
        OSError: it could not be written; the file is as it was.
    """
    replaces = target.exists()
    if replaces and not os.access(target, os.W_OK):
        raise PermissionError(EACCES, os.strerror(EACCES))
    remove_left_behind(target)
    with write_beside(target, data) as temporary:
        if replaces:
            keep_snapshot(target, datetime.now(UTC))
        else:
            keep_beginning(target, write_content(beginning), datetime.now(UTC))
        temporary.replace(target)
    flush_folder(target.parent)


def _follow_links(path: Path) -> Path:
    """Follow the links of a path; the path itself where they lead nowhere."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return path


def _make_file_name(programme_id: str) -> str:
    """Make a file name of an id: the id itself, or one like it with a hash to tell ids apart."""
    name = make_slug(programme_id)
    if name == programme_id and len(name) <= LONGEST_NAME:
        return name
    from hashlib import sha256  # noqa: PLC0415 - for few names, and it brings OpenSSL

    return f"{name[:LONGEST_NAME]}-{sha256(programme_id.encode()).hexdigest()[:8]}"
