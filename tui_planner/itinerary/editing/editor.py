"""The editor of an itinerary: every change is saved at once, and can be undone."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from tui_planner.itinerary.companions import CompanionView
from tui_planner.itinerary.itinerary import Choice, Itinerary
from tui_planner.itinerary.notices import (
    Notice,
    NoticeKind,
    find_gravest,
    find_notices,
    list_clash_remarks,
)
from tui_planner.itinerary.presence import find_missed
from tui_planner.itinerary.programme_changes.rematching import ProgrammeFollower
from tui_planner.itinerary.programme_changes.session_changes import find_unseen
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.itinerary.storage.store import EarlierState, ItineraryError, Store
from tui_planner.itinerary.views.box_notes import make_box_notes
from tui_planner.programme.model import Programme, Session

from .undo import UndoHistory


class PlanState:
    """A plan with its notices and all else that follows from it."""

    def __init__(self, plan: ResolvedItinerary) -> None:
        self.plan = plan

    @cached_property
    def notices(self) -> tuple[Notice, ...]:
        """The notices about the plan."""
        return find_notices(self.plan)

    @cached_property
    def clashes(self) -> tuple[Notice, ...]:
        """The notices of clashes."""
        return tuple(notice for notice in self.notices if notice.pair is not None)

    @cached_property
    def gravest(self) -> dict[str, NoticeKind]:
        """The gravest kind of notice by id."""
        return find_gravest(self.notices)

    @cached_property
    def notes(self) -> dict[str, str]:
        """The note in the box of each session or block, by id."""
        return make_box_notes(self.plan, list_clash_remarks(self.notices))

    @cached_property
    def own(self) -> frozenset[str]:
        """The ids of what is chosen and of the own appointments."""
        return self.chosen | {scheduled.id for scheduled in self.plan.scheduled_appointments}

    @cached_property
    def companions(self) -> CompanionView:
        """The colleagues whose choices were added."""
        return CompanionView(self.plan)

    @cached_property
    def missed(self) -> frozenset[str]:
        """The ids of what ends before the delegate arrives, or begins after they leave."""
        return find_missed(self.plan)

    @cached_property
    def chosen(self) -> frozenset[str]:
        """The ids of what is chosen."""
        return frozenset(choice.session for choice in self.plan.itinerary.choices)

    @cached_property
    def is_changed(self) -> bool:
        """Whether something that is chosen has changed, and the delegate has not seen it yet."""
        return bool(find_unseen(self.plan.itinerary, self.plan.programme))

    def find_clashes_of(self, id_: str) -> tuple[Notice, ...]:
        """Find the clashes that a session or block is in."""
        return tuple(notice for notice in self.clashes if id_ in notice.things)


class ItineraryEditor:
    """One itinerary being worked on.

    Other programs may work on it at the same time; what they change is merged, choice by choice.

    Attributes:
        programme: The programme that it is of.
        now: The present plan, with what follows from it.
        trouble: A sentence where the last change could not be written; it is tried again with
            the next one, and by `save_again`.
        news: A sentence where saving brought up something that the delegate should know.
    """

    def __init__(self, programme: Programme, itinerary: Itinerary, store: Store) -> None:
        self.programme = programme
        self.trouble = ""
        self.news = ""
        self._history = UndoHistory(itinerary)
        self._store = store
        self._earlier = store.list_earlier(programme.id)
        self._held = itinerary
        self.take_programme(programme)

    @property
    def file(self) -> Path:
        """The file of the itinerary."""
        return self._store.path

    @property
    def is_written(self) -> bool:
        """Whether the file holds the itinerary, as far as is known here."""
        return self._held == self._history.present

    @property
    def can_undo(self) -> bool:
        """Whether a change of this start can be taken back."""
        return self._history.can_undo

    @property
    def unwritten(self) -> str:
        """A description of the changes that are not in the file."""
        from .difference import describe_difference  # noqa: PLC0415 - rarely

        return "" if self.is_written else describe_difference(self._held, self._history.present)

    def take_programme(self, programme: Programme) -> None:
        """Go on with a new version of the programme; what is chosen stays, under new ids too."""
        self.programme = programme
        follow = ProgrammeFollower(programme)
        self._store.adapt_with(follow)
        self._history.convert(follow)
        self._held = follow(self._held)
        self._judge()

    def choose(self, session: Session) -> None:
        """Choose a session; one that is chosen already stays as it is."""

        def chosen(itinerary: Itinerary) -> Itinerary:
            choice = itinerary.find_choice(session.id) or Choice.of(session, self.programme)
            return itinerary.choose(choice)

        self.change(chosen)

    def drop(self, *ids: str) -> None:
        """Drop sessions by their ids."""
        self.change(lambda itinerary: itinerary.drop(*ids))

    def undo(self) -> bool:
        """Take the last change back, also one from before this start; False where there is none."""
        self.catch_up()
        return self._went(self._history.undo() or self._go_behind())

    def redo(self) -> bool:
        """Make the change taken back last again; False where there is none."""
        self.catch_up()
        return self._went(self._history.redo())

    def catch_up(self) -> bool:
        """Go on with what another program has written meanwhile; False where that is nothing.

        It can be undone like a change made here.
        """
        try:
            itinerary = self._store.catch_up(self._history.present)
        except ItineraryError:
            return False  # saving meets the same error, and reports it
        self._held = self._store.held or self._held
        if itinerary == self._history.present:
            return False
        self._history.change(itinerary)
        self._judge()
        return True

    def list_earlier(self) -> Sequence[EarlierState]:
        """List the earlier states of the itinerary, the latest first."""
        return tuple(self._store.list_earlier(self.programme.id))

    def save_again(self) -> None:
        """Try again to write what could not be written; where that fails, `trouble` says why."""
        if self.trouble or not self.is_written:
            self._save()

    def copy_to(self, path: Path) -> None:
        """Write the itinerary to another file.

        Raises:
            ItineraryError: it cannot be written, or there is such a file.
        """
        from tui_planner.itinerary.storage.rescue_copies import write_copy  # noqa: PLC0415 - rarely

        write_copy(path, self._history.present)

    def rescue(self) -> Path | None:
        """Put an itinerary that cannot be written to its file where it can; None for nowhere."""
        from tui_planner.itinerary.storage.rescue_copies import rescue  # noqa: PLC0415 - rarely

        return rescue(self.file, self._history.present, datetime.now(UTC).astimezone())

    def change(self, change: Callable[[Itinerary], Itinerary]) -> None:
        """Change the itinerary, and write it; where that fails, `trouble` says why."""
        self.catch_up()
        self._history.change(change(self._history.present))
        self._save()

    def _went(self, has_gone: bool) -> bool:
        if has_gone:
            self._save()
        return has_gone

    def _go_behind(self) -> bool:
        """Go back to the latest state from before this start that differs from the present one."""
        present = self._history.present
        older = (state.itinerary for state in self._earlier if state.itinerary != present)
        itinerary = next(older, None)
        if itinerary is None:
            return False
        self._history.go_behind(itinerary)
        return self._history.undo()

    def _save(self) -> None:
        """Write the itinerary to its file, and go on with what is in it then."""
        self.trouble = self.news = ""
        try:
            saved = self._store.save(self._history.present)
        except ItineraryError as error:
            self.trouble = str(error)
            self._held = self._store.held or self._held
        else:
            self._history.change(saved.itinerary)
            self._held = saved.itinerary
            self.news = saved.news
        self._judge()

    def _judge(self) -> None:
        self.now = PlanState(ResolvedItinerary(self.programme, self._history.present))
