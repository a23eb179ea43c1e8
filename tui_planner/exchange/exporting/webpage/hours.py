"""Links to the hours of a day whose list is long."""

from collections.abc import Iterable, Mapping
from datetime import date
from zoneinfo import ZoneInfo

from tui_planner.exchange.exporting.markup import Markup, make_element
from tui_planner.programme.model import Thing
from tui_planner.programme.time_text import format_short_date
from tui_planner.support.i18n import _

_LONG = 50
"""So many items are no longer found by scrolling."""


def make_hour_anchors(things: Iterable[Thing], day: date, zone: ZoneInfo) -> dict[str, str]:
    """Make the anchors of the first thing of each hour, by id; none where the list is short.

    Args:
        things: What is on the day, by its starts.
        day: Which.
        zone: By whose clocks the hours are counted.
    """
    ordered = list(things)
    first: dict[str, str] = {}
    for thing in ordered if len(ordered) >= _LONG else ():
        at = thing.timing.start.astimezone(zone)
        first.setdefault(f"{day.isoformat()}-{at:%dT%H}", thing.id)
    return {id_: f"at-{hour}" for hour, id_ in first.items()}


def make_hour_links(anchors: Mapping[str, str], day: date, lang: str) -> Markup:
    """Make the links to the hours, in a language; nothing where there are no anchors."""
    if not anchors:
        return Markup()
    links = (
        make_element("li", make_element("a", f"{anchor[-2:]}:00", href=f"#{anchor}"))
        for anchor in anchors.values()
    )
    label = _("Hours of {day}").format(day=format_short_date(day))
    return make_element(
        "nav", make_element("ul", *links), class_="hours", aria_label=label, lang=lang
    )
