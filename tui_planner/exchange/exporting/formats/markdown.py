"""`md`: Markdown, for a wiki, a mail or a chat."""

from tui_planner.exchange.exporting.export_format import (
    MARKUP_COMMENT,
    Export,
    ExportFormat,
    Request,
)


def make(request: Request) -> Export:
    """Write Markdown."""
    from tui_planner.exchange.exporting.markdown import UNSUPPORTED, make_markdown

    return make_markdown(request.plan, mine=request.mine), UNSUPPORTED


FORMAT = ExportFormat("md", make, MARKUP_COMMENT, order=30)
