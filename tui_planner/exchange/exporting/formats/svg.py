"""`svg`: the grid of each day as a picture."""

from tui_planner.exchange.exporting.export_format import (
    MARKUP_COMMENT,
    Export,
    ExportFormat,
    Request,
)


def make(request: Request) -> Export:
    """Write a picture."""
    from tui_planner.exchange.exporting.svg import UNSUPPORTED, make_svg

    return make_svg(request.plan, mine=request.mine), UNSUPPORTED


FORMAT = ExportFormat("svg", make, MARKUP_COMMENT, order=40)
