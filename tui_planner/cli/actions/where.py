"""`where`: the paths in use."""

from contextlib import suppress
from pathlib import Path

from tui_planner.cli.loading.load_itinerary import open_store
from tui_planner.cli.loading.load_programme import read_programme
from tui_planner.cli.loading.require_programme import tell_problems
from tui_planner.cli.output import Exit, say_table, tell
from tui_planner.cli.parser import Arguments
from tui_planner.cli.preferences import load_preferences
from tui_planner.programme.addresses import hide_secrets, is_web_address
from tui_planner.programme.cache.cache import find_cache_folder
from tui_planner.programme.shipped import find_default
from tui_planner.programme.toml.source import STANDARD_INPUT
from tui_planner.settings.settings_file import SettingsFile
from tui_planner.settings.settings_sentence import format_problem_sentence
from tui_planner.support.i18n import _


def list_paths(args: Arguments) -> Exit:
    """Print where the programme and the itinerary are."""
    name = find_default() if args.programme is None else args.programme
    rows = _list_programme(name)
    reading = read_programme(name)
    if reading.programme is not None:
        _known, store = open_store(args, reading.programme)
        rows.append((_("itinerary"), str(store.path.absolute())))
    settings = load_preferences(args)
    rows.append((_("settings"), str(settings.path)))
    rows.append((_("cache"), str(find_cache_folder())))
    say_table(rows)
    if not settings.exists:
        tell(_("There is no file of settings yet: the defaults hold."))
    _tell_faults_of_app_settings(settings)
    tell_problems(reading, reading.problems)
    return Exit.OK if reading.programme is not None else Exit.FAILED


def _tell_faults_of_app_settings(settings: SettingsFile) -> None:
    """Tell what is wrong with the theme and the keys, which only the app reads, and can judge."""
    if not (settings.settings.theme or settings.settings.keys):
        return
    # With them comes Textual, which whoever set neither does without.
    from textual.theme import BUILTIN_THEMES  # noqa: PLC0415

    from tui_planner.app.commands.keymap import find_key_problems  # noqa: PLC0415
    from tui_planner.app.commands.registry import COMMANDS  # noqa: PLC0415

    for problem in find_key_problems(settings, BUILTIN_THEMES, COMMANDS):
        tell(format_problem_sentence(problem))


def _list_programme(name: str) -> list[tuple[str, str]]:
    """List where the programme is, and of an address the copy that is kept."""
    if not is_web_address(name):
        path = name if name == STANDARD_INPUT else str(Path(name).absolute())
        return [(_("programme"), path)]
    rows = [(_("programme"), hide_secrets(name))]
    # Files pay nothing for what asks the network.
    from tui_planner.exchange.fetching.fetch_errors import FetchError  # noqa: PLC0415
    from tui_planner.exchange.fetching.kept_copies import find_copy_path  # noqa: PLC0415
    from tui_planner.exchange.fetching.web_address import WebAddress  # noqa: PLC0415

    with suppress(FetchError):  # it is told of where the programme is read
        rows.append((_("copy of it"), str(find_copy_path(WebAddress.parse(name)))))
    return rows
