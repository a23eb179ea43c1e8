"""The user's settings in the commands: what is wrong with them is told, and the default holds."""

from typing import TYPE_CHECKING

from tui_planner.programme.time_text import use_clock
from tui_planner.settings.settings_file import SettingsFile
from tui_planner.settings.settings_sentence import format_problem_sentence

from .output import speaks_unicode, tell
from .parser import Arguments

if TYPE_CHECKING:
    from tui_planner.layout.text.glyphs import Glyphs


def load_preferences(args: Arguments) -> SettingsFile:
    """Return the user's settings, which `apply_preferences` has read."""
    file: SettingsFile = args.preferences
    return file


def apply_preferences(args: Arguments) -> None:
    """Read the settings, and let them hold for whatever is printed."""
    args.preferences = SettingsFile.of_user()
    for problem in args.preferences.problems:
        tell(format_problem_sentence(problem))
    use_clock(args.preferences.settings.clock)


def choose_glyphs(args: Arguments) -> "Glyphs":
    """Choose the signs to draw with: the user's, else the settings', else what can be shown."""
    # With them comes the itinerary, which most commands do without.
    from tui_planner.layout.text.glyphs import ASCII, UNICODE  # noqa: PLC0415

    wanted = load_preferences(args).settings.ascii
    if args.ascii or wanted or (wanted is None and not speaks_unicode()):
        return ASCII
    return UNICODE
