"""`check --watch`: the findings anew at every save, with what is new in them and what is solved."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from tui_planner.checks.comparison import Comparison, compare
from tui_planner.cli.formats.checked import Checked
from tui_planner.cli.output import tell
from tui_planner.support.file_watch import watch_files
from tui_planner.support.i18n import _, ngettext

ShowChecked = Callable[[], Sequence[Checked]]


def watch(
    names: Sequence[str], look: ShowChecked, report: Callable[[Sequence[Checked]], object]
) -> None:
    """Report what is found now, and again whenever one of the files changes, until interrupted.

    A file may be replaced, broken, or absent for a while: that is found like anything else.
    """
    saves = watch_files([Path(name) for name in names])
    files = look()
    known = [file.problems for file in files]
    report(files)
    for _save in saves:
        files = look()
        changes = [
            compare(before, file.problems, file.reading)
            for before, file in zip(known, files, strict=True)
        ]
        known = [
            (*file.problems, *change.unknown) for file, change in zip(files, changes, strict=True)
        ]
        tell("")
        tell(_told(changes))
        report(files)


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
