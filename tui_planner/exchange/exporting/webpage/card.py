"""The list item of the page for one session or block."""

from collections.abc import Iterator

from tui_planner.exchange.exporting.itinerary_words import format_note, list_open_choices
from tui_planner.exchange.exporting.markup import Markup, join_classes, join_markup, make_element
from tui_planner.exchange.exporting.state_marks import StateMark, StateMarks
from tui_planner.itinerary.notices import find_notices, list_clash_remarks
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.itinerary.views.box_notes import make_box_notes
from tui_planner.layout.day.tracks import number_tracks
from tui_planner.layout.text.box_text import name_status
from tui_planner.layout.text.cells import join_lines
from tui_planner.programme.model import Block, Programme, Session, Thing
from tui_planner.programme.time_text import explain_times, format_times
from tui_planner.support.i18n import _

from .text_elements import detect_language, make_link, make_paragraphs, mark_own_words


class CardMaker:
    """Maker of the list items of a programme, and of what a plan says of it.

    Attributes:
        programme: What is shown.
        own_words: The language of this program's words; empty where it is the page's.
    """

    def __init__(self, programme: Programme, plan: ResolvedItinerary, *, mine: bool) -> None:
        self.programme = programme
        self._plan = plan
        found = find_notices(plan)
        self._marks = StateMarks(plan, found)
        self._remarks = list_clash_remarks(found)
        self._notes = make_box_notes(plan, {})
        self._mine = mine
        self._tracks = number_tracks(plan.programme)
        self._language = detect_language(programme)
        self.own_words = mark_own_words(self._language)

    def make_block(self, block: Block, style: str, anchor: str, *, behind: bool) -> Markup:
        """Make the item of a block, over or `behind` its sessions; `style` is its place."""
        heading = make_element("h3", join_lines(block.title), dir="auto")
        class_ = join_classes("block", block.kind, "behind" if behind else "")
        return self._item(block, heading, class_=class_, style=style, id=anchor)

    def make_session(self, session: Session, style: str, anchor: str) -> Markup:
        """Make the item of a session or an appointment, its heading below that of its block."""
        mark = self.find_mark(session)
        lang = session.language if session.language != self._language else ""
        title = make_element("span", join_lines(session.title), dir="auto", lang=lang)
        heading = make_element("h4" if session.block else "h3", self._sign(mark), title)
        class_ = join_classes(
            "session",
            session.status,
            *(("chosen", mark.name) if mark else ()),
            self._name_track(session),
            "all-day" if session.timing.all_day else "",
            "around" if session.timing.around else "",
            "" if session.timing.end_stated else "open-end",
        )
        return self._item(session, heading, class_=class_, style=style, id=anchor)

    def _name_track(self, session: Session) -> str:
        """Name the class of the colour of a track; nothing where it has none."""
        number = self._tracks.get(session.track)
        return "" if number is None else f"track-{number}"

    def find_mark(self, session: Session) -> StateMark | None:
        """Find the mark of something chosen; None for all else."""
        return self._marks.find(session)

    def _sign(self, mark: StateMark | None) -> Markup:
        """Make the sign before the title of something chosen; it is read aloud as a word."""
        if mark is None:
            return Markup()
        seen = make_element("span", mark.sign, class_="sign", aria_hidden="true")
        read = make_element("span", f"{mark.word}: ", class_="unseen", lang=self.own_words)
        return join_markup((seen, read))

    def _item(self, thing: Thing, heading: Markup, **attributes: str) -> Markup:
        children = (heading, self._when(thing), *self._facts(thing), self._more(thing))
        return make_element("li", *children, **attributes)

    def _when(self, thing: Thing) -> Markup:
        """Format the times; where they are not exact, in words for a screen reader."""
        zone = self.programme.zone
        short, words = format_times(thing.timing, zone), explain_times(thing.timing, zone)
        if short == words:
            return make_element("p", short, class_="when")
        seen = make_element("span", short, aria_hidden="true")
        read = make_element("span", words, class_="unseen", lang=self.own_words)
        return make_element("p", seen, read, class_="when")

    def _facts(self, thing: Thing) -> Iterator[Markup]:
        if word := name_status(thing) or (self._mine and list_open_choices(thing, self._plan)):
            yield make_element("p", word, class_="status", lang=self.own_words)
        if room := join_lines(self.programme.get_room_name(thing.room)):
            yield make_element("p", room, class_="room", dir="auto")
        for class_, words in (
            ("names", ", ".join(thing.speakers)),
            ("hosts", ", ".join(getattr(thing, "hosts", ()))),
            ("track", getattr(thing, "track", "")),
        ):
            if said := join_lines(words):
                yield make_element("p", said, class_=class_, dir="auto")
        yield from self._notes_of(thing)

    def _notes_of(self, thing: Thing) -> Iterator[Markup]:
        """List the notes of the plan: a clash, a priority, companions, the note of the delegate."""
        for class_, words in (
            ("remark", self._remarks.get(thing.id, "")),
            ("note", self._notes.get(thing.id, "")),
            ("note", format_note(thing, self._plan)),
        ):
            if said := join_lines(words):
                yield make_element("p", said, class_=class_, dir="auto")

    def _more(self, thing: Thing) -> Markup:
        """Make the part to unfold: description, agenda and link; empty where there are none."""
        lang = getattr(thing, "language", "")
        lang = lang if lang != self._language else ""
        body = (
            make_paragraphs(thing.description, lang),
            make_paragraphs(getattr(thing, "agenda", ""), lang),
            make_link(thing.url),
            *(make_link(link.url, link.title) for link in thing.links),
        )
        if not any(body):
            return Markup()
        title = make_element("span", f": {join_lines(thing.title)}", class_="unseen")
        summary = make_element(
            "summary", make_element("span", _("More"), lang=self.own_words), title
        )
        return make_element("details", summary, *body)
