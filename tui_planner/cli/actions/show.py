"""`show`: the day, printed as a grid, as plain lines, or as JSON."""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from tui_planner.cli.find_day import find_day
from tui_planner.cli.formats.plain_lines import count_columns, fold
from tui_planner.cli.loading.load_itinerary import load_to_read, open_store
from tui_planner.cli.loading.load_programme import choose_programme
from tui_planner.cli.loading.require_programme import require_programme
from tui_planner.cli.output import Exit, Style, say, say_json, say_styled, tell
from tui_planner.cli.parser import Arguments
from tui_planner.cli.preferences import choose_glyphs
from tui_planner.itinerary.notices import find_gravest, find_notices, list_clash_remarks
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.itinerary.views.box_notes import make_box_notes
from tui_planner.itinerary.views.own_lane import add_own_lane
from tui_planner.layout.cursor.viewport import Viewport
from tui_planner.layout.day.day_layout import DayLayout, lay_out_day
from tui_planner.layout.painting.highlights import Highlights
from tui_planner.layout.painting.lane_header import paint_lane_header
from tui_planner.layout.painting.painter import GUTTER, Painter
from tui_planner.layout.painting.spans import Span
from tui_planner.layout.text.ascii import as_ascii, find_likeness
from tui_planner.layout.text.box_text import name_status
from tui_planner.layout.text.cells import join_lines
from tui_planner.layout.text.event_line import write_event_line
from tui_planner.layout.text.glyphs import ASCII
from tui_planner.programme.model import Block, Day, Programme, Session
from tui_planner.programme.repeated_hours import describe_repeated_hours
from tui_planner.programme.time_text import format_long_date, format_times
from tui_planner.support.i18n import _

_TALLEST = 45
_WIDEST = 20_000
"""Cells: a thousand rooms or more."""
_STYLES: dict[str, Style] = {
    "gutter": "dim",
    "cut": "not dim",
    "heading": "bold",
    "title": "bold",
    "times": "",
    "note": "italic",
    "names": "dim",
    "bar": "dim",
    "tail": "dim",
    "chosen": "green",
    "possible": "yellow",
    "clash": "red",
    "full": "dim",
    "cancelled": "dim strike",
    "past": "dim",
    "now": "bold magenta",
    "header": "bold",
}


def show_days(args: Arguments) -> Exit:
    """Print one day or all of them."""
    programme = require_programme(choose_programme(args))
    for told in describe_repeated_hours(programme):
        tell(told)
    programme, store = open_store(args, programme)
    plan = ResolvedItinerary(programme, load_to_read(store, programme))
    only = find_day(programme, args.day)
    days = [day for day in programme.days if only in {None, day.date}]
    if args.format == "json":
        from tui_planner.exchange.exporting.plan_json import make_document  # noqa: PLC0415 - the grid does without

        say_json(make_document(plan, [day.date for day in days], mine=args.mine))
    elif args.format == "agenda":
        _print_agenda(plan, days, args)
    else:
        width = args.width or shutil.get_terminal_size((100, 24)).columns
        shown = add_own_lane(_chosen_only(plan) if args.mine else programme, plan)
        marks = _marks(plan)
        for day in days:
            _print_grid(plan, shown, day, marks, width, args)
    return Exit.OK


def _print_agenda(plan: ResolvedItinerary, days: Sequence[Day], args: Arguments) -> None:
    is_ascii = choose_glyphs(args) is ASCII
    if args.mine:
        from tui_planner.cli.formats.my_day_lines import format_day  # noqa: PLC0415 - the grid does without

        lines = format_day(plan, days)
    else:
        lines = _agenda(plan.programme, [day.date for day in days])
    for line in fold(lines, count_columns(args.width)):
        say("".join(map(find_likeness, line)) if is_ascii else line)


def _marks(plan: ResolvedItinerary) -> Highlights:
    found = find_notices(plan)
    own = [*plan.chosen_by_id, *(scheduled.id for scheduled in plan.scheduled_appointments)]
    return Highlights(
        frozenset(own), find_gravest(found), make_box_notes(plan, list_clash_remarks(found))
    )


def _print_grid(
    plan: ResolvedItinerary,
    shown: Programme,
    day: Day,
    marks: Highlights,
    width: int,
    args: Arguments,
) -> None:
    """Print a day as a grid, in parts below each other where it is too wide for one.

    One that nobody could read, or with a lane that is too wide, is printed as an agenda.
    """
    day_layout = lay_out_day(shown, day.date, width - GUTTER, _TALLEST)
    views = _list_views(day_layout, width - GUTTER) if day_layout.width <= _WIDEST else []
    if not views:
        told = _("The grid of {day} would be {n} cells wide: here is its agenda.")
        tell(told.format(day=day.date, n=day_layout.width))
        _print_agenda(plan, [day], args)
        return
    painter = Painter(
        day_layout, shown, choose_glyphs(args)._replace(eighths="")
    )  # for no background
    heading = write_event_line(plan.programme, day.date, width)
    is_ascii = choose_glyphs(args) is ASCII
    say_styled([[_styled(Span(heading, ("header",)), is_ascii=is_ascii)]])
    for number, view in enumerate(views):
        if number:
            say()
        rows = _paint_part(painter, view, marks)
        say_styled([_styled(span, is_ascii=is_ascii) for span in row] for row in rows)


def _list_views(day_layout: DayLayout, columns: int) -> list[Viewport]:
    """Part the lanes of a day into views of at most so many cells; none where a lane is wider."""
    views: list[Viewport] = []
    at, end = 0, 0
    for lane in (*day_layout.lanes, None):
        right = day_layout.width if lane is None else lane.left + lane.width
        if right - at > columns or lane is None:
            views.append(Viewport(at, 0, (right if lane is None else end) - at, day_layout.height))
            at = end
        end = right
    return views if all(0 < view.columns <= columns for view in views) else []


def _paint_part(painter: Painter, view: Viewport, marks: Highlights) -> Iterator[Sequence[Span]]:
    """Paint the lanes in a view; what is on all day stands above the first ones."""
    day_layout = painter.day_layout
    if any(lane.title for lane in day_layout.lanes):
        yield [paint_lane_header(day_layout, view, (), GUTTER, painter.glyphs)]
    above = range(-day_layout.all_day_rows if view.x == 0 else 0, 0)
    yield from (painter.paint_all_day(y, above, view.columns, marks) for y in above)
    for y in range(day_layout.height):
        yield [painter.paint_gutter(y, marks), *painter.paint_row(y, view, marks)]


def _styled(span: Span, *, is_ascii: bool) -> tuple[str, Style]:
    style = " ".join(filter(None, (_STYLES.get(role, "") for role in span.roles)))
    return as_ascii(span.text) if is_ascii else span.text, style


def _chosen_only(plan: ResolvedItinerary) -> Programme:
    return replace(
        plan.programme,
        sessions=tuple(chosen_session.session for chosen_session in plan.chosen_sessions),
    )


def _agenda(programme: Programme, days: list[date]) -> Iterator[str]:
    yield join_lines(programme.title)
    for day in days:
        yield ""
        yield format_long_date(day)
        things = programme.by_day.get(day, ())
        for thing in sorted(
            things, key=lambda t: (t.timing.start, isinstance(t, Session), t.order)
        ):
            yield _agenda_line(thing, programme)


def _agenda_line(thing: Session | Block, programme: Programme) -> str:
    when = format_times(thing.timing, programme.zone)
    words = [join_lines(thing.title)]
    words += filter(None, (programme.get_room_name(thing.room), name_status(thing)))
    words += thing.speakers
    indent = "  " if isinstance(thing, Session) and thing.block else ""
    id_ = f" [{thing.id}]" if isinstance(thing, Session) else ""
    return f"{indent}{when:<15} {', '.join(words)}{id_}"
