"""Schedules as others publish them: what goes in, comes out, and is found."""

import pytest

from tests.exchange.importing.support import imported, programme
from tests.helpers import DATA
from tests.samples import TABLE, sample
from tui_planner.checks.check_file import check_file
from tui_planner.exchange.importing.import_errors import NoScheduleError
from tui_planner.programme.problem import Severity, count_severities
from tui_planner.programme.reading.read_programme import read_text
from tui_planner.programme.toml.source import Source

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", TABLE)
def test_sessions_in_and_out_and_findings(name: str) -> None:
    made = imported(sample(name).read_bytes())
    read = programme(made)
    numbers = count_severities(check_file(read_text(Source(name, made.text))))
    assert (
        *(made.found, made.sessions, made.blocks, made.joined, made.left_out),
        *(len(read.rooms), len(read.days)),
        *(numbers[Severity.ERROR], numbers[Severity.WARNING]),
    ) == TABLE[name]


@pytest.mark.parametrize(
    "name", ["page.html", "voc/schedule.xml.xsd", "voc/schema.json", "voc/schema2.json"]
)
def test_what_is_no_schedule(name: str) -> None:
    with pytest.raises(NoScheduleError):
        imported((DATA / name).read_bytes())


def test_every_sample_of_ours_is_in_the_table() -> None:
    assert {path.name for path in (DATA / "schedules").iterdir()} <= TABLE.keys()


@pytest.mark.parametrize("name", TABLE)
def test_a_second_import_gives_the_same_ids(name: str) -> None:
    data = sample(name).read_bytes()
    first, second = (programme(data) for _time in range(2))
    assert list(first.session_by_id) == list(second.session_by_id)
