"""What is written to the terminal, by a thread of its own: a slow line holds up nothing else."""

import os
from contextlib import suppress
from queue import Empty, Queue
from threading import Thread
from typing import TextIO

_MOST = 4096
"""Bytes in one go: between two of them, it can be said that nobody takes them any more."""

_MOST_WAITING = 30
"""Texts that wait; whoever has another one waits too."""


class Output:
    """A stream into which one may go on writing where nobody takes it any more.

    Attributes:
        fileno: The number of the file.
    """

    def __init__(self, stream: TextIO) -> None:
        self.fileno = stream.fileno()
        self._encoding, self._errors = stream.encoding, stream.errors or "strict"
        self._waiting: Queue[str | None] = Queue(_MOST_WAITING)
        self._is_closed = False
        self._thread = Thread(target=self._run, daemon=True, name="output")
        self._thread.start()

    def write(self, text: str) -> None:
        """Take in what is to be written."""
        self._waiting.put(text)

    def finish(self) -> None:
        """Write what waits, then end."""
        self._waiting.put(None)
        self._thread.join()

    def close(self) -> None:
        """Write nothing more, not even what is being written."""
        self._is_closed = True

    def _run(self) -> None:
        text = self._waiting.get()
        while text is not None:
            texts = [text]
            with suppress(Empty):
                while (text := self._waiting.get_nowait()) is not None:
                    texts.append(text)
            self._put("".join(texts))
            text = self._waiting.get() if text is not None else None

    def _put(self, text: str) -> None:
        """Write a text, as far as that can be."""
        data = text.encode(self._encoding, self._errors)
        with suppress(OSError):
            while data and not self._is_closed:
                data = data[os.write(self.fileno, data[:_MOST]) :]
