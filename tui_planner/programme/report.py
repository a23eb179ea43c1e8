"""Collects what is wrong with one file, by the path of the offending value."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from ..i18n import _
from .positions import Path, Positions
from .problem import Place, Problem, Rule


class Report:
    """The problems found so far in one file."""

    def __init__(
        self, file: str, positions: Positions, data: Mapping[str, Any] | None = None
    ) -> None:
        """Begin with none; `data` is what the file holds, for the ids of what is faulty."""
        self.file = file
        self.positions = positions
        self.problems: list[Problem] = []
        self._data = data or {}

    def add(
        self, rule: Rule, path: Path, message: str, hint: str = "", *, at_key: bool = False
    ) -> None:
        """Note a problem at the value of `path`, or at its key."""
        place = self.positions.key(path) if at_key else self.positions.value(path)
        self.add_at(rule, place, message, hint, self._named(path))

    def add_unknown(
        self, rule: Rule, path: Path, message: str, meant: str, hint: str, *, at_key: bool = False
    ) -> None:
        """Note a word that is not known: with what may be meant, or else with what to do."""
        if meant:
            message, hint = f"{message} {meant}", ""
        self.add(rule, path, message, hint, at_key=at_key)

    def add_at(
        self, rule: Rule, place: Place, message: str, hint: str = "", ids: tuple[str, ...] = ()
    ) -> None:
        """Note a problem at a place that is already known, of the sessions or blocks `ids`."""
        self.problems.append(Problem(rule, rule.severity, message, self.file, place, hint, ids))

    def _named(self, path: Path) -> tuple[str, ...]:
        """The id of the session or block in which a path lies, where it has a readable one."""
        match path:
            case ("sessions" | "blocks" as array, int(number), *_):
                table = self._data[array][number]
                id_ = table.get("id") if isinstance(table, dict) else None
                return (id_.strip(),) if isinstance(id_, str) and id_.strip() else ()
            case _:
                return ()


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A question with the nearest known word, or nothing where none is near."""
    by_folded = {name.casefold(): name for name in known}
    nearest = get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    if not nearest:
        return ""
    return _('Did you mean "{word}"?').format(word=by_folded[nearest[0]])
