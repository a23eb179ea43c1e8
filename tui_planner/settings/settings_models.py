"""The models of the settings file; imported only where there is one."""

from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError

from tui_planner.programme.reading.faults.problem_collector import ProblemCollector
from tui_planner.programme.reading.faults.value_faults import report_detail
from tui_planner.programme.reading.format.file_models import LineText, Table, Text, list_known_keys
from tui_planner.programme.toml.key_path import KeyPath
from tui_planner.programme.toml.parse import parse_toml
from tui_planner.programme.toml.source import Source

from .settings import Lanes, Settings

LaneIds = Annotated[tuple[Text, ...], Field(strict=False)]
"""Ids of rooms; empty for the lane of what has none."""


class LanesTable(Table):
    """`[lanes.PROGRAMME]`."""

    hidden: LaneIds = ()
    pinned: LaneIds = ()
    order: LaneIds = ()


class SettingsTable(Table):
    """The whole file."""

    theme: LineText | None = None
    clock: Literal[12, 24] = 24
    zoom: Annotated[int, Field(ge=1, le=60)] | None = None
    ascii: bool | None = None
    keys: dict[str, LineText] = Field(default_factory=dict)
    lanes: dict[str, LanesTable] = Field(default_factory=dict)


def validate_settings(source: Source) -> tuple[Settings, ProblemCollector]:
    """Validate the settings in a text; return them, defaults for faulty ones, and the faults."""
    parsed = parse_toml(source)
    collector = ProblemCollector(source.name, parsed.positions)
    collector.problems.extend(parsed.problems)
    data = parsed.data
    try:
        table = SettingsTable.model_validate(data)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            report_detail(detail, _known(detail["loc"]), collector)
            _leave_out(data, detail["loc"])
        table = SettingsTable.model_validate(data)
    collector.problems.sort(key=lambda problem: problem.sort_key)
    return _settings(table), collector


def _known(path: KeyPath) -> list[str]:
    return list_known_keys(LanesTable if len(path) > 1 else SettingsTable)


def _leave_out(data: dict[str, Any], path: KeyPath) -> None:
    """Leave a faulty setting out: of keys and lanes the one entry, where they are tables."""
    table = data.get(str(path[0]))
    if len(path) > 1 and isinstance(table, dict):
        table.pop(str(path[1]), None)
    else:
        data.pop(str(path[0]), None)


def _settings(table: SettingsTable) -> Settings:
    lanes = {
        programme: Lanes(one.hidden, one.pinned, one.order)
        for programme, one in table.lanes.items()
    }
    return Settings(table.theme, table.clock, table.zoom, table.ascii, table.keys, lanes)
