"""The JSON Schema says yes and no to the same files as the reader; so do the editors' tools."""

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import HEAD, SHIPPED, reading_of
from tui_planner.programme.reading.format.file_models import (
    BlockKindText,
    ProgrammeFile,
    ProgrammeTable,
    StatusName,
    list_keys,
)
from tui_planner.programme.reading.format.format_schema import make_schema

SCHEMA = make_schema()
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)

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
KEPT = SHIPPED.parent / "programme.schema.json"


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


def refused_by_reader(text: str) -> bool:
    """Whether the reader finds a key missing or unknown, or a value bad."""
    rules = {problem.rule.code for problem in reading_of(text, head="").problems}
    assert "E001" not in rules
    return bool(rules & {"E002", "E003", "E004"})


def as_json(value: Any) -> Any:
    """What TOML holds as JSON shows it to a schema."""
    match value:
        case dict():
            return {key: as_json(inner) for key, inner in value.items()}
        case list():
            return [as_json(inner) for inner in value]
        case date() | time() | datetime():
            return value.isoformat()
        case _:
            return value


def refused_by_schema(text: str) -> bool:
    """Whether the schema finds anything."""
    return not VALIDATOR.is_valid(as_json(tomli.loads(text)))


def test_the_schema_is_one() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)


def test_the_file_that_editors_read_is_in_step() -> None:
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    assert kept == SCHEMA, "mend with: tui-planner schema > programme.schema.json"


def test_the_shipped_programme_names_it() -> None:
    assert DIRECTIVE in GOOD["shipped"].partition("\n[")[0].splitlines()


def test_every_key_is_there_with_a_sentence() -> None:
    assert list(SCHEMA["properties"]) == list_keys(())
    for name in ProgrammeFile.model_fields:
        table = SCHEMA["properties"][name]
        table = table if name == "programme" else table["items"]
        assert list(table["properties"]) == list_keys((name,))
        assert table["additionalProperties"] is False
        for told in (table, *table["properties"].values()):
            assert told["description"].endswith(".")
            assert "null" not in json.dumps(told)


def test_what_must_be_there_and_the_words_are_those_of_the_models() -> None:
    tables = SCHEMA["properties"]
    needed = [key for key, info in ProgrammeTable.model_fields.items() if info.is_required()]
    assert tables["programme"]["required"] == needed
    assert tables["blocks"]["items"]["properties"]["kind"]["enum"] == list(get_args(BlockKindText))
    status = tables["sessions"]["items"]["properties"]["status"]
    assert (status["enum"], status["default"]) == (list(get_args(StatusName)), "open")
    minutes = tables["routes"]["items"]["properties"]["minutes"]
    assert (minutes["type"], minutes["minimum"], minutes["maximum"]) == ("integer", 0, 1440)


@pytest.mark.parametrize("name", [*GOOD, *GOOD_TOML_1_1])
def test_what_the_reader_takes_is_taken(name: str) -> None:
    text = {**GOOD, **GOOD_TOML_1_1}[name]
    assert not refused_by_reader(text)
    assert not refused_by_schema(text)


@pytest.mark.parametrize("name", [*BAD, *BAD_BUT_TO_TOMBI])
def test_what_the_reader_refuses_is_refused(name: str) -> None:
    text = {**BAD, **BAD_BUT_TO_TOMBI}[name]
    assert refused_by_reader(text)
    assert refused_by_schema(text)


@pytest.mark.parametrize("name", BAD_BUT_TO_TAPLO)
def test_what_json_cannot_tell_apart_is_refused_by_the_reader_alone(name: str) -> None:
    assert refused_by_reader(BAD_BUT_TO_TAPLO[name])
    assert not refused_by_schema(BAD_BUT_TO_TAPLO[name])


@given(st.from_regex(r"[ \t]?[0-9]{0,3}[:.,]?[0-9]{0,3} ?", fullmatch=True))
def test_a_quoted_time_is_judged_as_the_reader_does(value: str) -> None:
    text = HEAD + block(start=json.dumps(value))
    assert refused_by_schema(text) == refused_by_reader(text)


# Python's own regular expressions take four control characters for space; no tool does.
@given(st.text(st.characters(codec="utf-8", exclude_characters="\x1c\x1d\x1e\x1f"), max_size=4))
def test_a_line_is_judged_as_the_reader_does(value: str) -> None:
    written = "".join(f"\\U{ord(char):08X}" for char in value)
    text = head(f'venue = "{written}"')
    assert refused_by_schema(text) == refused_by_reader(text)


# ---- The tools themselves ------------------------------------------------------------------------


class Tool:
    """Taplo or tombi, run over the files of a folder that name the schema."""

    def __init__(self, folder: Path, *command: str) -> None:
        found = shutil.which(command[0], path=Path(sys.executable).parent) or shutil.which(
            command[0]
        )
        if found is None:
            pytest.skip(f"{command[0]} is not installed: pip install {command[0]}")
        self.command = [found, *command[1:]]
        self.folder = folder
        schema = folder / DIRECTIVE.partition(" ")[2]
        schema.write_text(json.dumps(SCHEMA), encoding="utf-8")

    def says(self, texts: Mapping[str, str]) -> tuple[int, dict[str, str]]:
        """The exit code, and for each text the lines that tell of it, if any."""
        names = {name: f"n{number:03}.toml" for number, name in enumerate(texts)}
        for name, text in texts.items():
            directive = "" if DIRECTIVE in text else f"{DIRECTIVE}\n"
            (self.folder / names[name]).write_text(directive + text, encoding="utf-8")
        done = subprocess.run(
            [*self.command, *names.values()],
            cwd=self.folder,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )
        lines = (done.stdout + done.stderr).splitlines()
        told = {
            name: "\n".join(line for line in lines if f"{file}:" in line)
            for name, file in names.items()
        }
        return done.returncode, {name: said for name, said in told.items() if said}


@pytest.fixture
def taplo(tmp_path: Path) -> Tool:
    return Tool(tmp_path, "taplo", "lint", "--no-auto-config", "--colors", "never")


@pytest.fixture
def tombi(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tool:
    monkeypatch.setenv("NO_COLOR", "1")
    return Tool(tmp_path, "tombi", "lint", "--offline")


@pytest.fixture(params=["taplo", "tombi"])
def tool(request: pytest.FixtureRequest) -> Tool:
    made: Tool = request.getfixturevalue(request.param)
    return made


def test_the_tools_find_nothing_in_the_shipped_programme(tool: Tool) -> None:
    assert tool.says({"shipped": GOOD["shipped"]}) == (0, {})


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ('kind = "meal"', 'kind = "mael"'),
        ('start = "12:45"', "start = 1245"),
        ('status = "full"', 'statsu = "full"'),
        ("around = 5", "around = -5"),
    ],
)
def test_the_tools_find_the_line_of_a_fault(tool: Tool, was: str, now: str) -> None:
    lines = GOOD["shipped"].replace(was, now, 1).splitlines()
    if DIRECTIVE not in lines:
        lines.insert(0, DIRECTIVE)
    code, told = tool.says({"broken": "\n".join(lines) + "\n"})
    assert code != 0
    assert f".toml:{lines.index(now) + 1}:" in told["broken"]


def test_the_tools_take_what_the_reader_takes(tool: Tool) -> None:
    assert tool.says(GOOD) == (0, {})


def test_taplo_sees_seconds_and_years(taplo: Tool) -> None:
    code, told = taplo.says(BAD_BUT_TO_TOMBI)
    assert code != 0
    assert sorted(BAD_BUT_TO_TOMBI.keys() - told.keys()) == []


def test_the_tools_refuse_what_the_reader_refuses(tool: Tool) -> None:
    code, told = tool.says(BAD)
    assert code != 0
    assert sorted(BAD.keys() - told.keys()) == []


def test_tombi_knows_toml_1_1(tombi: Tool) -> None:
    assert tombi.says(GOOD_TOML_1_1) == (0, {})


def test_tombi_tells_quoted_dates_and_times_from_others(tombi: Tool) -> None:
    code, told = tombi.says(BAD_BUT_TO_TAPLO)
    assert code != 0
    assert sorted(BAD_BUT_TO_TAPLO.keys() - told.keys()) == []
