"""Every key of every screen does something that is there."""

import inspect
from collections.abc import Iterator

import pytest
from textual.app import App
from textual.dom import DOMNode
from textual.screen import Screen

from tests.app.conftest import MakePlanner
from tests.helpers import programme_of
from tui_planner.app.commands.registry import COMMAND_BY_ID

TALKS = """
[[rooms]]
id = "attic"
name = "Attic"
[[sessions]]
id = "one"
title = "One"
room = "attic"
start = "10:00"
end = "11:00"
[[sessions]]
id = "two"
title = "Two"
start = "10:30"
end = "11:30"
"""

WAYS_THERE = {
    "planner": "",
    "help": "question_mark",
    "details": "enter",
    "agenda": "A",
    "my day": "m",
    "my day beside": "tab",
    "rooms": "r",
    "ways out": "space right space o",
    "earlier": "space space U",
    "suggestions": "s",
    "likes": "s l",
    "appointment": "a",
    "presence": "w",
    "palette": "colon",
    "search": "slash t",
    "findings": "f",
}


@pytest.mark.parametrize("keys", WAYS_THERE.values(), ids=WAYS_THERE)
@pytest.mark.parametrize("size", [(60, 20), (160, 45)], ids=["narrow", "wide"])
async def test_every_key_names_an_action_that_is_there(
    planner: MakePlanner, keys: str, size: tuple[int, int]
) -> None:
    app = planner(programme=programme_of(TALKS))
    async with app.run_test(size=size) as pilot:
        await pilot.press(*keys.split())
        await pilot.pause()
        assert [*_nameless(app, app.screen)] == []


async def test_so_does_the_one_key_where_the_terminal_is_too_small(planner: MakePlanner) -> None:
    app = planner(programme=programme_of(TALKS))
    async with app.run_test(size=(30, 10)) as pilot:
        await pilot.pause()
        assert [*_nameless(app, app.screen)] == []
        assert set(app.screen.active_bindings) >= {"q", "ctrl+q"}
        await pilot.press("q")
        assert not app.is_running


def _nameless(app: App[None], screen: Screen[object]) -> Iterator[str]:
    """The keys whose action is not there, or takes other things than it is given."""
    parts: list[DOMNode] = [app, screen, *screen.walk_children()]
    for node in parts:
        for key, binding in node._bindings:
            namespace, name, given = app._parse_action(binding.action, node)
            action = getattr(namespace, f"action_{name}", None)
            action = action or getattr(namespace, f"_action_{name}", None)
            if action is None:
                yield f"{key} of {node}: {namespace} has no {name}"
            elif name == "command" and given[0] not in COMMAND_BY_ID:
                yield f"{key} of {node}: there is no command {given[0]}"
            else:
                inspect.signature(action).bind(*given)
