"""`open`: the app."""

import sys

from ..i18n import _
from .any_programme import programme_name, read_programme_quietly
from .common import itinerary_to_change, store_of, usable_reading
from .output import Exit, Failure, tell
from .parser import Arguments
from .preferences import glyphs_for, preferences


def run(args: Arguments) -> Exit:
    """Open the app on a programme that can be read; ends when the user quits."""
    reading, programme = usable_reading(programme_name(args))
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Failure(
            _("The app needs a terminal. For a pipe: tui-planner show, or show --format agenda.")
        )
    store = store_of(args, programme)
    itinerary, told = itinerary_to_change(store, programme)
    from ..app.app import PlannerApp  # noqa: PLC0415 - the other commands do without a screen
    from ..app.programme_file import ProgrammeFile  # noqa: PLC0415

    app = PlannerApp(
        ProgrammeFile(reading, programme, read_programme_quietly),
        itinerary,
        store,
        notice=told,
        glyphs=glyphs_for(args),
        settings=preferences(args),
    )
    app.run()
    for line in app.parting_words:
        tell(line)
    return Exit.FAILED if app.return_code or app.parting_words else Exit.OK
