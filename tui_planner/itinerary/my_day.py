"""The whole day of one delegate, as a list of entries in order.

Blocks for everyone, chosen sessions, own appointments, gaps, rounds still to choose, and every
notice where it belongs. The panel on the screen and `mine` both show it.
"""

from collections.abc import Iterator
from datetime import date, datetime
from enum import Enum, auto
from typing import NamedTuple

from tui_planner.programme.model import Block, BlockKind, Programme, Status
from tui_planner.programme.time_text import (
    format_clock_narrow,
    format_minutes,
    format_short_date,
    format_times,
)
from tui_planner.programme.timing import Interval, Timing
from tui_planner.support.i18n import _, ngettext

from .companions import CompanionView, say_who_is_elsewhere, say_who_joins
from .edits import name_priority
from .notices import Notice, NoticeKind, find_gravest, find_notices
from .on_now import find_day_of
from .presence import say_missed
from .programme_changes.session_changes import Change, describe_change, find_changes
from .resolved import ChosenSession, ResolvedItinerary, ScheduledAppointment

_SHORTEST_GAP = 5


class DayEntryKind(Enum):
    """The kind of an entry of the day."""

    BLOCK = auto()
    CHOSEN = auto()
    APPOINTMENT = auto()
    ROUND = auto()
    GAP = auto()
    GONE = auto()
    PRESENCE = auto()


_SIGNS = {DayEntryKind.ROUND: "?", DayEntryKind.APPOINTMENT: "•", DayEntryKind.GONE: "×"}
_CLASH_SIGNS: dict[NoticeKind | None, str] = {
    NoticeKind.CERTAIN: "!",
    NoticeKind.POSSIBLE: "?",
    NoticeKind.TIGHT: "»",
}


class DayEntry(NamedTuple):
    """One entry of the day.

    Attributes:
        kind: What it is.
        title: Its title.
        id: The id of the session or block; empty for a gap.
        timing: When it is; None where the programme no longer has it.
        remarks: Further details, a few words each.
        notices: The notices that are shown here.
        clashes: The gravest kind of notice about it, shown here or elsewhere.
        status: The status of a chosen session.
    """

    kind: DayEntryKind
    title: str
    id: str = ""
    timing: Timing | None = None
    remarks: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    clashes: NoticeKind | None = None
    status: Status = Status.OPEN

    @property
    def is_lost(self) -> bool:
        """Whether it is chosen, and full or cancelled."""
        return self.status in {Status.FULL, Status.CANCELLED}

    @property
    def sign(self) -> str:
        """One character for what it is, and whether it clashes."""
        if self.kind is not DayEntryKind.CHOSEN:
            return _SIGNS.get(self.kind, " ")
        if self.is_lost and self.clashes not in _CLASH_SIGNS:
            return _SIGNS[DayEntryKind.GONE]
        return _CLASH_SIGNS.get(self.clashes, "✓")


class MyDay:
    """The entries of one day of a plan, or of all its days for `day` None."""

    def __init__(
        self,
        plan: ResolvedItinerary,
        day: date | None = None,
        found: tuple[Notice, ...] | None = None,
    ) -> None:
        self.plan = plan
        self.day = day
        self.notices = find_notices(plan) if found is None else found
        self._companions = CompanionView(plan)
        self.entries = tuple(self._entries())

    def _entries(self) -> Iterator[DayEntry]:
        placed = self._place_notices()
        if "" in placed and self._is_shown(self.plan.programme.days[0].date):
            yield DayEntry(DayEntryKind.PRESENCE, _("When you are there"), notices=placed[""])
        concerned = find_gravest(self.notices)
        listed = sorted(
            (*self._blocks(), *self._chosen_entries(), *self._appointments()), key=_start
        )
        until: datetime | None = None
        for entry in listed:
            assert entry.timing is not None  # noqa: S101 - only a session that is gone has none
            if until is not None and until < entry.timing.start:
                gap = Interval(until, entry.timing.start)
                same_day = self._local_day(until) == self._local_day(entry.timing.start)
                if gap.minutes >= _SHORTEST_GAP and same_day:
                    title = _("free, {minutes}").format(minutes=format_minutes(gap.minutes))
                    yield DayEntry(DayEntryKind.GAP, title, timing=Timing(gap.start, gap.end))
            if not entry.timing.all_day:  # beside it one is as free as without it
                until = max(until or entry.timing.end, entry.timing.end)
            here = placed.get(entry.id, ())
            yield entry._replace(notices=here, clashes=concerned.get(entry.id))
        for choice in self.plan.gone if self._is_last_day() else ():
            remark = describe_change(Change.GONE, choice, self.plan.programme)
            yield DayEntry(
                DayEntryKind.GONE, choice.title or choice.session, choice.session, None, (remark,)
            )

    def _blocks(self) -> Iterator[DayEntry]:
        to_choose = {block.id for block in self.plan.rounds_to_choose}
        told = {id_ for notice in self.notices for id_ in notice.things if _is_of_presence(notice)}
        for block in self.plan.programme.blocks:
            if not self._is_shown(block.day):
                continue
            if block.kind is not BlockKind.CHOICE:
                missed = "" if block.id in told else say_missed(self.plan, block.timing)
                remarks = tuple(filter(None, [missed]))
                yield DayEntry(DayEntryKind.BLOCK, block.title, block.id, block.timing, remarks)
            elif block.id in to_choose:
                going = (
                    say_who_is_elsewhere(*one) for one in self._companions.find_in_round(block)
                )
                remarks = (self._still_open(block), *going)
                yield DayEntry(DayEntryKind.ROUND, block.title, block.id, block.timing, remarks)

    def _still_open(self, block: Block) -> str:
        number = self.plan.count_open(block)
        if number == 0:
            return _("nothing left to choose")
        return ngettext("{n} to choose from", "{n} to choose from", number).format(n=number)

    def _chosen_entries(self) -> Iterator[DayEntry]:
        for chosen_session in self.plan.chosen_sessions:
            if self._is_shown(chosen_session.session.day):
                yield DayEntry(
                    DayEntryKind.CHOSEN,
                    chosen_session.session.title,
                    chosen_session.session.id,
                    chosen_session.session.timing,
                    tuple(self._remarks(chosen_session)),
                    status=chosen_session.session.status,
                )

    def _remarks(self, chosen_session: ChosenSession) -> Iterator[str]:
        session, programme = chosen_session.session, self.plan.programme
        changes = find_changes(chosen_session.choice, programme)
        if session.room and Change.ROOM not in changes:
            yield programme.get_room_name(session.room)
        if session.status is Status.INVITATION and Change.INVITATION not in changes:
            yield _("by invitation")
        if priority := name_priority(chosen_session.choice.priority):
            yield priority
        for change in changes:
            yield describe_change(change, chosen_session.choice, programme)
        if together := say_who_joins(self._companions.shared.get(session.id, ())):
            yield together
        for divergence in self._companions.find_divergences_at(session.id):
            yield say_who_is_elsewhere(divergence.name, divergence.theirs)
        if chosen_session.choice.note:
            yield chosen_session.choice.note

    def _appointments(self) -> Iterator[DayEntry]:
        """Yield the appointments; one on a day that the programme no longer has is on its last."""
        days = {day.date for day in self.plan.programme.days}
        for scheduled in self.plan.scheduled_appointments:
            day = find_appointment_day(scheduled, self.plan.programme)
            if self._is_shown(day) or (day not in days and self._is_last_day()):
                elsewhere = _("on {day}, no day of the programme").format(
                    day=format_short_date(day)
                )
                remarks = ("" if day in days else elsewhere, scheduled.note)
                yield DayEntry(
                    DayEntryKind.APPOINTMENT,
                    scheduled.title,
                    scheduled.id,
                    scheduled.timing,
                    tuple(filter(None, remarks)),
                )

    def _place_notices(self) -> dict[str, tuple[Notice, ...]]:
        """Map ids to the notices shown at them: at the later of two, the meal, the session.

        What is of no session stands under no id.
        """
        placed: dict[str, tuple[Notice, ...]] = {}
        for notice in self.notices:
            first_for_meal = notice.kind is NoticeKind.MEAL
            if not notice.things:
                placed[""] = (*placed.get("", ()), notice)
                continue
            at = notice.things[0] if first_for_meal else notice.things[-1]
            if at in self.plan.programme.block_by_id and not first_for_meal:
                at = notice.things[0]
            placed[at] = (*placed.get(at, ()), notice)
        return placed

    def _is_shown(self, day: date) -> bool:
        return self.day is None or day == self.day

    def _is_last_day(self) -> bool:
        return self._is_shown(self.plan.programme.days[-1].date)

    def _local_day(self, at: datetime) -> date:
        return at.astimezone(self.plan.programme.zone).date()

    def format_start(self, entry: DayEntry) -> str:
        """Format when an entry starts, for the margin; nothing for what is on all day."""
        if entry.timing is None or entry.timing.all_day:
            return ""
        about = "~" if entry.timing.around else ""
        return f"{about}{format_clock_narrow(entry.timing.start, self.plan.programme.zone)}"

    def format_full_times(self, entry: DayEntry) -> str:
        """Format when an entry starts and ends."""
        return format_times(entry.timing, self.plan.programme.zone) if entry.timing else ""


def find_appointment_day(scheduled: ScheduledAppointment, programme: Programme) -> date:
    """Find the day that an own appointment is on: one of the programme may run past midnight."""
    start = scheduled.timing.start
    return find_day_of(programme, start) or start.astimezone(programme.zone).date()


def _is_of_presence(notice: Notice) -> bool:
    return notice.kind is NoticeKind.PRESENCE


def _start(entry: DayEntry) -> tuple[datetime, bool, bool, datetime]:
    """Sort by time, what is on all day before all else of its day, and blocks before sessions."""
    assert entry.timing is not None  # noqa: S101 - only a session that is gone has none
    timing = entry.timing
    is_block = entry.kind is DayEntryKind.BLOCK
    return timing.start, not timing.all_day, not is_block, timing.end
