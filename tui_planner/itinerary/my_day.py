"""The whole day as one delegate will live it, as a list of entries in order.

Blocks for everyone, what is chosen, own appointments, gaps, rounds still to choose, and every
notice where it belongs. The panel on the screen and `mine` say the same, from here.
"""

from collections.abc import Iterator
from datetime import date, datetime
from enum import Enum, auto
from typing import NamedTuple

from tui_planner.programme.model import Block, BlockKind, Programme, Status
from tui_planner.programme.time_text import clock_narrow, minutes, short_date, times
from tui_planner.programme.timing import Interval, Timing
from tui_planner.support.i18n import _, ngettext

from .companions import Company, elsewhere_words, with_words
from .edits import priority_word
from .notices import Notice, NoticeKind, gravest, notices
from .on_now import day_of
from .presence import missed_words
from .programme_changes.session_changes import Change, change_words, changes_of
from .resolved import Engagement, Pick, Plan

_SHORTEST_GAP = 5


class EntryKind(Enum):
    """What a line of the day is."""

    BLOCK = auto()
    PICK = auto()
    APPOINTMENT = auto()
    ROUND = auto()
    GAP = auto()
    GONE = auto()


_SIGNS = {EntryKind.ROUND: "?", EntryKind.APPOINTMENT: "•", EntryKind.GONE: "×"}
_CLASH_SIGNS: dict[NoticeKind | None, str] = {
    NoticeKind.CERTAIN: "!",
    NoticeKind.POSSIBLE: "?",
    NoticeKind.TIGHT: "?",
}


class Entry(NamedTuple):
    """One thing of the day.

    Attributes:
        kind: What it is.
        title: How it is called.
        id: The id of the session or block; empty for a gap.
        timing: When it is; None for what the programme has no longer.
        remarks: What else there is to say of it, in words.
        notices: The notices that are told here.
        clashes: The gravest kind of notice that concerns it, told here or elsewhere.
        is_cancelled: Whether it does not take place.
    """

    kind: EntryKind
    title: str
    id: str = ""
    timing: Timing | None = None
    remarks: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    clashes: NoticeKind | None = None
    is_cancelled: bool = False

    @property
    def sign(self) -> str:
        """One character that says what it is, and whether it clashes."""
        if self.kind is not EntryKind.PICK:
            return _SIGNS.get(self.kind, " ")
        if self.is_cancelled:
            return _SIGNS[EntryKind.GONE]
        return _CLASH_SIGNS.get(self.clashes, "✓")


class MyDay:
    """The entries of one day of a plan, or of all its days for `day` None."""

    def __init__(
        self, plan: Plan, day: date | None = None, found: tuple[Notice, ...] | None = None
    ) -> None:
        self.plan = plan
        self.day = day
        self.notices = notices(plan) if found is None else found
        self._company = Company(plan)
        self.entries = tuple(self._entries())

    def _entries(self) -> Iterator[Entry]:
        told = self._told_at()
        concerned = gravest(self.notices)
        listed = sorted((*self._blocks(), *self._picks(), *self._appointments()), key=_start)
        until: datetime | None = None
        for entry in listed:
            assert entry.timing is not None  # noqa: S101 - only what is gone has none
            if until is not None and until < entry.timing.start:
                gap = Interval(until, entry.timing.start)
                same_day = self._local_day(until) == self._local_day(entry.timing.start)
                if gap.minutes >= _SHORTEST_GAP and same_day:
                    title = _("free, {minutes}").format(minutes=minutes(gap.minutes))
                    yield Entry(EntryKind.GAP, title, timing=Timing(gap.start, gap.end))
            until = max(until or entry.timing.end, entry.timing.end)
            here = told.get(entry.id, ())
            yield entry._replace(notices=here, clashes=concerned.get(entry.id))
        for choice in self.plan.gone if self._is_last_day() else ():
            remark = change_words(Change.GONE, choice, self.plan.programme)
            yield Entry(
                EntryKind.GONE, choice.title or choice.session, choice.session, None, (remark,)
            )

    def _blocks(self) -> Iterator[Entry]:
        to_choose = {block.id for block in self.plan.rounds_to_choose}
        for block in self.plan.programme.blocks:
            if not self._is_shown(block.day):
                continue
            if block.kind is not BlockKind.CHOICE:
                missed = missed_words(self.plan, block.timing)
                remarks = tuple(filter(None, [missed]))
                yield Entry(EntryKind.BLOCK, block.title, block.id, block.timing, remarks)
            elif block.id in to_choose:
                going = (elsewhere_words(*one) for one in self._company.in_round(block))
                remarks = (self._still_open(block), *going)
                yield Entry(EntryKind.ROUND, block.title, block.id, block.timing, remarks)

    def _still_open(self, block: Block) -> str:
        number = self.plan.open_sessions(block)
        if number == 0:
            return _("nothing left to choose")
        return ngettext("{n} to choose from", "{n} to choose from", number).format(n=number)

    def _picks(self) -> Iterator[Entry]:
        for pick in self.plan.picks:
            if self._is_shown(pick.session.day):
                yield Entry(
                    EntryKind.PICK,
                    pick.session.title,
                    pick.session.id,
                    pick.session.timing,
                    tuple(self._remarks(pick)),
                    is_cancelled=pick.session.status is Status.CANCELLED,
                )

    def _remarks(self, pick: Pick) -> Iterator[str]:
        session, programme = pick.session, self.plan.programme
        changes = changes_of(pick.choice, programme)
        if session.room and Change.ROOM not in changes:
            yield programme.room_name(session.room)
        if session.status is Status.INVITATION and Change.INVITATION not in changes:
            yield _("by invitation")
        if priority := priority_word(pick.choice.priority):
            yield priority
        for change in changes:
            yield change_words(change, pick.choice, programme)
        if together := with_words(self._company.shared.get(session.id, ())):
            yield together
        for parting in self._company.partings_at(session.id):
            yield elsewhere_words(parting.name, parting.theirs)
        if pick.choice.note:
            yield pick.choice.note

    def _appointments(self) -> Iterator[Entry]:
        """Also those on a day that the programme has no longer: they are told on its last one."""
        days = {day.date for day in self.plan.programme.days}
        for engagement in self.plan.engagements:
            day = engagement_day(engagement, self.plan.programme)
            if self._is_shown(day) or (day not in days and self._is_last_day()):
                elsewhere = _("on {day}, no day of the programme").format(day=short_date(day))
                remarks = ("" if day in days else elsewhere, engagement.note)
                yield Entry(
                    EntryKind.APPOINTMENT,
                    engagement.title,
                    engagement.id,
                    engagement.timing,
                    tuple(filter(None, remarks)),
                )

    def _told_at(self) -> dict[str, tuple[Notice, ...]]:
        """Where each notice is told: at the later of two, at the meal, at the session."""
        told: dict[str, tuple[Notice, ...]] = {}
        for notice in self.notices:
            first_for_meal = notice.kind is NoticeKind.MEAL
            at = notice.things[0] if first_for_meal else notice.things[-1]
            if at in self.plan.programme.block_by_id and not first_for_meal:
                at = notice.things[0]
            told[at] = (*told.get(at, ()), notice)
        return told

    def _is_shown(self, day: date) -> bool:
        return self.day is None or day == self.day

    def _is_last_day(self) -> bool:
        return self._is_shown(self.plan.programme.days[-1].date)

    def _local_day(self, at: datetime) -> date:
        return at.astimezone(self.plan.programme.zone).date()

    def time_words(self, entry: Entry) -> str:
        """When an entry starts, as in the margin of a diary."""
        if entry.timing is None:
            return ""
        about = "~" if entry.timing.around else ""
        return f"{about}{clock_narrow(entry.timing.start, self.plan.programme.zone)}"

    def full_times(self, entry: Entry) -> str:
        """When an entry starts and ends."""
        return times(entry.timing, self.plan.programme.zone) if entry.timing else ""


def engagement_day(engagement: Engagement, programme: Programme) -> date:
    """The day that an own appointment is on: one of the programme may run past midnight."""
    start = engagement.timing.start
    return day_of(programme, start) or start.astimezone(programme.zone).date()


def _start(entry: Entry) -> tuple[datetime, int, datetime]:
    assert entry.timing is not None  # noqa: S101 - only what is gone has none
    return entry.timing.start, entry.kind is not EntryKind.BLOCK, entry.timing.end
