"""The file in which a delegate shares their choices: an itinerary with nothing private in it.

It holds what is chosen, with its priority and what was last seen of it; no notes, no own times, no
appointments, no arrival or departure, no choices of others.
"""

from collections.abc import Callable
from pathlib import Path

from tui_planner.itinerary.itinerary import Companion, Itinerary
from tui_planner.programme.text_rules import check_line
from tui_planner.support.atomic_write import publish
from tui_planner.support.i18n import _

from .codec import parse_content, read_content, write_content
from .itinerary_errors import ItineraryError


def strip_private(itinerary: Itinerary, name: str) -> Itinerary:
    """Strip an itinerary of what is private, and put the name of its delegate in it."""
    choices = tuple(
        choice._replace(join=None, leave=None, note="", extra={}) for choice in itinerary.choices
    )
    return Itinerary(programme=itinerary.programme, delegate=name, choices=choices)


def write_shared(path: Path, shared: Itinerary) -> None:
    """Put what is shared into a file, whole or not at all; a link stays a link.

    Raises:
        ItineraryError: something else is in the file than what the delegate shared earlier.
        OSError, ValueError, RuntimeError: it cannot be written.
    """
    if path.exists() and not _was_shared_by(shared, path):
        raise ItineraryError(
            _(
                "{path} is not what you shared earlier, so it is not overwritten. "
                "Name another file."
            ).format(path=path)
        )
    publish(path, write_content(shared))


def read_companion(
    data: bytes,
    path: Path,
    programme_id: str,
    name: str | None = None,
    adapt: Callable[[Itinerary], Itinerary] = lambda itinerary: itinerary,
) -> Companion:
    """Read a colleague's choices from their shared file or their whole itinerary.

    Args:
        data: What the file holds.
        path: The file, as the user named it.
        programme_id: The programme that it must be of.
        name: The name of the colleague; None for that in the file.
        adapt: Adapts the choices to the version of the programme that is read.

    Raises:
        ItineraryError: it is no such file, of another programme or a newer format, or nameless.
    """
    itinerary = parse_content(data, path)
    if itinerary.programme != programme_id:
        raise ItineraryError(
            _('{path} holds choices of the programme "{other}", not of "{this}".').format(
                path=path, other=itinerary.programme, this=programme_id
            )
        )
    called = itinerary.delegate if name is None else name
    ids = dict.fromkeys(choice.session for choice in adapt(itinerary).choices)
    try:
        return Companion(name=check_line(called or ""), sessions=tuple(ids))
    except ValueError as error:
        text = _("{path} does not say whose choices it holds. Say so, on one line: --name NAME.")
        raise ItineraryError(text.format(path=path)) from error


def _was_shared_by(shared: Itinerary, path: Path) -> bool:
    """Whether a file holds what the same delegate shared of the same programme."""
    if not path.is_file():
        return False
    try:
        there = parse_content(read_content(path), path)
    except ItineraryError:
        return False
    return there.programme == shared.programme and there == strip_private(
        there, shared.delegate or ""
    )
