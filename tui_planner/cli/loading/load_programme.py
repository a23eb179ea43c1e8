"""The programme that is meant, in a file or at an address: what others publish is imported."""

import shlex
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tui_planner.cli.output import PROGRAM, show_progress, tell
from tui_planner.cli.parser import Arguments
from tui_planner.programme import file_rules
from tui_planner.programme.addresses import hide_secrets, is_web_address
from tui_planner.programme.cache.cache import recall, remember
from tui_planner.programme.problem import Problem
from tui_planner.programme.reading.read_result import ReadResult
from tui_planner.programme.shipped import find_default
from tui_planner.programme.toml.source import Source, read_data
from tui_planner.support.i18n import _

if TYPE_CHECKING:
    from tui_planner.cli.loading.load_address import FromAddress

Bar = AbstractContextManager[Callable[[float], None]]
Bars = Callable[[str], Bar]
"""Makes the bar that shows how far something is, given what that is."""


class Told(NamedTuple):
    """What is to be told of a programme that was read; each empty where that is nothing.

    Attributes:
        of_address: Where it comes from, and how old it is.
        of_import: What was made of it.
    """

    of_address: str = ""
    of_import: str = ""


def choose_programme(args: Arguments) -> str:
    """Choose the file or address that is meant, and say which where the user named none."""
    for named in (getattr(args, "file", None), args.programme):
        if named is not None:
            return str(named)
    name = find_default()
    tell(_("Programme: {name}").format(name=name))
    return name


def read_programme(name: str, *, anew: bool = False) -> ReadResult:
    """Read a file, an address, or standard input for `-`; tell what was imported or fetched.

    The problems of an imported programme are places in what `import` writes, and named so.

    Args:
        name: The file or the address as the user named it.
        anew: Whether it is read also where it is remembered what is in it.
    """
    reading, told = read_with_news(name, anew=anew)
    for line in filter(None, told):
        tell(line)
    return reading


def read_with_news(name: str, *, anew: bool = False) -> tuple[ReadResult, Told]:
    """Read as `read_programme` does; what is to be told is returned, that of an address first."""
    return _read(name, show_progress, anew=anew)


def read_programme_quietly(name: str) -> ReadResult:
    """Read a file without a word, while the app has the terminal."""
    return _read(name, _show_nothing)[0]


def fetch_programme(name: str) -> tuple[ReadResult, str]:
    """Fetch the programme at an address, while the app has the terminal.

    What is returned with it is a sentence where it is the copy that is kept, else empty.
    """
    reading, told = _read(name, _show_nothing)
    return reading, told.of_address


def read_programme_data(name: str, data: bytes) -> ReadResult:
    """Read what was in a file once, without a word; it is not remembered."""
    return _read_data(name, data, _show_nothing(""))[0]


def _show_nothing(_title: str) -> Bar:
    return nullcontext(lambda _part: None)


def _read(name: str, bars: Bars, *, anew: bool = False) -> tuple[ReadResult, Told]:
    if is_web_address(name):
        return _read_address(name, bars, anew=anew)
    data = read_data(name)
    if isinstance(data, Problem):
        return ReadResult(name, None, (data,)), Told()
    reading, of_import = _read_known(name, data, bars, anew=anew)
    return reading, Told(of_import=of_import)


def _read_known(name: str, data: bytes, bars: Bars, *, anew: bool) -> tuple[ReadResult, str]:
    """Read data, where it is not remembered what is in it."""
    if not anew and (known := recall(name, data)) is not None:
        return known, ""
    reading, told = _read_data(name, data, bars(_("Importing")))
    if not (anew or told):
        remember(reading, data)
    return reading, told


def _read_address(name: str, bars: Bars, *, anew: bool) -> tuple[ReadResult, Told]:
    from tui_planner.exchange.fetching.fetch_errors import FetchError  # noqa: PLC0415 - files pay nothing for it

    try:
        found = load_programme_at(name, bars, anew=anew)
    except FetchError as error:
        rule, shown = file_rules.UNREADABLE, hide_secrets(name)
        problem = Problem(rule, rule.severity, error.message, shown, hint=error.hint)
        return ReadResult(shown, None, (problem,)), Told()
    reading, of_import = found.result
    return reading, Told(found.told, of_import)


def load_programme_at(
    name: str, bars: Bars = show_progress, *, anew: bool = False
) -> "FromAddress[tuple[ReadResult, str]]":
    """Read the programme at an address, or the copy that is kept of it; with what was imported.

    Raises:
        FetchError: neither is to be had.
    """
    from tui_planner.cli.loading.load_address import Reading, load_address  # noqa: PLC0415 - files pay nothing for it

    def read(shown: str, data: bytes) -> Reading[tuple[ReadResult, str]]:
        reading, told = _read_known(shown, data, bars, anew=anew)
        refusals = [one for one in reading.problems if one.rule is file_rules.UNREADABLE]
        refusal = refusals[0].message if refusals and reading.judged is None else ""
        return Reading((reading, told), reading.programme is not None, refusal)

    return load_address(name, read, bars(_("Fetching")))


def _read_data(name: str, data: bytes, bar: Bar) -> tuple[ReadResult, str]:
    # What is remembered pays nothing for these.
    from tui_planner.exchange.importing.detect_format import is_published  # noqa: PLC0415
    from tui_planner.programme.reading.read_programme import read_bytes  # noqa: PLC0415

    if is_published(data):
        return _imported(name, data, bar)
    return read_bytes(name, data), ""


def _imported(name: str, data: bytes, bar: Bar) -> tuple[ReadResult, str]:
    # What is no schedule of others pays nothing for these.
    from tui_planner.cli.formats.import_account import format_account  # noqa: PLC0415
    from tui_planner.exchange.importing.import_errors import NoScheduleError  # noqa: PLC0415
    from tui_planner.exchange.importing.import_schedule import import_schedule  # noqa: PLC0415
    from tui_planner.programme.reading.read_programme import read_text  # noqa: PLC0415

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
