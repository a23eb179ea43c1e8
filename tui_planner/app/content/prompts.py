"""What the app asks or says below the grid, and the ways out that it offers."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tui_planner.clashes.judge import Clash, Verdict
from tui_planner.itinerary.itinerary import Choice
from tui_planner.itinerary.notices import Notice, NoticeKind, explain_clash, name_thing
from tui_planner.layout.text.box_text import name_status
from tui_planner.layout.text.cells import cut
from tui_planner.programme.model import Programme, Session, Status
from tui_planner.programme.problem import Problem
from tui_planner.programme.time_text import format_minutes, format_span
from tui_planner.support.i18n import _

from .key_hints import WAY_COMMANDS, NamedCommand

_SHORT_TITLE, _SHORTEST_TITLE = 32, 16


class Way(NamedTuple):
    """A way out: the command that takes it, what it does in words, doing it, what that costs."""

    command: NamedCommand
    label: str
    take: Callable[[], None]
    cost: str = ""


Answer = tuple[str, Callable[[], None]] | tuple[str, Callable[[], None], str]
"""A way out that has no key yet."""


class Prompt(NamedTuple):
    """A sentence, and what can be done about it.

    Attributes:
        message: The sentence.
        ways: What can be done.
        kind: How grave it is, as that of a notice; None for what only confirms.
        about: The clash that it tells of, or the choice that has changed.
        briefer: The sentence in ever fewer words, for terminals that are narrow.
        things: The ids of what it is about: it goes when the cursor goes elsewhere.
        stays: Whether it stays until it is closed.
    """

    message: str
    ways: tuple[Way, ...] = ()
    kind: NoticeKind | None = None
    about: Notice | Choice | None = None
    briefer: tuple[str, ...] = ()
    things: frozenset[str] = frozenset()
    stays: bool = False

    @property
    def is_passing(self) -> bool:
        """Whether it only answers a key: it asks nothing, and tells of nothing grave."""
        return not self.ways and self.kind is None and not self.stays


def number_ways(ways: Iterable[Answer]) -> tuple[Way, ...]:
    """Give ways out their keys in turn, as many as there are keys."""
    return tuple(Way(command, *way) for command, way in zip(WAY_COMMANDS, ways, strict=False))


def make_clash_prompt(
    notice: Notice,
    programme: Programme,
    ways: Iterable[Answer],
    more: int,
    key: str,
) -> Prompt:
    """Tell a clash, with its ways out.

    Args:
        notice: The clash.
        programme: The programme that it is in.
        ways: What each way out does in words, and doing it.
        more: How many clashes are told of after it.
        key: The key that goes to the next, as it is shown.
    """
    assert notice.pair is not None  # noqa: S101 - a clash is of two
    clash, zone = notice.pair, programme.zone
    messages = [
        notice.message,
        explain_clash(clash, zone, lambda thing: cut(name_thing(thing), _SHORT_TITLE)),
    ]
    briefest = _briefest(clash, zone)
    if more:
        text = _("{message} And {n} more: {key} shows the next.")
        messages = [text.format(message=message, n=more, key=key) for message in messages]
        briefest = _("{message} (+{n}: {key})").format(message=briefest, n=more, key=key)
    message, *briefer = (*messages, briefest)
    things = frozenset(notice.things)
    return Prompt(message, number_ways(ways), notice.kind, notice, tuple(briefer), things)


def _briefest(clash: Clash, zone: ZoneInfo) -> str:
    """Tell a clash in hardly any words."""
    texts = {
        Verdict.CERTAIN: _("{span}, {minutes}: {first} / {second}"),
        Verdict.POSSIBLE: _("maybe {span}, {minutes}: {first} / {second}"),
        Verdict.TIGHT: _("{minutes} instead of {needed}: {first} / {second}"),
    }
    return texts[clash.verdict].format(
        span=format_span(clash.interval, zone),
        minutes=format_minutes(clash.minutes),
        needed=clash.needed,
        first=cut(name_thing(clash.first), _SHORTEST_TITLE),
        second=cut(name_thing(clash.second), _SHORTEST_TITLE),
    )


def make_consent_prompt(session: Session, choose: Callable[[], None]) -> Prompt:
    """Ask about a session that can be chosen only knowingly."""
    texts = {
        Status.FULL: _("{title} is full."),
        Status.CANCELLED: _("{title} is cancelled."),
        Status.INVITATION: _("{title} is by invitation."),
    }
    message = texts[session.status].format(title=session.title)
    way = Way(
        "confirm",
        _("choose it all the same ({status})").format(status=name_status(session)),
        choose,
    )
    return Prompt(message, (way,), NoticeKind.STATUS, things=frozenset({session.id}))


def make_finding_prompt(problem: Problem) -> Prompt:
    """Tell a finding of the organiser's check: where it is in the file, what it is, what to do."""
    place = f"{Path(problem.file).name}:{problem.place.line}:{problem.place.column}"
    message = f"{place}: {problem.rule.code} {problem.message} {problem.hint}".rstrip()
    return Prompt(message, things=frozenset(problem.sessions))
