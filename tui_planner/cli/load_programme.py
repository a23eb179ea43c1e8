"""The programme that is meant, in whatever kind of file: those of others are imported."""

import shlex
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace

from tui_planner.programme import file_rules
from tui_planner.programme.cache.cache import recall, remember
from tui_planner.programme.problem import Problem
from tui_planner.programme.reading.read_result import ReadResult
from tui_planner.programme.shipped import find_default
from tui_planner.programme.toml.source import Source, read_data
from tui_planner.support.i18n import _

from .output import PROGRAM, show_progress, tell
from .parser import Arguments

Bar = AbstractContextManager[Callable[[float], None]]


def choose_programme(args: Arguments) -> str:
    """Choose the file that is meant, and say which where the user named none."""
    for named in (getattr(args, "file", None), args.programme):
        if named is not None:
            return str(named)
    name = find_default()
    tell(_("Programme: {name}").format(name=name))
    return name


def read_programme(name: str, *, anew: bool = False) -> ReadResult:
    """Read a file, or standard input for `-`; where it was imported, tell so.

    The problems of an imported programme are places in what `import` writes, and named so.

    Args:
        name: The file as the user named it.
        anew: Whether it is read also where it is remembered what is in it.
    """
    reading, told = _read(name, show_progress(_("Importing")), anew=anew)
    if told:
        tell(told)
    return reading


def read_programme_quietly(name: str) -> ReadResult:
    """Read a file without a word, while the app has the terminal."""
    return _read(name, nullcontext(lambda _part: None))[0]


def read_programme_data(name: str, data: bytes) -> ReadResult:
    """Read what was in a file once, without a word; it is not remembered."""
    return _read_data(name, data, nullcontext(lambda _part: None))[0]


def _read(name: str, bar: Bar, *, anew: bool = False) -> tuple[ReadResult, str]:
    data = read_data(name)
    if isinstance(data, Problem):
        return ReadResult(name, None, (data,)), ""
    if not anew and (known := recall(name, data)) is not None:
        return known, ""
    reading, told = _read_data(name, data, bar)
    if not (anew or told):
        remember(reading, data)
    return reading, told


def _read_data(name: str, data: bytes, bar: Bar) -> tuple[ReadResult, str]:
    # What is remembered pays nothing for these.
    from tui_planner.exchange.importing.detect_format import is_published  # noqa: PLC0415
    from tui_planner.programme.reading.read_programme import read_bytes  # noqa: PLC0415

    if is_published(data):
        return _imported(name, data, bar)
    return read_bytes(name, data), ""


def _imported(name: str, data: bytes, bar: Bar) -> tuple[ReadResult, str]:
    # What is no schedule of others pays nothing for these.
    from tui_planner.exchange.importing.import_errors import NoScheduleError  # noqa: PLC0415
    from tui_planner.exchange.importing.import_schedule import import_schedule  # noqa: PLC0415
    from tui_planner.programme.reading.read_programme import read_text  # noqa: PLC0415

    from .formats.import_account import format_account  # noqa: PLC0415

    try:
        with bar as progress:
            imported = import_schedule(data, name, progress)
    except NoScheduleError as error:
        rule = file_rules.UNREADABLE
        return ReadResult(name, None, (Problem(rule, rule.severity, str(error), name),)), ""
    named = _("{name} (imported)").format(name=name)
    reading = replace(read_text(Source(named, imported.text)), name=name)
    told = format_account(imported)
    if imported.notes:
        more = _("{account} Each with its place: {program} import {name}")
        told = more.format(account=told, program=PROGRAM, name=shlex.quote(name))
    return reading, told
