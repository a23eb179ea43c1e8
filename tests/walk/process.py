"""One life of the installed app in a real pseudo-terminal, walked through at random."""

import os
import random
import re
import signal
import sys
import time
from collections import deque
from pathlib import Path

from tests.helpers import PATIENCE
from tests.pseudo_terminal import Terminal

from .files import Files
from .pilot import FaultError
from .steps import SIZES, Changed, Resized, Sent, Step, Steps, Suspended

_QUIET = 0.25
"""Seconds without a byte after which all is taken to be drawn, on a machine that is free."""

_REDRAWN = 5.0
"""Seconds within which all is drawn anew, also on a machine that has much else to do."""

_NOTICED = 2.6
"""Seconds within which the app has noticed that a file has changed."""

_CHOSEN = re.compile(r"(\d+) (?:chosen|gekozen)")
_READY = re.compile(r"\? (?:Help|Hulp)")
_COMMANDS = re.compile(r"Search for commands|Zoek naar opdrachten|Zoek")


class ProcessWalk:
    """A walk of a seed, as `pilot.Walk`, with what only a process has: it can be stopped.

    Args:
        seed: From which all follows.
        folder: For its files.
        patience: How many times longer than usual to wait until all is drawn.
    """

    def __init__(self, seed: int, folder: Path, patience: int = 1) -> None:
        self._quiet = patience * _QUIET
        chance = random.Random(seed)
        self._size = chance.choice(SIZES)
        self._name = chance.choice(["hoorn", "large"])
        self._files = Files(folder, self._name, chance)
        self._steps = Steps(chance, self._size, sorted(self._files.changes))
        self._taken: deque[Step] = deque(maxlen=40)
        command = [sys.executable, "-m", "tui_planner", "open", str(self._files.programme)]
        command += ["--itinerary", str(self._files.itinerary)]
        self._terminal = Terminal(command, *self._size, folder)

    def go(self, number: int) -> int:
        """Take so many steps, or fewer where the list of commands led out; how many were taken.

        Raises:
            FaultError: something does not hold after a step.
        """
        taken = 0
        try:
            self._terminal.wait_for(lambda text: bool(_READY.search(text)))
            while taken < number and self._is_there():
                step = self._steps.next()
                self._taken.append(step)
                taken += 1
                before = self._terminal.text
                self._take(step)
                self._draw_all(_NOTICED if isinstance(step, Changed) else 0)
                if not self._is_there():
                    self._check(bool(_COMMANDS.search(before)), "it ended, though nobody left")
                    break
                self._check_picture()
                self._check_choices()
        finally:
            os.kill(self._terminal.process.pid, signal.SIGKILL)
            self._terminal.process.wait()
            self._terminal.process.close()
        return taken

    def _take(self, step: Step) -> None:
        match step:
            case Sent(text):
                self._terminal.press(text)
            case Resized(sizes, pause):
                for columns, rows in sizes:
                    self._terminal.resize(columns, rows)
                    time.sleep(pause)
            case Changed(how):
                self._files.changes[how]()
            case Suspended():
                self._terminal.press("\x1a")
                self._draw_all()
                os.kill(self._terminal.process.pid, signal.SIGCONT)

    def _draw_all(self, least: float = 0) -> None:
        """Draw what the app writes until it is at rest for a while, and for so many seconds."""
        last = time.monotonic()
        end, least = last + PATIENCE, last + least
        while (now := time.monotonic()) < end and now < max(least, last + self._quiet):
            if self._terminal.read(0.05) or self._terminal.is_computing:
                last = time.monotonic()

    def _is_there(self) -> bool:
        return bool(self._terminal.process.isalive())

    def _check_picture(self) -> None:
        """Compare what is shown with what is drawn on an empty screen for a continued process."""
        shown, end = self._words(), time.monotonic() + _REDRAWN
        self._terminal.screen.erase_in_display(2)
        os.kill(self._terminal.process.pid, signal.SIGCONT)
        while self._words() != shown and time.monotonic() < end:
            self._terminal.read()
        self._draw_all()
        for y, (one, other) in enumerate(zip(shown, self._words(), strict=True)):
            told = f"line {y} is not what a fresh drawing gives:\n  {one!r}\n  {other!r}"
            self._check(one == other, told)

    def _words(self) -> list[str]:
        """The characters of each line."""
        screen = self._terminal.screen
        return ["".join(str(cell[0]) for cell in screen.row(y)) for y in range(screen.lines)]

    def _check_choices(self) -> None:
        """Compare the number of choices in the first line with that in the file."""
        saved = self._files.saved()
        if found := _CHOSEN.search(self._terminal.screen.display[0]):
            number = 0 if saved is None else len(saved.choices)
            self._check(int(found[1]) == number, f"{number} choices are saved, {found[0]} shown")

    def _check(self, holds: bool, otherwise: str) -> None:
        if not holds or "Traceback" in self._terminal.text:
            steps = "\n".join(f"  {step}" for step in self._taken)
            text = self._terminal.text
            raise FaultError(f"{self._name} at {self._size}, after\n{steps}\n{otherwise}\n{text}")
