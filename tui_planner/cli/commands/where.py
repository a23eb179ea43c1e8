"""`where`: the paths in use."""

from tui_planner.cli.parser import Arguments, Subcommand
from tui_planner.support.i18n import _


def run(args: Arguments) -> int:
    """Print the paths."""
    from tui_planner.cli.actions.where import list_paths

    return list_paths(args)


COMMAND = Subcommand("where", _("print the paths in use"), run, order=170)
