"""The programme that `new` writes: a short day with one of everything, which explains its keys."""

from collections.abc import Iterator
from datetime import date

from tui_planner.programme.time_text import format_long_date
from tui_planner.support.i18n import LANGUAGE, _

_COMMENTS_AT = 38
_RULE = 100


def format_new_programme(day: date) -> str:
    """Format the programme of a day, in the language of the user; nothing is found in it."""
    lines = [*_head(day), *_rooms(), *_blocks(), *_first_round(), *_second_round(), *_accepted()]
    return "\n".join(lines) + "\n"


def _head(day: date) -> Iterator[str]:
    yield _comment(
        _("A programme to begin with: change what is here, and leave out what you like.")
    )
    yield _comment(_("All keys there are: tui-planner schema"))
    yield ""
    yield "[programme]"
    yield _key("title", _("Our day"))
    yield _line(f"date = {day}", format_long_date(day))
    yield _comment(_("several days: a [[days]] table with a date for each, and no date here"))
    yield _key("timezone", "Europe/Amsterdam", _("of all times in this file"))
    yield _key("language", LANGUAGE)
    yield _key("city", "Hoorn")
    yield _line("changeover = 5", _("minutes from one room to any other"))


def _rooms() -> Iterator[str]:
    yield from _heading(_("Rooms, and the ways between them"))
    yield "[[rooms]]"
    yield _key("id", "hall", _("by which all else names it"))
    yield _key("name", _("Great hall"))
    yield _line("capacity = 120", _("people"))
    yield from _table("rooms", id="studio", name=_("Studio"))
    yield from _table("rooms", id="attic", name=_("Attic"))
    yield ""
    yield "[[routes]]"
    yield _key("from", "hall")
    yield _key("to", "attic")
    yield _line("minutes = 10", _("where the way takes longer than a changeover"))


def _blocks() -> Iterator[str]:
    yield from _heading(_("Blocks: the parts of the day, which hold for everyone"))
    yield "[[blocks]]"
    yield _key("id", "welcome")
    yield _key("kind", "plenary", "arrival | plenary | choice | break | meal | social")
    yield _key("title", _("Welcome"))
    yield _key("start", "09:30")
    yield _key("end", "10:00")
    yield _key("room", "hall")
    yield 'speakers = ["Ann Ode"]'
    yield ""
    yield "[[blocks]]"
    yield _key("id", "round-1")
    yield _key("kind", "choice", _("everyone chooses one of its sessions"))
    yield from _keys(title=_("Round 1"), start="10:15", end="11:15")
    yield ""
    yield "[[blocks]]"
    yield from _keys(id="lunch", kind="meal", title=_("Lunch"), start="11:30", end="12:30")
    yield _line("minutes_needed = 20", _("that a person needs to eat, in one stretch"))
    yield from _table(
        "blocks", id="round-2", kind="choice", title=_("Round 2"), start="12:45", end="13:45"
    )
    yield from _table(
        "blocks", id="drinks", kind="social", title=_("Drinks"), start="14:00", end="15:00"
    )


def _first_round() -> Iterator[str]:
    yield from _heading(_("Sessions: what one can choose"))
    yield "[[sessions]]"
    yield _key("id", "water", _("unique, and never changed: choices are kept by it"))
    yield _key("block", "round-1", _("without start and end, a session has those of its block"))
    yield _key("title", _("Warmth from water"))
    yield _key("room", "hall")
    yield _key("track", _("Water"), _("sessions of one subject"))
    yield _line('speakers = ["Ann Ode"]', _("nobody can speak in two rooms at once"))
    host = _("City group")
    yield _line(f'hosts = ["{host}"]', _("the group that runs it"))
    yield _key("description", _("How a town is heated from its harbour."))
    yield ""
    yield "[[sessions]]"
    yield from _keys(id="makers", block="round-1", title=_("Making things"), room="studio")
    yield _key("overrun", "11:40", _("may run on until then"))
    yield _key("description", _("Four workbenches, and something to take home."))
    yield ""
    yield "[[sessions]]"
    yield _key("id", "solder")
    yield _key("part_of", "makers", _("within that session and in its room: no clash with it"))
    yield from _keys(
        block="round-1", title=_("Soldering for beginners"), start="10:15", end="10:45"
    )
    yield _key("description", _("The first half hour: a lamp of your own."))


def _second_round() -> Iterator[str]:
    yield ""
    yield "[[sessions]]"
    yield _key("id", "water-again")
    yield _key("repeat_of", "water", _("another run: who misses that one can come here"))
    yield from _keys(block="round-2", title=_("Warmth from water"), room="hall")
    yield 'speakers = ["Ann Ode"]'
    yield _key("description", _("How a town is heated from its harbour."))
    yield ""
    yield "[[sessions]]"
    yield from _keys(id="archive", block="round-2", title=_("Down in the archive"), room="attic")
    yield _key("status", "full", "open | full | cancelled | invitation")
    yield _line("capacity = 12", _("people, where it is for fewer than the room holds"))
    yield _key("description", _("Maps of four centuries, and who drew them."))
    yield ""
    yield "[[sessions]]"
    yield from _keys(id="market", block="round-2", title=_("Market of ideas"), room="studio")
    yield _line("drop_in = true", _("come and go as you like: it clashes with nothing"))
    yield _key("description", _("Tables where groups show what they are working on."))


def _accepted() -> Iterator[str]:
    yield from _heading(_("What tui-planner check finds, and is meant so"))
    yield "[[accepted]]"
    yield _line('rule = "C102"', _("explained by: tui-planner rules C102"))
    yield _line('sessions = ["makers", "lunch"]', _("the two that it names"))
    yield _key("reason", _("Lunch is long enough to come ten minutes later."))


def _table(array: str, /, **values: str) -> Iterator[str]:
    yield ""
    yield f"[[{array}]]"
    yield from _keys(**values)


def _keys(**values: str) -> Iterator[str]:
    return (_key(name, value) for name, value in values.items())


def _key(name: str, value: str, comment: str = "") -> str:
    return _line(f'{name} = "{value}"', comment)


def _line(text: str, comment: str) -> str:
    return f"{text:{_COMMENTS_AT - 1}} # {comment}" if comment else text


def _comment(text: str) -> str:
    return f"# {text}"


def _heading(text: str) -> list[str]:
    return ["", "", f"# ---- {text} ".ljust(_RULE, "-"), ""]
