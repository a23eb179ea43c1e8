"""One life of the app within the process, walked through at random."""

import asyncio
import random
import time
import traceback
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from textual.driver import Driver
from textual.screen import Screen

from tests.helpers import read_programme
from tui_planner.app.app import PlannerApp
from tui_planner.app.controllers.programme_file import OpenProgramme
from tui_planner.itinerary.storage.store import Store
from tui_planner.settings.settings_file import SettingsFile

from .files import Files
from .invariants import faults
from .steps import SIZES, Changed, Resized, Sent, Step, Steps, Suspended
from .terminal import Drawing, TerminalDriver

_PATIENCE = 8.0
"""Seconds until the app has to be at rest after a step, and show what others wrote."""

_ENDLESS = {"_follow_programme", "_follow_itinerary"}


class FaultError(AssertionError):
    """Something does not hold; the text says what, and which steps led there."""


class Walked(PlannerApp):
    """The app on a terminal within the process."""

    was_left = False

    async def action_quit(self) -> None:
        """Leave: by a key, or in the list of commands."""
        self.was_left = True
        await super().action_quit()

    def get_driver_class(self) -> type[Driver]:
        """The terminal."""
        return TerminalDriver

    def _fatal_error(self) -> None:
        """Leave the fault to who walks."""
        self._close_messages_no_wait()


class Walk:
    """A walk of a seed: the size, the programme and each step follow from it."""

    def __init__(self, seed: int, folder: Path, drawing: Drawing) -> None:
        chance = random.Random(seed)
        self._size = chance.choice(SIZES)
        self._name = chance.choice(["hoorn", "hoorn", "large"])
        self._files = Files(folder, self._name, chance)
        self._steps = Steps(chance, self._size, sorted(self._files.changes))
        self._drawing = drawing
        self._taken: deque[Step] = deque(maxlen=40)

    async def go(self, number: int) -> int:
        """Take so many steps, or fewer where one of them leaves; how many were taken.

        Raises:
            FaultError: something does not hold after a step.
        """
        app, taken, found = self._app(), 0, list[str]()
        try:
            async with app.run_test(headless=False, size=self._size):
                while taken < number and app.is_running and not found:
                    step = self._steps.next()
                    self._taken.append(step)
                    taken += 1
                    await self._take(app, step)
                    found = await self._faults(app)
        except BaseException as error:
            found = found or [_where(error)]  # what is wrong first may let the end fail too
        if found:
            raise FaultError(self._told(found))
        return taken

    def _app(self) -> Walked:
        name = str(self._files.programme)
        reading = read_programme(name)
        assert reading.programme is not None
        store = Store(self._files.itinerary)
        itinerary = store.load(reading.programme.id)
        file = OpenProgramme(reading, reading.programme, read_programme)
        return Walked(file, itinerary, store, settings=SettingsFile.of_user())

    async def _take(self, app: Walked, step: Step) -> None:
        terminal = app._driver
        assert isinstance(terminal, TerminalDriver)
        match step:
            case Sent(text):
                terminal.send(text)
                if text.endswith("\x1b"):
                    await asyncio.sleep(0.02)
                    terminal.tick()
            case Resized(sizes, pause):
                for columns, rows in sizes:
                    terminal.resize(columns, rows)
                    await asyncio.sleep(pause)
            case Changed(how):
                self._files.changes[how]()
            case Suspended():
                pass  # only in a real terminal

    async def _faults(self, app: Walked) -> list[str]:
        """What does not hold once the app is at rest; what others wrote takes its time."""
        terminal = app._driver
        assert isinstance(terminal, TerminalDriver)
        end = asyncio.get_running_loop().time() + _PATIENCE
        while True:
            if unrest := await at_rest(app, end):
                return [unrest]
            if app._exception is not None:
                return [_where(app._exception)]
            if not app.is_running:
                return [] if app.was_left else ["it ended, though nobody left"]
            resized = isinstance(self._taken[-1], Resized)
            found = [*faults(app, terminal, self._drawing, self._files, resized=resized)]
            is_late = asyncio.get_running_loop().time() > end
            if not found or is_late or not isinstance(self._taken[-1], Changed):
                return found
            await asyncio.sleep(0.05)

    def _told(self, found: list[str]) -> str:
        steps = "\n".join(f"  {step}" for step in self._taken)
        return f"{self._name} at {self._size}, after\n{steps}\n" + "\n".join(found)


def _where(error: BaseException) -> str:
    """An error and the lines that led to it: what does not come again is found by them."""
    return "".join(traceback.format_exception(error, limit=-4, chain=False))


async def at_rest(app: Any, end: float) -> str:
    """Wait until nothing is left to be done or drawn, on a busy machine for longer.

    Where that never is, it tells what is left.
    """
    quiet, began = 0, time.process_time()
    while app.is_running and app._exception is None:
        quiet = 0 if any(_unrest(app)) else quiet + 1
        if quiet > 2:
            break
        is_late = asyncio.get_running_loop().time() > end + _PATIENCE
        if is_late and time.process_time() - began > _PATIENCE / 2:
            return f"it does not come to rest: {next(_unrest(app), 'it comes and goes')}"
        await asyncio.sleep(0.001)
    return ""


def _unrest(app: Any) -> Iterator[str]:
    """What is still to be done or drawn."""
    yield from _unrest_of_screen(app.screen)
    for pump in [app, *app.screen_stack, *app.screen.walk_children()]:
        if pump.message_queue_size or pump._next_callbacks:
            yield f"messages of {pump}"
    if app._resize_timer is not None or app._resize_event is not None:
        yield "another size"
    if app._keys._turns is not None or app._keys._waiting or app._batch_count:
        yield "keys"
    if app.animator._animations or app.animator._scheduled:
        yield "animations"
    if any(not worker.is_finished and worker.name not in _ENDLESS for worker in app.workers):
        yield "work"


def _unrest_of_screen(screen: Screen[Any]) -> Iterator[str]:
    if screen._callbacks or screen._layout_required or screen._scroll_required:
        yield "layout"
    if screen._dirty_widgets or screen._compositor._dirty_regions or screen._repaint_required:
        yield "painting"
    if not screen._running or not screen.is_current:
        yield "a screen that comes or goes"
    for widget in screen.query("*"):
        if widget.is_running and (widget._repaint_required or widget._layout_required):
            yield f"painting of {widget}"
