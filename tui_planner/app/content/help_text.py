"""Help: the keys by what they are for, from the one list of commands, and what the signs mean."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from textual.content import Content

from tui_planner.layout.text.cells import wrap
from tui_planner.layout.text.glyphs import Glyphs
from tui_planner.programme.search.index import fold_text
from tui_planner.support.i18n import _, ngettext

from .key_hints import Keyed, Topic, split_keys

_SUSPENDS = "ctrl+z"  # a key of the terminal, as long as the settings give it to no command
_MARGIN = 12
"""The cells of the keys, before what they do."""
_MOST_LINES = 6


class HelpGroup(NamedTuple):
    """What belongs together in the help: a heading, and rows of a key or a sign and a sentence."""

    title: str
    rows: Sequence[tuple[str, str]]

    @property
    def height(self) -> int:
        """The lines that it has where none is broken, with the empty one behind it."""
        return len(self.rows) + 2


def list_help(commands: Sequence[Keyed], glyphs: Glyphs) -> list[HelpGroup]:
    """List all there is to say: the keys of each topic, the filters, the signs, the mouse."""
    more: Mapping[Topic, Iterable[tuple[str, str]]] = {
        Topic.FIND: _filters(),
        Topic.SEE: _keys_of_terminal(commands),
    }
    groups = [
        HelpGroup(_name_topic(topic), [*_keys(commands, topic), *more.get(topic, ())])
        for topic in Topic
    ]
    mouse = [
        (_("click"), _("go there")),
        (_("double click"), _("choose it, or drop it")),
        (_("wheel"), _("scroll")),
    ]
    return [*groups, HelpGroup(_("Signs"), [*_signs(glyphs)]), HelpGroup(_("Mouse"), mouse)]


def filter_help(groups: Iterable[HelpGroup], words: str) -> list[HelpGroup]:
    """Keep the rows in which all words are, with their headings; of a heading, all its rows."""
    wanted = fold_text(words).split()
    kept = []
    for group in groups:
        rows = [row for row in group.rows if _has_all(f"{group.title} {row[0]} {row[1]}", wanted)]
        if rows:
            kept.append(HelpGroup(group.title, rows))
    return kept


def split_columns(groups: Sequence[HelpGroup]) -> tuple[Sequence[HelpGroup], Sequence[HelpGroup]]:
    """Split groups in two columns, in their order, that are as nearly as high as can be."""

    def height(at: int) -> int:
        return max(sum(g.height for g in groups[:at]), sum(g.height for g in groups[at:]))

    at = min(range(len(groups) + 1), key=height)
    return groups[:at], groups[at:]


def render_help(groups: Iterable[HelpGroup], width: int) -> Content:
    """Write groups below one another, in lines of so many cells."""
    lines: list[Content] = []
    for group in groups:
        lines += [Content("")] if lines else []
        lines.append(Content.styled(group.title, "bold $text-accent"))
        for key, text in group.rows:
            lines += _row(key, text, width)
    return Content("\n").join(lines)


def _row(key: str, text: str, width: int) -> Iterator[Content]:
    lead = f"{key} " if len(key) >= _MARGIN else f"{key:<{_MARGIN}}"
    first, *more = wrap(text, max(1, width - _MARGIN), _MOST_LINES) or [""]
    yield Content.assemble((lead, "bold"), first)
    for line in more:
        yield Content(" " * _MARGIN + line)


def _has_all(text: str, words: Iterable[str]) -> bool:
    folded = fold_text(text)
    return all(word in folded or word in text for word in words)


def _name_topic(topic: Topic) -> str:
    names = {
        Topic.MOVE: _("Move"),
        Topic.CHOOSE: _("Choose"),
        Topic.FIND: _("Find"),
        Topic.SEE: _("See"),
        Topic.ORGANISE: _("Organise"),
    }
    return names[topic]


def _keys(commands: Sequence[Keyed], topic: Topic) -> Iterator[tuple[str, str]]:
    """List the keys of a topic; those of the ways out, which are alike, in one line."""
    ways = [command for command in commands if command.id.startswith("way-")]
    for command in commands:
        if command.topic is not topic:
            continue
        if command not in ways:
            yield command.shown, command.help
        elif command is ways[0]:
            yield f"{ways[0].shown}–{ways[-1].shown}", command.help


def _keys_of_terminal(commands: Sequence[Keyed]) -> Iterator[tuple[str, str]]:
    if not any(_SUSPENDS in split_keys(command.keys) for command in commands):
        yield _SUSPENDS, _("Back to the shell, until fg.")


def _filters() -> Iterator[tuple[str, str]]:
    yield "track:…", _("room:, speaker:, kind:, language: too; tab lists them")
    yield "is:open", _("still open")
    yield "is:fits", _("clashes with nothing that you chose")
    yield "is:now", _("on now, or within the hour")


def _signs(glyphs: Glyphs) -> Iterator[tuple[str, str]]:
    yield glyphs.chosen, _("chosen")
    yield glyphs.clash, _("chosen, and clashes with something else that is chosen")
    yield glyphs.possible, _("chosen, and may clash: an overrun, a time not exact")
    yield glyphs.tight, _("chosen, too little time for the way to another choice")
    yield glyphs.lost, _("chosen, and full or cancelled")
    yield "~12:50", _("starts around that time")
    yield "(13:45)", _("the end is not stated; this one is assumed")
    yield "(–13:00) +", _("may run on until then")
    yield f"{glyphs.bar_unsure}{glyphs.shade}", _("a time that may be")
    yield glyphs.bar, _("a time that is certain, in the colour of its track")
    yield glyphs.bar_chosen, _("the same, chosen")
    yield f"{glyphs.bar_begin}{glyphs.eighths[3:4]}", _("it begins within this row")
    yield f"{glyphs.bar_end}{glyphs.eighths[5:6]}", _("it ends within this row")
    yield glyphs.now, _("now")
    yield f"12:30{glyphs.folded}", _("a long stretch without anything")
    yield f"02:00{glyphs.clocks}", _("the clocks went forward or back just before")
    rooms = ngettext("{n} room", "{n} rooms", 3).format(n=3)
    yield f"{glyphs.left} {rooms}", _("so many more lie there; signed where you chose")
    yield glyphs.pinned, _("a room that stays at the left")
