"""`mine`: the itinerary, what changed of it, what cannot go together in it, and the ways out."""

from collections.abc import Iterable, Iterator

from tui_planner.cli.common import load_to_read, open_store, require_programme
from tui_planner.cli.edit_session import EditSession
from tui_planner.cli.formats.mine_json import make_mine_document
from tui_planner.cli.formats.plain_lines import count_columns, fold
from tui_planner.cli.load_programme import choose_programme
from tui_planner.cli.output import PROGRAM, Exit, Failure, say, say_json, tell
from tui_planner.cli.parser import Arguments
from tui_planner.itinerary.my_day import DayEntry, DayEntryKind, MyDay
from tui_planner.itinerary.notices import Notice, find_notices
from tui_planner.itinerary.programme_changes.session_changes import find_unseen, mark_seen
from tui_planner.itinerary.programme_changes.successors import adopt_successor, find_successors
from tui_planner.itinerary.resolutions.resolutions_of import find_resolutions
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.itinerary.summary import summarise
from tui_planner.layout.text.cells import join_lines
from tui_planner.programme.model import Day, Session
from tui_planner.programme.time_text import format_long_date, format_times
from tui_planner.support.i18n import _, ngettext

from .mine_history import print_history, restore


def run(args: Arguments) -> Exit:
    """Print the itinerary; 1 where something in it clashes."""
    programme = require_programme(choose_programme(args))
    store = open_store(args, programme)
    if args.history:
        return print_history(store, programme)
    if args.restore is not None:
        return restore(store, programme, args.restore)
    work = EditSession(programme, store, load_to_read(store, programme))
    plan = _followed(work.plan, args.follow)
    found = find_notices(plan)
    if args.format == "json":
        say_json(make_mine_document(plan, found))
    else:
        lines = format_day(plan, programme.days, with_ways=True)
        for line in fold(lines, count_columns(args.width)):
            say(line)
        tell(summarise(plan, found))
    changed = [choice.session for choice in find_unseen(plan.itinerary, programme)]
    after = mark_seen(plan.itinerary, programme, *changed) if args.seen else plan.itinerary
    work.save(after)
    if changed:
        tell(_about_changes(len(changed), marked=args.seen))
    return Exit.FOUND if found else Exit.OK


def _followed(plan: ResolvedItinerary, gone: Iterable[str]) -> ResolvedItinerary:
    """The plan with the sessions that are offered for some choices that are gone.

    Raises:
        Failure: nothing is offered for one of them.
    """
    offers = find_successors(plan)
    itinerary = plan.itinerary
    for id_ in dict.fromkeys(gone):
        choice = itinerary.find_choice(id_)
        if choice is None or id_ not in offers:
            known = ", ".join(sorted(offers))
            message = _('There is no offer for "{id}".').format(id=id_)
            hint = _("There is one for: {known}.").format(known=known) if known else ""
            raise Failure(f"{message} {hint}".rstrip())
        itinerary = adopt_successor(itinerary, choice, offers[id_])
        text = _("Chosen in the place of {id}: {title} [{new}].")
        tell(text.format(id=id_, title=offers[id_].title, new=offers[id_].id))
    return ResolvedItinerary(plan.programme, itinerary)


def _about_changes(number: int, *, marked: bool) -> str:
    """How many choices have changed, and how to be told of it no more."""
    if marked:
        return ngettext(
            "{n} change is marked as seen.", "{n} changes are marked as seen.", number
        ).format(n=number)
    text = ngettext(
        "{n} choice has changed; {program} mine --seen marks it as seen.",
        "{n} choices have changed; {program} mine --seen marks them as seen.",
        number,
    )
    return text.format(n=number, program=PROGRAM)


def format_day(
    plan: ResolvedItinerary, days: Iterable[Day], *, with_ways: bool = False
) -> Iterator[str]:
    """Some days of a plan in plain lines, the ways out below each clash where they are wanted."""
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
    for way in find_resolutions(notice.pair, plan) if notice.pair is not None else ():
        new = f" [{way.instead}]" if way.instead else ""
        yield f"{'':17} - {join_lines(way.message)}{new}"


def _offer_lines(gone: str, session: Session, plan: ResolvedItinerary) -> Iterator[str]:
    """The session that is evidently that of a choice whose id is gone, and how to take it."""
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
