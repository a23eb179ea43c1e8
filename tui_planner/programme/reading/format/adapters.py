"""The validators of single keys, for tables of which some keys have faults."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import ConfigDict, TypeAdapter, ValidationError

from .file_models import Table


@cache
def get_adapters(model: type[Table]) -> Mapping[str, TypeAdapter[Any]]:
    """Return the validators of the keys of a table, as they stand in the file."""
    strict = ConfigDict(strict=True)
    return {
        info.alias or name: TypeAdapter(info.rebuild_annotation(), config=strict)
        for name, info in model.model_fields.items()
    }


def fits(model: type[Table], key: str, value: object) -> bool:
    """Whether the format takes a value for a key of a table."""
    try:
        get_adapters(model)[key].validate_python(value)
    except ValidationError:
        return False
    return True
