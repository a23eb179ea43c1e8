"""The formats of `export`; the modules of one are imported only when it is made."""

import json
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime

from tui_planner.exchange.exporting.scope import programme_shown
from tui_planner.exchange.exporting.unsupported_features import Feature
from tui_planner.itinerary.resolved import Plan
from tui_planner.support.neutral import with_escapes


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be exported.

    Attributes:
        plan: The plan; with an empty itinerary where the programme alone is meant.
        mine: Whether only what is chosen is meant.
        alarm: How many minutes before each start a calendar reminds; None for never.
        changed: When the programme or the itinerary was last written, where that is known.
    """

    plan: Plan
    mine: bool
    alarm: int | None
    changed: datetime | None


Export = tuple[str | bytes, Collection[Feature]]
"""What is written, and which features it has no place for."""


def _ics(request: Request) -> Export:
    from tui_planner.exchange.exporting.ics.calendar import NOT_HELD, calendar_of  # noqa: PLC0415

    data = calendar_of(
        request.plan, mine=request.mine, alarm=request.alarm, changed=request.changed
    )
    return data, NOT_HELD


def _markdown(request: Request) -> Export:
    from tui_planner.exchange.exporting.markdown import NOT_HELD, markdown_of  # noqa: PLC0415

    return markdown_of(request.plan, mine=request.mine), NOT_HELD


def _html(request: Request) -> Export:
    from tui_planner.exchange.exporting.webpage.page import NOT_HELD, page_of  # noqa: PLC0415

    return page_of(request.plan, mine=request.mine), NOT_HELD


def _svg(request: Request) -> Export:
    from tui_planner.exchange.exporting.svg import NOT_HELD, svg_of  # noqa: PLC0415

    return svg_of(request.plan, mine=request.mine), NOT_HELD


def _json(request: Request) -> Export:
    from tui_planner.exchange.exporting.plan_json import whole_document  # noqa: PLC0415

    document = whole_document(request.plan, mine=request.mine)
    return with_escapes(json.dumps(document, ensure_ascii=False, indent=2)) + "\n", ()


def _schedule_xml(request: Request) -> Export:
    from tui_planner.exchange.exporting.schedule.frab_schedule import NOT_HELD  # noqa: PLC0415
    from tui_planner.exchange.exporting.schedule.schedule_xml import schedule_xml_of  # noqa: PLC0415

    return schedule_xml_of(programme_shown(request.plan, mine=request.mine)), NOT_HELD


def _schedule_json(request: Request) -> Export:
    from tui_planner.exchange.exporting.schedule.schedule_json import NOT_HELD, schedule_json_of  # noqa: PLC0415

    return schedule_json_of(programme_shown(request.plan, mine=request.mine)), NOT_HELD


FORMATS: dict[str, Callable[[Request], Export]] = {
    "ics": _ics,
    "html": _html,
    "md": _markdown,
    "svg": _svg,
    "json": _json,
    "schedule-xml": _schedule_xml,
    "schedule-json": _schedule_json,
}
