"""The JSON Schema says yes and no to the same files as the reader."""

import json
from datetime import date, datetime, time
from typing import Any, get_args

import jsonschema
import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import HEAD, SHIPPED, reading_of
from tests.programme.reading.schema_examples import (
    BAD,
    BAD_BUT_TO_TAPLO,
    BAD_BUT_TO_TOMBI,
    DIRECTIVE,
    GOOD,
    GOOD_TOML_1_1,
    block,
    head,
)
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
KEPT = SHIPPED.parent / "programme.schema.json"


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
