"""Sets of sessions of which one person attends at most one, whatever their times."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from tui_planner.clashes.judge import needs_nobody
from tui_planner.programme.model import BlockKind, Programme, Session, Status


def find_rival_keys(session: Session, programme: Programme) -> frozenset[tuple[str, str]]:
    """Find what a session is one of: its choice block, group and runs. Of each, one is attended."""
    keys = {("runs", programme.find_first_run(session))}
    if session.group is not None:
        keys.add(("group", session.group))
    if is_of_round(session, programme):
        keys.add(("block", str(session.block)))
    return frozenset(keys)


def is_of_round(session: Session, programme: Programme) -> bool:
    """Whether a session stands in a round of choices."""
    block = programme.block_by_id.get(session.block or "")
    return block is not None and block.kind is BlockKind.CHOICE


def fills_round(session: Session, programme: Programme) -> bool:
    """Whether a session fills a round by itself; the part of one that is open there does not."""
    if not is_of_round(session, programme):
        return False
    wholes = (programme.session_by_id[id_] for id_ in find_containers(session, programme))
    return not any(one.block == session.block and one.status is Status.OPEN for one in wholes)


def find_containers(session: Session, programme: Programme) -> frozenset[str]:
    """Find the ids of the sessions that contain a session."""
    found: list[str] = []
    while (id_ := session.part_of) is not None and id_ not in found:
        found.append(id_)
        session = programme.session_by_id[id_]
    return frozenset(found)


def find_limits(
    sessions: Sequence[Session], chosen: Collection[str], programme: Programme
) -> Iterator[list[int]]:
    """Find the sets of sessions, by index, of which at most one may be attended.

    Sets whose times exclude one another are left out, and a session with its part where both
    are `chosen`: who chose both means it.
    """
    sets: dict[tuple[str, str], list[int]] = defaultdict(list)
    index_of = {session.id: index for index, session in enumerate(sessions)}
    for index, session in enumerate(sessions):
        for key in sorted(find_rival_keys(session, programme)):
            sets[key].append(index)
        for id_ in sorted(find_containers(session, programme) & index_of.keys()):
            if not {session.id, id_} <= set(chosen):
                sets[session.id, id_] = [index, index_of[id_]]
    for members in sets.values():
        if len(members) > 1 and not _meet_in_one_instant([sessions[one] for one in members]):
            yield members


def _meet_in_one_instant(sessions: Sequence[Session]) -> bool:
    """Whether all of some sessions are certainly on at one instant, so that any two clash."""
    if any(needs_nobody(session) or session.part_of is not None for session in sessions):
        return False
    sure = [session.timing.sure for session in sessions]
    return max(one.start for one in sure) < min(one.end for one in sure)
