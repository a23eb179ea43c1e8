"""`schema`: the JSON Schema of the programme file, for editors."""

from tui_planner.cli.output import Exit, say_json
from tui_planner.cli.parser import Arguments
from tui_planner.programme.reading.format_schema import make_schema


def run(_args: Arguments) -> Exit:
    """Print the schema."""
    say_json(make_schema())
    return Exit.OK
