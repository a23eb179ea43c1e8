"""A list of sessions in YAML, as the sources of static sites have them."""

import re

from tui_planner.exchange.importing.import_format import Importable, ImportFormat, PublishedFile

_KEY = r"(?:\"[^\"\n]*\"|'[^'\n]*'|\w[^:=\n]{0,80}):(?:\s|$)"
_OUTERMOST = re.compile(rf"---|%YAML|\.\.\.|- |-$|{_KEY}")
_INNER = re.compile(rf"^[ \t]*- +(?:{_KEY}|\{{)|^\S[^\n]*:[ \t]*\n[ \t]+{_KEY}", re.MULTILINE)


def recognises(head: str) -> bool:
    """Tell whether a file begins as YAML with objects in it does; no line of TOML does so."""
    first = head.lstrip()[:1]
    if first in {"{", "[", "<"} or not _INNER.search(head):
        return False
    lines = (line for line in head.splitlines()[:-1] or [head] if line[:1].strip("# \t"))
    return all(_OUTERMOST.match(line) for line in lines)


def read(file: PublishedFile) -> Importable:
    """Make a draft of a list.

    Raises:
        NoScheduleError: it cannot be parsed, or its keys or its dates cannot be understood.
    """
    from tui_planner.exchange.importing.json_document import describe_encoding
    from tui_planner.exchange.importing.tables.parse_yaml import parse_yaml
    from tui_planner.exchange.importing.tables.read_json_list import make_sheet
    from tui_planner.exchange.importing.tables.read_sheet import read_sheet
    from tui_planner.support.i18n import _

    sheet = make_sheet(parse_yaml(file.data), _("a list in YAML"), describe_encoding(file.data))
    return read_sheet(sheet, file.columns, file.name)


FORMAT = ImportFormat("YAML list", recognises, read, order=85, takes_columns=True)
