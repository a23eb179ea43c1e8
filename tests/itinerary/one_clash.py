"""Plans with one clash, and the ways out of it."""

from tests.builders import session
from tui_planner.itinerary.notices import find_notices
from tui_planner.itinerary.resolutions.resolution import Resolution, ResolutionKind
from tui_planner.itinerary.resolutions.resolutions_of import find_resolutions
from tui_planner.itinerary.resolved import ResolvedItinerary

ROUND = """\
[[blocks]]
id = "round"
kind = "choice"
title = "Round"
start = "10:00"
end = "11:00"
"""


def talk(id_: str, start: str, end: str = "", **more: str | int | bool) -> str:
    keys = (f"{key} = {_toml(value)}" for key, value in more.items())
    return session(id_, f"{start}-{end}", *keys)


def resolutions(plan: ResolvedItinerary) -> tuple[Resolution, ...]:
    """Find the resolutions of the only clash of a plan."""
    (clash,) = (notice.pair for notice in find_notices(plan) if notice.pair)
    return find_resolutions(clash, plan)


def said(plan: ResolvedItinerary) -> list[str]:
    return [resolution.message for resolution in resolutions(plan)]


def of_kind(plan: ResolvedItinerary, *kinds: ResolutionKind) -> list[Resolution]:
    return [resolution for resolution in resolutions(plan) if resolution.kind in kinds]


def brief(resolution: Resolution) -> tuple[str, str, int | None, bool]:
    return resolution.kind.value, resolution.label, resolution.cost.minutes, resolution.cost.at_most


def _toml(value: str | int | bool) -> str:
    return repr(value) if isinstance(value, str) else str(value).lower()
