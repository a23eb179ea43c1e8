"""`check --watch`: the findings, and at every save what is new in them and what is solved."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from tui_planner.checks.comparison import Comparison, compare
from tui_planner.cli.formats.check_text import print_text
from tui_planner.cli.formats.checked import Checked
from tui_planner.cli.output import tell
from tui_planner.support.file_watch import watch_files
from tui_planner.support.i18n import _, ngettext


class ShowChecked(Protocol):
    """A function that checks the files as they are now, for the first time or anew."""

    def __call__(self, *, is_first: bool) -> Sequence[Checked]:
        """Check them."""


Tell = Callable[[Sequence[Checked]], object]


def watch(names: Sequence[str], look: ShowChecked, report: Tell, summarise: Tell) -> None:
    """Report what is found now; whenever a file changes tell what is new, until interrupted.

    A file may be replaced, broken, or absent for a while: that is found like anything else.

    Args:
        names: The files.
        look: Checks them.
        report: Prints all that is found.
        summarise: Tells how much that is.
    """
    saves = watch_files([Path(name) for name in names])
    files = look(is_first=True)
    known = [file.problems for file in files]
    report(files)
    for _save in saves:
        files = look(is_first=False)
        changes = [
            compare(before, file.problems, file.reading)
            for before, file in zip(known, files, strict=True)
        ]
        known = [
            (*file.problems, *change.unknown) for file, change in zip(files, changes, strict=True)
        ]
        tell("")
        tell(_told(changes))
        print_text(
            [
                file._replace(problems=change.new, solved=change.solved)
                for file, change in zip(files, changes, strict=True)
            ]
        )
        summarise(files)


def _told(changes: Sequence[Comparison]) -> str:
    """Tell the time, and how many findings are new and how many are solved."""
    added = sum(len(change.new) for change in changes)
    solved = sum(len(change.solved) for change in changes)
    parts = [
        ngettext("{n} new", "{n} new", added).format(n=added),
        ngettext("{n} solved", "{n} solved", solved).format(n=solved),
    ]
    at = datetime.now().astimezone()
    return _("{time} changed: {changes}").format(time=f"{at:%H:%M:%S}", changes=", ".join(parts))
