"""What the page says of one session or block."""

from collections.abc import Iterator

from tui_planner.exchange.exporting.itinerary_words import own_note, still_open
from tui_planner.exchange.exporting.markup import Markup, classes, element, together
from tui_planner.exchange.exporting.state_marks import Mark, Marks
from tui_planner.itinerary.box_notes import box_notes
from tui_planner.itinerary.notices import notices, remarks
from tui_planner.itinerary.resolved import Plan
from tui_planner.layout.text.box_text import status_word
from tui_planner.layout.text.cells import one_line
from tui_planner.programme.model import Block, Programme, Session, Thing
from tui_planner.programme.time_text import times, times_explained
from tui_planner.support.i18n import _

from .page_language import language_of, own_words
from .text_elements import link, paragraphs


class Cards:
    """Makes the list items of a programme and of what a plan says of it.

    Attributes:
        programme: What is shown.
        own_words: The language of this program's words; empty where it is the page's.
    """

    def __init__(self, programme: Programme, plan: Plan, *, mine: bool) -> None:
        self.programme = programme
        self._plan = plan
        found = notices(plan)
        self._marks = Marks(plan, found)
        self._remarks = remarks(found)
        self._notes = box_notes(plan, {})
        self._mine = mine
        self._language = language_of(programme)
        self.own_words = own_words(self._language)

    def block(self, block: Block, style: str, anchor: str, *, behind: bool) -> Markup:
        """A block for everyone; `style` is its place in the grid, perhaps behind its sessions."""
        heading = element("h3", one_line(block.title), dir="auto")
        class_ = classes("block", block.kind, "behind" if behind else "")
        return self._item(block, heading, class_=class_, style=style, id=anchor)

    def session(self, session: Session, style: str, anchor: str) -> Markup:
        """A session, or an own appointment; its heading is below that of its block."""
        mark = self.mark(session)
        lang = session.language if session.language != self._language else ""
        title = element("span", one_line(session.title), dir="auto", lang=lang)
        heading = element("h4" if session.block else "h3", self._sign(mark), title)
        class_ = classes(
            "session",
            session.status,
            *(("chosen", mark.name) if mark else ()),
            "around" if session.timing.around else "",
            "" if session.timing.end_stated else "open-end",
        )
        return self._item(session, heading, class_=class_, style=style, id=anchor)

    def mark(self, session: Session) -> Mark | None:
        """The mark of what is chosen; None of all else."""
        return self._marks.of(session)

    def _sign(self, mark: Mark | None) -> Markup:
        """The sign before the title of what is chosen; it is read aloud as a word."""
        if mark is None:
            return Markup()
        seen = element("span", mark.sign, class_="sign", aria_hidden="true")
        read = element("span", f"{mark.word}: ", class_="unseen", lang=self.own_words)
        return together((seen, read))

    def _item(self, thing: Thing, heading: Markup, **attributes: str) -> Markup:
        children = (heading, self._when(thing), *self._facts(thing), self._more(thing))
        return element("li", *children, **attributes)

    def _when(self, thing: Thing) -> Markup:
        """The times; where they are not exact, in words for who hears them."""
        zone = self.programme.zone
        short, words = times(thing.timing, zone), times_explained(thing.timing, zone)
        if short == words:
            return element("p", short, class_="when")
        seen = element("span", short, aria_hidden="true")
        read = element("span", words, class_="unseen", lang=self.own_words)
        return element("p", seen, read, class_="when")

    def _facts(self, thing: Thing) -> Iterator[Markup]:
        if word := status_word(thing) or (self._mine and still_open(thing, self._plan)):
            yield element("p", word, class_="status", lang=self.own_words)
        if room := one_line(self.programme.room_name(thing.room)):
            yield element("p", room, class_="room", dir="auto")
        for class_, words in (
            ("names", ", ".join(thing.speakers)),
            ("hosts", ", ".join(getattr(thing, "hosts", ()))),
            ("track", getattr(thing, "track", "")),
        ):
            if said := one_line(words):
                yield element("p", said, class_=class_, dir="auto")
        yield from self._notes_of(thing)

    def _notes_of(self, thing: Thing) -> Iterator[Markup]:
        """What the plan says of it: a clash; a priority, who goes too, the delegate's own note."""
        for class_, words in (
            ("remark", self._remarks.get(thing.id, "")),
            ("note", self._notes.get(thing.id, "")),
            ("note", own_note(thing, self._plan)),
        ):
            if said := one_line(words):
                yield element("p", said, class_=class_, dir="auto")

    def _more(self, thing: Thing) -> Markup:
        """What one opens: the description, the agenda and the link; empty where there is none."""
        lang = getattr(thing, "language", "")
        lang = lang if lang != self._language else ""
        body = (
            paragraphs(thing.description, lang),
            paragraphs(getattr(thing, "agenda", ""), lang),
            link(thing.url),
        )
        if not any(body):
            return Markup()
        title = element("span", f": {one_line(thing.title)}", class_="unseen")
        summary = element("summary", element("span", _("More"), lang=self.own_words), title)
        return element("details", summary, *body)
