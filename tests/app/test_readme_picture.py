"""The picture at the top of the README is what the app draws."""

import re

from tests.app.conftest import MakePlanner
from tests.helpers import ROOT


async def test_the_picture_is_what_the_app_draws(planner: MakePlanner) -> None:
    shown = re.search(r"```\n(.*?)\n```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert shown
    parts = shown[1].split("\n…\n")
    assert len(parts) == 2
    app = planner("iza-lunch")
    async with app.run_test(size=(90, 40)) as pilot:
        app.planner.go_to("strandwandeling")
        await pilot.press("space")
        await pilot.pause()
        strips = app.screen._compositor.render_strips()
        drawn = "\n".join(strip.text.rstrip() for strip in strips)
    for part in parts:
        assert part in drawn, drawn
