"""The difference between two states of an itinerary, and when the first ended, in words."""

from collections.abc import Iterable, Iterator

from tui_planner.itinerary.itinerary import Choice, Itinerary
from tui_planner.itinerary.storage.store import EarlierState
from tui_planner.programme.time_text import format_short_date
from tui_planner.support.i18n import _


def describe_difference(before: Itinerary, after: Itinerary) -> str:
    """Describe what was done between two states, to which sessions."""
    parts = (*_describe_choices(before, after), *_describe_appointments(before, after))
    changes = [text.format(titles=", ".join(titles)) for text, titles in parts if titles]
    if (before.arrives, before.leaves) != (after.arrives, after.leaves):
        changes.append(_("changed: when you are there"))
    if before.companions != after.companions:
        changes.append(_("changed: the choices of colleagues"))
    return "; ".join(changes) or _("changed: what you like")


def describe_end(state: EarlierState) -> str:
    """Describe when a state ended, by the clock of this computer."""
    at = state.until.astimezone()
    return f"{format_short_date(at.date())} {at:%H:%M:%S}"


def _describe_choices(before: Itinerary, after: Itinerary) -> Iterator[tuple[str, list[str]]]:
    """Yield what was done to choices, and the titles of those to which it was done.

    One that was chosen while another of its title was dropped has followed a session to its new id.
    """
    old = {choice.session: choice for choice in before.choices}
    new = {choice.session: choice for choice in after.choices}
    chosen = _titles(new[id_] for id_ in new if id_ not in old)
    dropped = _titles(old[id_] for id_ in old if id_ not in new)
    yield _("chosen: {titles}"), [title for title in chosen if title not in dropped]
    yield _("dropped: {titles}"), [title for title in dropped if title not in chosen]
    yield _("now under another id: {titles}"), [title for title in chosen if title in dropped]
    kept = [(old[id_], new[id_]) for id_ in new if id_ in old]
    texts = {
        "must": _("must: {titles}"),
        "want": _("want: {titles}"),
        "maybe": _("maybe: {titles}"),
    }
    for priority, text in texts.items():
        yield text, _titles(now for was, now in kept if was.priority != now.priority == priority)
    yield _("note: {titles}"), _titles(now for was, now in kept if was.note != now.note)
    shorter = (now for was, now in kept if (was.join, was.leave) != (now.join, now.leave))
    yield _("join or leave: {titles}"), _titles(shorter)
    yield _("seen: {titles}"), _titles(now for was, now in kept if _last_seen(was, now))


def _describe_appointments(before: Itinerary, after: Itinerary) -> Iterator[tuple[str, list[str]]]:
    """Yield what was done to appointments; one of the same title is the same one, changed."""
    added = [one.title for one in after.appointments if one not in before.appointments]
    removed = [one.title for one in before.appointments if one not in after.appointments]
    yield _("added: {titles}"), [title for title in added if title not in removed]
    yield _("removed: {titles}"), [title for title in removed if title not in added]
    yield _("changed: {titles}"), [title for title in added if title in removed]


def _last_seen(was: Choice, now: Choice) -> bool:
    """Whether what was last seen of a session was brought up to date."""
    own = {name: getattr(was, name) for name in ("priority", "note", "join", "leave")}
    return now._replace(**own) != was


def _titles(choices: Iterable[Choice]) -> list[str]:
    return [choice.title or choice.session for choice in choices]
