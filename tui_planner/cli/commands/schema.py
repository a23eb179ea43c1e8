"""`schema`: the JSON Schema of the programme file, for editors."""

from tui_planner.cli.output import Exit, say_json
from tui_planner.cli.parser import Arguments, Subcommand
from tui_planner.support.i18n import _


def run(_args: Arguments) -> int:
    """Print the schema."""
    from tui_planner.programme.reading.format.format_schema import make_schema

    say_json(make_schema())
    return Exit.OK


COMMAND = Subcommand(
    "schema", _("print the JSON Schema of the programme file, for editors"), run, order=160
)
