"""`check --watch`: the findings anew at every save, with what is new in them and what is solved."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

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
    report(files)
    for _save in saves:
        before, files = files, look()
        tell("")
        tell(_told(before, files))
        report(files)


def _told(before: Sequence[Checked], now: Sequence[Checked]) -> str:
    """Tell the time, and how many findings are new and how many are solved."""
    old, new = _findings(before), _findings(now)
    added, solved = (new - old).total(), (old - new).total()
    parts = [
        ngettext("{n} new", "{n} new", added).format(n=added),
        ngettext("{n} solved", "{n} solved", solved).format(n=solved),
    ]
    at = datetime.now().astimezone()
    return _("{time} changed: {changes}").format(time=f"{at:%H:%M:%S}", changes=", ".join(parts))


def _findings(files: Sequence[Checked]) -> Counter[tuple[str, ...]]:
    """Count the findings by what they say, not by their lines: those shift with every edit."""
    return Counter(
        (file.reading.name, problem.rule.code, problem.message, *problem.sessions)
        for file in files
        for problem in file.problems
    )
