"""Programmes that the format takes and such as it refuses, for reader, schema and tools."""

from typing import get_args

from tests.helpers import HEAD, SHIPPED
from tui_planner.programme.reading.format.file_models import BlockKindText, StatusName

BLOCK = '[[blocks]]\nid = "b"\nkind = "meal"\ntitle = "Lunch"\nstart = "12:00"\nend = "14:00"\n'
DAYS = (
    '[programme]\ntitle = "Days"\ntimezone = "Europe/Amsterdam"\n[[days]]\ndate = 2025-02-13\n'
    'title = "One"\nstart = "08:00"\nend = 2025-02-14T01:00:00\n[[days]]\ndate = 2025-02-14\n'
)
ROOMS = (
    '[[rooms]]\nid = "r"\nname = "R"\ncapacity = 0\nbuilding = "A"\n'
    '[[rooms]]\nid = "s"\nname = "S"\n'
)
DIRECTIVE = "#:schema ./programme.schema.json"


def block(line: str = "", **values: str) -> str:
    """A block with some of its values, as TOML, in place of the usual ones."""
    usual = {"id": '"x"', "kind": '"break"', "title": '"T"', "start": '"12:00"'}
    lines = [f"{key} = {value}" for key, value in {**usual, **values}.items() if value]
    return "\n".join(["[[blocks]]", *lines, line, ""])


def session(line: str = "", **values: str) -> str:
    """A session of the block `b`, likewise."""
    usual = {"id": '"x"', "title": '"T"', "block": '"b"'}
    lines = [f"{key} = {value}" for key, value in {**usual, **values}.items() if value]
    return BLOCK + "\n".join(["[[sessions]]", *lines, line, ""])


def head(line: str) -> str:
    """A whole file: a head with one more line."""
    return HEAD + line + "\n"


TIMES = [
    '"11:30"',
    '"11:30:00"',
    '"11.30"',
    '"9:05"',
    '"09.05"',
    '" 11:30\\t"',
    '"00:00"',
    '"23:59"',
    "11:30:00",
    "11:30:00.000",
    "2025-02-13T11:30:00",
    "2025-02-13 11:30:00",
    "2025-02-13t11:30:00.0",
]
TIMES_OF_TOML_1_1 = ["11:30", "09:05", "2025-02-13T11:30", "2025-02-13 11:30"]
NO_TIMES = [
    "930",
    "11.30",
    "true",
    "[]",
    "{}",
    '""',
    '"noon"',
    '"11:60"',
    '"24:00"',
    '"25:00"',
    '"9:5"',
    '"930"',
    '"011:30"',
    '"11:30 uur"',
    '"11:30:30"',
    "2025-02-13",
    "2025-02-13T11:30:00Z",
    "2025-02-13T11:30:00+01:00",
]
NO_TIMES_BUT_TO_TOMBI = [
    "11:30:30",
    "11:30:00.25",
    "2025-02-13T11:30:30",
    "1899-12-31T11:30:00",
    "3000-01-01T11:30:00",
]
NO_TIMES_BUT_TO_TAPLO = ['"2025-02-13T11:30:00"']

GOOD = {
    "shipped": SHIPPED.read_text(encoding="utf-8"),
    "least": HEAD,
    "days": DAYS + block(day="2025-02-13"),
    "empty arrays": "days = []\nrooms = []\nblocks = []\nsessions = []\n" + HEAD,
    "inline": "sessions = [{id = 'a', title = 'A', start = '9:00'}]\n" + HEAD,
    "dotted": 'programme.title = "T"\nprogramme.date = 2025-01-01\nprogramme.timezone = "UTC"\n',
    "head": head(
        'id = "i"\nlanguage = "en-GB"\nvenue = "V"\ncity = "C"\nurl = "https://example.org"\n'
        'version = "1"\ndescription = ""\nchangeover = 1440'
    ),
    "lines": head('venue = "  Zaal é 🎉 \\n"'),
    "text": head('description = """\n a\n\tb"""'),
    "rooms": HEAD + ROOMS + '[[routes]]\nfrom = "r"\nto = "s"\nminutes = 0\n' + block(room='"r"'),
    "accepted": HEAD
    + session()
    + '[[accepted]]\nrule = "C101"\nsessions = ["x", "b"]\nreason = "Meant."\n',
    **{
        f"accepted by {line}": f'{HEAD}{ROOMS}[[accepted]]\nrule = "C101"\n{line}\nreason = "R"\n'
        for line in ('room = "r"', 'speaker = "Ann Ode"', 'track = "T"')
    },
    **{f"kind {word}": HEAD + block(kind=f'"{word}"') for word in get_args(BlockKindText)},
    **{f"status {word}": HEAD + session(status=f'"{word}"') for word in get_args(StatusName)},
    "session on its own": HEAD + session(block="", start='"12:30"'),
    "session with all": HEAD
    + ROOMS
    + session(start='"12:30"', end='"13:00"', id='"y"')
    + '[[sessions]]\nid = "x"\ntitle = "T"\nstart = "12:30"\nend = "13:00"\noverrun = "13:30"\n'
    'around = 5\ngroup = "g"\npart_of = "y"\nrepeat_of = "y"\ndrop_in = true\nmeal = false\n'
    'day = 2025-02-13\nroom = "r"\ntrack = "t"\nhosts = []\nspeakers = ["A", "B"]\nagenda = "A"\n'
    'description = "D"\nurl = "mailto:u"\n'
    'links = ["https://e.org", {url = "mailto:u", title = "M"}]\nlanguage = "nl"\ncapacity = 0\n',
    "minutes needed": HEAD + block(minutes_needed="0"),
    **{f"time {value}": HEAD + block(start=value) for value in TIMES},
    **{f"end {value}": HEAD + session(start='"11:30"', end=value, block="") for value in TIMES},
}
GOOD_TOML_1_1 = {f"time {value}": HEAD + block(start=value) for value in TIMES_OF_TOML_1_1}

BAD = {
    "nothing": "",
    "no programme": BLOCK,
    "no title": HEAD.replace('title = "A day"\n', ""),
    "no date": HEAD.replace("date = 2025-02-13\n", ""),
    "no date, no days": "days = []\n" + HEAD.replace("date = 2025-02-13\n", ""),
    "no timezone": HEAD.replace('timezone = "Europe/Amsterdam"\n', ""),
    "unknown table": head("[[speakers]]"),
    "unknown key": head('colour = "red"'),
    "unknown key of a session": HEAD + session("colour = 1"),
    "programme twice": HEAD.replace("[programme]", "[[programme]]"),
    "one table of many": HEAD + BLOCK.replace("[[blocks]]", "[blocks]"),
    "link": HEAD + session(links='["example.org"]'),
    "link without an address": HEAD + session(links='[{ title = "Slides" }]'),
    "link with another key": HEAD + session(links='[{ url = "https://e.org", name = "S" }]'),
    "links as a text": HEAD + session(links='"https://e.org"'),
    "blank": head('venue = "  "'),
    "empty": head('venue = ""'),
    "two lines": head('venue = "a\\nb"'),
    "control": head('venue = "a\\u0007b"'),
    "control in text": head('description = "a\\u0007b"'),
    "number for text": head("venue = 3"),
    "language": head('language = "nl_NL"'),
    "changeover": head("changeover = 1441"),
    "negative": head("changeover = -1"),
    "float": head("changeover = 1.5"),
    "minutes as text": head('changeover = "5"'),
    "minutes as bool": head("changeover = true"),
    "date and time": HEAD.replace("2025-02-13", "2025-02-13T00:00:00"),
    "date as words": HEAD.replace("2025-02-13", '"13 februari"'),
    "kind": HEAD + block(kind='"lunch"'),
    "kind in capitals": HEAD + block(kind='"Meal"'),
    "status": HEAD + session(status='"vol"'),
    "drop_in": HEAD + session(drop_in='"yes"'),
    "hosts": HEAD + session(hosts='"A"'),
    "speakers": HEAD + session(speakers='["A", ""]'),
    "capacity": HEAD + session(capacity="-1"),
    "no start": HEAD + session(block=""),
    "end without start": HEAD + session(end='"13:00"'),
    "room": HEAD + '[[rooms]]\nid = "r"\n',
    "route": HEAD + ROOMS + '[[routes]]\nfrom_ = "r"\nto = "s"\nminutes = 3\n',
    "no reason": HEAD + session() + '[[accepted]]\nrule = "C101"\nsessions = ["x"]\n',
    "no rule": HEAD + '[[accepted]]\nrule = "c1"\nsessions = ["x"]\nreason = "R"\n',
    "no sessions": HEAD + '[[accepted]]\nrule = "C101"\nsessions = []\nreason = "R"\n',
    "no scope": HEAD + '[[accepted]]\nrule = "C101"\nreason = "R"\n',
    "two scopes": f'{HEAD}{session()}[[accepted]]\nrule = "C101"\nreason = "R"\n'
    'sessions = ["x"]\ntrack = "T"\n',
    "two scopes without sessions": f'{HEAD}{ROOMS}[[accepted]]\nrule = "C101"\nreason = "R"\n'
    'room = "r"\nspeaker = "Ann Ode"\n',
    **{f"no {key}": HEAD + block(**{key: ""}) for key in ("id", "kind", "title", "start")},
    **{f"time {value}": HEAD + block(start=value) for value in NO_TIMES},
    **{f"overrun {value}": HEAD + session(overrun=value) for value in NO_TIMES},
}
BAD_BUT_TO_TAPLO = {
    "quoted date": HEAD.replace("2025-02-13", '"2025-02-13"'),
    "whole float": head("changeover = 5.0"),
    **{f"time {value}": HEAD + block(start=value) for value in NO_TIMES_BUT_TO_TAPLO},
}
BAD_BUT_TO_TOMBI = {
    "year": HEAD.replace("2025", "1025"),
    **{f"time {value}": HEAD + block(start=value) for value in NO_TIMES_BUT_TO_TOMBI},
}
