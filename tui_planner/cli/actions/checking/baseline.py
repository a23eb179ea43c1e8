"""The findings of an earlier run of `check`, from the JSON that it wrote."""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from tui_planner.checks.registry import REGISTRY
from tui_planner.cli.output import PROGRAM, Failure
from tui_planner.programme.problem import Location, Problem, Rule, Severity
from tui_planner.programme.timing import Interval
from tui_planner.programme.toml.source import LARGEST
from tui_planner.support.files import read_file
from tui_planner.support.i18n import _


def read_baseline(name: str) -> list[Problem]:
    """Read the findings that `check --format json` wrote to a file.

    Raises:
        Failure: it cannot be read, or is something else.
    """
    try:
        data = read_file(Path(name), LARGEST)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        text = _("{name} cannot be read: {reason}.")
        raise Failure(text.format(name=name, reason=reason)) from error
    try:
        document = json.loads(data)
        problems = [_as_problem(one) for one in document["problems"]]
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        text = _("{name} is not the JSON of an earlier run: {program} check --format json > {name}")
        raise Failure(text.format(name=name, program=PROGRAM)) from error
    if "solved" in document:
        text = _("{name} has only what was new in that run; a baseline has all that was found.")
        raise Failure(text.format(name=name))
    return problems


def _as_problem(one: Mapping[str, Any]) -> Problem:
    code, severity = str(one["rule"]), Severity(one["severity"])
    entry = REGISTRY.get(code)
    times = [datetime.fromisoformat(one[key]) for key in ("start", "end") if one[key]]
    return Problem(
        entry.rule if entry else Rule(code, str(one["name"]), severity),
        severity,
        str(one["message"]),
        str(one["file"]),
        Location(int(one["line"]), int(one["column"])),
        str(one["hint"]),
        tuple(map(str, one["sessions"])),
        Interval(*times) if len(times) == 2 else None,
        one["minutes"],
    )
