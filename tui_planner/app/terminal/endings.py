"""What ends or stops the app from outside: signals, and a terminal that is gone.

The app is asked to end, so that what it is at is done first. Where it does not get to that, it is
ended by force. Either way the terminal is given back, and the exit code is 128 and the number of
the signal, as shells write it: `SIGQUIT` leaves no core, as nothing is wrong with the program.
"""

import asyncio
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from threading import Thread
from time import sleep
from typing import Protocol

_ENDING = (
    signal.SIGHUP,
    signal.SIGINT,
    signal.SIGQUIT,
    signal.SIGABRT,
    signal.SIGALRM,
    signal.SIGTERM,
    signal.SIGUSR1,
    signal.SIGUSR2,
    signal.SIGXCPU,
)
"""Signals that others send, and that end a process at once where it does not heed them."""

_PATIENCE = 3.0
"""Seconds in which the app has to end when it is asked to: more than it waits for a lock."""

_LAST_PATIENCE = 0.5
"""Seconds for a terminal that takes nothing in."""


class Ending(Protocol):
    """An app that can be ended."""

    def end_for(self, number: int) -> None:
        """End, because of a signal."""

    def fail(self, error: Exception) -> None:
        """End, because of a fault of which nobody else tells."""

    def save_by_force(self) -> None:
        """Put what is not written yet into safety, at once and from any thread."""


class TakenTerminal(Protocol):
    """A terminal that an app has taken."""

    @property
    def is_of_shell(self) -> bool:
        """Whether it is the one from which a shell controls its jobs, of which this is one."""

    @property
    def is_anothers(self) -> bool:
        """Whether it is in the background of a shell."""

    def drop_output(self) -> None:
        """Write nothing more of what waits to be written."""

    def give_back(self) -> None:
        """Give it back as it was found."""

    def suspend_application_mode(self) -> None:
        """Give it back for a while."""

    def take_again(self) -> None:
        """Take it again."""


class Endings:
    """Ends, stops and continues an app as signals ask for.

    A signal that is ignored from the start, as after `nohup`, stays ignored.
    """

    def __init__(self, terminal: TakenTerminal) -> None:
        self._terminal = terminal
        self._number = 0
        self._asked, self._ask = os.pipe()
        heeded = (*_ENDING, signal.SIGTSTP)
        self._heeded = [one for one in heeded if signal.getsignal(one) != signal.SIG_IGN]

    def watch(self, app: Ending) -> None:
        """Begin to heed signals, within the loop that the app runs in."""
        self._app = app
        self._loop = asyncio.get_running_loop()
        for number in _ENDING:
            if number in self._heeded:
                signal.signal(number, lambda number, _frame: self._end(number))
        stop = self._soon(self._stop) if signal.SIGTSTP in self._heeded else signal.SIG_IGN
        signal.signal(signal.SIGTSTP, stop)
        signal.signal(signal.SIGCONT, self._soon(self._continue))
        Thread(target=self._end_in_time, daemon=True, name="endings").start()

    def terminal_is_gone(self) -> None:
        """End as if the app had been hung up, which it has where nobody says so."""
        self._end(signal.SIGHUP)

    def fail(self, error: Exception) -> None:
        """End the app because of a fault in another thread."""
        self._soon(partial(self._app.fail, error))()

    def _end(self, number: int) -> None:
        """Ask the app to end, once.

        Here it may be in the midst of anything, with any lock: a byte is written, nothing more.
        """
        if not self._number:
            self._number = number
            os.write(self._ask, b".")
            self._soon(partial(self._app.end_for, number))()

    def _end_in_time(self) -> None:
        """End the app by force where it does not end when it is asked to."""
        os.read(self._asked, 1)
        sleep(_PATIENCE)
        with suppress(Exception):  # whatever it is, there is no time for it
            self._app.save_by_force()
        self._terminal.drop_output()
        giving = Thread(target=self._terminal.give_back, daemon=True)
        giving.start()
        giving.join(_LAST_PATIENCE)
        os._exit(128 + self._number)

    def _stop(self) -> None:
        """Give the terminal back and stop, unless the app is ending."""
        if self._number:
            return
        self._terminal.suspend_application_mode()
        self._stop_job()
        self._continue()

    def _stop_job(self) -> None:
        """Stop with all that the shell takes for one job, such as a script that waits for this."""
        with _ignored(signal.SIGTSTP, signal.SIGCONT):
            if self._terminal.is_of_shell:
                os.killpg(0, signal.SIGTSTP)
            os.kill(os.getpid(), signal.SIGSTOP)

    def _continue(self) -> None:
        """Take the terminal again: since the app was stopped, it was somebody else's."""
        while self._terminal.is_anothers:  # as after `bg`
            self._stop_job()
            sleep(_LAST_PATIENCE)
        if not self._number:
            self._terminal.take_again()

    def _soon(self, act: Callable[[], None]) -> Callable[..., None]:
        """Let the app finish what it is at, then act; do nothing where it has ended."""

        def ask(*_signal: object) -> None:
            with suppress(RuntimeError):
                self._loop.call_soon_threadsafe(act)

        return ask


@contextmanager
def _ignored(*numbers: signal.Signals) -> Iterator[None]:
    handlers = [(number, signal.signal(number, signal.SIG_IGN)) for number in numbers]
    try:
        yield
    finally:
        for number, handler in handlers:
            signal.signal(number, handler)
