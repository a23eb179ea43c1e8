"""The itinerary as TOML: what its file may hold, and what is written into it."""

from pathlib import Path
from typing import Any

import tomli
import tomli_w
from pydantic import BaseModel, ValidationError

from ...i18n import _
from ..model import FORMAT, Itinerary
from .errors import BrokenItineraryError, ItineraryError

_LARGEST = 10 * 1024 * 1024


def parsed(data: bytes, path: Path) -> Itinerary:
    """The itinerary that a file at `path` holds.

    Raises:
        BrokenItineraryError: it is none that can be read.
        ItineraryError: it is of a newer format, or a programme.
    """
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
                ).format(path=path, number=newer)
            )
        if isinstance(values.get("programme"), dict):
            raise ItineraryError(_("{path} is a programme, not an itinerary.").format(path=path))
        for key in ("format", "programme"):
            if key not in values:
                raise ValueError(_('"{key}" is missing').format(key=key))
        return Itinerary.model_validate(values)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        reason = f"{where}: {first['msg'][:1].lower()}{first['msg'][1:]}"
    except (ValueError, RecursionError) as error:
        reason = str(error)
    raise BrokenItineraryError(
        _("The itinerary {path} cannot be read: {reason}.").format(path=path, reason=reason)
    )


def written(itinerary: Itinerary) -> bytes:
    """The text of an itinerary's file."""
    return tomli_w.dumps(_as_toml(itinerary)).encode()


def _as_toml(record: BaseModel) -> dict[str, Any]:
    """What goes into the file: empty values are left out, save those of keys not known here."""
    known = type(record).model_fields
    values = record.model_dump(exclude_none=True)
    for key, value in record:
        if isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
            values[key] = [_as_toml(inner) for inner in value]
    return {
        key: value for key, value in values.items() if key not in known or value not in ("", ())
    }
