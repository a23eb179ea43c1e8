"""`new`: a programme to begin with."""

from datetime import UTC, date, datetime
from pathlib import Path

from tui_planner.cli.formats.new_programme import format_new_programme
from tui_planner.cli.output import Exit, Failure, say, tell
from tui_planner.cli.output_file import explain_write_errors
from tui_planner.cli.parser import Arguments
from tui_planner.programme.toml.source import STANDARD_INPUT
from tui_planner.support.atomic_write import publish
from tui_planner.support.i18n import _

_USUAL_NAME = "programme.toml"
_STANDARD_OUTPUT = STANDARD_INPUT


def start_programme(args: Arguments) -> Exit:
    """Write a short programme that shows every table; a file that is there is kept.

    Raises:
        Failure: there is one already and nobody forces it, or it cannot be written.
    """
    target = args.target or args.programme or _USUAL_NAME
    text = format_new_programme(choose_day(datetime.now(UTC).date()))
    if target == _STANDARD_OUTPUT:
        for line in text.removesuffix("\n").split("\n"):
            say(line)
        return Exit.OK
    path = Path(target)
    with explain_write_errors(path):
        if path.exists() and not args.force:
            told = _("{path} is there already. To replace it all the same: --force")
            raise Failure(told.format(path=path))
        publish(path, text.encode())
    tell(_("Written: {path}").format(path=target))
    tell(_("See it: tui-planner open {path}").format(path=target))
    return Exit.OK


def choose_day(today: date) -> date:
    """Choose a day far enough away to be planned: in a year, the second Thursday of the month."""
    first = today.replace(year=today.year + 1, day=1)
    return first.replace(day=8 + (3 - first.weekday()) % 7)
