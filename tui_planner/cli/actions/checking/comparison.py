"""`check --baseline` and `--since`: only what is new in each file, and what is solved."""

from collections.abc import Collection, Sequence
from pathlib import Path

from tui_planner.checks.check_file import check_file
from tui_planner.checks.comparison import compare
from tui_planner.checks.subjects import narrow
from tui_planner.cli.actions.checking.baseline import read_baseline
from tui_planner.cli.actions.checking.git_revision import read_revision
from tui_planner.cli.actions.checking.narrowing import find_narrowing, is_narrowed
from tui_planner.cli.formats.checked import Checked
from tui_planner.cli.loading.load_programme import read_programme_data
from tui_planner.cli.output import Failure, tell
from tui_planner.cli.parser import Arguments
from tui_planner.programme.model import Programme
from tui_planner.programme.problem import Problem
from tui_planner.support.i18n import _


def compare_files(
    names: Sequence[str], files: Sequence[Checked], rules: Collection[str], args: Arguments
) -> list[Checked]:
    """Compare what is found in some files with an earlier run, or with an earlier revision.

    Args:
        names: The files as the user named them.
        files: What was found in each.
        rules: The numbers of the rules that are wanted.
        args: Which run or revision.

    Raises:
        Failure: there is no such run or revision, or it cannot be read.
    """
    if args.baseline is not None:
        known = read_baseline(args.baseline)
        return [
            _compare(
                file, [p for p in _belonging(known, file, files) if p.rule.code in rules], args
            )
            for file in files
        ]
    return [
        _compare(file, _find_at(args.since, name, rules, args), args)
        for name, file in zip(names, files, strict=True)
    ]


def _compare(file: Checked, before: Sequence[Problem], args: Arguments) -> Checked:
    judged = file.reading.judged
    if args.baseline is not None and judged is not None:
        before = _narrow(before, judged.programme, args)
    change = compare(before, file.problems, file.reading)
    return file._replace(
        problems=change.new,
        solved=change.solved,
        unchanged=len(file.problems) - len(change.new),
        unknown=len(change.unknown),
    )


def _find_at(
    revision: str, name: str, rules: Collection[str], args: Arguments
) -> tuple[Problem, ...]:
    """Find what the rules find in a file as it was at a revision; nothing where it was not yet."""
    data = read_revision(revision, name)
    if data is None:
        tell(
            _("{name} was not there yet in {revision}: all is new.").format(
                name=name, revision=revision
            )
        )
        return ()
    reading = read_programme_data(name, data)
    problems = check_file(reading, rules)
    return problems if reading.judged is None else _narrow(problems, reading.judged.programme, args)


def _narrow(
    problems: Sequence[Problem], programme: Programme, args: Arguments
) -> tuple[Problem, ...]:
    """Keep what is about what the user wants to hear of; nothing of what was not there then."""
    if not is_narrowed(args):
        return tuple(problems)
    try:
        return narrow(problems, programme, find_narrowing(programme, args))
    except Failure:
        return ()


def _belonging(
    known: Sequence[Problem], file: Checked, files: Sequence[Checked]
) -> Sequence[Problem]:
    """Return the findings of an earlier run that are of a file; all, where there is only one."""
    if len(files) == 1 and len({problem.file for problem in known}) == 1:
        return known
    here = Path(file.reading.name).resolve()
    return [problem for problem in known if Path(problem.file).resolve() == here]
