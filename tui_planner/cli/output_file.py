"""Files that a command writes where the user says."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from errno import ELOOP
from pathlib import Path

from tui_planner.itinerary.storage.itinerary_errors import explain_error
from tui_planner.support.i18n import _

from .output import Failure


@contextmanager
def explain_write_errors(path: Path) -> Iterator[None]:
    """Explain what hinders a file from being looked at and written.

    Raises:
        Failure: it is there and is no file, or it cannot be written.
    """
    try:
        if path.exists() and not path.is_file():
            raise Failure(_("{path} is no file.").format(path=path))
        if path.resolve().is_symlink():  # to itself; before Python 3.13 following it raises
            raise OSError(ELOOP, os.strerror(ELOOP))
        yield
    except (OSError, ValueError, RuntimeError) as error:  # of the name too, or a link to itself
        text = _("{path} cannot be written: {reason}.")
        raise Failure(text.format(path=path, reason=explain_error(error))) from error
