"""The last door of the app: lines without what would do something to the terminal, as wide."""

import base64

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color

from tests.app.conftest import MakePlanner
from tests.hostile.texts import EVIL, MILD
from tui_planner.app.terminal.line_filters import make_line_filters
from tui_planner.support.neutral import HARMFUL


@pytest.mark.parametrize("no_color", [False, True])
@pytest.mark.parametrize("is_ascii", [False, True])
@pytest.mark.parametrize("text", [EVIL, MILD, "half \udc9b", "👩\u200d👩\u200d👧 \u202e東京"])
def test_a_line_keeps_its_width(text: str, no_color: bool, is_ascii: bool) -> None:
    segments = [Segment("before "), Segment(text), Segment(" after")]
    width = sum(cell_len(segment.text) for segment in segments)
    for one in make_line_filters([], no_color, is_ascii=is_ascii):
        segments = one.apply(segments, Color(0, 0, 0))
    made = "".join(segment.text for segment in segments)
    assert not HARMFUL.search(made)
    assert cell_len(made) == width
    assert made.isascii() or not is_ascii


async def test_what_is_copied_does_nothing_where_it_is_pasted(
    planner: MakePlanner, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with planner().run_test() as pilot:
        written: list[str] = []
        driver = pilot.app._driver
        assert driver is not None
        monkeypatch.setattr(driver, "write", written.append)
        pilot.app.copy_to_clipboard(f"one\n{EVIL}\udc9b\ntwo")
        sent = next(text for text in written if "]52;" in text)
        copied = base64.b64decode(sent.split(";")[2].rstrip("\a")).decode()
        assert copied.startswith("one\n")
        assert copied.endswith("\ntwo")
        assert not HARMFUL.search(copied.replace("\n", ""))
