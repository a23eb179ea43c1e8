"""`ics`: iCalendar, for the calendars of phones and computers."""

from tui_planner.exchange.exporting.export_format import Export, ExportFormat, Request, SealLine


def make(request: Request) -> Export:
    """Write an iCalendar file."""
    from tui_planner.exchange.exporting.icalendar.vcalendar import UNSUPPORTED, make_calendar

    data = make_calendar(
        request.plan, mine=request.mine, alarm=request.alarm, changed=request.changed
    )
    return data, UNSUPPORTED


FORMAT = ExportFormat(
    "ics",
    make,
    SealLine("X-TUI-PLANNER-SEAL:{}\r\n", above=1),
    reminds=True,
    in_words=("OVERRUNS", "INEXACT_STARTS", "BUILDINGS"),
    order=10,
)
