"""What the app says and asks about the choices, and what follows from the answers."""

from collections.abc import Callable
from dataclasses import replace

from ..i18n import _
from ..itinerary.desk import Desk
from ..itinerary.notices import Notice, NoticeKind
from ..programme.model import Session, Status, Thing
from .prompts import Prompt, clash_prompt, consent_prompt

Show = Callable[[Prompt | None], None]


class Conversation:
    """Changes the plan at the delegate's word, and tells what came of it.

    Nothing is forbidden: a clash is told with its ways out, and stays until one is taken.
    """

    def __init__(
        self, desk: Desk, *, show: Show, changed: Callable[[], None], go_to: Callable[[str], None]
    ) -> None:
        self._desk = desk
        self._show = show
        self._changed = changed
        self._go_to = go_to
        self._prompt: Prompt | None = None

    def say(self, message: str, kind: NoticeKind | None = None, *, stays: bool = False) -> None:
        """Say something that needs no answer; it goes with the next move, unless it stays."""
        self.put(Prompt(message, kind=kind, stays=stays))

    def tell_of(self, id_: str, message: str, kind: NoticeKind | None = None) -> None:
        """Say something of a session or block, until the cursor leaves it."""
        self.put(Prompt(message, kind=kind, things=frozenset({id_})))

    def put(self, prompt: Prompt | None) -> None:
        """Show a sentence with its ways out, behind what is wrong with the file of the choices."""
        first = self._desk.trouble or self._desk.news
        if prompt is not None and first:
            text = f"{first} {prompt.message}"
            prompt = replace(prompt, message=text, brief="", kind=NoticeKind.STATUS)
        self._prompt = prompt
        self._show(prompt)

    def be_quiet(self) -> None:
        """Close what is said."""
        self.put(None)

    def moved_to(self, id_: str) -> None:
        """Be quiet where the cursor has left what is being talked of."""
        prompt = self._prompt
        if prompt is not None and not prompt.stays and id_ not in prompt.things:
            self.be_quiet()

    def choose_or_drop(self, thing: Thing) -> None:
        """Choose a session, or drop it; one that is not open only after a second key."""
        if not isinstance(thing, Session):
            text = _("{title} is for everyone: there is nothing to choose.")
            self.say(text.format(title=thing.title))
        elif thing.id in self._desk.now.chosen:
            self._drop(thing.id)
        elif thing.status is Status.OPEN:
            self._choose(thing)
        else:
            self.put(consent_prompt(thing, lambda: self._choose(thing)))

    def answer(self, key: str) -> None:
        """Take the way out that has a key, if one is offered."""
        ways = self._prompt.ways if self._prompt else ()
        way = next((way for way in ways if way.key == key), None)
        if way is not None:
            way.take()

    def go_to_clash(self, step: int) -> None:
        """Go to the next or previous clash, and offer the ways out of it."""
        clashes = self._desk.now.clashes
        if not clashes:
            self.say(_("Nothing clashes."))
            return
        shown = self._number_of_shown(clashes)
        first = 0 if step > 0 else len(clashes) - 1
        notice = clashes[first if shown is None else (shown + step) % len(clashes)]
        chosen = self._desk.now.chosen
        self._go_to(next((id_ for id_ in reversed(notice.things) if id_ in chosen), ""))
        self.put(clash_prompt(notice, self._desk, self._drop))

    def undo(self) -> None:
        """Take the last change back."""
        self._go_through_history(self._desk.undo, _("There is nothing to undo."))

    def redo(self) -> None:
        """Make the change again."""
        self._go_through_history(self._desk.redo, _("There is nothing to redo."))

    def _go_through_history(self, step: Callable[[], bool], nothing: str) -> None:
        """Go to another state, and to what is different in it, with the clash that makes."""
        before = self._desk.now.chosen
        if not step():
            self.say(nothing)
            return
        self._changed()
        after = self._desk.now.chosen
        sessions = self._desk.programme.session_by_id
        id_ = next((id_ for id_ in sorted(before ^ after) if id_ in sessions), None)
        if id_ is None:
            self.say(_("Done."))
            return
        self._go_to(id_)
        if id_ in after and self._desk.now.clashes_of(id_):
            self._tell_clash_of(id_)
            return
        text = _("{title} is chosen again.") if id_ in after else _("{title} is not chosen now.")
        self.tell_of(id_, text.format(title=sessions[id_].title))

    def _choose(self, session: Session) -> None:
        self._desk.choose(session)
        self._changed()
        told = (NoticeKind.MEAL, NoticeKind.PRESENCE)
        notices = (notice for notice in self._desk.now.notices if notice.kind in told)
        other = next((notice for notice in notices if session.id in notice.things), None)
        if self._desk.now.clashes_of(session.id):
            self._tell_clash_of(session.id)
        elif other is not None:
            self.tell_of(session.id, other.message, other.kind)
        else:
            self.tell_of(session.id, _("Chosen: {title}.").format(title=session.title))

    def _drop(self, id_: str, kept: str = "") -> None:
        """Drop a session; if that was to keep another, go on with what else clashes with it."""
        self._desk.drop(id_)
        self._changed()
        if kept and self._desk.now.clashes_of(kept):
            self._tell_clash_of(kept)
            return
        title = self._desk.programme.session_by_id[id_].title
        self.tell_of(id_, _("Dropped: {title}. u takes it back.").format(title=title))

    def _tell_clash_of(self, id_: str) -> None:
        first, *others = self._desk.now.clashes_of(id_)
        self.put(clash_prompt(first, self._desk, self._drop, more=len(others)))

    def _number_of_shown(self, clashes: tuple[Notice, ...]) -> int | None:
        """The number of the clash that is being told, if one is."""
        about = self._prompt.about if self._prompt else None
        return clashes.index(about) if about in clashes else None
