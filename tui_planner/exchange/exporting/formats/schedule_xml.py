"""`schedule-xml`: the schedule.xml that conference apps read."""

from tui_planner.exchange.exporting.export_format import (
    MARKUP_COMMENT,
    Export,
    ExportFormat,
    Request,
)


def make(request: Request) -> Export:
    """Write a schedule.xml."""
    from tui_planner.exchange.exporting.schedule.frab_schedule import UNSUPPORTED
    from tui_planner.exchange.exporting.schedule.schedule_xml import make_schedule_xml
    from tui_planner.exchange.exporting.scope import select_shown

    return make_schedule_xml(select_shown(request.plan, mine=request.mine)), UNSUPPORTED


FORMAT = ExportFormat("schedule-xml", make, MARKUP_COMMENT, order=60)
