"""The collector of the problems of one file, by the paths of the offending values."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from tui_planner.programme.problem import Location, Problem, Rule
from tui_planner.programme.toml.key_path import KeyPath
from tui_planner.programme.toml.limits import MOST_FAULTS, limit_faults
from tui_planner.programme.toml.toml_positions import Positions
from tui_planner.support.i18n import _

_LONGEST = 200
"""The most characters of a word for which a similar one is looked for."""
NEAR = 60
"""The least similarity of a word to be suggested, of 100."""
_MOST_COMPARED = 5_000_000
"""The most words compared for one file: where far more are wrong, the cause is another."""


class ProblemCollector:
    """The problems found so far in one file."""

    def __init__(
        self, file: str, positions: Positions, data: Mapping[str, Any] | None = None
    ) -> None:
        """Begin with none; `data` is what the file holds, for the ids of what is faulty."""
        self.file = file
        self.positions = positions
        self.problems: list[Problem] = []
        self._data = data or {}
        self._compared = 0

    def add(
        self, rule: Rule, path: KeyPath, message: str, hint: str = "", *, at_key: bool = False
    ) -> None:
        """Add a problem at the value of `path`, or at its key."""
        place = self.positions.locate_key(path) if at_key else self.positions.locate_value(path)
        self.add_at(rule, place, message, hint, self._ids_at(path))

    def add_unknown(
        self,
        rule: Rule,
        path: KeyPath,
        message: str,
        meant: str,
        hint: str,
        *,
        at_key: bool = False,
    ) -> None:
        """Add an unknown word: with what may be meant, or else with what to do."""
        if meant:
            message, hint = f"{message} {meant}", ""
        self.add(rule, path, message, hint, at_key=at_key)

    def add_at(
        self, rule: Rule, place: Location, message: str, hint: str = "", ids: tuple[str, ...] = ()
    ) -> None:
        """Add a problem at a place that is already known, about the sessions or blocks `ids`."""
        if len(self.problems) < MOST_FAULTS:
            problem = Problem(rule, rule.severity, message, self.file, place, hint, ids)
            self.problems.append(problem)
        elif len(self.problems) == MOST_FAULTS:
            self.problems.append(limit_faults(self.file))

    def suggest_similar(self, word: str, known: Collection[str]) -> str:
        """Suggest a similar word, while not too many words had to be compared for a file."""
        return ask_whether(self.find_similar(word, known))

    def find_similar(self, word: str, known: Collection[str], near: int = NEAR) -> str | None:
        """Find a similar word, while not too many words had to be compared for a file."""
        self._compared += len(known)
        return find_similar(word, known, near) if self._compared <= _MOST_COMPARED else None

    def get_written(self, path: KeyPath) -> str:
        """Return the rest of the line on which a value begins, as it is written."""
        place = self.positions.locate_value(path)
        return self.positions.source.lines[place.line - 1][place.column - 1 :].split("#")[0].strip()

    def _ids_at(self, path: KeyPath) -> tuple[str, ...]:
        """Find the id of the session or block in which a path lies, where it has a readable one."""
        match path:
            case ("sessions" | "blocks" as array, int(number), *_):
                table = self._data[array][number]
                id_ = table.get("id") if isinstance(table, dict) else None
                return (id_.strip(),) if isinstance(id_, str) and id_.strip() else ()
            case _:
                return ()


def suggest_similar(word: str, known: Iterable[str]) -> str:
    """Ask whether the nearest known word was meant; empty where none is near."""
    return ask_whether(find_similar(word, known))


def ask_whether(meant: str | None) -> str:
    """Ask whether a word was meant; empty for none."""
    return "" if meant is None else _('Did you mean "{word}"?').format(word=meant)


def find_similar(word: str, known: Iterable[str], near: int = NEAR) -> str | None:
    """Find the nearest known word; None where the similarity of none is `near`, of 100."""
    if len(word) > _LONGEST:
        return None
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - a file without faults needs none

    folded = {name: name.casefold() for name in sorted(known, reverse=True)}
    found = process.extractOne(word.casefold(), folded, scorer=fuzz.ratio, score_cutoff=near)
    return None if found is None else str(found[2])
