"""What the app says and asks about the choices, and what follows from the answers."""

from collections.abc import Callable

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

    def say(self, message: str, kind: NoticeKind | None = None) -> None:
        """Say something that needs no answer."""
        self._put(Prompt(message, kind=kind))

    def be_quiet(self) -> None:
        """Close what is said."""
        self._put(None)

    def choose_or_drop(self, thing: Thing) -> None:
        """Choose a session, or drop it; one that is not open only after a second key."""
        if not isinstance(thing, Session):
            text = _("{title} is for everyone: there is nothing to choose.")
            self.say(text.format(title=thing.title))
        elif thing.id in self._desk.chosen:
            self._drop(thing.id)
        elif thing.status is Status.OPEN:
            self._choose(thing)
        else:
            self._put(consent_prompt(thing, lambda: self._choose(thing)))

    def answer(self, key: str) -> None:
        """Take the way out that has a key, if one is offered."""
        ways = self._prompt.ways if self._prompt else ()
        way = next((way for way in ways if way.key == key), None)
        if way is not None:
            way.take()

    def go_to_clash(self, step: int) -> None:
        """Go to the next or previous clash, and offer the ways out of it."""
        clashes = self._desk.clashes
        if not clashes:
            self.say(_("Nothing clashes."))
            return
        shown = self._number_of_shown(clashes)
        first = 0 if step > 0 else len(clashes) - 1
        notice = clashes[first if shown is None else (shown + step) % len(clashes)]
        self._go_to(next((id_ for id_ in reversed(notice.things) if id_ in self._desk.chosen), ""))
        self._put(clash_prompt(notice, self._desk, self._drop))

    def undo(self) -> None:
        """Take the last change back."""
        done = self._desk.undo()
        self._changed()
        self.say(_("Taken back.") if done else _("There is nothing to undo."))

    def redo(self) -> None:
        """Make the change again."""
        done = self._desk.redo()
        self._changed()
        self.say(_("Made again.") if done else _("There is nothing to redo."))

    def _choose(self, session: Session) -> None:
        self._desk.choose(session)
        self._changed()
        squeezed = (notice for notice in self._desk.notices if notice.kind is NoticeKind.MEAL)
        meal = next((notice for notice in squeezed if session.id in notice.things), None)
        if self._desk.clashes_of(session.id):
            self._tell_clash_of(session.id)
        elif meal is not None:
            self.say(meal.message, NoticeKind.MEAL)
        else:
            self.say(_("Chosen: {title}.").format(title=session.title))

    def _drop(self, id_: str, kept: str = "") -> None:
        """Drop a session; if that was to keep another, go on with what else clashes with it."""
        self._desk.drop(id_)
        self._changed()
        if kept and self._desk.clashes_of(kept):
            self._tell_clash_of(kept)
            return
        title = self._desk.programme.session_by_id[id_].title
        self.say(_("Dropped: {title}. u takes it back.").format(title=title))

    def _tell_clash_of(self, id_: str) -> None:
        first, *others = self._desk.clashes_of(id_)
        self._put(clash_prompt(first, self._desk, self._drop, more=len(others)))

    def _put(self, prompt: Prompt | None) -> None:
        if prompt is not None and self._desk.trouble:
            prompt = Prompt(self._desk.trouble, prompt.ways, NoticeKind.STATUS)
        self._prompt = prompt
        self._show(prompt)

    def _number_of_shown(self, clashes: tuple[Notice, ...]) -> int | None:
        """The number of the clash that is being told, if one is."""
        about = self._prompt.about if self._prompt else None
        return clashes.index(about) if about in clashes else None
