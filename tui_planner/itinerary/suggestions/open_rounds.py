"""Why nothing is proposed, round by round."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from tui_planner.clashes.judge import Attendable
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.programme.model import BlockKind, Session, Status
from tui_planner.support.i18n import _

from .explanations import explain_omission
from .interests import Interests

_MOST_REASONS = 4


class OpenRound(NamedTuple):
    """A round for which nothing is proposed, or other sessions that one likes.

    Attributes:
        block: The id of the block; empty for sessions of none.
        title: Its title.
        day: Its day.
        reasons: Why, a few words each, with the number of sessions that each holds for.
    """

    block: str
    title: str
    day: date
    reasons: tuple[str, ...]

    def __str__(self) -> str:
        """Return it in one line."""
        return f"{self.title}: {', '.join(self.reasons)}"


def find_open_rounds(
    after: ResolvedItinerary,
    staying: Sequence[Attendable],
    interests: Interests,
    day: date | None,
) -> tuple[OpenRound, ...]:
    """Find the rounds of a day that stay open in the plan `after`, and why, in the file's order.

    Likewise what one likes outside the rounds, where nothing of it is taken.
    """
    members = _group_by_block(after, day)
    others = [chosen_session.session for chosen_session in after.chosen_sessions]
    beside = [*others, *(thing for thing in staying if thing not in others)]
    found = []
    for block in after.programme.blocks:
        sessions = members.pop((block.id, block.day), ())
        if day not in {None, block.day}:
            continue
        if block.kind is not BlockKind.CHOICE:
            sessions = [one for one in sessions if interests.score(one)]
            if not sessions:
                continue
        if any(_is_taken(session, after) for session in sessions):
            continue
        if block.kind is BlockKind.CHOICE and after.misses(block.timing):
            reasons: tuple[str, ...] = (_("you are not there"),)
        else:
            reasons = _count_reasons(sessions, after, beside)
        found.append(OpenRound(block.id, block.title, block.day, reasons))
    for (_block, its_day), sessions in members.items():
        liked = [one for one in sessions if interests.score(one)]
        if liked and not any(_is_taken(session, after) for session in liked):
            reasons = _count_reasons(liked, after, beside)
            found.append(OpenRound("", _("What you like besides"), its_day, reasons))
    return tuple(found)


def _group_by_block(
    after: ResolvedItinerary, day: date | None
) -> dict[tuple[str, date], list[Session]]:
    """Group the sessions of a day by their block, those of none under an empty id."""
    members: dict[tuple[str, date], list[Session]] = defaultdict(list)
    known = after.programme.block_by_id
    for session in after.programme.sessions:
        if day in {None, session.day}:
            block = known.get(session.block or "")
            members[block.id if block else "", block.day if block else session.day].append(session)
    return members


def _is_taken(session: Session, after: ResolvedItinerary) -> bool:
    return session.id in after.chosen_by_id and session.status is not Status.CANCELLED


def _count_reasons(
    sessions: Sequence[Session], after: ResolvedItinerary, beside: Sequence[Attendable]
) -> tuple[str, ...]:
    """List the reasons why none of some sessions is proposed, the most frequent first."""
    counts = Counter(
        explain_omission(one, after, beside) or _("fits less well than what is proposed")
        for one in sessions
    )
    if not counts:
        return (_("it has no sessions"),)
    return tuple(
        _("{reason} ({n})").format(reason=reason, n=number)
        for reason, number in counts.most_common(_MOST_REASONS)
    )
