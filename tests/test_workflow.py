"""The workflow runs all on each Python that the package says it is for."""

import tomllib

import yaml

from tests.helpers import ROOT


def test_all_is_run_on_each_python_that_is_promised() -> None:
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text("utf-8"))
    job = workflow["jobs"]["python"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    tried = job["strategy"]["matrix"]["python"]
    named = [line.split(" :: ")[-1] for line in project["classifiers"] if ":: 3." in line]
    assert tried == named
    assert project["requires-python"] == f">={tried[0]}"
    assert {"run": ".ci/run"} in job["steps"]
