"""The desk at which an itinerary is changed: every change is kept on disk, and can be undone."""

from functools import cached_property

from ..programme.model import Programme, Session
from .history import History
from .model import Choice, Itinerary
from .my_day import gravest
from .notices import Notice, NoticeKind, notices, remarks
from .plan import Plan
from .store import ItineraryError, Store


class Desk:
    """One itinerary being worked on.

    Attributes:
        programme: The programme that it is of.
        trouble: A sentence where the last change could not be written; it is tried again with
            the next one.
    """

    def __init__(self, programme: Programme, itinerary: Itinerary, store: Store) -> None:
        self.programme = programme
        self.trouble = ""
        self._history = History(itinerary)
        self._store = store

    @cached_property
    def plan(self) -> Plan:
        """The itinerary as it is now, held against the programme."""
        return Plan(self.programme, self._history.present)

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
        return frozenset(choice.session for choice in self._history.present.choices)

    def choose(self, session: Session) -> None:
        """Choose a session; one that is chosen already stays as it is."""
        itinerary = self._history.present
        choice = itinerary.choice(session.id) or Choice.of(session, self.programme)
        self._change(itinerary.choose(choice))

    def drop(self, *ids: str) -> None:
        """Drop sessions by their ids."""
        self._change(self._history.present.drop(*ids))

    def clashes_of(self, *ids: str) -> tuple[Notice, ...]:
        """The clashes that all of some ids are in."""
        return tuple(notice for notice in self.clashes if set(ids) <= set(notice.things))

    def undo(self) -> bool:
        """Take the last change back; False where there is none."""
        done = self._history.undo()
        if done:
            self._changed()
        return done

    def redo(self) -> bool:
        """Make the change taken back last again; False where there is none."""
        done = self._history.redo()
        if done:
            self._changed()
        return done

    def _change(self, itinerary: Itinerary) -> None:
        self._history.change(itinerary)
        self._changed()

    def _changed(self) -> None:
        for name in ("plan", "notices", "clashes", "gravest", "remarks", "chosen"):
            self.__dict__.pop(name, None)
        self.keep()

    def keep(self) -> None:
        """Write the plan to its file; what keeps that from being done is told in `trouble`."""
        try:
            self._store.save(self._history.present)
        except ItineraryError as error:
            self.trouble = str(error)
        else:
            self.trouble = ""
