"""The desk at which an itinerary is changed: every change is kept on disk, and can be undone."""

from collections.abc import Callable
from functools import cached_property

from ..i18n import _
from ..programme.model import Programme, Session
from .history import History
from .model import Choice, Itinerary
from .notices import Notice, NoticeKind, gravest, notices, remarks
from .plan import Plan
from .store import ItineraryError, Store


class Judged:
    """A plan with all that follows from it."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    @cached_property
    def notices(self) -> tuple[Notice, ...]:
        """What there is to tell about it."""
        return notices(self.plan)

    @cached_property
    def clashes(self) -> tuple[Notice, ...]:
        """The notices that are of two things at once."""
        return tuple(notice for notice in self.notices if notice.pair is not None)

    @cached_property
    def gravest(self) -> dict[str, NoticeKind]:
        """The gravest kind of notice by id."""
        return gravest(self.notices)

    @cached_property
    def remarks(self) -> dict[str, str]:
        """What is said of a clash in few words, by id."""
        return remarks(self.notices)

    @cached_property
    def chosen(self) -> frozenset[str]:
        """The ids of what is chosen."""
        return frozenset(choice.session for choice in self.plan.itinerary.choices)

    def clashes_of(self, id_: str) -> tuple[Notice, ...]:
        """The clashes that a session or block is in."""
        return tuple(notice for notice in self.clashes if id_ in notice.things)


class Desk:
    """One itinerary being worked on.

    Attributes:
        programme: The programme that it is of.
        now: The plan as it is now, judged.
        trouble: A sentence where the last change could not be written; it is tried again with
            the next one.
        news: A sentence where writing it met something that the delegate should know.
    """

    def __init__(self, programme: Programme, itinerary: Itinerary, store: Store) -> None:
        self.programme = programme
        self.trouble = ""
        self.news = ""
        self._history = History(itinerary)
        self._store = store
        self.now = Judged(Plan(programme, itinerary))

    def take_programme(self, programme: Programme) -> None:
        """Go on with a new version of the programme; what is chosen stays."""
        self.programme = programme
        self.now = Judged(Plan(programme, self._history.present))

    def choose(self, session: Session) -> None:
        """Choose a session; one that is chosen already stays as it is."""

        def chosen(itinerary: Itinerary) -> Itinerary:
            choice = itinerary.choice(session.id) or Choice.of(session, self.programme)
            return itinerary.choose(choice)

        self._change(chosen)

    def drop(self, *ids: str) -> None:
        """Drop sessions by their ids."""
        self._change(lambda itinerary: itinerary.drop(*ids))

    def undo(self) -> bool:
        """Take the last change back; False where there is none."""
        self._take_over()
        return self._changed(self._history.undo())

    def redo(self) -> bool:
        """Make the change taken back last again; False where there is none."""
        self._take_over()
        return self._changed(self._history.redo())

    def keep(self) -> None:
        """Write the plan to its file; what keeps that from being done is told in `trouble`."""
        self.news = ""
        try:
            aside = self._store.save(self._history.present)
        except ItineraryError as error:
            self.trouble = str(error)
            return
        self.trouble = ""
        if aside is not None:
            text = _("The itinerary had become unreadable; it was set aside as {aside}.")
            self.news = text.format(aside=aside)

    def _change(self, change: Callable[[Itinerary], Itinerary]) -> None:
        self._take_over()
        self._history.change(change(self._history.present))
        self._changed(True)

    def _take_over(self) -> None:
        """Begin from what another program has written meanwhile; undo goes behind that too."""
        if self.trouble:
            return  # what is in memory is newer than the file
        try:
            written = self._store.load_if_changed(self.programme.id)
        except ItineraryError:
            return  # saving goes by what is wrong with the file, and tells it
        if written is not None:
            self._history.change(written)

    def _changed(self, is_changed: bool) -> bool:
        if is_changed:
            self.now = Judged(Plan(self.programme, self._history.present))
            self.keep()
        return is_changed
