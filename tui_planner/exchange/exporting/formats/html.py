"""`html`: a page for browsers and paper, in one file."""

from tui_planner.exchange.exporting.export_format import (
    MARKUP_COMMENT,
    Export,
    ExportFormat,
    Request,
)


def make(request: Request) -> Export:
    """Write a page."""
    from tui_planner.exchange.exporting.webpage.page import UNSUPPORTED, make_page

    return make_page(request.plan, mine=request.mine), UNSUPPORTED


FORMAT = ExportFormat("html", make, MARKUP_COMMENT, order=20)
