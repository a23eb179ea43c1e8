"""Everything about a session or block as styled text."""

from collections.abc import Iterator

from textual.content import Content
from textual.style import Style

from tui_planner.itinerary.editing.editor import ItineraryEditor
from tui_planner.itinerary.edits import name_priority
from tui_planner.itinerary.notices import describe_notice_for
from tui_planner.itinerary.presence import say_missed
from tui_planner.itinerary.views.own_lane import OWN_ROOM, find_appointment
from tui_planner.layout.text.box_text import name_status
from tui_planner.layout.text.cells import join_lines
from tui_planner.programme.model import Session, Thing
from tui_planner.programme.time_text import (
    explain_times,
    format_long_date,
    format_times,
    join_words,
)
from tui_planner.support.i18n import _

from .colours import QUIET
from .language_names import name_language
from .markdown_text import find_links, render_markdown


def render_details(thing: Thing, editor: ItineraryEditor) -> Content:
    """Write all that the programme and the plan say of a session or block."""
    lines: list[Content] = [Content.styled(thing.title, "bold")]
    lines += list(_facts(thing, editor))
    for notice in editor.now.notices:
        if thing.id not in notice.things:
            continue
        lines.append(Content.styled(f"! {notice.message}", "$text-error"))
    if text := render_markdown(thing.description):
        lines += [Content(""), text]
    if isinstance(thing, Session) and thing.agenda:
        lines += [
            Content(""),
            Content.styled(_("Agenda"), "bold"),
            render_markdown(thing.agenda),
        ]
    block = (
        editor.programme.block_by_id.get(thing.block or "") if isinstance(thing, Session) else None
    )
    if block is not None and block.description:
        lines += [
            Content(""),
            Content.styled(block.title, f"bold {QUIET}"),
            render_markdown(block.description, QUIET),
        ]
    return Content("\n").join(lines)


def render_peek(thing: Thing, editor: ItineraryEditor) -> list[Content]:
    """Write a session or block in three lines: its title, its times and place, who is in it."""
    state = _state(thing, editor)
    title = Content.styled(join_lines(thing.title), "bold")
    if state:
        title = Content.assemble(title, "  ", (state, "$text-accent"))
    facts = [explain_times(thing.timing, editor.programme.zone)]
    if isinstance(thing, Session) and thing.block:
        facts.append(editor.programme.block_by_id[thing.block].title)
    if room := _place(thing, editor):
        facts.append(room)
    if isinstance(thing, Session) and thing.track:
        facts.append(thing.track)
    clashes = editor.now.find_clashes_of(thing.id)
    if clashes:
        more = f" (+{len(clashes) - 1})" if len(clashes) > 1 else ""
        text = describe_notice_for(clashes[0], thing.id, editor.now.plan)
        last = Content.styled(f"! {join_lines(text)}{more}", "$text-error")
    else:
        last = Content.styled(join_lines(", ".join(_people(thing))), QUIET)
    return [title, Content(join_lines(" · ".join(facts))), last]


def _facts(thing: Thing, editor: ItineraryEditor) -> Iterator[Content]:
    programme = editor.programme
    when = explain_times(thing.timing, programme.zone)
    if len(programme.days) > 1:
        when = f"{format_long_date(thing.day)}, {when}"
    yield Content.styled(when, "$text-accent")
    if state := _state(thing, editor):
        yield Content.styled(state, "bold $text-accent")
    place = "" if thing.room == OWN_ROOM else _place(thing, editor)
    rows = [(_("Room"), place), *_own_rows(thing, editor)]
    if isinstance(thing, Session):
        block = programme.block_by_id.get(thing.block or "")
        rows += [
            (_("Block"), block.title if block else ""),
            (_("Track"), thing.track),
            (_("Hosts"), ", ".join(thing.hosts)),
        ]
    rows.append((_("Speakers"), ", ".join(thing.speakers)))
    if isinstance(thing, Session):
        rows += [
            (_("Language"), name_language(thing.language)),
            (_("Places"), "" if thing.capacity is None else str(thing.capacity)),
            (_("Alternatives"), ", ".join(s.title for s in programme.list_alternatives(thing))),
            (_("Part of"), _title(thing.part_of, editor)),
            (_("Attendance"), _("come and go as you like") if thing.drop_in else ""),
            (_("Meal"), _("one eats here") if thing.meal else ""),
        ]
    for name, value in rows:
        if value:
            yield Content.assemble((f"{name}: ", QUIET), value)
    for name, address in _stated_links(thing):
        yield Content.assemble((f"{name}: ", QUIET), (address, Style(link=address)))


def list_links(thing: Thing, editor: ItineraryEditor) -> list[tuple[str, str]]:
    """List the links of a session or block, its page first, with their titles, each once."""
    texts = [thing.description]
    if isinstance(thing, Session):
        block = editor.programme.block_by_id.get(thing.block or "")
        texts += [thing.agenda, block.description if block else ""]
    in_texts = [(address, address) for text in texts for address in find_links(text)]
    titles: dict[str, str] = {}
    for title, address in (*_stated_links(thing), *in_texts):
        titles.setdefault(address, title)
    return [(title, address) for address, title in titles.items()]


def _stated_links(thing: Thing) -> Iterator[tuple[str, str]]:
    if thing.url:
        yield _("Page"), thing.url
    yield from ((link.title or _("Link"), link.url) for link in thing.links)


def _place(thing: Thing, editor: ItineraryEditor) -> str:
    """Name the room, or say that it is the delegate's own."""
    if thing.room == OWN_ROOM:
        return _("own appointment")
    return editor.programme.get_room_name(thing.room)


def _own_rows(thing: Thing, editor: ItineraryEditor) -> Iterator[tuple[str, str]]:
    """List what the delegate keeps of it, and who else goes."""
    plan = editor.now.plan
    if chosen_session := plan.chosen_by_id.get(thing.id):
        if chosen_session.session.timing != thing.timing:
            yield _("I am there"), format_times(chosen_session.session.timing, plan.programme.zone)
        yield _("Note"), chosen_session.choice.note
    if scheduled := find_appointment(thing, plan):
        yield _("Note"), scheduled.note
    yield _("Also there"), join_words(editor.now.companions.going.get(thing.id, ()))
    yield _("Missed"), say_missed(plan, thing.timing)


def _state(thing: Thing, editor: ItineraryEditor) -> str:
    words = [name_status(thing)]
    if chosen_session := editor.now.plan.chosen_by_id.get(thing.id):
        words = [_("chosen"), name_priority(chosen_session.choice.priority), *words]
    return ", ".join(filter(None, words))


def _people(thing: Thing) -> Iterator[str]:
    yield from thing.speakers
    if isinstance(thing, Session):
        yield from thing.hosts


def _title(id_: str | None, editor: ItineraryEditor) -> str:
    return editor.programme.session_by_id[id_].title if id_ else ""
