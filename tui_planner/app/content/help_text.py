"""Help: the keys, from the one list of commands, and what the signs mean."""

from collections.abc import Iterable, Iterator, Sequence

from textual.content import Content

from tui_planner.layout.text.glyphs import Glyphs
from tui_planner.support.i18n import _, ngettext

from .colours import QUIET
from .key_hints import Keyed

_SUSPENDS = "ctrl+z"  # a key of the terminal, as long as the settings give it to no command


def render_help(commands: Sequence[Keyed], glyphs: Glyphs) -> Content:
    """Write the keys with what they do, and what the signs mean."""
    keys = [*_keys(commands)]
    if not any(_SUSPENDS in command.keys.split(",") for command in commands):
        keys.append((_SUSPENDS, _("Back to the shell, until fg.")))
    rooms = ngettext("{n} room", "{n} rooms", 3).format(n=3)
    signs = [
        (glyphs.chosen, _("chosen")),
        (glyphs.clash, _("chosen, and clashes with something else that is chosen")),
        (glyphs.possible, _("chosen, and may clash: an overrun, a time not exact")),
        (glyphs.tight, _("chosen, too little time for the way to another choice")),
        (glyphs.lost, _("chosen, and full or cancelled")),
        ("~12:50", _("starts around that time")),
        ("(13:45)", _("the end is not stated; this one is assumed")),
        ("(–13:00) +", _("may run on until then")),
        (f"{glyphs.bar_unsure}{glyphs.shade}", _("a time that may be")),
        (glyphs.bar, _("a time that is certain, in the colour of its track")),
        (glyphs.bar_chosen, _("the same, chosen")),
        (f"{glyphs.bar_begin}{glyphs.eighths[3:4]}", _("it begins within this row")),
        (f"{glyphs.bar_end}{glyphs.eighths[5:6]}", _("it ends within this row")),
        (glyphs.now, _("now")),
        (f"12:30{glyphs.folded}", _("a long stretch without anything")),
        (f"02:00{glyphs.clocks}", _("the clocks went forward or back just before")),
        (f"{glyphs.left} {rooms}", _("so many more lie there; signed where you chose")),
        (glyphs.pinned, _("a room that stays at the left")),
    ]
    finding = [
        ("track:…", _("room:, speaker:, kind:, language: too; tab lists them")),
        ("is:open", _("still open")),
        ("is:fits", _("clashes with nothing that you chose")),
        ("is:now", _("on now, or within the hour")),
    ]
    return Content("\n").join(
        [
            Content.styled(_("Keys"), "bold $text-accent"),
            *_table(keys),
            Content(""),
            Content.styled(_("Signs"), "bold $text-accent"),
            *_table(signs),
            Content(""),
            Content.styled(_("Finding"), "bold $text-accent"),
            *_table(finding),
            Content(""),
            Content.styled(
                _("Mouse: click to go, double click to choose, wheel to scroll."),
                QUIET,
            ),
        ]
    )


def _keys(commands: Sequence[Keyed]) -> Iterator[tuple[str, str]]:
    """List the keys with what they do; those of the ways out, which are alike, in one line."""
    ways = [command for command in commands if command.id.startswith("way-")]
    for command in commands:
        if command not in ways:
            yield command.shown, command.help
        elif command is ways[0]:
            yield f"{ways[0].shown}–{ways[-1].shown}", command.help


def _table(rows: Iterable[tuple[str, str]]) -> list[Content]:
    return [Content.assemble((f"{name:<11}", "bold"), text) for name, text in rows]
