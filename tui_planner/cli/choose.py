"""`choose` and `drop`: change the itinerary without the app."""

from ..i18n import _
from ..itinerary.model import Choice, Itinerary, Priority
from ..itinerary.notices import notices
from ..itinerary.plan import Plan
from ..itinerary.store import ItineraryError, Store
from ..layout.box_text import status_word
from ..programme.model import Programme, Status
from ..programme.report import did_you_mean
from .common import Arguments, itinerary_to_change, programme_name, store_of, usable_programme
from .output import Exit, Failure, tell


def choose(args: Arguments) -> Exit:
    """Choose sessions by their ids; says what they clash with."""
    programme, store, before = _begin(args)
    unknown = [id_ for id_ in args.ids if id_ not in programme.session_by_id]
    if unknown:
        raise Failure(_unknown(unknown[0], programme))
    itinerary = before
    for id_ in args.ids:
        itinerary = _chosen(itinerary, id_, args.priority, programme)
    _save(store, itinerary)
    for notice in notices(Plan(programme, itinerary)):
        if set(args.ids) & set(notice.things):
            tell(f"! {notice.message}")
    return Exit.OK


def drop(args: Arguments) -> Exit:
    """Take sessions out of the itinerary by their ids, also such as the programme has no longer."""
    programme, store, before = _begin(args)
    for id_ in args.ids:
        if before.choice(id_) is None and id_ not in programme.session_by_id:
            raise Failure(_unknown(id_, programme))
    for id_ in args.ids:
        choice = before.choice(id_)
        if choice is None:
            tell(_("{id} was not chosen.").format(id=id_))
        else:
            tell(_("Dropped: {title}").format(title=choice.title or id_))
    _save(store, before.drop(*args.ids))
    return Exit.OK


def _begin(args: Arguments) -> tuple[Programme, Store, Itinerary]:
    programme = usable_programme(programme_name(args))
    store = store_of(args, programme)
    itinerary, told = itinerary_to_change(store, programme)
    if told:
        tell(told)
    return programme, store, itinerary


def _chosen(
    itinerary: Itinerary, id_: str, priority: Priority | None, programme: Programme
) -> Itinerary:
    session = programme.session_by_id[id_]
    earlier = itinerary.choice(id_)
    if earlier is not None and priority in {None, earlier.priority}:
        tell(_("{title} was chosen already.").format(title=session.title))
        return itinerary
    if earlier is not None:
        choice = earlier.model_copy(update={"priority": priority})
    else:
        choice = Choice.of(session, programme, priority or "want")
    tell(_("Chosen: {title}").format(title=session.title))
    if session.status is Status.INVITATION:
        tell(f"! {session.title}: {status_word(session)}")
    return itinerary.choose(choice)


def _save(store: Store, itinerary: Itinerary) -> None:
    try:
        store.save(itinerary)
    except ItineraryError as error:
        raise Failure(str(error)) from error


def _unknown(id_: str, programme: Programme) -> str:
    message = _('The programme has no session "{id}".').format(id=id_)
    hint = did_you_mean(id_, programme.session_by_id)
    return f"{message} {hint or _('Its ids: tui-planner show --format agenda.')}"
