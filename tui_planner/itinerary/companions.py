"""Colleagues whose choices were added: what the delegate shares with them, and what not."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from tui_planner.clashes.judge import Verdict, judge
from tui_planner.programme.model import Block, Programme, Session
from tui_planner.programme.time_text import format_short_date, format_span, join_words
from tui_planner.support.i18n import _, ngettext

from .itinerary import Companion, Itinerary
from .resolved import ChosenSession, ResolvedItinerary


class Divergence(NamedTuple):
    """A time at which the delegate is at one session, and a companion is at others.

    Attributes:
        name: The companion.
        mine: What the delegate chose.
        theirs: What the companion chose that is certainly at the same time.
    """

    name: str
    mine: Session
    theirs: tuple[Session, ...]


class CompanionView:
    """The companions of a plan, held against it."""

    def __init__(self, plan: ResolvedItinerary) -> None:
        self.plan = plan

    @cached_property
    def going(self) -> Mapping[str, tuple[str, ...]]:
        """The names of all companions that chose a session, by its id."""
        names: dict[str, tuple[str, ...]] = {}
        for companion in self.plan.itinerary.companions:
            for id_ in dict.fromkeys(companion.sessions):
                names[id_] = (*names.get(id_, ()), companion.name)
        return names

    @cached_property
    def shared(self) -> Mapping[str, tuple[str, ...]]:
        """The names of the companions by the id of each session that the delegate chose too."""
        return {id_: names for id_, names in self.going.items() if id_ in self.plan.chosen_by_id}

    @cached_property
    def divergences(self) -> tuple[Divergence, ...]:
        """What the delegate and the companions attend apart, in the order of the day."""
        found = [
            divergence
            for companion in self.plan.itinerary.companions
            for divergence in self._find_divergences(companion)
        ]
        return tuple(sorted(found, key=lambda divergence: divergence.mine.timing.start))

    def find_divergences_at(self, session_id: str) -> tuple[Divergence, ...]:
        """Find the divergences while the delegate is at one session."""
        return tuple(
            divergence for divergence in self.divergences if divergence.mine.id == session_id
        )

    def find_in_round(self, block: Block) -> Iterator[tuple[str, list[Session]]]:
        """Find who goes where in a round, of those who go anywhere."""
        for companion in self.plan.itinerary.companions:
            theirs = [one for one in self._sessions_of(companion) if one.block == block.id]
            if theirs:
                yield companion.name, theirs

    def _sessions_of(self, companion: Companion) -> list[Session]:
        """List the sessions of the programme that a companion chose, each once."""
        known = self.plan.programme.session_by_id
        return [known[id_] for id_ in dict.fromkeys(companion.sessions) if id_ in known]

    def _find_divergences(self, companion: Companion) -> Iterator[Divergence]:
        """Find the divergences from one companion, one for each session they did not choose."""
        theirs = self._sessions_of(companion)
        elsewhere = [one for one in theirs if one.id not in self.plan.chosen_by_id]
        for chosen_session in self.plan.chosen_sessions:
            if chosen_session.session.id in companion.sessions:
                continue
            apart = tuple(one for one in elsewhere if self._diverges(chosen_session, one))
            if apart:
                yield Divergence(companion.name, chosen_session.session, apart)

    def _diverges(self, chosen_session: ChosenSession, theirs: Session) -> bool:
        clash = judge(chosen_session.session, theirs, self.plan.programme)
        return clash is not None and clash.verdict is Verdict.CERTAIN


def add_companion(itinerary: Itinerary, companion: Companion) -> Itinerary:
    """Add the choices of a colleague, in the place of those added earlier."""
    others = remove_companion(itinerary, companion.name).companions
    return itinerary._replace(companions=(*others, companion))


def remove_companion(itinerary: Itinerary, name: str) -> Itinerary:
    """Remove the choices of a colleague."""
    kept = tuple(companion for companion in itinerary.companions if companion.name != name)
    return itinerary._replace(companions=kept)


def say_who_joins(names: Sequence[str]) -> str:
    """Say who else is at a session: `with a colleague and a neighbour`; empty for nobody."""
    return _("with {names}").format(names=join_words(names)) if names else ""


def say_who_goes(names: Sequence[str]) -> str:
    """Say who goes to a session that the delegate does not go to; empty for nobody."""
    text = ngettext("{names} goes", "{names} go", len(names))
    return text.format(names=join_words(names)) if names else ""


def say_who_is_elsewhere(name: str, sessions: Iterable[Session]) -> str:
    """Say where a companion goes, as a remark."""
    titles = join_words([session.title for session in sessions])
    return _("{name} goes to {titles}").format(name=name, titles=titles)


def explain_divergence(divergence: Divergence, programme: Programme) -> str:
    """Explain a divergence in a sentence, with its day where the programme has several."""
    text = _("{when}: you are at {mine}, {name} is at {theirs}.").format(
        when=format_span(divergence.mine.timing.planned, programme.zone),
        mine=divergence.mine.title,
        name=divergence.name,
        theirs=join_words([session.title for session in divergence.theirs]),
    )
    return text if len(programme.days) == 1 else f"{format_short_date(divergence.mine.day)} {text}"


def summarise_companion(companions: CompanionView, name: str) -> str:
    """Summarise how much one companion and the delegate share, in a sentence."""
    shared = sum(name in names for names in companions.shared.values())
    parted = sum(divergence.name == name for divergence in companions.divergences)
    return _("You share {sessions}, you part at {times}.").format(
        sessions=ngettext("{n} session", "{n} sessions", shared).format(n=shared),
        times=ngettext("{n} time", "{n} times", parted).format(n=parted),
    )
