"""The change of one value of a TOML text that leaves comments and all else as they are."""

from collections.abc import MutableMapping, Sequence
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError


def set_value(text: str, keys: Sequence[str], value: object) -> str:
    """Set `value` at the path `keys` of a text; tables are made where they are not there.

    None removes what is there.

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
