"""`schema`: the JSON Schema of the programme file, for editors."""

from ..programme.format_schema import programme_schema
from .output import Exit, say_json
from .parser import Arguments


def run(_args: Arguments) -> Exit:
    """Print the schema."""
    say_json(programme_schema())
    return Exit.OK
