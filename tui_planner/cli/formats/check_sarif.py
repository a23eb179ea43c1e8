"""`check --format sarif`: SARIF 2.1.0, for code scanning and for viewers in editors."""

from collections.abc import Iterator, Sequence

from tui_planner import __version__
from tui_planner.checks.grouping import list_related_places
from tui_planner.checks.registry import REGISTRY
from tui_planner.checks.rule_page import RulePage, show_acceptance
from tui_planner.cli.output import PROGRAM, say_json
from tui_planner.cli.relative_paths import shorten_uri
from tui_planner.programme.problem import Location, Problem, Rule, Severity
from tui_planner.programme.reading.read_result import ReadResult
from tui_planner.support.i18n import _

from .checked import Checked
from .problem_text import measure_value

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_INDEX = {code: index for index, code in enumerate(REGISTRY)}

Json = dict[str, object]


def print_sarif(files: Sequence[Checked]) -> None:
    """Print one run with all rules and all findings."""
    results = [result for file in files for result in (*_found(file), *_solved(file))]
    rules = [_rule(entry.rule, entry.page) for entry in REGISTRY.values()]
    run: Json = {
        "tool": {"driver": {"name": PROGRAM, "version": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    say_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _found(file: Checked) -> Iterator[Json]:
    for problem in file.problems:
        result = _result(problem, file.reading)
        yield result if file.solved is None else {**result, "baselineState": "new"}


def _solved(file: Checked) -> Iterator[Json]:
    for problem in file.solved or ():
        yield {**_result(problem, file.reading), "baselineState": "absent"}


def _rule(rule: Rule, page: RulePage) -> Json:
    sections = [page.finds, _("This breaks it:"), page.breaks, _("Mended:"), page.mended]
    if page.accepts:
        sections += [_("Or accepted, with your reason:"), show_acceptance(rule.code, page)]
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": page.finds},
        "help": {"text": "\n\n".join(section.strip("\n") for section in sections)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(problem: Problem, reading: ReadResult) -> Json:
    text = " ".join(filter(None, (problem.message, problem.hint)))
    result: Json = {
        "ruleId": problem.rule.code,
        "ruleIndex": _INDEX[problem.rule.code],
        "level": _LEVELS[problem.severity],
        "message": {"text": text},
        "locations": [_location(problem.place, reading)],
    }
    related = [
        {"id": number, **_location(other.place, reading), "message": {"text": other.id}}
        for number, other in enumerate(list_related_places(problem, reading), 1)
    ]
    return {**result, "relatedLocations": related} if related else result


def _location(place: Location, reading: ReadResult) -> Json:
    length = measure_value(place, reading.source) if reading.source else 1
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": shorten_uri(reading.name)},
            "region": {
                "startLine": place.line,
                "startColumn": place.column,
                "endLine": place.line,
                "endColumn": place.column + length,
            },
        }
    }
