"""`json`: all that the programme and the itinerary say, for programs."""

from tui_planner.exchange.exporting.export_format import Export, ExportFormat, Request, SealLine


def make(request: Request) -> Export:
    """Write a JSON document."""
    import json

    from tui_planner.exchange.exporting.plan_json import make_whole_document
    from tui_planner.support.neutral import escape_controls

    document = make_whole_document(request.plan, mine=request.mine)
    return escape_controls(json.dumps(document, ensure_ascii=False, indent=2)) + "\n", ()


FORMAT = ExportFormat("json", make, SealLine('  "seal": "{}",\n', above=1), order=50)
