"""The JSON Schema of format 1, for editors that validate and complete TOML (Taplo, tombi).

JSON knows no dates and times, and the two tools show TOML's to a schema differently. To Taplo they
are strings as they are written, and a format that it does not know always holds. tombi has a type
for each, which it finds by the formats `date`, `partial-time` and `partial-date-time`, and for
which it ignores patterns. A format with a pattern beside it suits both. What is left: to Taplo a
quoted date, or a quoted date and time, is no different from one without quotes, and it reads
TOML 1.0 only; to tombi all seconds and years are good.

This is imported by `tui-planner schema` alone: the sentences stand here, not in the models.
"""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from tui_planner.programme.addresses import ADDRESS

from .file_models import (
    ACCEPTED_AMONG,
    ARRAYS,
    HOURS,
    AvailabilityTable,
    LinkTable,
    ProgrammeTable,
    Table,
)

Schema = dict[str, Any]

ID = "urn:tui-planner:programme:format-1"

# As the tools show them: TOML's own grammar has seen to days of the month and the like.
_CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9](:00([.]0+)?)?"
_DAY = "(19|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}"

_DATE: Schema = {"type": "string", "format": "date", "pattern": f"^{_DAY}$"}
_TIME: Schema = {
    "anyOf": [
        {"type": "string", "pattern": r"^\s*([01]?[0-9]|2[0-3])[:.][0-5][0-9](:00)?\s*$"},
        {"type": "string", "format": "partial-time", "pattern": f"^{_CLOCK}$"},
        {"type": "string", "format": "partial-date-time", "pattern": f"^{_DAY}[Tt ]{_CLOCK}$"},
    ]
}

_CONTROL = r"\x00-\x1f\x7f-\x9f\u2028\u2029"
_LINE: Schema = {"type": "string", "pattern": rf"^\s*[^\s{_CONTROL}][^{_CONTROL}]*\s*$"}

_TABLES = {
    "programme": "The event as a whole.",
    "days": "The days of an event that has several, in place of the date in [programme].",
    "rooms": "The rooms that blocks and sessions are in.",
    "people": "Speakers and hosts who cannot be there at all times.",
    "routes": "Walking times between two rooms, in both directions.",
    "blocks": "The bands of the day that hold for everyone: the rows of the printed table.",
    "sessions": "What a delegate can choose: the cells of the printed table.",
    "accepted": "Findings of `tui-planner check` that are known and meant.",
    "available": "A time at which a room or a person is available.",
    "links": "An address with a title.",
}

_KEYS = {
    "programme": {
        "id": "The name that itineraries know this programme by; else made of its title and day.",
        "title": "The title of the event.",
        "date": "The day of the event, without quotes; for several days, [[days]] tables.",
        "timezone": 'The time zone of all times here, by its IANA name: "Europe/Amsterdam".',
        "language": 'The language of the programme, by its code: "nl", "en-GB".',
        "venue": "The building or the place of the event.",
        "city": "The city of the event.",
        "url": "The page of the event.",
        "version": "The version of the programme, as delegates shall see it.",
        "description": "What the event is about.",
        "changeover": "Minutes needed between two different rooms, where no route says otherwise.",
        "default_duration": "Minutes that a session with neither end nor block is taken to last.",
    },
    "days": {
        "date": "The date of this day, without quotes.",
        "title": "The title of this day.",
        "start": "The time before which nothing begins on this day.",
        "end": "The time after which nothing goes on; with its date where that is past midnight.",
    },
    "rooms": {
        "id": "The id that blocks, sessions and routes name this room by.",
        "name": "The name of the room as its door says it.",
        "capacity": "The number of people that the room holds.",
        "building": "The building that the room is in.",
        "level": "The floor that the room is on.",
        "shared": "Whether it is an area that holds several sessions at once.",
        "available": "The times at which it can be used; where absent, at all times.",
    },
    "people": {
        "name": "The name of a speaker or host, as the sessions write it.",
        "available": "The times at which they can be there; where absent, at all times.",
    },
    "available": {
        "day": "The date; where absent, every day.",
        "from": "The time from which on; where absent, from the start of the day.",
        "until": "The time until which; where absent, until the end of the day.",
    },
    "links": {
        "url": "The address.",
        "title": "What it leads to.",
    },
    "routes": {
        "from": "The id of the room at the one end.",
        "to": "The id of the room at the other end.",
        "minutes": "Minutes that the way takes, in either direction.",
    },
    "blocks": {
        "id": "The id of this block, unique among blocks and sessions.",
        "kind": "What happens in this block; `choice` is a round of sessions to choose from.",
        "title": "The title of the block.",
        "start": 'When it starts: "11:30", or a date and time where that is past midnight.',
        "end": "When it ends; where absent it is open, until the day's end.",
        "minutes_needed": "Of a meal: the free minutes in one stretch that a person needs for it.",
        "day": "The date of this block, needed where the programme has several days.",
        "room": "The id of the room that it is in.",
        "description": "What happens in it.",
        "speakers": "The names of those who speak.",
        "url": "Its page.",
        "links": "More addresses: slides, a recording, a stream.",
    },
    "sessions": {
        "id": "The id of this session, unique among blocks and sessions.",
        "title": "The title of the session.",
        "block": "The id of the block that it stands in; where absent it stands on its own.",
        "start": "When it starts; without a start and an end it takes those of its block.",
        "end": "When it ends; where absent, that is not stated, and its block's end is assumed.",
        "all_day": "Whether it is on all day, without hours: then start and end are left out.",
        "overrun": "The later time until which it may run on.",
        "around": "Minutes by which the start may be earlier or later than stated.",
        "status": "Whether it can still be chosen.",
        "group": "A name that alternatives share: of one group a delegate takes one session.",
        "part_of": "The id of the session that contains this one.",
        "repeat_of": "The id of the session of which this is another run.",
        "drop_in": "Whether people come and go as they like, so that it clashes with nothing.",
        "meal": "Whether one eats there.",
        "day": "The date of this session, where there are several days and no block says it.",
        "room": "The id of the room that it is in.",
        "track": "The track or theme that it belongs to.",
        "hosts": "The groups that run it.",
        "speakers": "The names of those who speak.",
        "description": "What it is about.",
        "agenda": "Its own programme, line by line.",
        "url": "Its page.",
        "links": "More addresses: slides, a recording, a stream.",
        "language": 'The language that is spoken, by its code: "nl", "en-GB".',
        "capacity": "The number of people that can take part.",
    },
    "accepted": {
        "rule": 'The rule of the finding: "C101".',
        "sessions": "The ids of the sessions and blocks among which it is accepted.",
        "room": "In place of sessions: the id of the room that all its sessions are in.",
        "speaker": "In place of sessions: the name of the one who speaks in all its sessions.",
        "track": "In place of sessions: the track that all its sessions belong to.",
        "reason": "Why it is meant so.",
    },
}

_EXAMPLES = {
    ("programme", "timezone"): ["Europe/Amsterdam"],
    ("programme", "language"): ["nl", "en-GB"],
    ("sessions", "language"): ["nl", "en-GB"],
}


# A branch must allow other keys in so many words: tombi warns of those that it does not list.
_OPEN: Schema = {"additionalProperties": True}

_SEVERAL_DAYS: Schema = {
    "required": ["days"],
    "properties": {"days": {"type": "array", "minItems": 1, "items": _OPEN}},
    **_OPEN,
}
_DATE_NEEDED: Schema = {
    "if": _SEVERAL_DAYS,
    "else": {"properties": {"programme": {"required": ["date"], **_OPEN}}, **_OPEN},
}
_START_NEEDED: Schema = {
    "if": {"required": ["block"], "not": {"required": ["end"], **_OPEN}, **_OPEN},
    "else": {"required": ["start"], **_OPEN},
}
_HOURS_NEEDED: Schema = {
    "if": {
        "required": ["all_day"],
        "properties": {"all_day": {"const": True}},
        **_OPEN,
    },
    "then": {"not": {"anyOf": [{"required": [key], **_OPEN} for key in HOURS]}},
    "else": _START_NEEDED,
}
_ONE_SCOPE: Schema = {"oneOf": [{"required": [key], **_OPEN} for key in ACCEPTED_AMONG]}


def make_schema() -> Schema:
    """Make the JSON Schema of a whole programme file."""
    arrays: Schema = {
        name: {"description": _TABLES[name], "type": "array", "items": _table(name, model)}
        for name, model in ARRAYS.items()
    }
    arrays["sessions"]["items"] |= _HOURS_NEEDED
    arrays["accepted"]["items"] |= _ONE_SCOPE
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": ID,
        "title": "Programme of tui-planner, format 1",
        "description": "A conference programme: its days, rooms, blocks and sessions.",
        "x-tombi-toml-version": "v1.1.0",  # times without seconds need no quotes
        "type": "object",
        "additionalProperties": False,
        "required": ["programme"],
        "properties": {"programme": _table("programme", ProgrammeTable), **arrays},
        **_DATE_NEEDED,
    }


def _table(name: str, model: type[Table]) -> Schema:
    made = model.model_json_schema(schema_generator=_Values)
    inner = _inner_tables() if model in ARRAYS.values() else {}
    properties = {
        key: {
            "description": _KEYS[name][key],
            **value,
            **({"items": inner[key]} if key in inner else {}),
            **({"examples": _EXAMPLES[name, key]} if (name, key) in _EXAMPLES else {}),
        }
        for key, value in made["properties"].items()
    }
    return {
        "description": _TABLES[name],
        "type": "object",
        "additionalProperties": made["additionalProperties"],
        **({"required": made["required"]} if "required" in made else {}),
        "properties": properties,
    }


def _inner_tables() -> Schema:
    """Make the schemas of what stands in the lists of tables; a link may be an address alone."""
    link = _table("links", LinkTable)
    return {
        "available": _table("available", AvailabilityTable),
        "links": {"anyOf": [link, link["properties"]["url"]]},
    }


class _Values(GenerateJsonSchema):
    """Writes the values of a file as the reader takes them: TOML has no null, but it has times."""

    def date_schema(self, schema: core_schema.DateSchema) -> JsonSchemaValue:  # noqa: ARG002
        return dict(_DATE)

    def function_plain_schema(  # of the models' values only times are read by a function
        self,
        schema: core_schema.PlainValidatorFunctionSchema,  # noqa: ARG002
    ) -> JsonSchemaValue:
        return dict(_TIME)

    def function_before_schema(  # of the models' values only levels: a floor may be a number
        self,
        schema: core_schema.BeforeValidatorFunctionSchema,
    ) -> JsonSchemaValue:
        return {"anyOf": [self.generate_inner(schema["schema"]), {"type": "integer"}]}

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        if schema.get("pattern") == f"^{ADDRESS}$":
            return {"type": "string", "pattern": rf"^\s*{ADDRESS}\s*$"}
        return dict(_LINE) if schema.get("strip_whitespace") else super().str_schema(schema)

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        inner = self.generate_inner(schema["schema"])
        default = schema["default"]
        says_nothing = default is None or default in ("", ())
        return inner if says_nothing else {**inner, "default": default}

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002
        return False

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:  # noqa: ARG002
        return value
