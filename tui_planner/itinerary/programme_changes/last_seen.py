"""The plan with its sessions as they were last seen, and the clashes that are new since.

The times and the clashes of the sessions as last seen are judged by the same rules as those of
the present, so that a clash can be told from one that was there before the programme changed.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from tui_planner.clashes.judge import Clash, Verdict
from tui_planner.itinerary.chosen_clashes import find_clashes
from tui_planner.itinerary.itinerary import Choice
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.programme.model import Programme, Session, Status
from tui_planner.programme.timing import Timing
from tui_planner.programme.wall_time import resolve_after, resolve_instant

from .session_changes import GONE, find_changes, is_whole_day

Pair = frozenset[str]
"""The ids of two things."""

_STATUSES = {status.value: status for status in Status} | {GONE: Status.CANCELLED}
"""The statuses by their names in the itinerary; a session that was gone clashed with nothing."""


class LastSeenClashes:
    """The clashes of a plan when its sessions were last seen."""

    def __init__(self, plan: ResolvedItinerary) -> None:
        self._verdicts: Mapping[Pair, Verdict] = {}
        self._has_changed = any(
            find_changes(chosen_session.choice, plan.programme)
            for chosen_session in plan.chosen_sessions
        )
        if self._has_changed:
            then = ResolvedItinerary(restore_last_seen(plan), plan.itinerary)
            self._verdicts = {_pair(clash): clash.verdict for clash in find_clashes(then)}

    def is_new(self, clash: Clash) -> bool:
        """Whether a present clash was none before, or a less grave one."""
        if not self._has_changed:
            return False
        then = self._verdicts.get(_pair(clash))
        gravest_first = list(Verdict)
        return then is None or gravest_first.index(clash.verdict) < gravest_first.index(then)


def restore_last_seen(plan: ResolvedItinerary) -> Programme:
    """Restore the chosen sessions of a programme as last seen; not those that are gone."""
    programme = plan.programme
    before = {
        chosen_session.choice.session: _as_seen(chosen_session.choice, programme)
        for chosen_session in plan.chosen_sessions
        if find_changes(chosen_session.choice, programme)
    }
    sessions = (before.get(session.id, session) for session in programme.sessions)
    return replace(programme, sessions=tuple(sessions))


def _as_seen(choice: Choice, programme: Programme) -> Session:
    """Restore a session as it was last seen; what the itinerary does not hold of it is as now."""
    session = programme.session_by_id[choice.session]
    local = Choice.of(session, programme).start
    assert local is not None and choice.start is not None  # noqa: S101, PT018 - it was seen
    days = choice.start.date() - local.date()
    return session._replace(
        title=choice.title or session.title,
        timing=_timing(choice, session, days, programme),
        day=session.day + days,
        room=choice.room,
        status=_STATUSES.get(choice.status or "", Status.OPEN),
    )


def _timing(choice: Choice, session: Session, days: timedelta, programme: Programme) -> Timing:
    """Restore the times last seen; an overrun moves with the end, and `around` stays as it is.

    An end that was not stated is assumed where it is now: nothing after that clashes now.
    """
    now = session.timing
    assert choice.start is not None  # noqa: S101 - it was seen
    start = resolve_instant(programme.zone, session.day, choice.start)
    end = now.end + days
    if choice.end is not None:
        end = resolve_after(programme.zone, session.day, choice.end, start)
    end = max(start, end)
    overrun = None if now.overrun is None else now.overrun + (end - now.end)
    all_day = is_whole_day(choice.start, choice.end)
    return Timing(start, end, choice.end is not None, overrun, now.around, all_day=all_day)


def _pair(clash: Clash) -> Pair:
    return frozenset((clash.first.id, clash.second.id))
