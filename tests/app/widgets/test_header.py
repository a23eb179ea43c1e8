"""The first line: the event and its day, and the state of the plan, told apart at any width."""

import re

import pytest

from tests.app.conftest import MakePlanner


@pytest.mark.parametrize("width", [40, 57, 60, 63, 66, 70, 75, 80, 90, 120])
async def test_something_parts_the_day_from_the_state(planner: MakePlanner, width: int) -> None:
    app = planner("iza-lunch", "strandwandeling", "digital-twins")
    async with app.run_test(size=(width, 24)):
        before = app.header.partition("3 chosen")[0]
        assert re.search(r"\S( ·|  +) *$", before), app.header
        assert len(app.header) <= width
