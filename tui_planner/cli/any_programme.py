"""A programme in whatever kind of file: what others publish is imported on the way."""

from dataclasses import replace

from ..exchange.importing.recognise import Kind, recognised
from ..i18n import _
from ..programme import file_rules
from ..programme.problem import Problem
from ..programme.reader import Reading, read_bytes, read_text
from ..programme.source import Source, read_data
from .output import tell


def read_programme(name: str) -> Reading:
    """Read a file, or standard input for `-`; where it was imported, tells so.

    The problems of an imported programme are places in what `import` writes, and named so.
    """
    reading, told = _read(name)
    if told:
        tell(told)
    return reading


def read_programme_quietly(name: str) -> Reading:
    """The same without a word, while the app has the terminal."""
    return _read(name)[0]


def _read(name: str) -> tuple[Reading, str]:
    data = read_data(name)
    if isinstance(data, Problem):
        return Reading(name, None, (data,)), ""
    if recognised(data) is Kind.TOML:
        return read_bytes(name, data), ""
    return _imported(name, data)


def _imported(name: str, data: bytes) -> tuple[Reading, str]:
    # What is no schedule of others pays nothing for these.
    from ..exchange.importing.errors import NoScheduleError  # noqa: PLC0415
    from ..exchange.importing.importing import import_schedule  # noqa: PLC0415
    from .import_account import account  # noqa: PLC0415

    try:
        imported = import_schedule(data, name)
    except NoScheduleError as error:
        rule = file_rules.UNREADABLE
        return Reading(name, None, (Problem(rule, rule.severity, str(error), name),)), ""
    named = _("{name} (imported)").format(name=name)
    reading = replace(read_text(Source(named, imported.text)), name=name)
    told = _("{account} For all of it: tui-planner import {name}")
    return reading, told.format(account=account(imported), name=name)
