"""A problem of the settings as one sentence."""

from ..i18n import _
from ..programme.problem import Problem


def settings_sentence(problem: Problem) -> str:
    """What is wrong with the settings, where, and what holds until it is mended."""
    place = f"{problem.file}:{problem.place.line}:{problem.place.column}"
    parts = [f"{place}: {problem.message}", problem.hint, _("Until then the default holds.")]
    return " ".join(filter(None, parts))
