"""Which rules a user wants to hear of: `--select C,A204 --ignore C102`."""

from collections.abc import Iterable

from tui_planner.programme.reading.faults.problem_collector import suggest_similar
from tui_planner.support.i18n import _

from .registry import REGISTRY


class UnknownRuleError(Exception):
    """No rule has this number or name, nor does any begin so; the message says which is near."""


def select_rules(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> frozenset[str]:
    """Return the numbers of the rules that are wanted: all, where nothing is selected or ignored.

    Of a rule that is both selected and ignored, the longer word counts, and the same word ignores.

    Raises:
        UnknownRuleError: a word stands for no rule.
    """
    wanted, unwanted = _measure_words(select), _measure_words(ignore)
    everything = 0 if wanted is None else -1
    return frozenset(
        code
        for code in REGISTRY
        if (wanted or {}).get(code, everything) > (unwanted or {}).get(code, -1)
    )


def _measure_words(words: Iterable[str]) -> dict[str, int] | None:
    """Return how long the longest word is that stands for each rule; None without any words."""
    longest: dict[str, int] = {}
    parts = [part.strip() for word in words for part in word.split(",")]
    named = [part for part in parts if part]
    for part in named:
        for code in match_rules(part):
            longest[code] = max(len(part), longest.get(code, 0))
    return longest if named else None


def match_rules(word: str) -> list[str]:
    """Return the rules that a number, the beginning of one, or a name stands for.

    Raises:
        UnknownRuleError: it stands for none.
    """
    upper = word.upper()
    found = [code for code in REGISTRY if upper and code.startswith(upper)]
    found = found or [c for c, entry in REGISTRY.items() if entry.rule.name == word.lower()]
    if not found:
        raise UnknownRuleError(_describe_unknown(word))
    return found


def _describe_unknown(word: str) -> str:
    names = [name for code, entry in REGISTRY.items() for name in (code, entry.rule.name)]
    message = _('There is no rule "{word}".').format(word=word)
    hint = suggest_similar(word, names) or _("They are: tui-planner rules.")
    return f"{message} {hint}"
