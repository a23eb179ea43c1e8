"""The delegate's day in plain lines."""

from collections.abc import Iterable, Iterator

from tui_planner.cli.output import PROGRAM
from tui_planner.itinerary.my_day import DayEntry, DayEntryKind, MyDay
from tui_planner.itinerary.notices import Notice, find_notices
from tui_planner.itinerary.programme_changes.successors import find_successors
from tui_planner.itinerary.resolutions.resolutions_of import find_ways
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.layout.text.cells import join_lines
from tui_planner.programme.model import Day, Session
from tui_planner.programme.time_text import format_long_date, format_times
from tui_planner.support.i18n import _


def format_day(
    plan: ResolvedItinerary, days: Iterable[Day], *, with_ways: bool = False
) -> Iterator[str]:
    """Write some days of a plan, the ways out below each clash where they are wanted."""
    offers, found = find_successors(plan), find_notices(plan)
    yield join_lines(plan.programme.title)
    for day in days:
        yield ""
        yield format_long_date(day.date)
        my_day = MyDay(plan, day.date, found)
        for entry in my_day.entries:
            yield from _entry_lines(entry, my_day)
            for notice in entry.notices:
                yield f"{'':15} ! {join_lines(notice.message)}"
                if with_ways:
                    yield from _way_lines(notice, plan)
            if entry.kind is DayEntryKind.GONE and entry.id in offers:
                yield from _offer_lines(entry.id, offers[entry.id], plan)


def _entry_lines(entry: DayEntry, my_day: MyDay) -> Iterator[str]:
    when = my_day.format_full_times(entry)
    title = " – ".join([join_lines(entry.title), *map(join_lines, entry.remarks)])
    id_ = f" [{entry.id}]" if entry.kind in {DayEntryKind.CHOSEN, DayEntryKind.GONE} else ""
    yield f"{when:<15} {entry.sign} {title}{id_}".rstrip()


def _way_lines(notice: Notice, plan: ResolvedItinerary) -> Iterator[str]:
    for way in find_ways(notice, plan):
        new = f" [{way.instead}]" if way.instead else ""
        yield f"{'':17} - {join_lines(way.message)}{new}"


def _offer_lines(gone: str, session: Session, plan: ResolvedItinerary) -> Iterator[str]:
    """Offer the session that is evidently that of a choice whose id is gone."""
    text = _("Perhaps it is now {title}, {times} [{id}]. If so: {program} mine --follow {gone}")
    zone = plan.programme.zone
    offer = text.format(
        title=join_lines(session.title),
        times=format_times(session.timing, zone),
        id=session.id,
        program=PROGRAM,
        gone=gone,
    )
    yield f"{'':17} - {offer}"
