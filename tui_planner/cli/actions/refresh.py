"""`refresh`: what is at an address, fetched again, and what has changed of one's choices."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from tui_planner.cli.loading.load_address import FromAddress
from tui_planner.cli.loading.load_itinerary import load_to_read, open_store
from tui_planner.cli.loading.load_programme import load_programme_at
from tui_planner.cli.loading.require_programme import tell_problems
from tui_planner.cli.offline import is_offline
from tui_planner.cli.output import Exit, Failure, say, tell
from tui_planner.cli.parser import Arguments
from tui_planner.exchange.fetching.fetch_errors import FetchError
from tui_planner.exchange.fetching.kept_copies import format_age, list_copies
from tui_planner.itinerary.itinerary import Choice
from tui_planner.itinerary.notices import Notice, find_notices
from tui_planner.itinerary.programme_changes.session_changes import (
    describe_change,
    find_changes,
    find_unseen,
)
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.programme.addresses import hide_secrets, is_web_address
from tui_planner.programme.model import Programme
from tui_planner.programme.reading.read_result import ReadResult
from tui_planner.support.i18n import _


def refresh_programmes(args: Arguments) -> Exit:
    """Fetch each address again, and print what has changed of the choices.

    Returns 1 where something of them has changed that nobody has seen yet, 2 where an address
    gives no programme.
    """
    if is_offline():
        raise Failure(_("You are offline, and to refresh asks the network."))
    codes = [_refresh(name, args) for name in _list_addresses(args)]
    return max(codes, default=Exit.OK)


def _list_addresses(args: Arguments) -> Sequence[str]:
    """List the addresses that are meant.

    Raises:
        Failure: it is a file, or none is known.
    """
    named: str | None = args.programme if args.address is None else args.address
    if named is not None and not is_web_address(named):
        text = _("{name} is no address: a file is read anew each time.")
        raise Failure(text.format(name=named))
    if named is not None:
        return [named]
    known = [*list_copies()]
    for copy in known:
        if not copy.is_whole:
            text = _("{address} is not kept whole, as part of it is secret: name it yourself.")
            tell(text.format(address=copy.address))
    if not known:
        raise Failure(
            _(
                "Nothing was fetched yet: tui-planner refresh https://conference.example/schedule.xml"
            )
        )
    return [copy.address for copy in known if copy.is_whole]


def _refresh(name: str, args: Arguments) -> Exit:
    try:
        found = load_programme_at(name)
    except FetchError as error:
        tell(_("{address}: {message}").format(address=hide_secrets(name), message=error))
        return Exit.FAILED
    reading, _of_import = found.result
    tell(_("{address}: {message}").format(address=reading.name, message=_describe(found)))
    if reading.programme is None:
        tell_problems(reading, reading.problems)
        return Exit.FAILED
    has_changed = _print_changes(reading.programme, args)
    if not found.is_fetched:
        return Exit.FAILED
    return Exit.FOUND if has_changed else Exit.OK


def _describe(found: FromAddress[tuple[ReadResult, str]]) -> str:
    """Tell whether what is at an address differs from the copy."""
    if not found.is_fetched or found.before is None:
        return found.told or _("fetched for the first time.")
    if found.is_changed:
        age = format_age(found.before.fetched, datetime.now(UTC))
        told = _("it has changed since it was fetched {age}.").format(age=age)
    else:
        told = _("nothing has changed.")
    return f"{told} {found.told}".rstrip()


def _print_changes(programme: Programme, args: Arguments) -> bool:
    """Print what has changed of the choices, and the clashes that it made; whether there is any."""
    programme, store = open_store(args, programme)
    plan = ResolvedItinerary(programme, load_to_read(store, programme))
    changed = find_unseen(plan.itinerary, programme)
    for choice in changed:
        say(_describe_choice(choice, programme))
    for notice in _made_by_change(plan):
        say(f"! {notice.message}")
    return bool(changed)


def _describe_choice(choice: Choice, programme: Programme) -> str:
    words = ", ".join(
        describe_change(change, choice, programme) for change in find_changes(choice, programme)
    )
    session = programme.session_by_id.get(choice.session)
    title = session.title if session else choice.title or choice.session
    return _("{title}: {changes}.").format(title=title, changes=words)


def _made_by_change(plan: ResolvedItinerary) -> Iterator[Notice]:
    return (notice for notice in find_notices(plan) if notice.by_change)
