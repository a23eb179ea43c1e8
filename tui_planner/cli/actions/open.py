"""`open`: the app."""

import os
import sys
from functools import partial
from typing import TYPE_CHECKING

from tui_planner.cli.loading.load_itinerary import load_to_change, open_store
from tui_planner.cli.loading.load_programme import (
    choose_programme,
    fetch_programme,
    read_programme_quietly,
    read_with_news,
)
from tui_planner.cli.loading.require_programme import require_sound
from tui_planner.cli.output import PROGRAM, Exit, Failure, tell
from tui_planner.cli.parser import Arguments
from tui_planner.cli.preferences import choose_glyphs, load_preferences
from tui_planner.itinerary.storage.rescue_copies import find_rescued
from tui_planner.itinerary.storage.store import Store
from tui_planner.programme.addresses import is_web_address
from tui_planner.programme.model import Programme
from tui_planner.programme.reading.read_result import ReadResult
from tui_planner.support.i18n import _

if TYPE_CHECKING:
    from tui_planner.app.controllers.programme_file import OpenProgramme

_CANNOT_PLACE = {"", "dumb", "unknown"}
_SIGNALLED = 128


def open_app(args: Arguments) -> int:
    """Open the app on a programme that can be read, until the user quits.

    The exit code is 128 and the number of the signal where one ended it.
    """
    name = choose_programme(args)
    reading, news = read_with_news(name)
    for line in filter(None, news):
        tell(line)
    programme = require_sound(reading)
    _need_terminal()
    programme, store = open_store(args, programme)
    itinerary, told = load_to_change(store, programme)
    told = " ".join(filter(None, (news.of_address, told, _told_of_rescued(store, programme))))
    from tui_planner.app.app import PlannerApp  # noqa: PLC0415 - the other commands do without a screen

    app = PlannerApp(
        _open_programme(name, reading, programme),
        itinerary,
        store,
        notice=told,
        glyphs=choose_glyphs(args),
        settings=load_preferences(args),
    )
    app.run_to_the_end()
    for line in app.parting_words:
        tell(line)
    if app.ended_by is not None:
        return _SIGNALLED + app.ended_by
    return Exit.FAILED if app.return_code or app.parting_words else Exit.OK


def _open_programme(name: str, reading: ReadResult, programme: Programme) -> "OpenProgramme":
    """Hold the programme as the app does: a file, or what is fetched from an address."""
    from tui_planner.app.controllers.programme_file import OpenProgramme  # noqa: PLC0415 - as above

    fetch = partial(fetch_programme, name) if is_web_address(name) else None
    return OpenProgramme(reading, programme, read_programme_quietly, fetch)


def _told_of_rescued(store: Store, programme: Programme) -> str:
    """Say where there is what could not be written when the app was ended, else nothing."""
    path = next(iter(find_rescued(store.path, programme.id)), None)
    if path is None:
        return ""
    text = _(
        "What could not be written earlier is in {path}. To open that: "
        "{program} --itinerary {path}. Remove it when you no longer need it."
    )
    return text.format(path=path, program=PROGRAM)


def _need_terminal() -> None:
    """Open nothing where it could not be shown, nor used.

    Raises:
        Failure: there is no terminal, or one in which nothing can be placed.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Failure(
            _("The app needs a terminal. For a pipe: tui-planner show, or show --format agenda.")
        )
    kind = os.environ.get("TERM", "")
    if os.name != "nt" and kind in _CANNOT_PLACE:
        raise Failure(
            _(
                "The app needs a terminal that can place text, and TERM is {kind}. "
                "Set it to what yours is, such as xterm-256color, or: tui-planner show"
            ).format(kind=f'"{kind}"' if kind else _("not set"))
        )
