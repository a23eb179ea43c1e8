"""Leaving: asked about once, and where a change is not in the file, asked what to do with it."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
import tomli
from textual.pilot import Pilot
from textual.widgets import Input, OptionList
from textual.widgets._toast import Toast

from tests.app.conftest import MakePlanner, Planner
from tui_planner.app.unwritten import Unwritten
from tui_planner.itinerary.storage.rescue_copies import find_rescued

pytestmark = pytest.mark.slow

WIDE = (120, 40)
SCREENS = {
    "the grid": (),
    "details": ("enter",),
    "help": ("question_mark",),
    "the palette": ("colon",),
    "the themes": ("colon", *"theme", "enter"),
    "the agenda": ("A",),
    "a form": ("a",),
    "a note that is selected": ("space", "e"),
    "the search": ("slash", *"stad"),
    "my day": ("m",),
    "the rooms": ("r",),
    "the suggestion": ("s",),
    "the findings": ("f",),
    "earlier states": ("space", "U"),
}


def full_disk(*_args: object, **_named: object) -> NoReturn:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def no_lock(*_args: object, **_named: object) -> NoReturn:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


def read_only(*_args: object, **_named: object) -> NoReturn:
    raise OSError(errno.EROFS, os.strerror(errno.EROFS))


FAULTS: dict[str, tuple[str, Callable[..., NoReturn]]] = {
    "a full disk": ("tui_planner.support.atomic_write.os.fsync", full_disk),
    "a folder in which nothing can be made": (
        "tui_planner.support.atomic_write.tempfile.mkstemp",
        read_only,
    ),
    "a lock that fails": ("fcntl.flock", no_lock),
}


async def pressed(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


def asked(app: Planner) -> str:
    """What the question says, its lines joined."""
    assert isinstance(app.screen, Unwritten)
    view = app.screen.query_one(OptionList)
    prompts = (view.get_option_at_index(index).prompt for index in range(view.option_count))
    return " ".join(" ".join(map(str, prompts)).replace("\u00a0", " ").split())


@pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS)
async def test_ctrl_c_asks_on_every_screen(planner: MakePlanner, keys: tuple[str, ...]) -> None:
    app = planner()
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await pressed(pilot, *keys, "ctrl+c")
        assert app.is_running
        told = [str(toast.render()) for toast in app.screen.query(Toast) if toast.region]
        assert len(told) == 1, "Textual's own notice is not told beside it"
        assert "ctrl+c once more quits. In the grid, q does." in " ".join(told[0].split())
        await pressed(pilot, "ctrl+c")
        assert app._exit
    assert app.parting_words == []


async def test_who_goes_on_is_asked_anew(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        await pressed(pilot, "ctrl+c", "j", "ctrl+c")
        assert not app._exit
        await pressed(pilot, "ctrl+c")
        assert app._exit


async def test_ctrl_c_copies_what_is_selected_too(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        await pressed(pilot, "space", "e", *"ask", "shift+home", "ctrl+c")
        assert app.clipboard == "ask"
        assert not app._exit


@pytest.mark.parametrize("quit_", [("q",), ("ctrl+q",), ("ctrl+c", "ctrl+c")])
@pytest.mark.parametrize(("place", "fail"), FAULTS.values(), ids=FAULTS)
async def test_a_change_that_is_not_written_is_named(
    planner: MakePlanner,
    monkeypatch: pytest.MonkeyPatch,
    place: str,
    fail: Callable[..., NoReturn],
    quit_: tuple[str, ...],
) -> None:
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        await pressed(pilot, "space")
        with monkeypatch.context() as patch:
            patch.setattr(place, fail)
            await pressed(pilot, "right", "space", "left", "p", *quit_)
            text = asked(app)
            assert "chosen: Slim met stroom door warmte te benutten!" in text
            assert "must: Nota Ruimte en ruimtelijk economisch perspectief" in text
            assert "cannot be written" in text
            await pressed(pilot, "escape")
            assert not app._exit
            assert not isinstance(app.screen, Unwritten)
    assert app.saved == ["nota-ruimte"]


async def test_it_can_be_tried_again(planner: MakePlanner, monkeypatch: pytest.MonkeyPatch) -> None:
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        with monkeypatch.context() as patch:
            patch.setattr("tui_planner.support.atomic_write.os.fsync", full_disk)
            await pressed(pilot, "space", "q", "1")
            assert "chosen: Nota Ruimte" in asked(app), "in vain, and asked anew"
        await pressed(pilot, "1")
        assert app._exit
    assert app.saved == ["nota-ruimte"]
    assert app.parting_words == []


async def test_it_can_be_written_elsewhere(
    planner: MakePlanner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    taken = tmp_path / "taken.toml"
    taken.write_text("what somebody wrote\n", encoding="utf-8")
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        monkeypatch.setattr("fcntl.flock", no_lock)
        await pressed(pilot, "space", "q", "2")
        line = app.screen.query_one(Input)
        line.value = str(taken)
        await pressed(pilot, "enter")
        assert "is there already" in str(app.screen.query_one("#fault").render())
        line.value = "  "
        await pressed(pilot, "enter")
        assert "no name yet" in str(app.screen.query_one("#fault").render())
        line.value = str(tmp_path / "no folder" / "mine.toml")
        await pressed(pilot, "enter")
        assert "cannot be written" in str(app.screen.query_one("#fault").render())
        assert not app._exit
        line.value = str(tmp_path / "other.toml")
        await pressed(pilot, "enter")
        assert app._exit
    assert taken.read_text("utf-8") == "what somebody wrote\n"
    assert app.saved == []
    values = tomli.loads((tmp_path / "other.toml").read_text("utf-8"))
    assert [choice["session"] for choice in values["choices"]] == ["nota-ruimte"]
    assert any(str(tmp_path / "other.toml") in line for line in app.parting_words)


async def test_it_can_be_left(planner: MakePlanner, monkeypatch: pytest.MonkeyPatch) -> None:
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        monkeypatch.setattr("tui_planner.support.atomic_write.os.fsync", full_disk)
        await pressed(pilot, "space", "q", "3")
        assert app._exit
    assert app.saved == []
    assert find_rescued(app.file, app._editor.programme.id) == []
    assert "No space left" in app.parting_words[0]
    assert "Not kept: chosen: Nota Ruimte" in app.parting_words[1]


async def test_who_will_not_answer_has_it_rescued(
    planner: MakePlanner, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        monkeypatch.setattr("fcntl.flock", no_lock)
        await pressed(pilot, "space", "q", "ctrl+c", "ctrl+c")
        assert app._exit
    (copy,) = find_rescued(app.file, app._editor.programme.id)
    assert copy.parent == app.file.parent
    assert any(str(copy) in line for line in app.parting_words)


async def test_what_is_written_meanwhile_is_not_said_to_be_lost(
    planner: MakePlanner, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        with monkeypatch.context() as patch:
            patch.setattr("tui_planner.support.atomic_write.os.fsync", full_disk)
            await pressed(pilot, "space", "q")
        app._editor.save_again()
        await pressed(pilot, "3")
        assert app._exit
    assert app.saved == ["nota-ruimte"]
    assert app.parting_words == []


async def test_a_disk_without_locks_is_told_once_and_works(
    planner: MakePlanner, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(*_args: object) -> NoReturn:
        raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))

    monkeypatch.setattr("fcntl.flock", no_locks)
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        await pressed(pilot, "space")
        assert "has no locks" in " ".join(app.status.split())
        await pressed(pilot, "right", "space")
        assert "has no locks" not in " ".join(app.status.split())
        await pressed(pilot, "q")
        assert app._exit
    assert app.saved == ["nota-ruimte", "slim-met-stroom"]


async def test_it_is_asked_where_the_terminal_is_too_small_too(
    planner: MakePlanner, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        monkeypatch.setattr("tui_planner.support.atomic_write.os.fsync", full_disk)
        await pressed(pilot, "space")
        await pilot.resize_terminal(30, 10)
        await pressed(pilot, "q")
        assert "chosen: Nota" in asked(app)
        await pilot.resize_terminal(*WIDE)
        await pressed(pilot, "escape")
        assert app.screen is app.planner
        await pressed(pilot, "q", "3")
        assert app._exit
