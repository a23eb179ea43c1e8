"""Real schedules, where they lie beside the checkout: what goes in, comes out, and is found."""

import pytest

from tests.exchange.importing.support import imported, programme
from tests.helpers import SAMPLES
from tui_planner.checks.check_file import check_file
from tui_planner.exchange.importing.import_errors import NoScheduleError
from tui_planner.programme.problem import Severity, count_severities
from tui_planner.programme.reading.read_programme import read_text
from tui_planner.programme.toml.source import Source

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="no ../shared/samples here")

# name: found, sessions, blocks, joined, left out; rooms, days; errors, warnings
TABLE = {
    "fosdem_2010.xml": (300, 300, 0, 0, 0, 22, 2, 0, 0),
    "fosdem_2021.xml": (773, 773, 0, 0, 0, 108, 2, 1, 0),
    "schedule-basic.xml": (1, 1, 0, 0, 0, 1, 1, 0, 0),
    "schedule-extended.xml": (1, 1, 0, 0, 0, 1, 1, 0, 0),
    "schedule-minimal.xml": (1, 1, 0, 0, 0, 2, 2, 0, 0),
    "frab-camp2019.json": (79, 79, 0, 0, 0, 2, 5, 0, 0),
    "hub-schedule2.json": (2, 2, 0, 0, 0, 5, 4, 0, 0),
    "invalid-example.json": (1, 1, 0, 0, 0, 1, 1, 0, 0),
    "pretalx-democon.json": (36, 36, 0, 0, 0, 2, 3, 1, 0),
    "pretalx-rc3.json": (48, 48, 0, 0, 0, 5, 4, 0, 0),
    "kielux_2020.ics": (24, 24, 0, 0, 0, 4, 2, 0, 0),
    "linux_conf_au_2020.ics": (262, 247, 15, 0, 0, 7, 6, 0, 0),
}


@pytest.mark.parametrize("name", TABLE)
def test_sessions_in_and_out_and_findings(name: str) -> None:
    made = imported((SAMPLES / name).read_bytes())
    read = programme(made)
    numbers = count_severities(check_file(read_text(Source(name, made.text))))
    assert (
        *(made.found, made.sessions, made.blocks, made.joined, made.left_out),
        *(len(read.rooms), len(read.days)),
        *(numbers[Severity.ERROR], numbers[Severity.WARNING]),
    ) == TABLE[name]


@pytest.mark.parametrize(
    "name", ["schedule-invalid.html", "voc-schedule.xml.xsd", "voc-schema.json", "voc-schema2.json"]
)
def test_what_is_no_schedule(name: str) -> None:
    with pytest.raises(NoScheduleError):
        imported((SAMPLES / name).read_bytes())


def test_every_sample_is_in_the_table() -> None:
    known = {*TABLE, "schedule-invalid.html", "voc-schedule.xml.xsd", "voc-schema.json"}
    assert {path.name for path in SAMPLES.iterdir()} == known | {"voc-schema2.json"}


@pytest.mark.parametrize("name", ["fosdem_2010.xml", "pretalx-rc3.json", "kielux_2020.ics"])
def test_a_second_import_gives_the_same_ids(name: str) -> None:
    data = (SAMPLES / name).read_bytes()
    first, second = (programme(data) for _time in range(2))
    assert list(first.session_by_id) == list(second.session_by_id)
