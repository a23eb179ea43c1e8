"""A planner on the shipped programme, with a fixed clock and a file of its own."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import tomli
from textual.pilot import Pilot
from textual.widgets import OptionList

from tests.builders import large_event
from tests.helpers import programme_of, read_programme
from tui_planner.app.app import PlannerApp
from tui_planner.app.controllers.programme_file import OpenProgramme
from tui_planner.app.planner_screen import PlannerScreen
from tui_planner.app.widgets.grid import Grid
from tui_planner.app.widgets.lists.findings_view import FindingsView
from tui_planner.app.widgets.status_bar import StatusBar
from tui_planner.itinerary.itinerary import Choice, Itinerary
from tui_planner.itinerary.storage.store import Store
from tui_planner.layout.text.glyphs import UNICODE, Glyphs
from tui_planner.programme.model import Programme
from tui_planner.programme.reading.read_result import ReadResult

LONG_AFTER = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)


class Planner(PlannerApp):
    """The app with what a test reads of it."""

    def __init__(
        self,
        reading: ReadResult,
        file: Path,
        chosen: tuple[str, ...],
        now: datetime,
        itinerary: Itinerary | None = None,
        glyphs: Glyphs = UNICODE,
        *,
        fetch: Callable[[], tuple[ReadResult, str]] | None = None,
    ) -> None:
        programme = reading.programme
        assert programme is not None
        itinerary = itinerary or Itinerary(programme=programme.id)
        for id_ in chosen:
            itinerary = itinerary.choose(Choice.of(programme.session_by_id[id_], programme))
        self.begun_with = itinerary
        published = OpenProgramme(reading, programme, read_programme, fetch)
        super().__init__(published, itinerary, Store(file), clock=lambda: now, glyphs=glyphs)
        self.file = file

    @property
    def planner(self) -> PlannerScreen:
        """The main screen, also while another lies over it."""
        return next(screen for screen in self.screen_stack if isinstance(screen, PlannerScreen))

    @property
    def grid(self) -> Grid:
        """The grid."""
        return self.planner.grid

    @property
    def cursor(self) -> str:
        """The id under the cursor."""
        assert self.grid.cursor is not None
        return self.grid.cursor.id

    @property
    def status(self) -> str:
        """What the lines below the grid say."""
        return str(self.planner.query_one(StatusBar).render())

    @property
    def header(self) -> str:
        """What the first line says."""
        return str(self.planner.query_one("#header").render())

    @property
    def day_text(self) -> str:
        """What the list of the day says."""
        view = self.screen.query_one(OptionList)
        prompts = (view.get_option_at_index(index).prompt for index in range(view.option_count))
        return "\n".join(str(prompt) for prompt in prompts).replace("\u00a0", " ")

    @property
    def findings_text(self) -> str:
        """What the list of findings says."""
        view = self.planner.query_one(FindingsView)
        prompts = (view.get_option_at_index(index).prompt for index in range(view.option_count))
        return "\n".join(str(prompt) for prompt in prompts).replace("\u00a0", " ")

    @property
    def marked(self) -> set[str]:
        """The ids that are marked in the grid."""
        return set(self.grid.marks.hits)

    @property
    def grid_text(self) -> str:
        """The grid as it is drawn."""
        height = self.grid.scrollable_content_region.height
        return "\n".join(self.grid.render_line(y).text for y in range(height))

    @property
    def saved(self) -> list[str]:
        """The ids that the file holds."""
        if not self.file.exists():
            return []
        choices = tomli.loads(self.file.read_text("utf-8")).get("choices", [])
        return [choice["session"] for choice in choices]


@pytest.fixture(scope="session")
def large() -> Programme:
    """450 sessions in thirty rooms and seven tracks, on three days."""
    return programme_of(large_event(), "")


MakePlanner = Callable[..., Planner]


@pytest.fixture
def planner(hoorn: Programme, tmp_path: Path) -> MakePlanner:
    """Makes a planner: of the shipped programme unless another is given, or a file of one."""

    def make(
        *chosen: str,
        programme: Programme = hoorn,
        now: datetime = LONG_AFTER,
        file: Path | None = None,
        itinerary: Itinerary | None = None,
        glyphs: Glyphs = UNICODE,
    ) -> Planner:
        if file is None:
            reading = ReadResult(str(tmp_path / "programme.toml"), programme, ())
        else:
            reading = read_programme(str(file))
        return Planner(reading, tmp_path / "itinerary.toml", chosen, now, itinerary, glyphs)

    return make


async def until(pilot: Pilot[Any], happened: Callable[[], bool]) -> None:
    """Wait for what other threads bring about, some eight seconds at most."""
    for _ in range(400):
        if happened():
            await pilot.pause()
            return
        await pilot.pause(0.02)
    pytest.fail("it did not happen")
