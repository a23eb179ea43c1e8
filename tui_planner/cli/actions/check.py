"""`check`: the problems of programme files, for their organisers."""

import gc
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

from tui_planner.checks.check_file import check_file
from tui_planner.checks.not_judged import describe_not_judged
from tui_planner.checks.selection import UnknownRuleError, select_rules
from tui_planner.cli.actions.checking.narrowing import narrow_files
from tui_planner.cli.formats.checked import Checked
from tui_planner.cli.formats.problem_text import format_counts
from tui_planner.cli.loading.load_programme import choose_programme, read_programme
from tui_planner.cli.output import Exit, Failure, tell
from tui_planner.cli.parser import Arguments
from tui_planner.programme import file_rules
from tui_planner.programme.addresses import is_web_address
from tui_planner.programme.problem import Severity, count_severities
from tui_planner.programme.repeated_hours import describe_repeated_hours
from tui_planner.programme.toml.source import STANDARD_INPUT
from tui_planner.support.i18n import _, ngettext


def check_programmes(args: Arguments) -> Exit:
    """Print the findings; return 1 where one is more than advice, 2 for an unreadable file."""
    try:
        rules = select_rules(args.select, args.ignore)
    except UnknownRuleError as error:
        raise Failure(str(error)) from error
    names = args.files or [choose_programme(args)]

    def look(*, is_first: bool = True) -> list[Checked]:
        with _no_garbage_sought():
            readings = [read_programme(name, anew=True) for name in names]
            files = [
                Checked(replace(reading, name=reading.text_name), check_file(reading, rules))
                for reading in readings
            ]
            return narrow_files(files, args, must_know=is_first)

    _refuse_contradictions(args, names)
    report = partial(_report, args=args, rules=rules)
    if args.watch:
        from tui_planner.cli.actions.checking.watch import watch  # noqa: PLC0415 - what it imports takes time

        watch(names, look, report, partial(_narrate, rules=rules))
    with _no_garbage_sought():  # not while it is printed either
        files = look()
        if args.baseline is not None or args.since is not None:
            from tui_planner.cli.actions.checking.comparison import compare_files  # noqa: PLC0415 - few compare

            files = compare_files(names, files, rules, args)
        return report(files)


def _refuse_contradictions(args: Arguments, names: Sequence[str]) -> None:
    """Refuse options that say nothing together.

    Raises:
        Failure: with which to leave out.
    """
    for option, is_given in (("--summary", args.summary), ("--watch", args.watch)):
        if is_given and args.format != "text":
            text = _("{option} shows text: leave out --format {format}, or {option}.")
            raise Failure(text.format(option=option, format=args.format))
    if not args.watch:
        return
    if other := next((name for name in names if not _is_file(name)), None):
        text = _("--watch waits for a file to be saved, and {name} is none: name a file.")
        raise Failure(text.format(name=_("standard input") if other == STANDARD_INPUT else other))
    for option, value in (("--baseline", args.baseline), ("--since", args.since)):
        if value is not None:
            text = _("--watch compares each save with the one before: leave out {option}.")
            raise Failure(text.format(option=option))


@contextmanager
def _no_garbage_sought() -> Iterator[None]:
    """Seek no garbage while much is made and all of it kept.

    To seek it takes a sixth of the time for 10,000 sessions.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _report(files: Sequence[Checked], args: Arguments, rules: Collection[str]) -> Exit:
    """Print what was found, and return the exit code for it."""
    numbers = count_severities(problem for file in files for problem in file.problems)
    _print(args, files, numbers)
    _narrate(files, rules)
    if any(_is_unreadable(file) for file in files):
        return Exit.FAILED
    found = numbers[Severity.ERROR] or numbers[Severity.WARNING]
    return Exit.FOUND if found or any(_hides_faults(file, rules) for file in files) else Exit.OK


def _narrate(files: Sequence[Checked], rules: Collection[str]) -> None:
    """Tell how much was found, and what could not be looked at."""
    tell(_summarise(files))
    for file in files:
        if not_judged := describe_not_judged(file.reading):
            tell(f"{file.reading.name}: {not_judged}")
        if file.reading.judged is not None:
            for told in describe_repeated_hours(file.reading.judged.programme):
                tell(f"{file.reading.name}: {told}")
    for file in files:
        if _hides_faults(file, rules):
            tell(_hidden_faults(file))


def _print(args: Arguments, files: Sequence[Checked], numbers: Mapping[Severity, int]) -> None:
    # Each format needs modules that the others do without.
    match args.format:
        case "json":
            from tui_planner.cli.formats.check_json import print_json  # noqa: PLC0415

            print_json(files, numbers)
        case "github":
            from tui_planner.cli.formats.check_github import print_github  # noqa: PLC0415

            print_github(files)
        case "sarif":
            from tui_planner.cli.formats.check_sarif import print_sarif  # noqa: PLC0415

            print_sarif(files)
        case _:
            from tui_planner.cli.formats.check_text import print_text  # noqa: PLC0415

            print_text(files, only_totals=args.summary)


def _summarise(files: Sequence[Checked]) -> str:
    """Say in a line how much was found in some files, and how much of it is not told."""
    numbers = count_severities(problem for file in files for problem in file.problems)
    told = [format_counts(numbers) or _("no problems")]
    if any(file.solved is not None for file in files):
        solved = sum(len(file.solved or ()) for file in files)
        new = format_counts(numbers) or _("nothing")
        told = [
            _("new: {counts}").format(counts=new),
            ngettext("{n} solved", "{n} solved", solved).format(n=solved),
            _("{n} as before").format(n=sum(file.unchanged for file in files)),
        ]
        if unknown := sum(file.unknown for file in files):
            text = ngettext("{n} could not be looked for", "{n} could not be looked for", unknown)
            told.append(text.format(n=unknown))
    if left_out := sum(file.left_out for file in files):
        others = ngettext("{n} other is not shown", "{n} others are not shown", left_out)
        told.append(others.format(n=left_out))
    names = ", ".join(file.reading.name for file in files)
    return f"{names}: {'; '.join(told)}"


def _hidden_faults(file: Checked) -> str:
    """Say that a file has faults that nobody asked for: silence would pass it."""
    number = len(file.reading.problems)
    return ngettext(
        "{name}: it has {n} error of a rule that is not selected.",
        "{name}: it has {n} errors of rules that are not selected.",
        number,
    ).format(name=file.reading.name, n=number)


def _hides_faults(file: Checked, rules: Collection[str]) -> bool:
    """Whether a file has faults, and only of rules that nobody asked for."""
    faults = file.reading.problems
    return bool(faults) and not any(problem.rule.code in rules for problem in faults)


def _is_file(name: str) -> bool:
    return name != STANDARD_INPUT and not is_web_address(name)


def _is_unreadable(file: Checked) -> bool:
    return any(problem.rule is file_rules.UNREADABLE for problem in file.reading.problems)
