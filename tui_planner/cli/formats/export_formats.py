"""The formats of `export`; the modules of one are imported only when it is made."""

import json
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime

from tui_planner.exchange.exporting.scope import select_shown
from tui_planner.exchange.exporting.unsupported_features import Feature
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.support.neutral import escape_controls


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be exported.

    Attributes:
        plan: The plan; with an empty itinerary where the programme alone is meant.
        mine: Whether only what is chosen is meant.
        alarm: How many minutes before each start a calendar reminds; None for never.
        changed: When the programme or the itinerary was last written, where that is known.
    """

    plan: ResolvedItinerary
    mine: bool
    alarm: int | None
    changed: datetime | None


Export = tuple[str | bytes, Collection[Feature]]
"""What is written, and which features it has no place for."""


def _ics(request: Request) -> Export:
    from tui_planner.exchange.exporting.icalendar.vcalendar import UNSUPPORTED, make_calendar  # noqa: PLC0415

    data = make_calendar(
        request.plan, mine=request.mine, alarm=request.alarm, changed=request.changed
    )
    return data, UNSUPPORTED


def _markdown(request: Request) -> Export:
    from tui_planner.exchange.exporting.markdown import UNSUPPORTED, make_markdown  # noqa: PLC0415

    return make_markdown(request.plan, mine=request.mine), UNSUPPORTED


def _html(request: Request) -> Export:
    from tui_planner.exchange.exporting.webpage.page import UNSUPPORTED, make_page  # noqa: PLC0415

    return make_page(request.plan, mine=request.mine), UNSUPPORTED


def _svg(request: Request) -> Export:
    from tui_planner.exchange.exporting.svg import UNSUPPORTED, make_svg  # noqa: PLC0415

    return make_svg(request.plan, mine=request.mine), UNSUPPORTED


def _json(request: Request) -> Export:
    from tui_planner.exchange.exporting.plan_json import make_whole_document  # noqa: PLC0415

    document = make_whole_document(request.plan, mine=request.mine)
    return escape_controls(json.dumps(document, ensure_ascii=False, indent=2)) + "\n", ()


def _schedule_xml(request: Request) -> Export:
    from tui_planner.exchange.exporting.schedule.frab_schedule import UNSUPPORTED  # noqa: PLC0415
    from tui_planner.exchange.exporting.schedule.schedule_xml import make_schedule_xml  # noqa: PLC0415

    return make_schedule_xml(select_shown(request.plan, mine=request.mine)), UNSUPPORTED


def _schedule_json(request: Request) -> Export:
    from tui_planner.exchange.exporting.schedule.schedule_json import (  # noqa: PLC0415
        UNSUPPORTED,
        make_schedule_json,
    )

    return make_schedule_json(select_shown(request.plan, mine=request.mine)), UNSUPPORTED


FORMATS: dict[str, Callable[[Request], Export]] = {
    "ics": _ics,
    "html": _html,
    "md": _markdown,
    "svg": _svg,
    "json": _json,
    "schedule-xml": _schedule_xml,
    "schedule-json": _schedule_json,
}
