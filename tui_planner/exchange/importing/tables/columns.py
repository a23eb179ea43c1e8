"""The columns of a table that are used: by their names, or as the user says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tui_planner.exchange.importing.import_errors import NoScheduleError
from tui_planner.exchange.importing.text.plain_text import flatten
from tui_planner.exchange.importing.text.written_times import read_date
from tui_planner.support.i18n import _

from .column_names import SEVERAL, find_field, list_fields, simplify_name

_MOST_NAMED = 12
_LONGEST_NAME = 40
"""Characters."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a table are what.

    Attributes:
        places: The numbers of the columns, from 0, of each field that there is.
        day: The date of all sessions, where the user gives it in the place of a column.
    """

    places: Mapping[str, Sequence[int]]
    day: date | None = None

    @property
    def are_enough(self) -> bool:
        """Whether they say what a session is called, and when it starts."""
        return "title" in self.places and bool({"start", "date"} & self.places.keys())

    def get(self, field: str, cells: Sequence[str], between: str = "\n") -> str:
        """Get the text of a field in a row; the texts of several columns are joined."""
        texts = (cells[at].strip() for at in self.places.get(field, ()) if at < len(cells))
        return between.join(filter(None, texts))


def map_columns(names: Sequence[str], wished: Mapping[str, str]) -> Columns:
    """Find what each column is.

    Args:
        names: Those in the head.
        wished: The names of columns by what the user says that they are.

    Raises:
        NoScheduleError: the user names a field or a column that there is not.
    """
    places: dict[str, list[int]] = {}
    day = None
    plain = [simplify_name(name) for name in names]
    for said, name in wished.items():
        field = _find_wished_field(said)
        if simplify_name(name) in plain and simplify_name(name):
            places.setdefault(field, []).append(plain.index(simplify_name(name)))
        elif field == "date" and read_date(name):
            day = read_date(name)
        else:
            text = _('There is no column "{name}"; there are {columns}.')
            raise NoScheduleError(text.format(name=name, columns=name_columns(names)))
    used = {at for listed in places.values() for at in listed}
    ranked: dict[str, list[tuple[int, int]]] = {}
    for at, name in enumerate(names):
        found = find_field(name)
        if found and at not in used and found[0] not in places:
            ranked.setdefault(found[0], []).append((found[1], at))
    for field, listed in ranked.items():
        several = sorted(at for _rank, at in listed)
        places[field] = several if field in SEVERAL else [min(listed)[1]]
    if day:
        places.pop("date", None)
    return Columns(places, day)


def describe_columns(names: Sequence[str], columns: Columns, filled: set[int]) -> str:
    """Describe which column is taken for what, and which of those that are filled are not used."""
    taken = ", ".join(
        f'{field} = "{_cut(names[at])}"'
        for field, listed in columns.places.items()
        for at in listed
    )
    used = {at for listed in columns.places.values() for at in listed}
    others = [_name(names, at) for at in sorted(filled - used)]
    if not others:
        return _("Its columns are taken so: {taken}.").format(taken=taken)
    text = _("Its columns are taken so: {taken}. Not used: {others}.")
    return text.format(taken=taken, others=_some(others))


def name_columns(names: Sequence[str]) -> str:
    """Name the columns of a table."""
    return _some([_name(names, at) for at, name in enumerate(names) if name.strip()])


def suggest_columns(names: Sequence[str]) -> str:
    """Write an example of `--columns`, with columns of the table."""
    named = [flatten(name) for name in names if name.strip()] or ["A"]
    found = {known[0]: name for name in reversed(named) if (known := find_field(name))}
    others = [name for name in named if name not in found.values()]
    title = found.get("title") or (others or named).pop(0)
    start = found.get("start") or found.get("date") or (others or named or [title]).pop(0)
    said = f"title={_cut(title)},start={_cut(start)}"
    return f'--columns "{said}"' if " " in said else f"--columns {said}"


def _find_wished_field(said: str) -> str:
    known = find_field(said)
    field = simplify_name(said) if simplify_name(said) in list_fields() else known and known[0]
    if not field:
        text = _("{name} is nothing that a column can be; there are {fields}.")
        raise NoScheduleError(text.format(name=said, fields=", ".join(list_fields())))
    return field


def _name(names: Sequence[str], at: int) -> str:
    name = _cut(names[at]) if at < len(names) else ""
    return f'"{name}"' if name else _("column {n}").format(n=at + 1)


def _some(named: Sequence[str]) -> str:
    return ", ".join([*named[:_MOST_NAMED], *(["…"] if len(named) > _MOST_NAMED else [])])


def _cut(name: str) -> str:
    return flatten(name)[:_LONGEST_NAME]
