"""A problem of the settings as one sentence."""

from tui_planner.programme.problem import Problem
from tui_planner.support.i18n import _


def format_problem_sentence(problem: Problem) -> str:
    """Format a problem of the settings: what, where, and which value holds until it is fixed."""
    place = f"{problem.file}:{problem.place.line}:{problem.place.column}"
    parts = [f"{place}: {problem.message}", problem.hint, _("Until then the default holds.")]
    return " ".join(filter(None, parts))
