"""`mine`: the itinerary, what changed of it, what cannot go together in it, and the ways out."""

from collections.abc import Iterable

from tui_planner.cli.actions.planning.mine_history import print_history, restore
from tui_planner.cli.formats.mine_json import make_mine_document
from tui_planner.cli.formats.my_day_lines import format_day
from tui_planner.cli.formats.plain_lines import count_columns, fold
from tui_planner.cli.loading.edit_session import EditSession
from tui_planner.cli.loading.load_itinerary import load_to_read, open_store
from tui_planner.cli.loading.load_programme import choose_programme
from tui_planner.cli.loading.require_programme import require_programme
from tui_planner.cli.output import PROGRAM, Exit, Failure, say, say_json, tell
from tui_planner.cli.parser import Arguments
from tui_planner.itinerary.notices import find_notices
from tui_planner.itinerary.programme_changes.session_changes import find_unseen, mark_seen
from tui_planner.itinerary.programme_changes.successors import adopt_successor, find_successors
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.itinerary.views.summary import summarise
from tui_planner.support.i18n import _, ngettext


def show_itinerary(args: Arguments) -> Exit:
    """Print the itinerary; return 1 where something in it clashes."""
    programme = require_programme(choose_programme(args))
    programme, store = open_store(args, programme)
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
    """Choose the sessions that are offered for some choices that are gone.

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
    """Say how many choices have changed, and how to be told of it no more."""
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
