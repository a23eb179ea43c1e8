"""`schedule-json`: the schedule.json that conference apps read."""

from tui_planner.exchange.exporting.export_format import Export, ExportFormat, Request, SealLine

_IN_GENERATOR = SealLine('    "seal": "{}",\n', above=2)
"""Elsewhere the schema of the format has no place for it."""


def make(request: Request) -> Export:
    """Write a schedule.json."""
    from tui_planner.exchange.exporting.schedule.schedule_json import (
        UNSUPPORTED,
        make_schedule_json,
    )
    from tui_planner.exchange.exporting.scope import select_shown

    return make_schedule_json(select_shown(request.plan, mine=request.mine)), UNSUPPORTED


FORMAT = ExportFormat("schedule-json", make, _IN_GENERATOR, order=70)
