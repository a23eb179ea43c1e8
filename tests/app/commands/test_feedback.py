"""Every key answers, also where there is nothing that it can do."""

import pytest

from tests.app.conftest import MakePlanner
from tests.helpers import programme_of

NARROW, WIDE = (80, 24), (120, 40)

ROOMS = """
[[rooms]]
id = "attic"
name = "Attic"
[[rooms]]
id = "cellar"
name = "Cellar"
[[sessions]]
id = "one"
title = "One"
room = "attic"
start = "10:00"
end = "11:00"
[[sessions]]
id = "two"
title = "Two"
room = "cellar"
start = "10:00"
end = "11:00"
"""


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        ("left", "There is nothing further to the left."),
        ("up", "There is nothing further up."),
        ("down", "There is nothing further down."),
        ("g", "This is the first of the day."),
        ("pageup", "There is nothing further up."),
        ("pagedown", "There is nothing further down."),
        ("H", "There are no rooms further to the left."),
        ("less_than_sign", "This lane can go no further."),
        ("D", "The programme has one day."),
        ("0", "These are the rows that the day can best be read in."),
        ("3", "Nothing is asked that this key answers."),
        ("y", "Nothing is asked that this key answers."),
        ("escape", "Nothing is open."),
        ("n", "Nothing clashes."),
        ("u", "There is nothing to undo."),
        ("ctrl+r", "There is nothing to redo."),
        ("c", "Nothing that you chose has changed."),
        ("t", "The programme is not on now."),
        ("o", "Nothing clashes here"),
        ("Q", "Q does nothing here: ? lists all keys."),
        ("f9", "f9 does nothing here: ? lists all keys."),
    ],
)
async def test_a_key_that_can_do_nothing_says_so(
    planner: MakePlanner, key: str, answer: str
) -> None:
    app = planner(programme=programme_of(ROOMS))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        for _again in range(2):
            if key != "escape":  # which closes what it has said
                await pilot.press("escape", "escape")
            await pilot.press(key)
            await pilot.pause()
            assert answer in app.status
            if key == "escape":
                await pilot.press(key)


async def test_at_the_other_edge(planner: MakePlanner) -> None:
    app = planner(programme=programme_of(ROOMS))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("right")
        assert "One" not in app.status
        assert "Two" in app.status
        for key, answer in (
            ("right", "There is nothing further to the right."),
            ("L", "There are no rooms further to the right."),
            ("G", "This is the last of the day."),
            ("greater_than_sign", "This lane can go no further."),
        ):
            await pilot.press(key)
            assert answer in app.status
        await pilot.press("left")
        assert "One" in app.status


async def test_a_key_that_does_something_says_nothing_of_that_kind(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        for key in ("down", "right", "left", "up", "plus", "0", "G", "g", "pagedown", "pageup"):
            await pilot.press(key)
            assert "nothing" not in app.status
            assert "These are" not in app.status


async def test_what_is_typed_to_find_is_no_unknown_key(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("slash", *"zz", "escape")
        assert "does nothing" not in app.status
