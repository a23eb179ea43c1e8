"""What the details of a session say."""

from pathlib import Path

from tests.helpers import programme_of
from tui_planner.app.content.details_text import render_details
from tui_planner.itinerary.editing.editor import ItineraryEditor
from tui_planner.itinerary.itinerary import Itinerary
from tui_planner.itinerary.storage.store import Store

TALK = """
[[sessions]]
id = "talk"
title = "Talk"
start = "10:00"
url = "https://example.org/talk"
links = [{ url = "https://example.org/s.pdf", title = "Slides" }, "https://example.org/more"]
"""


def test_each_link_has_a_row_beside_the_page(tmp_path: Path) -> None:
    programme = programme_of(TALK)
    store = Store(tmp_path / "i.toml")
    editor = ItineraryEditor(programme, Itinerary(programme=programme.id), store)
    lines = str(render_details(programme.sessions[0], editor)).splitlines()
    assert lines[-3:] == [
        "Page: https://example.org/talk",
        "Slides: https://example.org/s.pdf",
        "Link: https://example.org/more",
    ]
