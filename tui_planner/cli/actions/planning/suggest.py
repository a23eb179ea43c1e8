"""`suggest`: the best day from what is chosen and liked, printed, and taken where so asked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tui_planner.cli.find_day import find_day
from tui_planner.cli.loading.edit_session import begin, begin_adding
from tui_planner.cli.output import Exit, Failure, say, say_json, tell
from tui_planner.cli.parser import Arguments
from tui_planner.exchange.exporting.plan_json import make_notice_json
from tui_planner.itinerary.suggestions.best_day import (
    Proposal,
    Scope,
    Suggestion,
    add_likes,
    apply_suggestion,
    count_changes,
    suggest,
)
from tui_planner.itinerary.suggestions.open_rounds import OpenRound
from tui_planner.layout.text.cells import join_lines
from tui_planner.programme.model import Programme
from tui_planner.programme.time_text import format_long_date, format_times
from tui_planner.support.i18n import _


def suggest_day(args: Arguments) -> Exit:
    """Print what is proposed, with its reasons; with --take, choose and drop it."""
    for like in args.like:
        if not like.strip() or not like.isprintable():
            raise Failure(_("--like takes a word or a track: one line with letters in it."))
    work = begin_adding(args) if args.take else begin(args)
    programme = work.programme
    liking = add_likes(work.before, args.like)
    scope = Scope.WHOLE_DAY if args.whole_day else Scope.ROUNDS
    day = find_day(programme, args.day)
    found = suggest(work.plan, liking.likes, scope, day)
    if args.take:
        work.save(apply_suggestion(liking, found, programme))
    if args.format == "json":
        say_json(_Document(programme, scope, liking.likes, found, args.take).values())
    else:
        for line in _lines(found, programme):
            say(line)
    for sentence in _told(found, is_taken=args.take):
        tell(sentence)
    return Exit.OK


def _lines(found: Suggestion, programme: Programme) -> Iterator[str]:
    is_one_day = len(programme.days) == 1
    for day, add, drop in found.split_by_day():
        if not is_one_day:
            yield f"{format_long_date(day)}: {count_changes(len(add), len(drop))}"
        for sign, proposals in (("+", add), ("-", drop)):
            for one in proposals:
                when = format_times(one.session.timing, programme.zone)
                yield f"{sign} {when} {join_lines(one.session.title)} [{one.session.id}]"
                yield f"    {join_lines(one.reason)}"
    if not found.is_empty:
        for notice in found.left:
            yield f"! {join_lines(notice.message)}"


def _told(found: Suggestion, *, is_taken: bool) -> Iterator[str]:
    if found.is_empty:
        yield _("Nothing to propose. What you like is said with --like WORD.")
    else:
        end = _("Taken.") if is_taken else _("Take it with --take.")
        yield f"{count_changes(len(found.add), len(found.drop))}. {end}"
    yield from map(join_lines, found.explain_rest())
    if not found.is_proven:
        yield _("This is the best day found in time; there may be a better one.")


@dataclass(frozen=True)
class _Document:
    """A suggestion as JSON."""

    programme: Programme
    scope: Scope
    likes: Iterable[str]
    found: Suggestion
    is_taken: bool

    def values(self) -> dict[str, object]:
        return {
            "programme": self.programme.id,
            "scope": self.scope.value,
            "likes": list(self.likes),
            "add": [self._proposal(one) for one in self.found.add],
            "drop": [self._proposal(one) for one in self.found.drop],
            "left": [make_notice_json(one, self.programme) for one in self.found.left],
            "open": [self._open_round(one) for one in self.found.open_rounds],
            "unmet_likes": list(self.found.unmet_likes),
            "proven": self.found.is_proven,
            "taken": self.is_taken,
        }

    def _proposal(self, one: Proposal) -> dict[str, object]:
        timing, zone = one.session.timing, self.programme.zone
        return {
            "session": one.session.id,
            "title": one.session.title,
            "start": timing.start.astimezone(zone).isoformat(),
            "end": timing.end.astimezone(zone).isoformat() if timing.end_stated else None,
            "all_day": timing.all_day,
            "room": one.session.room,
            "reasons": list(one.reasons),
        }

    @staticmethod
    def _open_round(one: OpenRound) -> dict[str, object]:
        return {
            "block": one.block or None,
            "title": one.title,
            "day": one.day.isoformat(),
            "reasons": list(one.reasons),
        }
