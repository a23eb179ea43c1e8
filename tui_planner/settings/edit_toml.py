"""One value of a TOML text changed, its comments and all else left as they are."""

from collections.abc import MutableMapping, Sequence
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError


def set_value(text: str, keys: Sequence[str], value: object) -> str:
    """The text with `value` at the path `keys`, its tables made where they are not there.

    None takes what is there out.

    Raises:
        ValueError: the text is in a newer TOML than can be edited.
    """
    try:
        document = tomlkit.parse(text)
    except TOMLKitError as error:
        raise ValueError(str(error)) from error
    table: MutableMapping[str, Any] = document
    for key in keys[:-1]:
        if key not in table:
            table[key] = tomlkit.table(is_super_table=True)
        table = table[key]
    if value is None:
        table.pop(keys[-1], None)
    else:
        table[keys[-1]] = value
    return tomlkit.dumps(document)
