"""`show`: the day, printed as a grid, as plain lines, or as JSON."""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from tui_planner.cli.common import day_named, itinerary_to_read, store_of, usable_programme
from tui_planner.cli.formats.plain_lines import columns, folded
from tui_planner.cli.load_programme import programme_name
from tui_planner.cli.output import Exit, Style, say, say_json, say_styled, tell
from tui_planner.cli.parser import Arguments
from tui_planner.cli.preferences import glyphs_for
from tui_planner.itinerary.box_notes import box_notes
from tui_planner.itinerary.notices import gravest, notices, remarks
from tui_planner.itinerary.own_lane import with_own_lane
from tui_planner.itinerary.resolved import Plan
from tui_planner.layout.cursor.viewport import Viewport
from tui_planner.layout.day.day_layout import make_picture
from tui_planner.layout.painting.highlights import Marks
from tui_planner.layout.painting.lane_header import lane_header
from tui_planner.layout.painting.painter import GUTTER, Painter
from tui_planner.layout.painting.spans import Span
from tui_planner.layout.text.ascii import as_ascii, likeness
from tui_planner.layout.text.box_text import status_word
from tui_planner.layout.text.cells import one_line
from tui_planner.layout.text.event_line import event_line
from tui_planner.layout.text.glyphs import ASCII
from tui_planner.programme.model import Block, Day, Programme, Session
from tui_planner.programme.time_text import long_date, times
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


def run(args: Arguments) -> Exit:
    """Print one day or all of them."""
    programme = usable_programme(programme_name(args))
    store = store_of(args, programme)
    plan = Plan(programme, itinerary_to_read(store, programme))
    only = day_named(programme, args.day)
    days = [day for day in programme.days if only in {None, day.date}]
    if args.format == "json":
        from tui_planner.exchange.exporting.plan_json import document  # noqa: PLC0415 - the grid does without

        say_json(document(plan, [day.date for day in days], mine=args.mine))
    elif args.format == "agenda":
        _print_agenda(plan, days, args)
    else:
        width = args.width or shutil.get_terminal_size((100, 24)).columns
        shown = with_own_lane(_chosen_only(plan) if args.mine else programme, plan)
        marks = _marks(plan)
        for day in days:
            _print_grid(plan, shown, day, marks, width, args)
    return Exit.OK


def _print_agenda(plan: Plan, days: Sequence[Day], args: Arguments) -> None:
    is_ascii = glyphs_for(args) is ASCII
    if args.mine:
        from .mine import day_lines  # noqa: PLC0415 - the grid does without

        lines = day_lines(plan, days)
    else:
        lines = _agenda(plan.programme, [day.date for day in days])
    for line in folded(lines, columns(args.width)):
        say("".join(map(likeness, line)) if is_ascii else line)


def _marks(plan: Plan) -> Marks:
    found = notices(plan)
    own = [*plan.pick_by_id, *(engagement.id for engagement in plan.engagements)]
    return Marks(frozenset(own), gravest(found), box_notes(plan, remarks(found)))


def _print_grid(
    plan: Plan, shown: Programme, day: Day, marks: Marks, width: int, args: Arguments
) -> None:
    """Print a day as a grid; one that nobody could read, as an agenda."""
    picture = make_picture(shown, day.date, width - GUTTER, _TALLEST)
    if picture.width > _WIDEST:
        told = _("The grid of {day} would be {n} cells wide: here is its agenda.")
        tell(told.format(day=day.date, n=picture.width))
        _print_agenda(plan, [day], args)
        return
    painter = Painter(picture, shown, glyphs_for(args)._replace(eighths=""))  # for no background
    heading = event_line(plan.programme, day.date, width)
    say_styled(_grid(painter, marks, heading, is_ascii=glyphs_for(args) is ASCII))


def _grid(
    painter: Painter, marks: Marks, heading: str, *, is_ascii: bool
) -> Iterator[list[tuple[str, Style]]]:
    picture = painter.picture
    view = Viewport(0, 0, picture.width, picture.height)
    rows = [[Span(heading, ("header",))]]
    if any(lane.title for lane in picture.lanes):
        rows.append([lane_header(picture, view, (), GUTTER, painter.glyphs)])
    rows += (
        [painter.gutter(y, marks), *painter.row(y, view, marks)] for y in range(picture.height)
    )
    for row in rows:
        yield [_styled(span, is_ascii=is_ascii) for span in row]


def _styled(span: Span, *, is_ascii: bool) -> tuple[str, Style]:
    style = " ".join(filter(None, (_STYLES.get(role, "") for role in span.roles)))
    return as_ascii(span.text) if is_ascii else span.text, style


def _chosen_only(plan: Plan) -> Programme:
    return replace(plan.programme, sessions=tuple(pick.session for pick in plan.picks))


def _agenda(programme: Programme, days: list[date]) -> Iterator[str]:
    yield one_line(programme.title)
    for day in days:
        yield ""
        yield long_date(day)
        things = programme.by_day.get(day, ())
        for thing in sorted(
            things, key=lambda t: (t.timing.start, isinstance(t, Session), t.order)
        ):
            yield _agenda_line(thing, programme)


def _agenda_line(thing: Session | Block, programme: Programme) -> str:
    when = times(thing.timing, programme.zone)
    words = [one_line(thing.title)]
    words += filter(None, (programme.room_name(thing.room), status_word(thing)))
    words += thing.speakers
    indent = "  " if isinstance(thing, Session) and thing.block else ""
    id_ = f" [{thing.id}]" if isinstance(thing, Session) else ""
    return f"{indent}{when:<15} {', '.join(words)}{id_}"
