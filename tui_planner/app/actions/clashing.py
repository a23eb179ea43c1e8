"""What the commands for clashes do: go from one to the next, and offer the ways out."""

from collections.abc import Iterable, Sequence
from functools import partial

from tui_planner.app.content.key_hints import WAY_COMMANDS, KeyHint, hint_at
from tui_planner.app.content.prompts import make_clash_prompt
from tui_planner.app.controllers.planner import Planner
from tui_planner.app.screens.list_screen import ListRow, ListScreen
from tui_planner.itinerary.itinerary import Choice
from tui_planner.itinerary.notices import Notice, NoticeKind
from tui_planner.itinerary.resolutions.resolution import Resolution, ResolutionKind
from tui_planner.itinerary.resolutions.resolutions_of import find_ways
from tui_planner.support.i18n import _


def tell_clash_of(planner: Planner, id_: str) -> None:
    """Tell the first clash of a session, with its ways out."""
    first, *others = planner.editor.now.find_clashes_of(id_)
    _tell(planner, first, more=len(others))


def go_to_clash(planner: Planner, step: int) -> None:
    """Go to the next or previous clash, and offer the ways out of it."""
    clashes = planner.editor.now.clashes
    if not clashes:
        planner.prompts.say(_("Nothing clashes."))
        return
    notice = _clash_of_change(planner) or _clash_beyond(_told(planner), clashes, step)
    own = planner.editor.now.own
    planner.go_to(next((id_ for id_ in reversed(notice.things) if id_ in own), ""))
    _tell(planner, notice)


def _clash_of_change(planner: Planner) -> Notice | None:
    """Find the clash that a change made which is being told, if one is."""
    about = planner.prompts.prompt.about if planner.prompts.prompt else None
    if not isinstance(about, Choice):
        return None
    clashes = planner.editor.now.find_clashes_of(about.session)
    return next((notice for notice in clashes if notice.by_change), None)


def _clash_beyond(told: Notice | None, clashes: Sequence[Notice], step: int) -> Notice:
    """Find the next or previous clash, around the end; the first where none is told."""
    first = 0 if step > 0 else len(clashes) - 1
    return clashes[first if told is None else (clashes.index(told) + step) % len(clashes)]


def show_ways(planner: Planner) -> None:
    """List all that can be done about what is told, else about what is under the cursor."""
    notice = _told(planner)
    if notice is None and planner.prompts.ways:
        _show_answers(planner)
        return
    if notice is None and (thing := planner.grid.cursor) is not None:
        told_here = (one for one in planner.editor.now.notices if thing.id in one.things)
        by_gravity = sorted(told_here, key=lambda one: list(NoticeKind).index(one.kind))
        notice = next((one for one in by_gravity if _ways(planner, one)), None)
    if notice is None:
        text = _("Nothing clashes here: {key} goes to the next clash.")
        planner.prompts.say(text.format(key=planner.key("next-clash")))
        return
    told, ways = notice, _ways(planner, notice)

    def take(number: int | None) -> None:
        if number is not None:
            _take(planner, told, ways[number])

    rows = _numbered(way.message for way in ways)
    concerned = partial(planner.grid.find_regions, notice.things)
    screen = ListScreen(_("Ways out"), rows, _hints(), notice.message, find_concerned=concerned)
    planner.app.push_screen(screen, take)


def _show_answers(planner: Planner) -> None:
    """List the answers to what is asked below the grid."""
    ways = planner.prompts.ways

    def take(number: int | None) -> None:
        if number is not None:
            ways[number].take()

    prompt = planner.prompts.prompt
    message, things = (prompt.message, prompt.things) if prompt else ("", ())
    rows = _numbered(way.label for way in ways)
    concerned = partial(planner.grid.find_regions, things)
    screen = ListScreen(_("What to do"), rows, _hints(), message, find_concerned=concerned)
    planner.app.push_screen(screen, take)


def _numbered(texts: Iterable[str]) -> list[ListRow]:
    """Make rows with the digits that choose them in a list."""
    return [
        ListRow(text, key=str(number) if number <= len(WAY_COMMANDS) else "")
        for number, text in enumerate(texts, 1)
    ]


def _hints() -> Sequence[KeyHint]:
    leave = hint_at("escape", _("Leave it so"), "esc", stays=True)
    return hint_at("enter", _("Take it"), _("enter")), leave


def _tell(planner: Planner, notice: Notice, more: int = 0) -> None:
    ways = [
        (way.label, partial(_take, planner, notice, way), _cost(way))
        for way in _ways(planner, notice)
    ]
    key = planner.key("next-clash")
    planner.prompts.put(make_clash_prompt(notice, planner.editor.programme, ways, more, key))


def _take(planner: Planner, notice: Notice, way: Resolution) -> None:
    """Take a way out, and go on with what else clashes with what is kept."""
    planner.editor.change(way.apply)
    planner.refresh_plan()
    own = planner.editor.now.own
    kept = [id_ for id_ in (way.instead, *notice.things) if id_ in own]
    clashing = next((id_ for id_ in kept if planner.editor.now.find_clashes_of(id_)), None)
    if clashing is not None:
        tell_clash_of(planner, clashing)
        return
    at = next(iter(kept), way.session)
    planner.go_to(at)
    planner.prompts.tell_of(at, _done(way, planner.key("undo")))


def _done(way: Resolution, undo: str) -> str:
    if way.kind in {ResolutionKind.KEEP, ResolutionKind.DROP}:
        return _("Dropped: {title}. {key} takes it back.").format(title=way.title, key=undo)
    return _("Done: {way}. {key} takes it back.").format(way=way.label, key=undo)


def _cost(way: Resolution) -> str:
    """Write the minutes that a way out costs, as a sum that is taken away; empty for none."""
    return "" if way.cost.minutes is None else _("−{n} min").format(n=way.cost.minutes)


def _ways(planner: Planner, notice: Notice) -> tuple[Resolution, ...]:
    return find_ways(notice, planner.editor.now.plan)


def _told(planner: Planner) -> Notice | None:
    """Find the clash that is being told, if one is."""
    about = planner.prompts.prompt.about if planner.prompts.prompt else None
    return about if about in planner.editor.now.clashes else None
