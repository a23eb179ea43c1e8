"""The itinerary's file: read carefully, written atomically, never overwritten when in doubt."""

import os
import tempfile
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import tomli
import tomli_w
from platformdirs import user_data_path
from pydantic import ValidationError

from ..i18n import _
from ..programme.resolving import slug
from .model import FORMAT, Appointment, Choice, Itinerary

_LARGEST = 10 * 1024 * 1024
_LONGEST_NAME = 60


class ItineraryError(Exception):
    """The itinerary cannot be used or kept; the text is a sentence for the user."""


class BrokenItineraryError(ItineraryError):
    """The file is no itinerary that can be read; it can be set aside."""


class Store:
    """The file that keeps one itinerary."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._seen: bytes | None = None  # what the file held when it was last read or written

    @classmethod
    def of_user(cls, programme_id: str) -> "Store":
        """The file for a programme in the user's data folder."""
        name = _file_name(programme_id)
        return cls(user_data_path("tui-planner", appauthor=False) / "itineraries" / f"{name}.toml")

    def load(self, programme_id: str) -> Itinerary:
        """The itinerary of a programme; an empty one where there is no file yet.

        Raises:
            BrokenItineraryError: the file cannot be read as an itinerary.
            ItineraryError: it is of another programme, of a newer format, or out of reach.
        """
        try:
            if self.path.exists() and not self.path.is_file():
                raise ItineraryError(_("{path} is not a file.").format(path=self.path))
            data = self.path.read_bytes()
        except FileNotFoundError:
            return Itinerary(programme=programme_id)
        except (OSError, ValueError) as error:
            raise ItineraryError(
                _("The itinerary {path} cannot be read: {reason}.").format(
                    path=self.path, reason=_reason(error)
                )
            ) from error
        itinerary = self._parsed(data)
        if itinerary.programme != programme_id:
            raise ItineraryError(
                _(
                    'The itinerary {path} belongs to the programme "{other}", not to "{this}". '
                    "Name another file with --itinerary."
                ).format(path=self.path, other=itinerary.programme, this=programme_id)
            )
        self._seen = data
        return itinerary

    def load_if_changed(self, programme_id: str) -> Itinerary | None:
        """What another program has written since this one read or wrote the file; else None.

        Raises:
            ItineraryError: as `load` does.
        """
        try:
            if not self.path.is_file() or self.path.read_bytes() == self._seen:
                return None
        except (OSError, ValueError):
            return None
        return self.load(programme_id)

    def save(self, itinerary: Itinerary) -> Path | None:
        """Put an itinerary in the place of the file, whole or not at all.

        Returns the name under which a file was set aside that had become unreadable meanwhile.

        Raises:
            ItineraryError: it could not be written, or the file is not one of this programme and
                format; it is as it was.
        """
        aside = None
        try:
            self.load_if_changed(itinerary.programme)
        except BrokenItineraryError:
            aside = self.set_aside(datetime.now(UTC).astimezone())
        data = tomli_w.dumps(_as_toml(itinerary)).encode()
        try:
            target = self.path.resolve()  # a link stays a link
            target.parent.mkdir(parents=True, exist_ok=True)
            _replace(target, data)
        except (OSError, ValueError, RuntimeError) as error:  # of a name too, or a link to itself
            raise ItineraryError(
                _("The itinerary {path} cannot be written: {reason}.").format(
                    path=self.path, reason=_reason(error)
                )
            ) from error
        self._seen = data
        return aside

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
                    path=self.path, reason=_reason(error)
                )
            ) from error
        return aside

    def _parsed(self, data: bytes) -> Itinerary:
        try:
            if len(data) > _LARGEST:
                raise ValueError(_("it is larger than 10 MB"))
            values = tomli.loads(data.decode("utf-8-sig"))
            newer = values.get("format")
            if isinstance(newer, int) and newer > FORMAT:
                raise ItineraryError(
                    _(
                        "The itinerary {path} has format {number}: a newer tui-planner wrote it. "
                        "Update this one."
                    ).format(path=self.path, number=newer)
                )
            if isinstance(values.get("programme"), dict):
                raise ItineraryError(
                    _("{path} is a programme, not an itinerary.").format(path=self.path)
                )
            if "format" not in values:
                raise ValueError(_('"format" is missing'))
            return Itinerary.model_validate(values)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            where = ".".join(str(part) for part in first["loc"])
            reason = f"{where}: {first['msg'][:1].lower()}{first['msg'][1:]}"
        except (ValueError, RecursionError) as error:
            reason = str(error)
        raise BrokenItineraryError(
            _("The itinerary {path} cannot be read: {reason}.").format(
                path=self.path, reason=reason
            )
        )


def _as_toml(itinerary: Itinerary) -> dict[str, Any]:
    """What goes into the file: empty values are left out, save those of keys not known here."""
    values = _without_empty(itinerary)
    for key in values.keys() & {"choices", "appointments"}:
        values[key] = [_without_empty(record) for record in getattr(itinerary, key)]
    return values


def _without_empty(record: Itinerary | Choice | Appointment) -> dict[str, Any]:
    known = type(record).model_fields
    values = record.model_dump(exclude_none=True)
    return {
        key: value for key, value in values.items() if key not in known or value not in ("", ())
    }


def _replace(target: Path, data: bytes) -> None:
    """Write a temporary file beside the target, flush it to disk, and rename it."""
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _flush_folder(target.parent)


def _flush_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system lets one."""
    if os.name == "nt":
        return
    with suppress(OSError):  # the file is in its place already
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _file_name(programme_id: str) -> str:
    """The id where it can be a file name, else one like it; the hash keeps two such ids apart."""
    name = slug(programme_id)
    if name == programme_id and len(name) <= _LONGEST_NAME:
        return name
    return f"{name[:_LONGEST_NAME]}-{sha256(programme_id.encode()).hexdigest()[:8]}"


def _reason(error: Exception) -> str:
    return (isinstance(error, OSError) and error.strerror) or str(error)
