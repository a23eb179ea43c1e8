"""The entry point: one command, one exit code, never a traceback."""

import gc
import os
import sys
import warnings
from collections.abc import Sequence

from tui_planner.support.i18n import _

from .offline import stay_offline
from .output import Exit, Failure, flush, leave, prepare_streams, tell
from .parser import Arguments, parse
from .preferences import apply_preferences
from .registry import find_needed

DEBUG = "TUI_PLANNER_DEBUG"


_GARBAGE = 150_000
"""Objects between two looks for garbage: more than a start makes. (Python looks after 700.)"""


def run(argv: Sequence[str] | None = None) -> None:
    """Run the program and end the process."""
    gc.set_threshold(_GARBAGE)
    if not os.environ.get(DEBUG):
        warnings.simplefilter("ignore")  # they are for programmers, and may be of any library
    prepare_streams()
    leave(main(sys.argv[1:] if argv is None else argv))


def main(argv: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    try:
        code = _run(argv)
        flush()
    except Failure as failure:
        tell(str(failure))
        return Exit.FAILED
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:
        return Exit.OK
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        tell(
            _(
                "tui-planner hit a fault of its own: {error}. Nothing you chose is lost. "
                "With {debug}=1 it says where; please report it."
            ).format(error=f"{type(error).__name__}: {error}", debug=DEBUG)
        )
        return Exit.FAILED
    return code


def _run(argv: Sequence[str]) -> int:
    try:
        args = parse(argv, find_needed(argv), _open)
        stay_offline(asked=args.offline)
        apply_preferences(args)
        code: int = args.run(args)
    except SystemExit as ended:  # help and wrong use end so
        return int(ended.code or Exit.OK)
    return code


def _open(args: Arguments) -> int:
    """Run what no command was named for: the app."""
    from .commands.open import run as open_  # noqa: PLC0415 - most lines name a command

    return open_(args)
