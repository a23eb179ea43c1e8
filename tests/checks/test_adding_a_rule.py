"""A rule is added by one function with its record, in one file: everything else finds it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.helpers import HEAD, ROOT
from tui_planner.checks.registry import REGISTRY
from tui_planner.checks.rules import advice

pytestmark = pytest.mark.slow

IMPORTS = '''\
"""What comes too late in the day."""

from tui_planner.checks.context import Context, Findings
from tui_planner.checks.registered_rule import RegisteredRule
from tui_planner.checks.rule_page import RulePage
from tui_planner.programme.problem import Rule, Severity
from tui_planner.support.i18n import _
'''

ADDED = '''

def find_late_starts(context: Context) -> Findings:
    """Find sessions that start at ten in the evening or later."""
    zone = context.programme.zone
    for session in context.programme.sessions:
        if session.timing.start.astimezone(zone).hour >= 22:
            place = context.locate(session, "start")
            message = _("{session} starts late.").format(session=session.id)
            yield context.make_finding(
                LATE_START.rule, place, message, _("Begin earlier."), (session.id,)
            )


_LATE_TALK = '[[sessions]]\\nid = "talk"\\ntitle = "Talk"\\nstart = "22:00"\\nend = "22:30"\\n'

LATE_START = RegisteredRule(
    Rule("CODE", "late-start", Severity.WARNING),
    RulePage(
        finds=_("A session that starts when most have gone home."),
        breaks=_LATE_TALK,
        mended=_LATE_TALK.replace("22:", "21:"),
        accepts=("talk",),
    ),
    find_late_starts,
)
'''

SCRIPT = """\
import contextlib, io, json, sys
from tui_planner.checks import rules
rules.__path__.insert(0, sys.argv[1])
from tui_planner.cli.main import main
outcomes = []
for command in json.load(sys.stdin):
    with contextlib.redirect_stdout(io.StringIO()) as out:
        code = main(command)
    outcomes.append([code, out.getvalue()])
print(json.dumps(outcomes))
"""


class Added(NamedTuple):
    """A rule that stands in a folder of rules, beside those of the program."""

    code: str
    folder: Path

    def run(self, *commands: list[str]) -> list[tuple[int, str]]:
        """The exit codes and the output of commands, in a program that has the rule."""
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, str(self.folder)],
            cwd=ROOT,
            input=json.dumps(commands),
            capture_output=True,
            check=True,
            text=True,
            timeout=60,
        )
        return [(code, out) for code, out in json.loads(done.stdout)]


@pytest.fixture(params=["in a family that is there", "as a family of its own"])
def added(request: pytest.FixtureRequest, tmp_path: Path) -> Added:
    """A rule in the module of the advice, or one in a new file."""
    folder = tmp_path / "rules"
    folder.mkdir()
    if request.param == "as a family of its own":
        code, file, text = "X301", "evenings.py", IMPORTS
    else:
        code, file, text = "A299", "advice.py", Path(advice.__file__).read_text(encoding="utf-8")
    (folder / file).write_text(text + ADDED.replace("CODE", code), encoding="utf-8")
    return Added(code, folder)


def test_the_table_and_the_pages_know_it(added: Added) -> None:
    (_code, table), (code, page), (_, by_name) = added.run(
        ["rules"], ["rules", added.code], ["rules", "late-start"]
    )
    lines = table.splitlines()
    assert [line.split()[0] for line in lines] == [*REGISTRY, added.code]
    assert lines[-1].split(maxsplit=3)[1:] == [
        "warning",
        "late-start",
        "A session that starts when most have gone home.",
    ]
    assert code == 0
    assert page.startswith(f"{added.code} late-start (warning)\n")
    assert '    start = "21:00"' in page.splitlines()
    assert by_name == page


def test_the_check_looks_for_it(added: Added, tmp_path: Path) -> None:
    file = tmp_path / "late.toml"
    session = '\n[[sessions]]\nid = "tale"\ntitle = "Tale"\nstart = "22:15"\nend = "22:30"\n'
    file.write_text(HEAD + session, encoding="utf-8")
    accepted = tmp_path / "accepted.toml"
    entry = f'\n[[accepted]]\nrule = "{added.code}"\nsessions = ["tale"]\nreason = "A habit."\n'
    accepted.write_text(HEAD + session + entry, encoding="utf-8")
    everything, selected, by_name, ignored, silenced = added.run(
        ["check", str(file)],
        ["check", "--select", added.code, str(file)],
        ["check", "--select", "late-start", str(file)],
        ["check", "--ignore", added.code, str(file)],
        ["check", str(accepted)],
    )
    finding = f"late.toml:9:9: {added.code} tale starts late."
    assert everything[0] == selected[0] == by_name[0] == 1
    assert finding in everything[1]
    assert finding in selected[1]
    assert "no-description" not in selected[1]
    assert selected == by_name
    assert ignored[0] == silenced[0] == 0
    assert added.code not in ignored[1] + silenced[1]


def test_a_report_for_code_scanning_lists_it(added: Added, tmp_path: Path) -> None:
    file = tmp_path / "late.toml"
    session = '\n[[sessions]]\nid = "tale"\ntitle = "Tale"\nstart = "22:15"\nend = "22:30"\n'
    file.write_text(HEAD + session, encoding="utf-8")
    ((_code, printed),) = added.run(
        ["check", "--format", "sarif", "--select", added.code, str(file)]
    )
    (run,) = json.loads(printed)["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [*REGISTRY, added.code]
    assert [result["ruleIndex"] for result in run["results"]] == [len(rules) - 1]
