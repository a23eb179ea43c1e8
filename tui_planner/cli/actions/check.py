"""`check`: the problems of programme files, for their organisers."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

from tui_planner.checks.check_file import check_file
from tui_planner.checks.not_judged import describe_not_judged
from tui_planner.checks.selection import UnknownRuleError, select_rules
from tui_planner.cli.formats.checked import Checked
from tui_planner.cli.formats.problem_text import name_severity
from tui_planner.cli.load_programme import choose_programme, read_programme
from tui_planner.cli.output import Exit, Failure, tell
from tui_planner.cli.parser import Arguments
from tui_planner.programme import file_rules
from tui_planner.programme.problem import Severity, count_severities
from tui_planner.programme.reading.read_result import ReadResult
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

    def look() -> list[Checked]:
        with _no_garbage_sought():
            readings = [_named_as_text(read_programme(name, anew=True)) for name in names]
            return [Checked(reading, check_file(reading, rules)) for reading in readings]

    if args.watch:
        if args.format != "text" or STANDARD_INPUT in names:
            raise Failure(_("--watch prints text, and watches files."))
        from .check_watch import watch  # noqa: PLC0415 - what it imports takes time

        watch(names, look, lambda files: _report(files, args.format))
    with _no_garbage_sought():  # not while it is printed either
        return _report(look(), args.format)


def _named_as_text(reading: ReadResult) -> ReadResult:
    """Name a reading by the text that its lines are of, which for some files is an import's."""
    return reading if reading.source is None else replace(reading, name=reading.source.name)


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


def _report(files: Sequence[Checked], format_: str) -> Exit:
    """Print what was found, and return the exit code for it."""
    numbers = count_severities(problem for file in files for problem in file.problems)
    _print(format_, files, numbers)
    tell(_summary(files, numbers))
    for file in files:
        if not_judged := describe_not_judged(file.reading):
            tell(f"{file.reading.name}: {not_judged}")
        if file.reading.judged is not None:
            for told in describe_repeated_hours(file.reading.judged.programme):
                tell(f"{file.reading.name}: {told}")
    hidden = [file for file in files if file.reading.problems and not _has_faults(file)]
    for file in hidden:
        tell(_hidden_faults(file))
    if any(_is_unreadable(file) for file in files):
        return Exit.FAILED
    found = numbers[Severity.ERROR] or numbers[Severity.WARNING] or hidden
    return Exit.FOUND if found else Exit.OK


def _print(format_: str, files: Sequence[Checked], numbers: Mapping[Severity, int]) -> None:
    # Each format needs modules that the others do without.
    match format_:
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

            print_text(files)


def _summary(files: Sequence[Checked], numbers: Mapping[Severity, int]) -> str:
    counts = (
        f"{name_severity(severity)}: {number}" for severity, number in numbers.items() if number
    )
    told = ", ".join(counts) or _("no problems")
    names = ", ".join(file.reading.name for file in files)
    return f"{names}: {told}"


def _hidden_faults(file: Checked) -> str:
    """Say that a file has faults that nobody asked for: silence would pass it."""
    number = len(file.reading.problems)
    return ngettext(
        "{name}: it has {n} error of a rule that is not selected.",
        "{name}: it has {n} errors of rules that are not selected.",
        number,
    ).format(name=file.reading.name, n=number)


def _has_faults(file: Checked) -> bool:
    """Whether one of the faults of a file is among what was found."""
    return not set(file.problems).isdisjoint(file.reading.problems)


def _is_unreadable(file: Checked) -> bool:
    return any(problem.rule is file_rules.UNREADABLE for problem in file.reading.problems)
